"""A table that nobody knew before: its cells as written, as bars or lines, on the map where it names LAs."""

from collections.abc import Sequence
from datetime import date
from typing import Final

import numpy as np
import pandas as pd

from rcc_dash.domain.headline import Figure
from rcc_dash.domain.measures import Unit
from rcc_dash.domain.places import la_name, local_authorities
from rcc_dash.figures.chart_parts import Spec
from rcc_dash.figures.explore_charts import bars, lines, top_of
from rcc_dash.figures.shading import Shading
from rcc_dash.figures.tables import TableColumn, TableRow

_MOST_BARS: Final = 40
_NO_VALUE: Final = "no value"
_WITH_COMMAS: Final = 10_000
"""Below, a number may be a year."""


def answer_rows(frame: pd.DataFrame) -> tuple[str, list[TableColumn], list[TableRow]]:
    """Give the heading of the first column, the other columns, and the rows as written."""
    first, *rest = (str(name) for name in frame.columns)
    columns = [TableColumn(name, name, is_number=_is_number(frame[name])) for name in rest]
    texts = {
        name: [_NO_VALUE if _is_null(value) else _written(value) for value in frame[name]] for name in frame
    }
    rows = [TableRow(texts[first][at], {name: texts[name][at] for name in rest}) for at in range(len(frame))]
    return first, columns, rows


def why_no_chart(frame: pd.DataFrame) -> str:
    """Say why an answer is no chart; blank where it is one."""
    if _value(frame) is None or _label(frame) is None:
        return "A chart needs a column of names or dates, and one of numbers."
    if len(frame) > _MOST_BARS:
        return f"A chart takes up to {_MOST_BARS} rows. Add LIMIT {_MOST_BARS}, or sum up."
    return ""


def answer_chart(frame: pd.DataFrame) -> Spec:
    """Draw the first column of numbers by the first of names: as a line where those are dates or years."""
    label, value = str(_label(frame)), str(_value(frame))
    rows = [
        (str(at), _name(name), Figure(None if pd.isna(number) else float(number), _NO_VALUE))
        for at, (name, number) in enumerate(zip(frame[label], frame[value], strict=True))
    ]
    is_time = label == "year" or all(isinstance(one, date) for one in frame[label])
    if is_time and frame[label].is_unique:
        drawn = lines(f"{value} by {label}", Unit.PLACES, [("", value, rows)], top_of([rows]))
        return {**drawn, "description": f"{value} by {label}."}
    named = [(code, f"{name}{_again(rows, at)}", figure) for at, (code, name, figure) in enumerate(rows)]
    drawn = bars(f"{value} by {label}", Unit.PLACES, named, top_of([named]))
    return {**drawn, "description": f"{value} by {label}: {len(rows)} bars."}


def drawn_column(frame: pd.DataFrame) -> str:
    """Name the column that a chart or map of the answer draws: the first of numbers."""
    return str(_value(frame))


def why_no_map(frame: pd.DataFrame) -> str:
    """Say why an answer cannot be drawn on the map; blank where it can."""
    column = _la_column(frame)
    if column is None or _value(frame) is None:
        return (
            "A map needs a column la_code or area_code with codes of local authorities, and one of numbers."
        )
    if not frame[column].is_unique:
        return "A map needs one row for each local authority. Sum up, or keep one value of the others."
    return ""


def answer_shading(frame: pd.DataFrame) -> Shading:
    """Shade local authorities by the first column of numbers."""
    column, value = str(_la_column(frame)), str(_value(frame))
    rows = [
        (code, None if pd.isna(number) else float(number), _NO_VALUE if pd.isna(number) else _written(number))
        for code, number in zip(frame[column], frame[value], strict=True)
    ]
    shaded = pd.DataFrame(rows, columns=["la_code", "value", "shown"]).astype({"value": "float64"})
    return Shading(value, "", shaded)


def _again(rows: Sequence[tuple[str, str, Figure]], at: int) -> str:
    """Number a name that came before: bars of the same name would fall on each other."""
    before = sum(name == rows[at][1] for _, name, _ in rows[:at])
    return f" ({before + 1})" if before else ""


def _la_column(frame: pd.DataFrame) -> str | None:
    known = local_authorities()
    return next(
        (
            str(name)
            for name in frame.columns
            if len(frame) and all(isinstance(code, str) and code in known for code in frame[name])
        ),
        None,
    )


def _value(frame: pd.DataFrame) -> str | None:
    numbers = [str(name) for name in frame.columns if _is_number(frame[name]) and str(name) != "year"]
    return numbers[0] if numbers else None


def _label(frame: pd.DataFrame) -> str | None:
    """Prefer names to codes: the first column of words, but not one of LAs' codes where another is."""
    words = [str(name) for name in frame.columns if not _is_number(frame[name]) or str(name) == "year"]
    named = [name for name in words if name in {"name", "la_name"}]
    return next(iter((*named, *words)), None)


def _is_number(column: pd.Series) -> bool:
    return pd.api.types.is_numeric_dtype(column) and not pd.api.types.is_bool_dtype(column)


def _name(value: object) -> str:
    text = _written(value)
    return la_name(text) if text in local_authorities() else text or _NO_VALUE


def _is_null(value: object) -> bool:
    return value is None or value is pd.NA or value is pd.NaT or (isinstance(value, float) and pd.isna(value))


def _written(value: object) -> str:
    if _is_null(value):
        return ""
    if isinstance(value, bool | np.bool_):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:,.10g}"
    return f"{value:,}" if isinstance(value, int) and value >= _WITH_COMMAS else str(value)
