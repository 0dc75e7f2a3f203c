"""What is certain, what is likely, and what is known? Thin and thick bars with a dot, one row each."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from rcc_dash.figures.chart_parts import ALOUD, Spec, chart, name_axis, values
from rcc_dash.figures.keys import key_html
from rcc_dash.figures.numbers import in_words
from rcc_dash.figures.palette import ACCENT, FAR, INK, QUIET

_ROW_PX: Final = 30
_NAMES_PX: Final = 190
_LIKELY: Final = "#a9c6e3"


@dataclass(frozen=True, slots=True)
class RangeRow:
    """One row: a wide range, a narrower one, and a number; None leaves its mark out."""

    name: str
    wide: tuple[float, float] | None
    narrow: tuple[float, float] | None
    dot: float | None
    said: str
    """What is written at the row's end."""


def range_bars(title: str, unit: str, rows: Sequence[RangeRow], *, is_narrow: bool = False) -> Spec:
    """Draw the ranges of each row on one scale from zero, in the order given.

    On a narrow screen long names go over two lines.
    """
    names = [row.name for row in rows]
    y: Spec = {
        "field": "name",
        "type": "nominal",
        "title": None,
        "axis": name_axis(names, _NAMES_PX, is_narrow=is_narrow),
        "scale": {"domain": names, "paddingInner": 0.35},
    }
    x = {"type": "quantitative", "title": unit, "axis": {"grid": True, "tickCount": 4, **_ticks(unit)}}
    wide = [_span(row.name, row.wide) for row in rows if row.wide]
    narrow = [_span(row.name, row.narrow) for row in rows if row.narrow]
    dots = [{"name": row.name, "at": row.dot} for row in rows if row.dot is not None]
    ends = [_end(row, unit) for row in rows]
    layers: list[Spec] = [
        _layer(wide, {"type": "rule", "strokeWidth": 2, "color": QUIET}, y, x),
        _layer(narrow, {"type": "bar", "height": 12, "color": _LIKELY, "stroke": ACCENT}, y, x),
        _layer(dots, {"type": "point", "filled": True, "size": 80, "color": FAR, "opacity": 1}, y, x),
        {
            **_layer(ends, {"type": "text", "align": "left", "dx": 8, "color": INK}, y, x),
            "encoding": {"y": y, "x": {**x, "field": "at"}, "text": {"field": "said"}},
        },
    ]
    said = f"{title}: " + "; ".join(f"{row.name} {row.said}" for row in rows) + "."
    return chart(said, [layer for layer in layers if _has_rows(layer)], _ROW_PX * max(len(rows), 1))


def _ticks(unit: str) -> Spec:
    """Write pounds as everywhere else: £400,000, £1.2m; other numbers with a comma."""
    if not unit.startswith("£"):
        return {"format": ",f"}  # without f Vega writes 4e+2
    millions = "format(datum.value / 1e6, '.1f') + 'm'"
    return {"labelExpr": f"'£' + (datum.value >= 1e6 ? {millions} : format(datum.value, ',.0f'))"}


def range_key(wide: str, narrow: str, dot: str) -> str:
    """Say what the thin line, the thick bar and the dot mean."""
    marks = (
        (f"height:2px;background:{QUIET};vertical-align:4px;border:0", wide),
        (f"background:{_LIKELY};border-color:{ACCENT}", narrow),
        (f"background:{FAR};border-radius:50%;border:0;width:10px;height:10px", dot),
    )
    return key_html(marks)


def _span(name: str, span: tuple[float, float]) -> dict[str, object]:
    return {"name": name, "at": span[0], "to": span[1]}


def _end(row: RangeRow, unit: str) -> dict[str, object]:
    at = max((row.dot or 0.0), *(span[1] for span in (row.wide, row.narrow) if span), 0.0)
    heard = f"{row.name}: {in_words(row.said, unit)}"
    return {"name": row.name, "at": at, "said": row.said, ALOUD: heard}


def _layer(rows: Sequence[dict[str, object]], mark: Spec, y: Spec, x: Spec) -> Spec:
    spans = {"x2": {"field": "to"}} if rows and "to" in rows[0] else {}
    return {"data": values(rows), "mark": mark, "encoding": {"y": y, "x": {**x, "field": "at"}, **spans}}


def _has_rows(layer: Spec) -> bool:
    data = layer["data"]
    return isinstance(data, dict) and bool(data["values"])
