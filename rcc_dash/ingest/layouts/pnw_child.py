"""Which child does a row of the census speak of: age, sex, ethnic group, status, special needs?"""

from typing import Final

import pandas as pd

from rcc_dash.domain.codes import code_list
from rcc_dash.domain.problems import Severity
from rcc_dash.ingest.ages import to_ages
from rcc_dash.ingest.layouts.ssda903_codes import tidy_codes
from rcc_dash.ingest.recognise import Matched
from rcc_dash.ingest.rules import Part, Rule
from rcc_dash.ingest.word_lists import BLANKS, WordList, bare, read_words, read_yes_no, word_list

_FILE: Final = "pnw_words"
_GROUPS: Final = {"W": "white", "M": "mixed", "A": "asian", "C": "asian", "B": "black", "O": "other"}
"""Group of an SSDA903 ethnicity code by its first letter; MOTH is mixed, BOTH black, CHNE Asian."""

_NO_GROUP: Final = ("REFU", "NOBT")
_SEX_CODES: Final = {"1": "M", "2": "F", "M": "M", "F": "F"}
_ADULT: Final = 18

_UNREAD: Final = Rule(
    "C09", Severity.MENDED, "age", "The age could not be read and was left blank.",
    "Write whole years, such as 5, or months, such as '10 months'.",
)  # fmt: skip
_TOO_OLD: Final = Rule(
    "I04", Severity.WARNING, "age", "The row is of a child looked after, and the age is over 17.",
    "See whether the age is wrong, or the placement is one after 18.",
)  # fmt: skip


def child(matched: Matched, row_class: pd.Series) -> Part:
    """Give age, sex, ethnic group, status and special needs; null where not given or not known."""
    parts = (
        _age(matched, row_class),
        read_words(matched, "sex", _words("sex", "genders"), {"sex": "code"}),
        _ethnic(matched),
        read_yes_no(matched, "uasc", _words("yes_no", "answers")),
        read_words(matched, "send", _words("send", "kinds of SEND"), {"send_label": "code"}),
        read_words(matched, "send_need", _words("send_need", "SEND needs"), {"send_need": "code"}),
    )
    columns = pd.concat([part.columns for part in parts], axis="columns")
    return Part(_with_joined(matched, columns), tuple(f for part in parts for f in part.findings))


def _words(part: str, title: str) -> WordList:
    return word_list(_FILE, title, part)


def _age(matched: Matched, row_class: pd.Series) -> Part:
    cells = matched.column("age")
    age = to_ages(cells)
    is_given = ~cells.map(bare).isin(list(BLANKS | {"unknown"}))
    findings = (
        _UNREAD.hit(matched, is_given & age.isna()),
        _TOO_OLD.hit(matched, (age >= _ADULT) & row_class.eq("child")),
    )
    return Part(pd.DataFrame({"age_years": age}), findings)


def _ethnic(matched: Matched) -> Part:
    wanted = {"ethnic_group": "ethnic_group", "ethnic_code": "ethnic_code"}
    return read_words(matched, "ethnic", word_list("pnw_ethnic_groups", "ethnic groups"), wanted)


def _with_joined(matched: Matched, columns: pd.DataFrame) -> pd.DataFrame:
    """Fill gaps from the SSDA903 columns that a hub joined.

    Of `UASC 903` only a 1 is taken: the hub writes 0 also for a child whose status never ceased.
    """
    code = tidy_codes(matched.column("joined_ethnic"))
    code = code.where(code.isin([c for c in code_list("ETHNIC") if c not in _NO_GROUP]))
    sex = tidy_codes(matched.column("joined_sex")).map(_SEX_CODES).astype("str")
    is_uasc = tidy_codes(matched.column("joined_uasc")).eq("1").fillna(value=False)
    return columns.assign(
        sex=columns["sex"].fillna(sex),
        ethnic_code=columns["ethnic_code"].fillna(code),
        ethnic_group=columns["ethnic_group"].fillna(code.str[0].map(_GROUPS)),
        uasc=columns["uasc"].mask(columns["uasc"].isna() & is_uasc, other=True),
    )
