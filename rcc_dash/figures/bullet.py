"""How many beds are there, and how many are needed? A bar of beds with two marks, one row each."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from rcc_dash.figures.chart_parts import ALOUD, Spec, chart, name_axis, values
from rcc_dash.figures.keys import key_html
from rcc_dash.figures.palette import ACCENT, FAR, INK, QUIET

_ROW_PX: Final = 34
_MORE: Final = "#ffffff"
_NAMES_PX: Final = 280
_END: Final = {"type": "text", "align": "left", "dx": 8, "color": INK}


@dataclass(frozen=True, slots=True)
class BulletRow:
    """One row: beds in use, beds that could be used too, and beds needed: likely, and to be prudent."""

    name: str
    used: float
    more: float
    likely: float
    prudent: float
    said: str
    """What is written at the row's end."""


def bullets(title: str, rows: Sequence[BulletRow], *, is_narrow: bool = False) -> Spec:
    """Draw each row's beds as a bar from zero, and what is needed as a line and a tick, as ordered.

    On a narrow screen long names go over two lines, so that there is room for the bars.
    """
    names = [row.name for row in rows]
    y: Spec = {
        "field": "name",
        "type": "nominal",
        "title": None,
        "axis": name_axis(names, _NAMES_PX, is_narrow=is_narrow),
        "scale": {"domain": names, "paddingInner": 0.35},
    }
    x = {"type": "quantitative", "title": "beds", "axis": {"grid": True, "tickCount": 5, "tickMinStep": 1}}
    used = [{"name": row.name, "at": 0, "to": row.used} for row in rows]
    more = [{"name": row.name, "at": row.used, "to": row.used + row.more} for row in rows]
    ends = [_end(row) for row in rows]
    span = {"y": y, "x": {**x, "field": "at"}, "x2": {"field": "to"}}
    layers: list[Spec] = [
        _layer(more, {"type": "bar", "height": 14, "color": _MORE, "stroke": QUIET}, span),
        _layer(used, {"type": "bar", "height": 14, "color": ACCENT}, span),
        _needed(rows, "likely", {"thickness": 3, "size": 26, "color": FAR}, y, x),
        _needed(rows, "prudent", {"thickness": 2, "size": 14, "color": INK}, y, x),
        _layer(ends, _END, {"y": y, "x": {**x, "field": "at"}, "text": {"field": "said"}}),
    ]
    said = f"{title}: " + "; ".join(f"{row.name} {row.said}" for row in rows) + "."
    return chart(said, layers, _ROW_PX * max(len(rows), 1))


def bullet_key(used: str, more: str, likely: str, prudent: str) -> str:
    """Say what the bars and marks mean."""
    marks = (
        (f"background:{ACCENT}", used),
        (f"background:{_MORE}", more),
        (f"width:3px;background:{FAR};border:0", likely),
        (f"width:2px;height:9px;background:{INK};border:0", prudent),
    )
    return key_html(marks)


def _end(row: BulletRow) -> dict[str, object]:
    at = max(row.used + row.more, row.prudent)
    return {"name": row.name, "at": at, "said": row.said, ALOUD: f"{row.name}: {row.said}"}


def _needed(rows: Sequence[BulletRow], which: str, look: Spec, y: Spec, x: Spec) -> Spec:
    data = [{"name": row.name, "at": getattr(row, which)} for row in rows]
    encoding = {"y": y, "x": {**x, "field": "at"}}
    return _layer(data, {"type": "tick", "orient": "vertical", **look}, encoding)


def _layer(rows: Sequence[dict[str, object]], mark: Spec, encoding: Spec) -> Spec:
    return {"data": values(rows), "mark": mark, "encoding": encoding}
