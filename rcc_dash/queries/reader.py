"""Who asks, and how may numbers be shown to them?"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TypeVar

import pandas as pd

from rcc_dash.domain.disclosure import Rule
from rcc_dash.domain.filters import Filters
from rcc_dash.store.noting import Noting
from rcc_dash.store.pack import Pack
from rcc_dash.store.warehouse import Warehouse

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Reader:
    """A warehouse and the rule by which its numbers are shown."""

    warehouse: Warehouse
    rule: Rule

    def children_filter(self, filters: Filters) -> dict[str, list[str]]:
        """Give the child attributes of a filter as query parameters."""
        return {
            "placement": list(filters.placement),
            "age": list(filters.age),
            "sector": list(filters.sector),
        }

    def geography_filter(self, filters: Filters) -> dict[str, list[str]]:
        """Give the child attributes that flows and hexagons may be restricted by.

        In the protected view that is none: a cell of two places crossed with a child's
        attributes would single children out (design/disclosure.md 1.2 and 1.5).
        """
        return self.children_filter(filters if self.rule.exact else filters.reset())

    @property
    def noting(self) -> Noting | None:
        """Give the build whose answers are noted down while a release is written; None at all other times."""
        return self.warehouse if isinstance(self.warehouse, Noting) else None

    def looked_up_or_made(
        self,
        look_up: Callable[[Pack], _T],
        make: Callable[[], _T],
        note: Callable[[Noting, _T], object] | None = None,
    ) -> _T:
        """Look an answer up where only a release serves; else make it of rows here, and note it.

        The one place that asks which of them it is; `note` is called while a release is written.
        """
        if isinstance(self.warehouse, Pack):
            return look_up(self.warehouse)
        made = make()
        if note is not None and self.noting is not None:
            note(self.noting, made)
        return made

    def ask(self, name: str, **params: object) -> pd.DataFrame:
        """Ask one named question of the warehouse; of what it holds, each is asked once."""
        values = tuple(
            (key, tuple(value) if isinstance(value, list) else value) for key, value in params.items()
        )
        return _answer(self.warehouse, name, values).copy(deep=False)  # whoever changes it changes a copy


@lru_cache(maxsize=256)
def _answer(warehouse: Warehouse, name: str, values: tuple[tuple[str, object], ...]) -> pd.DataFrame:
    """A build never changes, and many filters ask the same: flows do not depend on the age chosen."""
    asked = {key: list(value) if isinstance(value, tuple) else value for key, value in values}
    return warehouse.ask(name, asked)


def iso_dates(dates: list[date]) -> list[str]:
    """Give dates as the texts that query parameters take."""
    return [day.isoformat() for day in dates]
