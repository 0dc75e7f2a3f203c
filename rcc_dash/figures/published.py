"""How are published figures written and drawn? A publisher's mark stays one: never a 0, never a blank."""

from collections.abc import Mapping, Sequence
from typing import Final

import pandas as pd

from rcc_dash.domain.measures import Polarity
from rcc_dash.domain.places import la_name
from rcc_dash.domain.published import Beside, Comparison, NeighbourValues, PublishedFigure, Rank
from rcc_dash.domain.published_areas import area_name
from rcc_dash.domain.published_values import meaning
from rcc_dash.figures.numbers import shown_number
from rcc_dash.figures.tables import TableColumn, TableRow

NOT_PUBLISHED: Final = "not published"
_WORKED_OUT: Final = "worked out of the published numbers, in whole %"
_BEST: Final = {
    Polarity.LOW_IS_GOOD: "1 is the lowest, which is good",
    Polarity.HIGH_IS_GOOD: "1 is the highest, which is good",
    Polarity.NEUTRAL: "1 is the highest; neither high nor low is good",
}


def published_text(figure: PublishedFigure | None, unit: str) -> str:
    """Write a published figure: its number, with the publisher's mark behind it if any; or the mark alone."""
    if figure is None:
        return NOT_PUBLISHED
    if figure.value is None:
        return figure.mark
    return " ".join(filter(None, (shown_number(figure.value, unit), figure.mark)))


def published_meaning(figure: PublishedFigure | None) -> str:
    """Say in words what the mark of a published figure means; blank for a plain number."""
    if figure is None:
        return "no published figure is at hand"
    if figure.mark:
        return meaning(figure.mark)
    return _WORKED_OUT if figure.is_worked_out else ""


def comparison_columns(comparison: Comparison) -> tuple[TableColumn, ...]:
    """Give the columns of a comparison's table; the definitions of the neighbours' figures are named."""
    best = _BEST[comparison.wanted.polarity]
    return (
        TableColumn("own", "As published"),
        TableColumn("rank", f"Rank in England ({best})"),
        TableColumn("region", "Region"),
        TableColumn("mean", "Statistical neighbours: mean, as in LAIT"),
        TableColumn("median", "Statistical neighbours: median, as in DfE's dashboard"),
        TableColumn("england", "England"),
    )


def comparison_rows(comparison: Comparison) -> tuple[TableRow, ...]:
    """Give one row per LA, in the order asked; every mark says what it means."""
    return tuple(_row(comparison, code, beside) for code, beside in comparison.by_la.items())


def published_bars(comparison: Comparison) -> pd.DataFrame:
    """Give a comparison for `charts.ranked_bars`: an LA without a number keeps its mark and no bar."""
    rows = [
        (code, la_name(code), one.own.value if one.own else None, published_text(one.own, comparison.unit))
        for code, one in comparison.by_la.items()
    ]
    frame = pd.DataFrame(rows, columns=["la_code", "name", "value", "shown"])
    return frame.astype({"value": "float64"})


def published_lines(lines: Mapping[str, Sequence[PublishedFigure]], unit: str) -> pd.DataFrame:
    """Give figures over time for `charts.trend_lines`: a mark breaks the line and is written there."""
    rows = [
        (code, area_name(code), f"{one.as_of:%b %Y}", one.value, published_text(one, unit))
        for code, figures in lines.items()
        for one in figures
    ]
    frame = pd.DataFrame(rows, columns=["code", "name", "period", "value", "shown"])
    return frame.astype({"value": "float64"})


def _row(comparison: Comparison, code: str, beside: Beside) -> TableRow:
    unit = comparison.unit
    figures = {"own": beside.own, "region": beside.region, "england": comparison.england}
    cells = {key: published_text(figure, unit) for key, figure in figures.items()}
    meanings = {key: published_meaning(figure) for key, figure in figures.items()}
    peers = _peers(beside.neighbours, unit)
    if beside.region_name and beside.region:
        cells["region"] = f"{cells['region']} ({beside.region_name})"
    return TableRow(la_name(code), {**cells, **peers, "rank": _rank(beside.rank)}, meanings=meanings)


def _peers(peers: NeighbourValues | None, unit: str) -> dict[str, str]:
    if peers is None or peers.mean is None or peers.median is None:
        return dict.fromkeys(("mean", "median"), NOT_PUBLISHED)
    counted = f" ({peers.used} of {peers.of})" if peers.used < peers.of else ""
    return {
        "mean": f"{shown_number(peers.mean, unit, 1)}{counted}",
        "median": f"{shown_number(peers.median, unit, 1)}{counted}",
    }


def _rank(rank: Rank | None) -> str:
    return f"{rank.place} of {rank.of}" if rank else NOT_PUBLISHED
