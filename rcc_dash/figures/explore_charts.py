"""Small multiples: the same bars or lines once for each value of the columns, all on one scale.

A hidden figure and none look alike: a mark in text, and no bar.
"""

from collections.abc import Sequence
from typing import Final

import pandas as pd

from rcc_dash.domain.headline import Figure
from rcc_dash.domain.measures import Unit
from rcc_dash.figures.chart_parts import ALOUD, Spec, chart, values
from rcc_dash.figures.charts import trend_lines
from rcc_dash.figures.numbers import in_words, unit_words
from rcc_dash.figures.palette import ACCENT
from rcc_dash.figures.written import written

Row = tuple[str, str, Figure]
"""A code, its words and a figure."""

_ROW_PX: Final = 22
_ROOM: Final = 1.28
"""Beyond the longest bar there is room for its figure."""


def top_of(rows: Sequence[Sequence[Row]]) -> float:
    """Give the end of the scale that several charts share."""
    return _ROOM * max((figure.value or 0.0 for each in rows for _, _, figure in each), default=1.0) or 1.0


def bars(title: str, unit: Unit, rows: Sequence[Row], top: float) -> Spec:
    """Draw one bar for each row, in the order given, from nought to `top`, with its figure at its end."""
    axis = {"field": "name", "type": "nominal", "title": None}
    y = {**axis, "scale": {"domain": [name for _, name, _ in rows], "paddingInner": 0.25}}
    ends = {"domain": [_bottom_of(rows), top]}
    x = {"field": "value", "type": "quantitative", "title": None, "axis": None, "scale": ends}
    shown = {name: written(figure, unit) for _, name, figure in rows}
    known = [
        {"name": name, "value": figure.value, ALOUD: f"{name}: {in_words(shown[name], unit.value)}"}
        for _, name, figure in rows
        if figure.value is not None
    ]
    said = [{"name": name, "at": figure.value or 0.0, "shown": shown[name]} for _, name, figure in rows]
    mark, text = {"type": "bar", "color": ACCENT}, {"type": "text", "align": "left", "dx": 4}
    drawn: Spec = {"data": values(known), "mark": mark, "encoding": {"y": y, "x": x}}
    at = {"y": y, "x": {**x, "field": "at"}, "text": {"field": "shown"}}
    figures: Spec = {"data": values(said), "mark": text, "encoding": at}
    layers = [drawn, figures] if known else [figures]  # a layer of no bars is a picture without words
    told = "; ".join(f"{name} {figure}" for name, figure in shown.items())
    return chart(f"{title} ({unit_words(unit.value)}): {told}.", layers, _ROW_PX * max(len(rows), 1))


def _bottom_of(rows: Sequence[Row]) -> float:
    """Give where the scale begins: at nought, or below what is below it."""
    return _ROOM * min([0.0, *(figure.value or 0.0 for _, _, figure in rows)])


def lines(title: str, unit: Unit, named: Sequence[tuple[str, str, Sequence[Row]]], top: float) -> Spec:
    """Draw figures over the dates that the rows are, a line for each of `named` (code, words, its rows)."""
    frame = pd.DataFrame(
        [
            (code, words, period, figure.value, written(figure, unit))
            for code, words, rows in named
            for _, period, figure in rows
        ],
        columns=["code", "name", "period", "value", "shown"],
    )
    chosen = named[0][0] if len(named) == 1 else ""
    return trend_lines(title, unit.value, frame.astype({"value": "float64"}), chosen, top)
