"""How do local authorities compare, and how did a figure change? Bars and lines as Vega-Lite."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from json import dumps
from typing import Final

import pandas as pd

from rcc_dash.figures.chart_parts import ALOUD, Reference, Spec, chart, reference_lines, values, with_halo
from rcc_dash.figures.deck import records
from rcc_dash.figures.numbers import NOT_RETURNED, in_words, unit_words
from rcc_dash.figures.palette import ACCENT, INK, QUIET

OTHERS: Final = "#7f919d"
"""Bars and lines that are not chosen: 3:1 against the page, and clearly not the accent."""

_ROW_PX: Final = 26
_TREND_PX: Final = 240
_NAME_PX: Final = 16
"""How far apart the names of two lines stand at the least."""
_X: Final = {
    "field": "value",
    "type": "quantitative",
    "title": None,
    "axis": None,
    "scale": {"zero": True, "nice": False},
}


def ranked_bars(
    title: str, unit: str, frame: pd.DataFrame, references: Sequence[Reference] = (), chosen: str = ""
) -> Spec:
    """Draw one bar per area, longest first, from zero, each with its figure at its end.

    `frame`: `la_code`, `name`, `value` (null if hidden or missing), `shown` (as written). Areas
    without a value stand last, by name, with their text and no bar. `chosen` takes the accent.
    """
    rows = _ranked(_plain(frame), chosen)
    scale = {"domain": [row["name"] for row in rows], "paddingInner": 0.25}
    y = {"field": "name", "type": "nominal", "title": None, "scale": scale}
    bars: Spec = {
        "data": values([_aloud(row, row["name"], unit) for row in rows if row["value"] is not None]),
        "mark": {"type": "bar"},
        "encoding": {"y": y, "x": _X, "color": _tone()},
    }
    figures: Spec = {
        "data": values(
            [{"name": row["name"], "at": row["value"] or 0, "shown": row["shown"]} for row in rows]
        ),
        "mark": {"type": "text", "align": "left", "dx": 5},
        "encoding": {"y": y, "x": {**_X, "field": "at"}, "text": {"field": "shown"}},
    }
    beside = [f"{one.name} {one.shown}" for one in references]
    told = "; ".join([*(f"{row['name']} {row['shown']}" for row in rows), *beside])
    return chart(
        f"{title} ({unit_words(unit)}): {told}.",
        [bars, *reference_lines(references), *(with_halo(figures) if references else [figures])],
        _ROW_PX * max(len(rows), 1),
    )


def trend_lines(title: str, unit: str, frame: pd.DataFrame, chosen: str, top: float = 0) -> Spec:
    """Draw a few years as lines, each named at its end; the chosen one in the accent.

    `frame`: `code`, `name`, `period` (as written, in order), `value` (null if hidden or missing),
    `shown`. A null breaks the line; its text stands at the foot. The scale ends at `top`, or at the
    largest value.
    """
    rows = [{**row, "chosen": row["code"] == chosen} for row in _plain(frame)]
    periods = list(dict.fromkeys(str(row["period"]) for row in rows))
    axis = {"labelAngle": 0, "grid": False, "labelPadding": 6, "labelOverlap": True, "labelSeparation": 8}
    x = {"field": "period", "type": "ordinal", "title": None, "scale": {"domain": periods}, "axis": axis}
    known = [float(str(row["value"])) for row in rows if row["value"] is not None]
    ends = (min([0.0, *known]), top or max([0.0, *known]) or 1.0)
    scale = {"domain": [*ends]}
    y = {"field": "value", "type": "quantitative", "title": unit_words(unit), "scale": scale}
    layers = [_lines(rows, x, y, unit), _ends(rows, x, y, ends), *_gaps(rows, periods, x)]
    years = f", {periods[0]} to {periods[-1]}" if periods else ""
    told = "; ".join(_course(rows))
    return chart(
        f"{title}{years}{': ' if told else ''}{told}.", [layer for layer in layers if layer], _TREND_PX
    )


def _lines(rows: Sequence[Mapping[str, object]], x: Spec, y: Spec, unit: str) -> Spec:
    """Draw the lines; their points are heard, since a line is no figure."""
    kept = ("code", "period", "value", "chosen", "shown")
    heard = [_aloud(_picked(row, *kept), f"{row['name']}, {row['period']}", unit) for row in rows]
    mark = {
        "type": "line",
        "aria": False,
        "point": {"size": 50, "aria": True},
        "strokeWidth": 2.5,
        "invalid": "break-paths-show-domains",
    }
    encoding = {"x": x, "y": y, "detail": {"field": "code"}, "color": _tone()}
    return {"data": values(heard), "mark": mark, "encoding": encoding}


def _ends(rows: Sequence[Mapping[str, object]], x: Spec, y: Spec, ends: tuple[float, float]) -> Spec:
    """Write each line's name and last figure at its end."""
    last = {row["code"]: row for row in rows if row["value"] is not None}
    named = [
        {"period": row["period"], "value": row["value"], "words": f"{row['name']} {row['shown']}"}
        for row in last.values()
    ]
    down = {"expr": f"({dumps(_apart(named, ends))})[datum.words]"}
    mark = {"type": "text", "align": "left", "dx": 8, "dy": down, "color": INK}
    encoding = {"x": x, "y": y, "text": {"field": "words"}}
    return {"data": values(named), "mark": mark, "encoding": encoding} if named else {}


