"""What does a build need to know that comes from no loaded file? Small frames for its SQL to join."""

from collections.abc import Callable, Mapping
from typing import Final

import duckdb
import pandas as pd

from rcc_dash.domain import codes, places, splits
from rcc_dash.reference.sectors import sectors
from rcc_dash.reference.tables import rows
from rcc_dash.settings import BORDERLINE_MILES, FAR_MILES
from rcc_dash.store import doubts

_MIN_PLACEMENTS: Final = 3
_MIN_AGREEMENT: Final = 0.6
"""Located episodes of a home, and the share of them in one sector, to call it the home's (methods 1.2)."""

_CONTRACT_SECTORS: Final = {
    "own_la": "own_la",
    "other_la": "other_la",
    "public": "independent",
    "private": "independent",
    "voluntary": "independent",
}
"""Provider sectors as a census tells them apart; parents and unknown providers have none."""

_OLDEST: Final = 130
_LATER_LOAD: Final = "The later load counts. If that was a mistake, load the right file again."
_CHECK_SYSTEM: Final = "Check the episode in the case system and load a corrected return."

_RULES: Final = {
    "LOADED_AGAIN": ("F08", "The same return or list was loaded again later.", _LATER_LOAD),
    "TWICE": ("I05", "The same thing is in the return twice; one row is kept.", "Remove the repeated row."),
    "TOLD_AGAIN": (
        "I05",
        "The same child and start date are in another year's return, which tells how it ended.",
        "Nothing to do: a placement that crosses 31 March is in both returns.",
    ),
    "RULE_1": ("E04", "Left open, with a later episode: ended where the next begins.", _CHECK_SYSTEM),
    "RULE_1A": ("E04", "Left open, before a new period of care: ended before it.", _CHECK_SYSTEM),
    "RULE_2": ("E12", "Left open at 31 March and in no later return: ended that day.", _CHECK_SYSTEM),
    "RULE_3": (
        "E04",
        "Left open, and there again with another start: removed.",
        _CHECK_SYSTEM,
    ),
    "RULE_3A": ("E04", "Left open, and a later return tells an earlier start: removed.", _CHECK_SYSTEM),
    "RULE_4": ("E03", "Ran past the start of the next return's episode: cut there.", _CHECK_SYSTEM),
    "RULE_5": ("E05", "Was to go on (X1) but ended before the next episode: drawn out to it.", _CHECK_SYSTEM),
    "OVERLAP": ("E03", "Ran past the start of the child's next episode: cut there.", _CHECK_SYSTEM),
}
"""Why the build removed or changed a row: code of design/sources.md 7.4, what, and how to mend it."""


def tell(connection: duckdb.DuckDBPyConnection) -> None:
    """Put every such frame where the build's SQL finds it, under the name that it knows it by."""
    for name, make in _MAKERS.items():
        connection.register(name, make())


def _areas() -> pd.DataFrame:
    sub_of = {
        la_code: sub.code
        for cooperative in places.cooperatives().values()
        for sub in cooperative.sub_regions
        for la_code in sub.la_codes
    }
    found = [
        (la.la_code, la.name, la.dfe_code, la.region_name, places.rcc_of(la.la_code), sub_of.get(la.la_code))
        for la in places.local_authorities().values()
    ]
    columns = ["la_code", "name", "dfe_code", "region_name", "rcc_code", "sub_region_code"]
    return pd.DataFrame(found, columns=columns, dtype="str")


def _place_codes() -> pd.DataFrame:
    return pd.DataFrame(codes.place_families().items(), columns=["place_code", "family_code"])


def _providers() -> pd.DataFrame:
    sectors = {code: codes.provider_sector(code) for code in codes.code_list("PLACE_PROVIDER")}
    known = [(code, sector, _CONTRACT_SECTORS.get(sector)) for code, sector in sectors.items()]
    return pd.DataFrame(known, columns=["provider_code", "sector", "contract_sector"])


def _ages() -> pd.DataFrame:
    years = pd.Series(range(_OLDEST))
    return pd.DataFrame({"age_years": years, "age": codes.age_bands(years)})


def _bands(code: str, from_column: str) -> pd.DataFrame:
    return pd.DataFrame(splits.band_starts(code).items(), columns=[from_column, "band"])


def _home_types() -> pd.DataFrame:
    return pd.DataFrame({"code": [r["code"] for r in rows("dimensions") if r["dimension"] == "home_type"]})


def _settings() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "far_miles": [FAR_MILES],
            "borderline_from": [BORDERLINE_MILES[0]],
            "borderline_to": [BORDERLINE_MILES[1]],
            "min_placements": [_MIN_PLACEMENTS],
            "min_agreement": [_MIN_AGREEMENT],
        }
    )


def _rules() -> pd.DataFrame:
    told = [(rule, *meaning) for rule, meaning in _RULES.items()]
    return pd.DataFrame(told, columns=["rule", "code", "what", "fix"])


_MAKERS: Final[Mapping[str, Callable[[], pd.DataFrame]]] = {
    "reference_area": _areas,
    "reference_sector": sectors,
    "reference_place": _place_codes,
    "reference_provider": _providers,
    "reference_age": _ages,
    "reference_care": lambda: _bands("care", "from_days"),
    "reference_cost": lambda: _bands("cost", "from_gbp"),
    "reference_legal": lambda: pd.DataFrame(splits.LEGAL_GROUPS.items(), columns=["legal_status", "legal"]),
    "reference_home_type": _home_types,
    "reference_short_break": lambda: pd.DataFrame({"legal_status": sorted(codes.SHORT_BREAK_STATUSES)}),
    "setting": _settings,
    "rule_meaning": _rules,
    "doubt_meaning": doubts.meanings,
}
