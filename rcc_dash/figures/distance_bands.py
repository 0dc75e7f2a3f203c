"""How far do groups of children live from home? One bar of bands for each group, all on one scale."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from rcc_dash.domain.disclosure import HIGH
from rcc_dash.domain.distance import BANDS, UNKNOWN_BAND
from rcc_dash.domain.headline import Figure
from rcc_dash.figures.chart_parts import ALOUD, Spec, chart, name_axis, values
from rcc_dash.figures.palette import INK, QUIET

COLOURS: Final = {
    "0to5": "#1d70b8",
    "5to10": "#7fb2de",
    "10to20": "#cfe2f3",
    "20to50": "#f0a08c",
    "over50": "#d4351c",
    UNKNOWN_BAND.code: "#ffffff",
}
"""Blue is near and vermilion far, dark at both ends; white is not known."""
WORDS: Final = {
    **{band.code: band.label for band in BANDS},
    UNKNOWN_BAND.code: UNKNOWN_BAND.label,
}
_DARK: Final = frozenset({"0to5", "over50"})
_ROW_PX: Final = 30
_NAMED_FROM: Final = {False: 7.5, True: 20.0}
"""Segments narrower than this, in %, have no figure written in them; on a narrow screen the second."""
_NAMES_PX: Final = 190
_WHOLE: Final = 100.0


@dataclass(frozen=True, slots=True)
class Group:
    """One bar: its code and name, its children, and those in each band."""

    code: str
    name: str
    children: Figure
    bands: Mapping[str, Figure]


def band_bars(title: str, groups: Sequence[Group], chosen: str = "", *, is_narrow: bool = False) -> Spec:
    """Draw one bar for each group, parted by band; a figure in it is the band's share of the group.

    What is hidden is left out, as what is empty is: a remainder would be a number that nobody may tell
    (design/disclosure.md 1.2). So a bar is as wide as the bands that are shown, and their figures may add up
    to less than all. A group too small to show has no bar. Segments carry the group's `code` and the `band`
    for clicks. On a narrow screen names go over two lines and fewer figures are written.
    """
    segments = [segment for group in groups for segment in _segments(group)]
    names = [group.name for group in groups]
    y = {
        "field": "name",
        "type": "nominal",
        "title": None,
        "axis": name_axis(names, _NAMES_PX, is_narrow=is_narrow),
        "scale": {"domain": names, "paddingInner": 0.3},
    }
    named = [one for one in segments if _width(one) >= _NAMED_FROM[is_narrow]]
    return chart(
        _told(title, segments), [_bars(segments, y, chosen), _shares(named, y)], _ROW_PX * max(len(groups), 1)
    )


def _told(title: str, segments: Sequence[Mapping[str, object]]) -> str:
    """Say of each group how far from home most of its children live."""
    widest: dict[object, Mapping[str, object]] = {}
    for one in segments:
        if one["name"] not in widest or _width(one) > _width(widest[one["name"]]):
            widest[one["name"]] = one
    said = [
        f"{name} most often {WORDS[str(one['band'])].lower()} ({one['shown']})"
        for name, one in widest.items()
    ]
    return f"{title}, by distance from home: {'; '.join(said) or 'no group large enough to show'}."


def _bars(segments: Sequence[Mapping[str, object]], y: Spec, chosen: str) -> Spec:
    faded = {"test": f"'{chosen}' && datum.code !== '{chosen}'", "value": 0.5}
    return {
        "data": values(segments),
        "mark": {"type": "bar", "stroke": QUIET, "strokeWidth": 0.6, "cursor": "pointer"},
        "encoding": {
            "y": y,
            "x": _x("start"),
            "x2": {"field": "end"},
            "color": _colour(),
            "opacity": {"condition": faded, "value": 1},
            "tooltip": {"field": ALOUD},
        },
    }


def _shares(named: Sequence[Mapping[str, object]], y: Spec) -> Spec:
    return {
        "data": values([{key: cell for key, cell in one.items() if key != ALOUD} for one in named]),
        "mark": {"type": "text", "fontSize": 13, "tooltip": None},
        "encoding": {"y": y, "x": _x("middle"), "text": {"field": "shown"}, "color": _ink()},
    }


def _width(segment: Mapping[str, object]) -> float:
    return float(str(segment["width"]))


def band_legend() -> str:
    """Say what each colour of the bars means."""
    keys = "".join(
        f'<li><span style="background:{colour}"></span>{escape(WORDS[code])}</li>'
        for code, colour in COLOURS.items()
    )
    hidden = "<li>Bands of too few children are left out: figures may add up to less than 100%</li>"
    return f'<ul class="keys">{keys}{hidden}</ul>'


def _x(field: str) -> Spec:
    scale = {"domain": [0, _WHOLE], "nice": False}
    return {"field": field, "type": "quantitative", "title": None, "axis": None, "scale": scale}


def _colour() -> Spec:
    scale = {"domain": list(COLOURS), "range": list(COLOURS.values())}
    return {"field": "band", "type": "nominal", "legend": None, "scale": scale}


def _ink() -> Spec:
    return {"condition": {"test": "datum.dark", "value": "#ffffff"}, "value": INK}


def _segments(group: Group) -> list[dict[str, object]]:
    """Part a bar by what is shown; one band alone, with the others hidden, is nearly all."""
    whole = group.children.value
    if not whole:
        return []
    shown = {code: group.bands[code].value or 0.0 for code in WORDS if code in group.bands}
    parts = {code: number for code, number in shown.items() if number}
    is_alone = len(parts) == 1 and any(figure.value is None for figure in group.bands.values())
    found, start = [], 0.0
    for code, number in parts.items():
        width = _WHOLE * number / sum(parts.values())
        share = HIGH if is_alone else f"{int(min(_WHOLE * number / whole, _WHOLE) + 0.5)}%"
        found.append(_segment(group, code, (start, width), (number, share)))
        start += width
    return found


def _segment(group: Group, band: str, at: tuple[float, float], told: tuple[float, str]) -> dict[str, object]:
    (start, width), (number, share) = at, told
    return {
        "code": group.code,
        "name": group.name,
        "band": band,
        "start": start,
        "end": start + width,
        "middle": start + width / 2,
        "width": width,
        "shown": share,
        "dark": band in _DARK,
        ALOUD: f"{group.name}: {WORDS[band]}: {number:,.0f} children, {share} of the group",
    }
