"""Where are children placed? Arrows from the responsible LA, thick to thin, to the LA of placement."""

from collections.abc import Iterator, Mapping
from typing import Final

import pandas as pd

from rcc_dash.figures.arrows import Gaps, arrow
from rcc_dash.figures.deck import Layer, layer, lookup, records, rounded
from rcc_dash.figures.flow_ends import screen_ends
from rcc_dash.figures.legend import Group, Item, Mark
from rcc_dash.figures.palette import FAR, NEAR, QUIET, colour
from rcc_dash.figures.scales import CHILDREN_LABELS
from rcc_dash.figures.view import Floats, View, small_window_scale

FLOWS: Final = "flows"
WIDTHS: Final = (5.0, 9.0, 14.0, 20.0)
"""Pixels at the start of an arrow, by class, in the view that opens."""

_COLOURS: Final = (NEAR, FAR)
_KINDS: Final = {
    "inside": (0, "Inside the region"),
    "outside": (1, "Outside the region"),
    "near": (0, "20 miles or nearer"),
    "far": (1, "Over 20 miles"),
}
_GAP: Final = 5.0
_ALPHA: Final = 225


def flow_layers(flows: pd.DataFrame, view: View, clear: Mapping[str, float]) -> Iterator[Layer]:
    """Draw flows in their order, the last on top; `clear` keeps that many pixels free around an area's point.

    Columns: `from_code`, `to_code`, `from_name`, `to_name`, `from_lon`, `from_lat`, `to_lon`, `to_lat`
    (null for "elsewhere"), `shown`, `class` (0 to 3 of `scales.CHILDREN_LABELS`, null if hidden),
    `kind` (inside, outside, near, far). Hidden flows are not sent: `flow_ends.drawn_flows`.
    """
    if flows.empty:
        return
    widths = flows["class"].astype(int).map(lambda rank: WIDTHS[rank] * small_window_scale(view))
    ends = zip(*screen_ends(flows, view), strict=True)
    rows = zip(ends, records(flows), widths, strict=True)
    yield layer(
        "PolygonLayer",
        FLOWS,
        [_row(row, _outline(pair, row, width, clear), view) for pair, row, width in rows],
        pickable=True,
        autoHighlight=True,
        highlightColor=[11, 12, 12, 90],
        getPolygon="@@=p",
        getFillColor=lookup([colour(c, _ALPHA) for c in _COLOURS], "k"),
        getLineColor=[255, 255, 255, _ALPHA],
        getLineWidth=1,
        lineWidthUnits="pixels",
        _subLayerProps={"stroke": {"pickable": False}},
    )


def flow_legend(flows: pd.DataFrame) -> tuple[Group, ...]:
    """Say the colours and the widths that occur, widest first."""
    ranks = sorted({int(rank) for rank in flows["class"]}, reverse=True)
    widths = (Item(Mark.ARROW, QUIET, CHILDREN_LABELS[rank], WIDTHS[rank] * 0.75) for rank in ranks)
    found = [_KINDS[kind] for kind in _KINDS if kind in set(flows["kind"])]
    hues = (Item(Mark.ARROW, _COLOURS[hue], words, WIDTHS[1] * 0.75) for hue, words in found)
    return (Group("Where children are placed", (*hues, *widths)),) if ranks else ()


def _row(row: Mapping[str, object], outline: Floats, view: View) -> dict[str, object]:
    hue, words = _KINDS[str(row["kind"])]
    return {
        "code": f"{row['from_code']}-{row['to_code']}",
        "tip": f"{row['from_name']} to {row['to_name']}\n{row['shown']} children\n{words}",
        "k": hue,
        "p": rounded(view.to_lonlat(outline)),
    }


def _outline(
    ends: tuple[Floats, Floats], row: Mapping[str, object], width: float, clear: Mapping[str, float]
) -> Floats:
    gaps = Gaps(clear.get(str(row["from_code"]), _GAP), clear.get(str(row["to_code"]), _GAP))
    return arrow(*ends, width, gaps)
