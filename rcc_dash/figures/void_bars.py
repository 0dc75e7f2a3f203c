"""In which state are the places of some homes, or children? One parted bar for each, without a script."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from rcc_dash.figures.palette import FAR, HIDDEN, INK, LINE, QUIET

_OCCUPIED, _KNOWN = "#3d4f5c", "#93a5b1"
_STRIPES: Final = f"repeating-linear-gradient(135deg,{_KNOWN} 0 2px,#ffffff 2px 6px)"
STATES: Final = {
    "held": ("Occupied, as returned", f"background:{_OCCUPIED}"),
    "blocked": ("Cannot be used, as returned", f"background:{HIDDEN}"),
    "void": ("Empty and ready, as returned", f"background:#ffffff;border:2px solid {FAR}"),
    "known": ("Children known there, no return", f"background:{_KNOWN}"),
    "likely": ("Likely occupied by others (estimate)", f"background:{_STRIPES}"),
    "rest": ("Not known: empty, blocked or occupied", "background:#f6f7f8"),
}
"""Solid is occupied, outlined empty, grey blocked, hatched estimated (design/look.md)."""
_NAMED_FROM: Final = 6.0
"""Segments narrower than this, in %, have no figure written in them."""


@dataclass(frozen=True, slots=True)
class Scheme:
    """What segments can be (words and style by code), what they count, and which stand without a figure."""

    states: Mapping[str, tuple[str, str]]
    noun: str
    unnamed: frozenset[str] = frozenset()
    light_on: frozenset[str] = frozenset()
    """Codes so dark that their figure is white."""


PLACES: Final = Scheme(STATES, "places", frozenset({"likely"}), frozenset({"held"}))


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its name, what stands at its end, and numbers by code of the scheme."""

    name: str
    said: str
    numbers: dict[str, float]
    is_total: bool = False


def bars_html(title: str, bars: Sequence[Bar], scheme: Scheme = PLACES) -> str:
    """Draw the bars, each as wide as the place there is, with a key above; all text is escaped."""
    told = escape("; ".join(f"{bar.name} {bar.said}" for bar in bars))
    rows = "".join(_row(bar, scheme) for bar in bars if sum(bar.numbers.values()) > 0)
    grid = "display:grid;grid-template-columns:minmax(5.5rem,17%) 1fr;gap:6px 10px;align-items:start;"
    return (
        f"{scheme_key(scheme)}"
        f'<div role="img" aria-label="{escape(title)}: {told}"'
        f' style="{grid}font-size:14px;color:{INK};margin-top:8px">{rows}</div>'
    )


def scheme_key(scheme: Scheme) -> str:
    """Say what each state's look means."""
    items = "".join(
        f'<li><span style="{style};box-sizing:border-box"></span>{escape(words)}</li>'
        for words, style in scheme.states.values()
    )
    return f'<ul class="keys">{items}</ul>'


def _row(bar: Bar, scheme: Scheme) -> str:
    parts = "".join(
        _segment(bar, state, scheme) for state in scheme.states if bar.numbers.get(state, 0.0) > 0
    )
    weight = "font-weight:700;" if bar.is_total else ""
    frame = f"display:flex;height:22px;border:1px solid {LINE};overflow:hidden"
    return (
        f'<div style="{weight}line-height:22px">{escape(bar.name)}</div>'
        f'<div><div style="{frame}">{parts}</div>'
        f'<div style="{weight}font-size:13px;color:{QUIET};line-height:1.3">{escape(bar.said)}</div></div>'
    )


def _segment(bar: Bar, state: str, scheme: Scheme) -> str:
    words, style = scheme.states[state]
    number = bar.numbers[state]
    width = 100 * number / sum(bar.numbers.values())
    shown = f"{number:,.0f}" if width >= _NAMED_FROM and state not in scheme.unnamed else ""
    ink = "#ffffff" if state in scheme.light_on else INK
    height = 16 if "2px solid" in style else 20  # within its outline
    cell = f"box-sizing:border-box;text-align:center;line-height:{height}px;overflow:hidden;font-size:13px"
    said = escape(f"{bar.name}: {words}: {number:,.0f} {scheme.noun}")
    return f'<div title="{said}" style="width:{width:.2f}%;{cell};{style};color:{ink}">{shown}</div>'
