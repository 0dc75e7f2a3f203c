"""What did a regional hub join to the census from the SSDA903 return and the postcode directory?

Full postcodes become sectors; positions become a distance. Neither goes any further.
"""

from typing import Final

import pandas as pd

from rcc_dash.domain.codes import code_list
from rcc_dash.domain.distance import dfe_miles
from rcc_dash.domain.problems import Severity
from rcc_dash.ingest.answers import to_yes_no
from rcc_dash.ingest.ends import distances, find_ends
from rcc_dash.ingest.layouts.pnw_home import areas_of_codes
from rcc_dash.ingest.layouts.ssda903_codes import tidy_codes
from rcc_dash.ingest.numbers import to_numbers, to_whole_numbers
from rcc_dash.ingest.recognise import Matched
from rcc_dash.ingest.rules import Part, Rule

_GRID: Final = ("home_east", "home_north", "placement_east", "placement_north")
_MOST_SDQ: Final = 40
_REDUCED: Final = (
    "P01", Severity.INFO, "Full postcodes were reduced to sectors before anything was stored.",
    "Nothing to do.",
)  # fmt: skip
_METRES: Final = Rule(
    "P01", Severity.INFO, "home_east",
    "Grid positions were used to measure the distance and were not stored.", "Nothing to do.",
)  # fmt: skip


def joined(matched: Matched) -> Part:
    """Give sectors, distance, codes and counts of the enriched census; all null in the plain one."""
    home = find_ends(matched.column("home_post").str.upper())
    placement = find_ends(matched.column("placement_post").str.upper())
    exact = _exact_miles(matched)
    by_sector = distances(home, placement)
    columns = _needs(matched).assign(
        origin_sector=home["sector"],
        placement_sector=placement["sector"],
        distance_miles=exact.fillna(by_sector["distance_miles"]),
        distance_basis=by_sector["distance_basis"].mask(exact.notna(), "postcode"),
        joined_place_code=_codes(matched, "joined_place", "PLACE"),
        joined_provider_code=_codes(matched, "joined_provider", "PLACE_PROVIDER"),
        joined_la=areas_of_codes(matched.column("placement_la")).fillna(placement["la_code"]),
    )
    findings = (
        _reduced("home_post").hit(matched, home["is_full"]),
        _reduced("placement_post").hit(matched, placement["is_full"]),
        _METRES.hit(matched, exact.notna()),
    )
    return Part(columns, findings)


def _exact_miles(matched: Matched) -> pd.Series:
    east, north, east_to, north_to = (_metres(matched, field) for field in _GRID)
    return pd.Series(dfe_miles(east, north, east_to, north_to), index=matched.data.index)


def _needs(matched: Matched) -> pd.DataFrame:
    sdq = to_whole_numbers(matched.column("sdq"))
    return pd.DataFrame(
        {
            "joined_episodes_12m": to_whole_numbers(matched.column("joined_episodes")),
            "missing_12m": to_whole_numbers(matched.column("missing")),
            "sdq_score": sdq.where(sdq <= _MOST_SDQ),
            "convicted": to_yes_no(matched.column("convicted")),
            "substance_misuse": to_yes_no(matched.column("substance")),
        }
    )


def _metres(matched: Matched, field: str) -> pd.Series:
    return to_numbers(matched.column(field)).astype("float64")


def _codes(matched: Matched, field: str, name: str) -> pd.Series:
    codes = tidy_codes(matched.column(field))
    return codes.where(codes.isin(list(code_list(name))))


def _reduced(field: str) -> Rule:
    code, severity, what, fix = _REDUCED
    return Rule(code, severity, field, what, fix)
