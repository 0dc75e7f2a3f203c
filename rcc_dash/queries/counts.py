"""Look up shown counts by what they are of, as figures with their mark and date."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from rcc_dash.domain.disclosure import HIDDEN, Rule
from rcc_dash.domain.headline import Figure

Key = tuple[object, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Counts:
    """Shown counts of one day. What has no row is none in exact figures, and hidden in protected ones."""

    rule: Rule
    day: date
    numbers: dict[Key, int | None]

    def number(self, *key: object) -> int | None:
        """Give a count; None where it is hidden."""
        return self.numbers.get(key, 0 if self.rule.exact else None)

    def figure(self, *key: object) -> Figure:
        """Give a count as a figure."""
        number = self.number(*key)
        return Figure(None, HIDDEN, self.day) if number is None else Figure(float(number), "", self.day)

    def share(self, part: Key, rest: Key, whole: Key) -> Figure:
        """Give a part as a share of a whole in %; `rest` is the count of all others."""
        numbers = (self.number(*part), self.number(*rest), self.number(*whole))
        return Figure(*self.rule.share_pct(*numbers), self.day)


def counts_by(rule: Rule, day: date, cells: pd.DataFrame, by: Sequence[str]) -> Counts:
    """Look up the column `children` of shown cells by these columns."""
    numbers = cells["children"].astype(object).where(cells["children"].notna(), None)
    keys = cells[[*by]].itertuples(index=False, name=None)
    return Counts(rule, day, dict(zip(keys, numbers, strict=True)))
