"""Whose return is each row from, and of which year?

A row's own LA and YEAR columns come first, then what the file, folder or person says.
"""

from typing import Final

import pandas as pd

from rcc_dash.domain.places import AreaMatch, match_area
from rcc_dash.domain.problems import Severity
from rcc_dash.errors import UserError
from rcc_dash.ingest.dates import years_said
from rcc_dash.ingest.findings import Finding
from rcc_dash.ingest.recognise import Matched
from rcc_dash.ingest.rules import Part, Rule
from rcc_dash.ingest.told import Told, la_told, year_told

_NO_LA: Final = Rule(
    "F06", Severity.ERROR, "la",
    "The row does not say which present English LA it belongs to.",
    "Put the LA's name or code in the LA column.",
)  # fmt: skip
_NO_YEAR: Final = Rule(
    "F05", Severity.ERROR, "year",
    "The row does not say which return year it belongs to.",
    "Put the year that the return ends in (2025 for 2024/25) in the YEAR column.",
)  # fmt: skip
_NAME_IT: Final = "in the file's or folder's name (as in 'Barnsley 2027 dolo.csv')"
_FILE_HOW: Final = {
    "la": f"Put the LA's name or code {_NAME_IT}, or say it when loading: --la Barnsley.",
    "year": f"Put the year that the return ends in {_NAME_IT}, or say it when loading: --year 2027.",
}
_ASKED: Final = {"la": ("LA", "an LA", "F06"), "year": ("return year", "a return year", "F05")}
_LA_HOW: Final = (
    "Put the LA's name or code in the file's or folder's name (as in 'Barnsley 2025 episodes.csv'), "
    "or add a column headed LA, or say it when loading: --la Barnsley."
)
_YEAR_HOW: Final = (
    "Put the year that the return ends in in the file's or folder's name (as in 'Barnsley 2025 episodes.csv' "
    "or '2024-25'), or add a column headed YEAR, or say it when loading: --year 2025."
)


def whose_rows(matched: Matched, told: Told) -> Part:
    """Give each row's `la_code` and return `year`; rows that lack one are rejected.

    Raises UserError, saying how to give it, when no row has an LA or none has a year.
    """
    la, la_findings = la_codes(matched, told)
    year, year_findings = _years(matched, told)
    _refuse_unknown(year, told, "year", _YEAR_HOW)
    return Part(pd.DataFrame({"la_code": la, "year": year}), (*la_findings, *year_findings))


def whose_file(matched: Matched, told: Told) -> tuple[str, int]:
    """Give the LA and the return year of a file of headings alone, whose columns are silent.

    Raises UserError, saying how to give it, where one of them is nowhere to be found.
    """
    said = (matched.banner, matched.sheet)
    la_code, year = la_told(told, said), year_told(told, said)
    if la_code is None or year is None:
        asks = "year" if la_code else "la"
        _, a_thing, _ = _ASKED[asks]
        what = f"It holds headings alone, and no name of the sheet, file or folder names {a_thing}"
        raise _unknown(told, asks, f"{what} that is known here.", _FILE_HOW[asks])
    return la_code, year


def la_codes(matched: Matched, told: Told) -> tuple[pd.Series, list[Finding]]:
    """Give each row's responsible LA; rows without one are rejected. Raises UserError when no row has one."""
    cells = matched.column("la")
    areas = {text: match_area(text) for text in cells.unique() if text}
    told_code = la_told(told) if cells.eq("").any() else None
    codes = {text: area.la_code for text, area in areas.items()} | {"": told_code}
    la = cells.map(codes).astype("str")
    _refuse_unknown(la, told, "la", _LA_HOW)
    changed = [_changed(matched, cells, text, area) for text, area in areas.items() if area.note]
    return la, [*changed, _NO_LA.hit(matched, la.isna())]


def _changed(matched: Matched, cells: pd.Series, text: str, area: AreaMatch) -> Finding:
    """Say that a renamed, merged or split area is named; its rows are kept when it has one heir."""
    fix = "Nothing to do." if area.la_code else "Give the rows the LA that the child belongs to now."
    return Rule("F12", Severity.INFO, "la", f"{area.note}.", fix).hit(matched, cells.eq(text))


def _years(matched: Matched, told: Told) -> tuple[pd.Series, list[Finding]]:
    cells = matched.column("year")
    told_year = year_told(told) if cells.eq("").any() else None
    years = {text: max(years_said(text), default=None) for text in cells.unique()} | {"": told_year}
    year = cells.map(years).astype("Int64")
    return year, [_NO_YEAR.hit(matched, year.isna())]


def _refuse_unknown(values: pd.Series, told: Told, asks: str, how: str) -> None:
    if values.isna().all():
        _, a_thing, _ = _ASKED[asks]
        what = f"Neither a column nor the name of the file or folder names {a_thing} that is known here."
        raise _unknown(told, asks, what, how)


def _unknown(told: Told, asks: str, what: str, how: str) -> UserError:
    thing, _, code = _ASKED[asks]
    return UserError(f"Which {thing} is {told.file_name} from?", what, how, asks=asks, code=code)
