"""What does a release hold? Cells and figures, each under the question that it answers."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from rcc_dash.domain.voids import REASONS
from rcc_dash.errors import UserError

NOT_RELEASED: Final = "not in this release"
"""The mark of a figure that a release does not hold."""

OWN: Final = ("la_code", "placement", "age", "sector")
"""Columns of a cell that have a name of their own; others are its first and second value."""

VALUES: Final = ("value_1", "value_2")


BEDS: Final = (
    "homes", "places", "told_homes", "told_places", "held", "blocked", "void", "untold", *REASONS,
    "known", "days",
)  # fmt: skip
"""What a release tells of homes added up; see `store/sql/pack_make/14_bed.sql`."""


class NotReleasedError(UserError):
    """A part of a page that needs more than a release holds."""

    def __init__(
        self,
        title: str = "This part is not in this release",
        what: str = "It needs children's records or homes' returns; a release holds protected counts only.",
        fix: str = "Take a filter or setting away, choose another part, or ask whoever publishes it.",
    ) -> None:
        """Say in words what to do instead."""
        super().__init__(title, what, fix)


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """One question of one day: what its cells are of, which filters part them, and by what else."""

    question: str
    option: str
    as_of: date
    scope: str
    """The areas that are counted together ("gm", "se/kent"), or "gm/each" for cells of each LA alone."""
    attributes: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    """Columns of the cells besides the LA and the attributes, in order."""

    def columns(self) -> dict[str, str]:
        """Say in which column of a release each of the cell's columns lies."""
        values = iter(VALUES)
        return {name: name if name in OWN else next(values) for name in self.by}
