"""Turn figures of areas and dates into the bars and lines that compare them."""

from collections.abc import Mapping, Sequence
from datetime import date

import pandas as pd

from rcc_dash.domain.headline import Figure
from rcc_dash.domain.measures import Measure
from rcc_dash.domain.places import la_name
from rcc_dash.figures.chart_parts import Reference, Spec
from rcc_dash.figures.charts import ranked_bars, trend_lines
from rcc_dash.figures.written import written

Line = tuple[str, str, Sequence[tuple[date, Figure]]]
"""A code, a name, and a figure on each date."""


def area_bars(
    measure: Measure, areas: Mapping[str, Figure], beside: Mapping[str, Figure], chosen: str
) -> Spec:
    """Draw one measure by area, longest first, with a thin line for each area to compare with."""
    rows = [
        {"la_code": code, "name": la_name(code), "value": f.value, "shown": written(f, measure.unit)}
        for code, f in areas.items()
    ]
    frame = pd.DataFrame(rows, columns=["la_code", "name", "value", "shown"]).astype({"value": "float64"})
    lines = [
        Reference(name, f.value, written(f, measure.unit))
        for name, f in beside.items()
        if f.value is not None
    ]
    return ranked_bars(measure.label, measure.unit.value, frame, lines, chosen)


def measure_lines(measure: Measure, lines: Sequence[Line], chosen: str) -> Spec:
    """Draw one measure over time, a line for each area."""
    rows = [
        {
            "code": code,
            "name": name,
            "period": f"{day:%b %Y}",
            "value": figure.value,
            "shown": written(figure, measure.unit),
        }
        for code, name, points in lines
        for day, figure in points
    ]
    frame = pd.DataFrame(rows, columns=["code", "name", "period", "value", "shown"])
    return trend_lines(measure.label, measure.unit.value, frame.astype({"value": "float64"}), chosen)
