"""What do all charts share: typeface, sizes, quiet axes, and how a reference line is drawn?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from json import dumps
from textwrap import wrap
from typing import Final, cast

from rcc_dash.figures.palette import INK, LINE, QUIET, WATER

Spec = Mapping[str, object]
"""Vega-Lite as `st.vega_lite_chart(spec, theme=None)` takes it, with its data inside."""

ALOUD: Final = "aloud"
"""The field of a row that says its mark in words, for whoever hears the chart."""

TEXT_PX: Final = 14
_LONG_PX: Final = 420
_FOLDED_LETTERS, _FOLDED_PX = 26, 48
_LINE_LETTERS: Final = 20
CONFIG: Final[Mapping[str, object]] = {
    "font": "'Source Sans', Arial, Helvetica, sans-serif",
    "background": "transparent",
    "view": {"stroke": None},
    "axis": {
        "labelFontSize": TEXT_PX,
        "titleFontSize": TEXT_PX,
        "labelColor": INK,
        "titleColor": INK,
        "titleFontWeight": "normal",
        "gridColor": LINE,
        "domain": False,
        "ticks": False,
        "labelLimit": 220,
    },
    "text": {"fontSize": TEXT_PX, "color": INK},
}


@dataclass(frozen=True, slots=True)
class Reference:
    """A figure to compare with: England, the other region. `shown` is the figure as written."""

    name: str
    value: float
    shown: str


def chart(description: str, layers: Sequence[Spec], height: object) -> Spec:
    """Put layers together into one chart as wide as its place; `description` is read out.

    So are the marks whose rows have words for it (`ALOUD`); else Vega would read out names of fields.
    """
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "description": description,
        "width": "container",
        "height": height,
        "autosize": {"type": "fit-x", "contains": "padding"},
        "padding": {"left": 4, "top": 4, "right": 12, "bottom": 4},
        "layer": [_heard(layer) for layer in layers],
        "config": dict(CONFIG),
    }


def _heard(layer: Spec) -> Spec:
    """Read out the words of a layer's marks; without words leave them to what is read of the whole."""
    rows = cast("Mapping[str, Sequence[Mapping[str, object]]]", layer["data"])["values"]
    if rows and ALOUD in rows[0]:
        encoding = cast("Mapping[str, object]", layer["encoding"])
        return {**layer, "encoding": {**encoding, "description": {"field": ALOUD}}}
    return {**layer, "mark": {**cast("Mapping[str, object]", layer["mark"]), "aria": False}}


def renamed(spec: Spec, name: str) -> Spec:
    """Read a chart out by another name; its figures follow as before."""
    _, between, figures = str(spec["description"]).partition(": ")
    return {**spec, "description": f"{name}{between}{figures}"}


def with_long_labels(spec: Spec) -> Spec:
    """Give a chart room for names that are whole phrases."""
    axis = {**cast("Mapping[str, object]", CONFIG["axis"]), "labelLimit": _LONG_PX}
    return {**spec, "config": {**CONFIG, "axis": axis}}


def name_axis(names: Sequence[str], most_px: int, *, is_narrow: bool) -> Spec:
    """Give names their room; on a narrow screen a long one goes over two lines, so that none is cut."""
    axis: Spec = {"labelLimit": most_px, "labelPadding": 6}
    return {**axis, **_folded(names, _LINE_LETTERS)} if is_narrow else axis


def _folded(names: Sequence[str], letters: int) -> Spec:
    """Give an axis whose names go over as many lines as they need, of at most so many letters each."""
    lines = {name: wrap(name, letters) for name in names}
    return {"labelExpr": f"({dumps(lines)})[datum.label]", "labelLineHeight": 13, "labelFontSize": 12}


def with_folded_labels(spec: Spec, names: Sequence[str]) -> Spec:
    """Give a chart on a narrow screen whole phrases as names, and rows high enough for their lines."""
    axis = {"labelLimit": 200, "labelPadding": 6, **_folded(names, _FOLDED_LETTERS)}
    layers = cast("Sequence[Spec]", spec["layer"])
    tall = [_on_axis(layer, axis) for layer in layers]
    return {**spec, "layer": tall, "height": _FOLDED_PX * max(len(names), 1)}


def _on_axis(layer: Spec, axis: Spec) -> Spec:
    encoding = cast("Mapping[str, Mapping[str, object]]", layer["encoding"])
    return {**layer, "encoding": {**encoding, "y": {**encoding["y"], "axis": axis}}}


def values(rows: Sequence[Mapping[str, object]]) -> Spec:
    """Give rows as a layer's own data."""
    return {"values": [dict(row) for row in rows]}


def with_halo(words: Spec) -> list[Spec]:
    """Draw words on a halo of the page's white, so that a line behind them does not run through them."""
    # In one mark the outline would be drawn over the letters.
    halo = {"stroke": WATER, "strokeWidth": 5, "strokeJoin": "round"}
    return [{**words, "mark": {**cast("Mapping[str, object]", words["mark"]), **halo}}, words]


def reference_lines(references: Sequence[Reference]) -> list[Spec]:
    """Draw each reference as a thin dashed line, with its name and figure above the bars."""
    if not references:
        return []
    ordered = sorted(references, key=lambda reference: reference.value)
    rows = [
        {"value": r.value, "words": f"{r.name} {r.shown}", "up": -8 - 18 * (len(ordered) - 1 - number)}
        for number, r in enumerate(ordered)
    ]
    rule = {"type": "rule", "strokeDash": [5, 3], "color": QUIET, "strokeWidth": 1.5}
    # Every layer must say that there is no axis: Vega-Lite draws nothing at all where only some do.
    x = {"field": "value", "type": "quantitative", "title": None, "axis": None}
    names: list[Spec] = [
        {
            "data": values([row]),
            "mark": {"type": "text", "align": "left", "dx": 4, "dy": row["up"], "color": QUIET},
            "encoding": {"x": x, "y": {"value": 0}, "text": {"field": "words"}},
        }
        for row in rows
    ]
    line: Spec = {
        "data": values([{"value": row["value"]} for row in rows]),
        "mark": rule,
        "encoding": {"x": x},
    }
    return [line, *names]
