"""A table whose cells are tinted by size, with marks where a number is hidden."""

from collections.abc import Mapping, Sequence
from typing import Final

import pandas as pd
from pandas.io.formats.style import Styler

from rcc_dash.domain.disclosure import HIDDEN
from rcc_dash.domain.headline import Figure
from rcc_dash.figures.palette import ACCENT, QUIET
from rcc_dash.figures.scales import children_class

_OWN: Final = f"{QUIET}40"
_TINTS: Final = tuple(f"{ACCENT}{veil}" for veil in ("24", "4d", "80", "b3"))
"""Veils over the page, white or dark as it is, so that its own letters stay readable on them."""


def heat_table(
    rows: Sequence[str], columns: Sequence[str], cells: Mapping[tuple[str, str], Figure], own: Sequence[str]
) -> Styler:
    """Tint children by row and column in the classes of flows; `own[i]` is the column that is row i's own.

    Values stay numbers, so that a column can be sorted; a hidden one is empty and written `[c]`.
    """
    numbers = pd.DataFrame(
        {column: [cells[row, column].value for row in rows] for column in columns}, index=list(rows)
    ).astype("float64")
    tints = pd.DataFrame(
        [_tints(cells, row, mine, columns) for row, mine in zip(rows, own, strict=True)],
        numbers.index,
        numbers.columns,
    )
    styled: Styler = numbers.style.format(_written, na_rep=HIDDEN).apply(lambda _: tints, axis=None)
    return styled


def _tints(cells: Mapping[tuple[str, str], Figure], row: str, own: str, columns: Sequence[str]) -> list[str]:
    return [_tint(cells[row, to], is_own=to == own) for to in columns]


def _tint(figure: Figure, *, is_own: bool) -> str:
    if is_own:
        return f"background-color: {_OWN}"
    return f"background-color: {_TINTS[children_class(figure.value)]}" if figure.value else ""


def _written(number: object) -> str:
    return f"{number:,.0f}"
