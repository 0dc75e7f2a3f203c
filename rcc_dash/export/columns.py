"""Which columns of a table as it is written are numbers, in what unit, and where do marks stand in them?

A file for programs needs numbers; a file for people the same cells as on the screen. Both come from here.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from numbers import Real
from typing import Final

import pandas as pd

from rcc_dash.domain.disclosure import MARKS

_WRITTEN: Final = re.compile(
    r"(?P<sign>[-\u2212]?)(?P<pound>£?)(?P<whole>\d{1,3}(?:,\d{3})+|\d{1,3})(?P<part>\.\d+)?"
    r"(?P<unit>%| a week| miles)?",
    re.ASCII,
)
"""A number as this project writes it: four digits without a comma are a year or an identifier."""

_UNITS: Final = {
    ("", "%"): "%",
    ("£", ""): "£",
    ("£", " a week"): "£ a week",
    ("", " miles"): "miles",
    ("", ""): "",
}
_WORDS: Final = frozenset({"", "not known", "not returned", "not published", "no figure"})
_UNREADABLE: Final = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True, eq=False)
class Written:
    """One column: a plain name, its heading, the unit of its numbers, and its cells as on the screen.

    `numbers` is None for a column of text; else a number or None for each cell, and where it is None
    `cells` holds the mark that stands there.
    """

    name: str
    heading: str
    unit: str
    decimals: int
    cells: tuple[str, ...]
    numbers: tuple[float | None, ...] | None

    @property
    def meaning(self) -> str:
        """Say the heading, and the unit where the heading does not."""
        return (
            f"{self.heading} ({self.unit})" if self.unit and self.unit not in self.heading else self.heading
        )


def written_columns(frame: pd.DataFrame, headings: Mapping[str, str]) -> tuple[Written, ...]:
    """Read the columns named in `headings`, in that order; the first names the rows and stays text.

    Raises KeyError for a column that is not there.
    """
    names = _names(list(headings))
    return tuple(
        _column(name, heading, [cell_text(cell) for cell in frame[key].tolist()], may_be_number=place > 0)
        for place, (name, (key, heading)) in enumerate(zip(names, headings.items(), strict=True))
    )


def cell_text(cell: object) -> str:
    """Write a cell as the screen does: numbers with commas, nulls blank."""
    if isinstance(cell, Real) and not isinstance(cell, bool):
        value = float(cell)
        return "" if value != value else f"{value:,.0f}" if value.is_integer() else f"{value:,}"  # noqa: PLR0124  NaN
    return "" if cell is None or cell is pd.NA or cell is pd.NaT else str(cell)


def marks_in(columns: Sequence[Written]) -> dict[str, str]:
    """Give the marks that stand in these columns, each with its meaning."""
    seen = {cell for column in columns for cell in column.cells}
    return {mark: words for mark, words in MARKS.items() if mark in seen}


def _column(name: str, heading: str, cells: Sequence[str], *, may_be_number: bool) -> Written:
    found = [None if _is_mark(cell) else _WRITTEN.fullmatch(cell) for cell in cells]
    units = {_unit(match) for match in found if match}
    is_number = may_be_number and len(units) == 1 and None not in units
    is_number = is_number and all(match or _is_mark(cell) for match, cell in zip(found, cells, strict=True))
    if not is_number:
        return Written(name, heading, "", 0, tuple(cells), None)
    decimals = max(len(match["part"] or ".") - 1 for match in found if match)
    numbers = tuple(_number(match) if match else None for match in found)
    return Written(name, heading, units.pop() or "", decimals, tuple(cells), numbers)


def _is_mark(cell: str) -> bool:
    return cell in _WORDS or (cell.startswith("[") and cell.endswith("]"))


def _unit(match: re.Match[str]) -> str | None:
    return _UNITS.get((match["pound"], match["unit"] or ""))


def _number(match: re.Match[str]) -> float:
    sign = "-" if match["sign"] else ""
    return float(f"{sign}{match['whole'].replace(',', '')}{match['part'] or ''}")


def _names(keys: Sequence[str]) -> list[str]:
    """Make each key a plain name of its own: small letters, digits and underscores."""
    found: list[str] = []
    for place, key in enumerate(keys, start=1):
        plain = _UNREADABLE.sub("_", key.lower()).strip("_") or f"column_{place}"
        found.append(f"{plain}_{place}" if plain in found or f"{plain}_mark" in found else plain)
    return found
