"""How is a number written for people? See design/look.md, Numbers.

Units are the codes of `domain.measures` (children, homes, places, share_pct, per_100) and
of costs, distances and published figures: gbp, gbp_thousand, gbp_week, miles, per_10000.
"""

import math
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

NOT_RETURNED: Final = "not returned"

_POUNDS: Final = {"gbp": 1, "gbp_thousand": 1000}
_SCALES: Final = ((1e9, "bn"), (1e6, "m"))


def shown_number(value: float | None, unit: str, decimals: int | None = None) -> str:
    """Write a number with its sign of unit: 1,234 · 43% · £1.2m · £7,385 a week · 21.8 miles.

    A null is "not returned"; a hidden cell never gets here, its text comes with it.
    `decimals` overrides the unit's own (whole; one for miles).
    """
    if value is None or math.isnan(value):
        return NOT_RETURNED
    places = own_decimals(unit) if decimals is None else decimals
    return _with_unit(value, unit, places)


def own_decimals(unit: str) -> int:
    """Say how many decimals a unit is written with."""
    return 1 if unit == "miles" else 0


def unit_words(unit: str) -> str:
    """Say a unit as the header of a column or the title of an axis."""
    names = {
        "share_pct": "%",
        "per_100": "per 100 children",
        "per_10000": "per 10,000 children",
        "gbp": "£",
        "gbp_week": "£ a week",
        "gbp_thousand": "£",
    }
    return names.get(unit, unit)


def in_words(shown: str, unit: str) -> str:
    """Say a figure as written with what it counts, where its sign does not: 365 children · 43% · [c]."""
    is_bare = shown[-1:].isdigit() and "£" not in shown
    return f"{shown} {unit_words(unit)}".rstrip() if is_bare else shown


def _with_unit(value: float, unit: str, places: int) -> str:
    if unit in _POUNDS:
        return _money(value * _POUNDS[unit])
    sign = "-" if value < 0 else ""
    digits = f"{_half_up(abs(value), places):,}"
    before = "£" if unit == "gbp_week" else ""
    after = {"share_pct": "%", "gbp_week": " a week", "miles": " miles"}.get(unit, "")
    return f"{sign}{before}{digits}{after}"


def _half_up(value: float, places: int) -> Decimal:
    """Round as publishers do: 44.5 is 45, not the even 44."""
    return Decimal(str(value)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def _money(value: float) -> str:
    sign, size = ("-" if value < 0 else ""), abs(value)
    for scale, letter in _SCALES:
        if size >= scale:
            return f"{sign}£{size / scale:,.1f}{letter}"
    return f"{sign}£{size:,.0f}"
