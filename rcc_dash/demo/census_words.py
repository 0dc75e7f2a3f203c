"""How does a placements census word a placement, in the edition of 2022 and in that of December 2025?"""

from typing import Final

import numpy as np
import pandas as pd

from rcc_dash.demo.kinds import (
    FOSTER,
    HOME,
    OTHER_LA,
    OTHER_RESIDENTIAL,
    OWN_LA,
    SCHOOL,
    SUPPORTED,
    Flags,
    Texts,
)

_ENHANCED_FROM: Final = 1.2
"""Burden from which a foster placement is paid for as an enhanced one."""

_REASONS: Final = {
    "2022-03": {
        "none_local": ("No placement available locally", "Requirement for other specialist provision"),
        "local_unavailable": (
            "Placement available locally but provider refused due to matching",
            "Placement available locally but provider refused due to need",
        ),
        "child_led": (
            "Requirement to place at distance (eg CSE/CCE/Parental choice/move to near family or support)",
        ),
        "unknown": ("Unknown",),
        "not_applicable": ("Not applicable",),
    },
    "2025-12": {
        "none_local": ("Provision within distance does not exist",),
        "local_unavailable": ("Provision within distance exists but is not available",),
        "child_led": ("Safeguarding requirement", "CYP/Parental preference", "Carer moving out of area"),
        "unknown": ("",),
        "not_applicable": ("Not applicable",),
    },
}
_FRAMEWORKS: Final = {
    "2022-03": "NW Contract - SaILS DPS or previous",
    "2025-12": "NW Contract - Supported Accommodation DPS or previous",
}
_SPOT: Final = {"2022-03": "Direct Award / Spot Purchase", "2025-12": "Direct Award / Off Framework"}


def provision(spells: pd.DataFrame, edition: str) -> Texts:
    """Give the type of provision; blank where the census does not cover the placement."""
    is_new = edition != "2022-03"
    own, other_la = spells["provider"] == OWN_LA, spells["provider"] == OTHER_LA
    enhanced = spells["burden"] > _ENHANCED_FROM
    bought = np.where(enhanced, "Fostering - Enhanced", "Fostering - Mainstream")
    foster = bought if is_new else np.full(len(spells), "Fostering - Independent Foster Care (IFA)")
    home = "Residential - Mainstream" if is_new else "Residential - External (Commissioned)"
    secure = "Secure Welfare" if is_new else "Residential - Secure Welfare"
    school = "Residential - 52 week Residential School" + ("/College" if is_new else "")
    kind = spells["placement"]
    cases = (
        (_all(kind == FOSTER, own), ""),
        (_all(kind == FOSTER, other_la), "Fostering - Inter LA"),
        (_all(kind == FOSTER), foster),
        (_all(spells["place"] == "K1"), secure),
        (_all(kind == HOME, own), "Residential - in House"),
        (_all(kind == HOME), home),
        (_all(kind == SUPPORTED, own), "Supported Lodgings - In House"),
        (_all(kind == SUPPORTED), _supported(spells, is_new=is_new)),
        (_all(kind == SCHOOL), school),
        (_all(spells["place"] == "R3"), "Residential - Parent and Child"),
        (_all(spells["place"] == "R5"), "Youth Offending Institution"),
        (_all(kind == OTHER_RESIDENTIAL), "CQC" if is_new else "Other - CQC"),
    )
    return np.select([rows for rows, _ in cases], [words for _, words in cases], "").astype(str)


def _all(*conditions: "pd.Series[bool]") -> Flags:
    both: Flags = np.logical_and.reduce([one.to_numpy() for one in conditions])
    return both


def _supported(spells: pd.DataFrame, *, is_new: bool) -> Texts:
    if not is_new:
        return np.where(spells["person"] % 3 == 0, "SaILs - Floating Support Only", "SaILs - Group Living")
    shared = "Supported Accommodation - Category 2: Shared or group living for LAC and care leavers"
    solo = "Supported Accommodation - Category 1: Self contained solo accommodation"
    return np.where(spells["person"] % 3 == 0, solo, shared)


def sourcing(spells: pd.DataFrame, edition: str) -> Texts:
    """Give how each placement was sourced."""
    frameworks = {
        FOSTER: "NW Contract - Fostering FPS or previous",
        SUPPORTED: _FRAMEWORKS[edition],
        SCHOOL: "NW Contract - SEND FPS",
    }
    framework = spells["placement"].map(frameworks).fillna("NW Contract - Residential FPS or previous")
    route = spells["route"]
    bought = np.select(
        [route == "spot", route == "block"], [_SPOT[edition], "Block Contract - Local"], framework
    )
    words = np.where(route == "", "Local Contract or Framework", bought)
    statutory = edition != "2022-03"
    words = np.where(statutory & (spells["place"] == "K1").to_numpy(), "Secure Welfare Hub", words)
    return np.where(statutory & (spells["place"] == "R5").to_numpy(), "Remand", words).astype(str)


def reason(spells: pd.DataFrame, edition: str) -> Texts:
    """Give the reason for placing at a distance."""
    words = _REASONS[edition]
    pairs = zip(spells["reason"], spells["person"], strict=True)
    return np.array([words[code][person % len(words[code])] for code, person in pairs], dtype=str)
