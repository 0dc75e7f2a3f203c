"""Where was the child's home, where is the placement, and how far apart are they?"""

from typing import Final

import pandas as pd

from rcc_dash.domain.places import OUTSIDE_ENGLAND, match_area
from rcc_dash.domain.problems import Severity
from rcc_dash.ingest.ends import distances, find_ends
from rcc_dash.ingest.findings import Finding
from rcc_dash.ingest.layouts.ssda903_codes import NOTHING
from rcc_dash.ingest.recognise import Matched
from rcc_dash.ingest.rules import Part, Rule
from rcc_dash.settings import BORDERLINE_MILES

_UNKNOWN_MILES: Final = 999
"""DfE writes 999.9 where the home is outside England or not known."""

_FAR_FETCHED_MILES: Final = 350.0
"""Longer than England: one of the postcodes is likely to be wrong (validator rule 454)."""

_LOOK: Final = "Look at the postcodes of these rows."
_SAME_ENDS: Final = Rule(
    "G03", Severity.WARNING, "placement_post",
    "Home and placement have the same postcode though the child is not placed with parents.", _LOOK,
)  # fmt: skip
_FAR_FETCHED: Final = Rule(
    "G04", Severity.WARNING, "placement_post", "The placement is more than 350 miles from home.", _LOOK
)
_BORDERLINE: Final = Rule(
    "G09", Severity.INFO, "placement_post",
    "The placement is 18 to 22 miles from home by postcode sectors: it may be on either side of 20.",
    "Nothing to do; full postcodes would tell.",
)  # fmt: skip
_OTHER_LA: Final = Rule(
    "G07", Severity.WARNING, "stated_la",
    "PL_LA names another LA than the one where the placement's postcode lies; the postcode counts.",
    "See which of the two is wrong.",
)  # fmt: skip

_OF_AN_END: Final = (
    ("G01", Severity.MENDED, "The text is no postcode or sector and was left blank.", _LOOK),
    ("G02", Severity.WARNING, "No place in the UK has the postcode; where it lies is not known.", _LOOK),
    ("G05", Severity.WARNING, "The postcode is blank, so there is no distance.",
     "Fill it in, unless the child is unaccompanied."),
    ("G06", Severity.INFO, "A postcode is given for a short break, where none is expected.",
     "Nothing to do."),
    ("P01", Severity.INFO, "Full postcodes were reduced to sectors before anything was stored.",
     "Nothing to do."),
)  # fmt: skip
"""Code, severity, what and fix of what is asked of either end of a placement."""


def places(matched: Matched, place_code: pd.Series, is_short_break: pd.Series) -> Part:
    """Give sectors of origin and placement, LA of placement and distance; postcodes go no further.

    PL_LA and PL_DISTANCE count only where the postcodes leave the answer open.
    """
    home_text, placement_text = (_tidy(matched.column(field)) for field in ("home_post", "placement_post"))
    ends = find_ends(pd.concat([home_text, placement_text]))  # once: homes and placements share postcodes
    home, placement = ends.iloc[: len(home_text)], ends.iloc[len(home_text) :]
    stated_la = _stated_la(matched.column("stated_la"))
    measured = _with_stated(distances(home, placement), _stated_miles(matched.column("stated_miles")))
    columns = measured.assign(
        origin_sector=home["sector"],
        placement_sector=placement["sector"],
        placement_la=placement["la_code"].fillna(stated_la),
    )
    is_same = home["is_full"] & (_compact(home_text) == _compact(placement_text))
    both_las = stated_la.notna() & placement["la_code"].notna()
    findings = (
        *_end_findings(matched, "home_post", home_text, home, is_short_break),
        *_end_findings(matched, "placement_post", placement_text, placement, is_short_break),
        _SAME_ENDS.hit(matched, is_same & place_code.ne("P1") & ~is_short_break),
        _FAR_FETCHED.hit(matched, measured["distance_miles"] > _FAR_FETCHED_MILES),
        _BORDERLINE.hit(matched, _is_borderline(measured)),
        _OTHER_LA.hit(matched, both_las & placement["la_code"].ne(stated_la)),
    )
    return Part(columns, findings)


def _tidy(cells: pd.Series) -> pd.Series:
    tidy = {text: " ".join(text.upper().split()) for text in cells.unique()}
    return cells.map({text: "" if said in NOTHING else said for text, said in tidy.items()}).astype("str")


def _compact(text: pd.Series) -> pd.Series:
    return text.str.replace(" ", "", regex=False)


def _end_findings(
    matched: Matched, field: str, text: pd.Series, ends: pd.DataFrame, is_short_break: pd.Series
) -> list[Finding]:
    is_given, is_read = text.ne(""), ends["sector"].notna()
    is_found = ends["la_code"].notna()
    hits = {
        "G01": is_given & ~is_read,
        "G02": is_read & ~is_found,
        "G05": ~is_given & ~is_short_break,
        "G06": is_given & is_short_break,
        "P01": ends["is_full"],
    }
    rules = (Rule(code, severity, field, what, fix) for code, severity, what, fix in _OF_AN_END)
    return [rule.hit(matched, hits[rule.code]) for rule in rules]


def _is_borderline(measured: pd.DataFrame) -> "pd.Series[bool]":
    return measured["distance_basis"].eq("sector") & measured["distance_miles"].between(*BORDERLINE_MILES)


def _stated_la(cells: pd.Series) -> pd.Series:
    codes = {text: _area(text) for text in cells.unique()}
    return cells.map(codes).astype("str")


def _area(text: str) -> str | None:
    code = text.strip().upper()
    return code if code in OUTSIDE_ENGLAND else match_area(text).la_code


def _stated_miles(cells: pd.Series) -> pd.Series:
    miles = pd.to_numeric(cells.str.strip(), errors="coerce").astype("float64")
    return miles.where((miles >= 0) & (miles < _UNKNOWN_MILES)).round(1)


def _with_stated(measured: pd.DataFrame, stated: pd.Series) -> pd.DataFrame:
    miles = measured["distance_miles"].fillna(stated)
    basis = measured["distance_basis"].mask(measured["distance_miles"].isna() & stated.notna(), "stated")
    return pd.DataFrame({"distance_miles": miles, "distance_basis": basis})
