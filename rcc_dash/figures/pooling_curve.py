"""How full are beds, and how many are needed, the more children they are for? Two panels, one scale."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from rcc_dash.figures.chart_parts import ALOUD, Spec, chart, values
from rcc_dash.figures.keys import key_html
from rcc_dash.figures.palette import ACCENT, FAR, INK, QUIET

ALONE: Final = "#7f919d"
_VIABLE: Final = "#dff0ea"
_SUB: Final = "#7a5ba8"
_COLOURS: Final = {"la": ALONE, "sub": _SUB, "region": FAR}
_SHAPES: Final = {"la": "circle", "sub": "diamond", "region": "square"}
_TICKS: Final = (0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000)
_FULL_PX: Final = 260
_BEDS_PX: Final = 180
_LEFT_PX: Final = 52
"""Both panels leave the same room for what stands beside the axis, so that their dots stand in line."""
_LINE: Final = {
    "type": "line",
    "color": ACCENT,
    "strokeWidth": 1.5,
    "point": {"color": ACCENT, "size": 18, "aria": False},
}
_NAME: Final = {
    "type": "text",
    "color": INK,
    "align": {"expr": "datum.right ? 'right' : 'left'"},
    "dx": {"expr": "datum.right ? 0 : 6"},
    "dy": {"expr": "datum.right ? -12 : 14"},
}


@dataclass(frozen=True, slots=True)
class Dot:
    """What somebody needs: the level ("la", "sub", "region"), children, beds, and how full in %."""

    name: str
    level: str
    load: float
    beds: int
    full_pct: float
    is_named: bool = False
    """Whether its name stands beside it."""


def full_panel(dots: Sequence[Dot], steps: Sequence[Dot], viable_pct: float) -> Spec:
    """Draw how full each one's beds are; `steps` join one after another and are linked by a line."""
    y = {"type": "quantitative", "title": "% of beds filled", "scale": {"domain": [0, 100]}, "axis": _axis()}
    zone = {"from": viable_pct, "to": 100, "words": f"shaded: viable, {viable_pct:.0f}% or more"}
    shade: Spec = {
        "data": values([zone]),
        "mark": {"type": "rect", "color": _VIABLE},
        "encoding": {"y": {**y, "field": "from"}, "y2": {"field": "to"}},
    }
    words: Spec = {
        "data": values([zone]),
        "mark": {"type": "text", "align": "left", "x": 6, "dy": 11, "color": QUIET},
        "encoding": {"y": {**y, "field": "from"}, "text": {"field": "words"}},
    }
    return chart(_said("How full beds are", dots), [shade, words, *_marks(dots, steps, y, "full")], _FULL_PX)


def beds_panel(dots: Sequence[Dot], steps: Sequence[Dot]) -> Spec:
    """Draw how many beds each one needs."""
    y = {"type": "quantitative", "title": "beds needed", "axis": {**_axis(), "tickMinStep": 1}}
    return chart(_said("Beds needed", dots), _marks(dots, steps, y, "beds"), _BEDS_PX)


def curve_key(line: str, region: str, alone: str = "", *, has_subs: bool = False) -> str:
    """Say what the marks mean; blank words leave a mark out."""
    marks = (
        (_round(ALONE, 6), alone),
        (f"height:2px;background:{ACCENT};vertical-align:4px;border:0", line),
        (_round(_SUB, 2), "a sub-region" if has_subs else ""),
        (_round(FAR, 1), region),
    )
    return key_html(marks)


def _round(colour: str, radius_px: int) -> str:
    return f"background:{colour};border:0;width:11px;height:11px;border-radius:{radius_px}px"


def _marks(dots: Sequence[Dot], steps: Sequence[Dot], y: Spec, field: str) -> list[Spec]:
    place = {"x": _x([*dots, *steps]), "y": {**y, "field": field}}
    coded = {"color": _coded(_COLOURS), "shape": _coded(_SHAPES), "tooltip": {"field": ALOUD}}
    layers = (
        _layer(steps, _LINE, {**place, "order": {"field": "at"}}),
        _layer(dots, {"type": "point", "filled": True, "size": 90, "opacity": 1}, {**place, **coded}),
        _layer([dot for dot in dots if dot.is_named], _NAME, {**place, "text": {"field": "name"}}),
    )
    return [layer for layer in layers if layer["data"] != values([])]


def _layer(dots: Sequence[Dot], mark: Spec, encoding: Spec) -> Spec:
    unheard = set[str]() if "tooltip" in encoding else {ALOUD}  # the dots speak, not what links or names them
    rows = [{key: cell for key, cell in _row(dot).items() if key not in unheard} for dot in dots]
    return {"data": values(rows), "mark": mark, "encoding": encoding}


def _row(dot: Dot) -> dict[str, object]:
    said = f"{dot.name}: {dot.load:,.1f} at one time, {dot.beds:,} beds, {dot.full_pct:.0f}% full"
    return {
        "name": dot.name,
        "level": dot.level,
        "at": dot.load,
        "beds": dot.beds,
        "full": dot.full_pct,
        "right": dot.level == "region",
        ALOUD: said,
    }


def _x(dots: Sequence[Dot]) -> Spec:
    low, high = min(dot.load for dot in dots), max(dot.load for dot in dots)
    ticks = [tick for tick in _TICKS if low / 2 <= tick <= high * 2]
    return {
        "field": "at",
        "type": "quantitative",
        "title": "children at one time, on average",
        "scale": {"type": "log", "domain": [low / 1.5, high * 1.5], "nice": False},
        "axis": {"values": ticks, "grid": True, "format": "~r", "labelOverlap": True},
    }


def _axis() -> dict[str, object]:
    return {"grid": True, "tickCount": 5, "minExtent": _LEFT_PX, "maxExtent": _LEFT_PX}


def _coded(marks: dict[str, str]) -> Spec:
    scale = {"domain": list(marks), "range": list(marks.values())}
    return {"field": "level", "type": "nominal", "scale": scale, "legend": None}


def _said(title: str, dots: Sequence[Dot]) -> str:
    return f"{title}: " + "; ".join(str(_row(dot)[ALOUD]) for dot in dots) + "."