def _apart(named: Sequence[Mapping[str, object]], ends: tuple[float, float]) -> dict[str, int]:
    """Say how many pixels further down each name must stand so that none covers another."""
    px = _TREND_PX / (ends[1] - ends[0])
    wanted = {str(row["words"]): (ends[1] - float(str(row["value"]))) * px for row in named}
    order = sorted(wanted, key=lambda words: wanted[words])
    places: dict[str, float] = {}
    above, below = -float(_NAME_PX), float(_TREND_PX + _NAME_PX)
    for words in order:
        above = places[words] = max(wanted[words], above + _NAME_PX)
    for words in reversed(order):
        below = places[words] = min(places[words], below - _NAME_PX)
    return {words: round(place - wanted[words]) for words, place in places.items()}


def _gaps(rows: Sequence[Mapping[str, object]], periods: Sequence[str], x: Spec) -> list[Spec]:
    """Write at the foot what stands where a line breaks: hidden, or not returned; once for dates in a row."""
    marks: dict[str, dict[str, None]] = {}
    for row in rows:
        if row["value"] is None:
            marks.setdefault(str(row["period"]), {})[str(row["shown"])] = None
    runs = [
        (said, [*run])
        for said, run in groupby(periods, key=lambda one: ", ".join(marks.get(one, ())))
        if said
    ]
    words = [{"period": run[len(run) // 2], "shown": said} for said, run in runs]
    spans = [{"period": run[0], "to": run[-1]} for _, run in runs if len(run) > 1]
    foot = {"x": x, "y": {"datum": 0, "type": "quantitative"}}
    line = {"type": "rule", "color": QUIET, "strokeDash": [2, 3]}
    over: Spec = {"data": values(spans), "mark": line, "encoding": {**foot, "x2": {"field": "to"}}}
    mark = {"type": "text", "dy": -8, "color": QUIET}
    text: Spec = {"data": values(words), "mark": mark, "encoding": {**foot, "text": {"field": "shown"}}}
    return [*([over] if spans else []), *([text] if words else [])]


def _course(rows: Sequence[Mapping[str, object]]) -> list[str]:
    """Say where each line begins and ends."""
    known: dict[object, list[Mapping[str, object]]] = {}
    for row in rows:
        if row["value"] is not None:
            known.setdefault(row["name"], []).append(row)
    return [f"{name} from {course[0]['shown']} to {course[-1]['shown']}" for name, course in known.items()]


def _aloud(row: Mapping[str, object], whose: object, unit: str) -> dict[str, object]:
    return {**row, ALOUD: f"{whose}: {in_words(str(row['shown']), unit)}"}


def _tone() -> Spec:
    return {"condition": {"test": "datum.chosen", "value": ACCENT}, "value": OTHERS}


def _ranked(rows: Sequence[Mapping[str, object]], chosen: str) -> list[dict[str, object]]:
    known = [row for row in rows if row["value"] is not None]
    rest = sorted((row for row in rows if row["value"] is None), key=lambda row: str(row["name"]))
    known.sort(key=lambda row: (-float(str(row["value"])), str(row["name"])))
    kept = [_picked(row, "name", "value", "shown") for row in (*known, *rest)]
    codes = [row["la_code"] for row in (*known, *rest)]
    return [{**row, "chosen": code == chosen} for row, code in zip(kept, codes, strict=True)]


def _picked(row: Mapping[str, object], *names: str) -> dict[str, object]:
    return {name: row[name] for name in names}


def _plain(frame: pd.DataFrame) -> list[dict[str, object]]:
    """Give rows with missing values as None and missing words as "not returned"."""
    cells = frame.astype(object).where(frame.notna(), None)
    return [{**row, "shown": row["shown"] or NOT_RETURNED} for row in records(cells)]
