"""The answer of *Explore* as small multiples: one small chart for each column, all on one scale."""

from html import escape
from typing import Final

import streamlit as st

from rcc_dash.domain.explore import DATE
from rcc_dash.figures.explore import Part, measure_words, multiples
from rcc_dash.figures.explore_charts import bars, lines, top_of
from rcc_dash.queries.explore import Pivot
from rcc_dash.ui.shown import show_chart
from rcc_dash.ui.text import quiet

_MOST: Final = 12
_BESIDE: Final = 3


def pictures(found: Pivot, order: str) -> None:
    """Draw one chart, or up to twelve small ones; the table has all."""
    turned = _dates_as_rows(found)
    parts = multiples(turned, "" if turned.asked.rows == DATE else order)
    top = top_of([rows for _, _, rows in parts])
    if len(parts) == 1:
        _picture(turned, parts[0], top)
        return
    for at in range(0, min(len(parts), _MOST), _BESIDE):
        for column, part in zip(st.columns(_BESIDE, gap="medium"), parts[at : at + _BESIDE], strict=False):
            with column:
                st.html(f"<h2>{escape(part[1])}</h2>")
                _picture(turned, part, top)
    if len(parts) > _MOST:
        quiet(f"The first {_MOST} of {len(parts)} are drawn. The table has all of them.")


def _picture(found: Pivot, part: Part, top: float) -> None:
    code, words, rows = part
    name, unit = measure_words(found.asked), found.asked.unit
    title = f"{name}: {words}" if words else name
    is_line = found.asked.rows == DATE
    spec = lines(title, unit, [(code, "", rows)], top) if is_line else bars(title, unit, rows, top)
    show_chart(spec, key=f"e-chart-{code}")


def _dates_as_rows(found: Pivot) -> Pivot:
    """Turn an answer so that its dates run along each chart."""
    if found.asked.columns != DATE:
        return found
    asked = found.asked
    turned = type(asked)(asked.measure, asked.columns, asked.rows, as_number=asked.as_number)
    figures = {(column, row): figure for (row, column), figure in found.figures.items()}
    return Pivot(turned, found.columns, found.rows, figures, found.days)
