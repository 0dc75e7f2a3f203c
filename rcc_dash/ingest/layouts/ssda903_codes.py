"""Is each code one that the return knows, and of the return's own year?

A code that no year knows is blanked and said; one of another year is kept and said.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import pandas as pd

from rcc_dash.domain.codes import code_list, codes_not_in_use
from rcc_dash.domain.problems import Severity
from rcc_dash.ingest.findings import Finding
from rcc_dash.ingest.recognise import Matched
from rcc_dash.ingest.rules import Part, Rule

NOTHING: Final = ("", "NULL", "NAN", "NONE", "N/A", "NA", "-")
"""What exports write for a blank cell."""

_SEXES: Final = {"1": "M", "2": "F", "MALE": "M", "FEMALE": "F", "UNKNOWN": "U"}
_NUMBERED_SEX: Final = Rule(
    "C05", Severity.INFO, "sex", "Sex was given as 1 and 2 and read as M and F.", "Nothing to do."
)


@dataclass(frozen=True, slots=True)
class CodeColumn:
    """A column of codes: the layout's field, our column and the name of its list."""

    field: str
    column: str
    code_list: str


def code_columns(matched: Matched, year: pd.Series, wanted: Iterable[CodeColumn]) -> Part:
    """Give each column of codes in capitals, null where blank or known to no year."""
    columns, findings = {}, []
    for one in wanted:
        given = tidy_codes(matched.column(one.field))
        columns[one.column] = given.where(given.isin(list(code_list(one.code_list))))
        findings += [
            _unknown(one).hit(matched, given.notna() & columns[one.column].isna()),
            _untimely(one).hit(matched, _of_other_years(given, year, one.code_list)),
        ]
    return Part(pd.DataFrame(columns, index=matched.data.index), tuple(findings))


def sexes(matched: Matched) -> tuple[pd.Series, list[Finding]]:
    """Give sex as M, F or U, whichever year's codes it came in; null where blank or unknown."""
    given = tidy_codes(matched.column("sex"))
    read = given.replace(_SEXES)
    sex = read.where(read.isin(list(_SEXES.values())))
    lost = _unknown(CodeColumn("sex", "sex", "SEX")).hit(matched, given.notna() & sex.isna())
    return sex, [lost, _NUMBERED_SEX.hit(matched, given.isin(["1", "2"]))]


def tidy_codes(cells: pd.Series) -> pd.Series:
    """Write codes without spaces or ".0" and in capitals; null where an export means blank."""
    bare = {text: "".join(text.upper().split()).removesuffix(".0") for text in cells.unique()}
    return cells.map({text: None if code in NOTHING else code for text, code in bare.items()}).astype("str")


def _of_other_years(given: pd.Series, year: pd.Series, name: str) -> pd.Series:
    hits = pd.Series(data=False, index=given.index)
    for one in year.dropna().unique():
        hits |= year.eq(one).fillna(value=False) & given.isin(list(codes_not_in_use(name, int(one))))
    return hits


def _unknown(one: CodeColumn) -> Rule:
    code = "C01" if one.code_list == "PLACE" else "C03"
    what = f"The code is on no year's {one.code_list} list and was left blank."
    return Rule(code, Severity.MENDED, one.field, what, "Correct the code and load the file again.")


def _untimely(one: CodeColumn) -> Rule:
    what = f"The {one.code_list} code was not in use in this return year; it is kept."
    return Rule("C02", Severity.WARNING, one.field, what, "See whether the code or the return year is wrong.")
