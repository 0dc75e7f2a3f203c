"""Of what parts is a mean distance made? Steps from nought to the whole, in miles."""

from collections.abc import Sequence
from typing import Final

from rcc_dash.figures.chart_parts import ALOUD, Spec, chart, values
from rcc_dash.figures.palette import FAR, INK, QUIET

_ROW_PX: Final = 44
_STEP: Final = "#7f919d"


def waterfall(title: str, steps: Sequence[tuple[str, float]], whole: str) -> Spec:
    """Draw each step where the one before ended, then the whole from nought; a negative step goes back.

    `steps` are names with their length in miles; `whole` names their sum.
    """
    rows = _rows(steps, whole)
    y = {
        "field": "name",
        "type": "nominal",
        "title": None,
        "axis": {"labelLimit": 230, "labelPadding": 6},
        "scale": {"domain": [str(row["name"]) for row in rows], "paddingInner": 0.3},
    }
    x = {"type": "quantitative", "title": "miles", "axis": {"grid": True, "tickMinStep": 1}}
    colour = {"condition": {"test": "datum.whole", "value": FAR}, "value": _STEP}
    ends = {"x": {**x, "field": "start"}, "x2": {"field": "end"}}
    bar = {"type": "bar", "stroke": QUIET, "strokeWidth": 0.6}
    heard = [{**row, ALOUD: f"{row['name']}: {row['shown']} miles"} for row in rows]
    bars: Spec = {"data": values(heard), "mark": bar, "encoding": {"y": y, **ends, "color": colour}}
    text: Spec = {
        "data": values(rows),
        "mark": {"type": "text", "align": "left", "dx": 6, "color": INK},
        "encoding": {"y": y, "x": {**x, "field": "right"}, "text": {"field": "shown"}},
    }
    said = f"{title}: " + "; ".join(f"{row['name']} {row['shown']} miles" for row in rows) + "."
    return chart(said, [bars, text], _ROW_PX * len(rows))


def _rows(steps: Sequence[tuple[str, float]], whole: str) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = []
    start = 0.0
    for name, length in steps:
        rows.append(_row(name, start, start + length, f"{length:+,.0f}" if rows else f"{length:,.0f}"))
        start += length
    return [*rows, {**_row(whole, 0.0, start, f"{start:,.0f}"), "whole": True}]


def _row(name: str, start: float, end: float, shown: str) -> dict[str, object]:
    return {
        "name": name,
        "start": start,
        "end": end,
        "right": max(start, end),
        "shown": shown,
        "whole": False,
    }
