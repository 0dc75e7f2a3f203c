"""What did the child need, and where, as the referral says it?"""

from collections.abc import Callable
from typing import Final

import pandas as pd

from rcc_dash.domain.problems import Severity
from rcc_dash.domain.referral_tables import RISKS_TO_CHILD, RISKS_TO_OTHERS
from rcc_dash.ingest.findings import Finding
from rcc_dash.ingest.numbers import to_whole_numbers
from rcc_dash.ingest.recognise import Matched
from rcc_dash.ingest.rules import Part, Rule
from rcc_dash.ingest.word_lists import BLANKS, WordList, bare, read_many, read_words, read_yes_no, word_list
from rcc_dash.reference.sectors import postcode_district, postcode_sector, sectors

_PICKED: Final = {
    "needed_by": ("needed_by", "times"),
    "cultural": ("cultural_needs", "cultural needs"),
    "companions": ("companions", "companions"),
    "pets": ("pets", "answers on pets"),
    "ratio": ("ratio", "staffing ratios"),
    "how_often": ("how_often", "frequencies"),
    **dict.fromkeys((*RISKS_TO_CHILD, *RISKS_TO_OTHERS), ("risk", "risks")),
}
"""By field: the list of `referral_words.csv` and its name for people."""

_ANSWERED: Final = {
    "communication": "communication_need", "adaptation": "home_adaptation",
    "liberty": "deprivation_of_liberty", "close_to_family": "close_to_family", "at_school": "at_school",
    "keep_school": "keep_school", "other_location": "other_location", "avoid": "locations_to_avoid",
}  # fmt: skip
_RENAMED: Final = {
    "cultural": "cultural_needs", "ratio": "staffing_ratio", "how_often": "other_location_how_often",
    "support": "additional_support", **_ANSWERED,
}  # fmt: skip
SUITABILITIES: Final = {"foster": "foster", "residential": "home", "supported": "supported"}
"""By the field that says how suitable a kind of placement is: the family of `place_codes.csv`."""

_UNSUITABLE: Final = Rule(
    "N01", Severity.WARNING, "foster", "Foster care, residential care and supported accommodation are all "
    "said to be unsuitable.", "See which of them the child could live in.",
)  # fmt: skip
_SECTOR: Final = Rule(
    "P01", Severity.INFO, None, "Postcodes were reduced to sectors before anything was stored.",
    "Nothing to do.",
)  # fmt: skip


def needs(matched: Matched) -> Part:
    """Give needs, risks and places of the referral; null where not said. No free text comes out."""
    parts = [
        *(read_words(matched, field, words(*named), {field: "code"}) for field, named in _PICKED.items()),
        *(read_yes_no(matched, field, words("yes_no", "answers")) for field in _ANSWERED),
        read_many(matched, "communication_kinds", words("communication", "communication needs")),
        _support(matched),
        _planned(matched),
        _suitable(matched),
        _places(matched),
    ]
    columns = pd.concat([part.columns for part in parts], axis="columns").rename(columns=_RENAMED)
    siblings, lost = whole_numbers(matched, "siblings")
    columns = columns.assign(siblings_to_place=siblings, **_written(matched))
    return Part(columns, (lost, *(finding for part in parts for finding in part.findings)))


def words(part: str, title: str, code: str = "C04") -> WordList:
    """Give a list of `referral_words.csv`."""
    return word_list("referral_words", title, part, code)


def whole_numbers(matched: Matched, field: str) -> tuple[pd.Series, Finding]:
    """Read a column of counts; one that cannot be read is blanked and said."""
    cells = matched.column(field)
    numbers = to_whole_numbers(cells)
    rule = Rule("C09", Severity.MENDED, field, "The cell is no whole number and was left blank.",
                "Write a whole number, 0 for none.")  # fmt: skip
    return numbers, rule.hit(matched, ~cells.map(bare).isin(list(BLANKS)) & numbers.isna())


def _support(matched: Matched) -> Part:
    """The regional form asks first whether any support is needed: a No there is none."""
    kinds = read_many(matched, "support", words("support", "kinds of support"))
    asked = read_yes_no(matched, "needs_support", words("yes_no", "answers"))
    is_none = kinds.columns["support"].isna() & asked.columns["needs_support"].eq(other=False)
    support = kinds.columns["support"].mask(is_none.fillna(value=False), "none")
    return Part(support.to_frame(), (*kinds.findings, *asked.findings))


def _planned(matched: Matched) -> Part:
    part = read_words(matched, "planned", words("planned", "kinds of search"), {"planned": "code"})
    is_emergency = part.columns["planned"].map({"emergency": True, "planned": False}).astype("boolean")
    return Part(pd.DataFrame({"is_emergency": is_emergency}), part.findings)


def _suitable(matched: Matched) -> Part:
    listed = words("suitability", "suitabilities", "N01")
    parts = [read_words(matched, field, listed, {f"{field}_suitability": "code"}) for field in SUITABILITIES]
    columns = pd.concat([part.columns for part in parts], axis="columns")
    none = _UNSUITABLE.hit(matched, (columns == "unsuitable").all(axis="columns"))
    return Part(columns, (none, *(finding for part in parts for finding in part.findings)))


def _places(matched: Matched) -> Part:
    family, school = matched.column("family_post"), matched.column("school_post")
    columns = {
        "preferred_district": each(matched.column("wanted_place"), postcode_district),
        "origin_sector": each(family, _sector),
        "school_sector": each(school, _sector),
    }
    given = columns["origin_sector"].notna() | columns["school_sector"].notna()
    return Part(pd.DataFrame(columns), (_SECTOR.hit(matched, given),))


def each(cells: pd.Series, read: Callable[[str], str | None]) -> pd.Series:
    """Read each different text of a column once; null where blank or where it says nothing."""
    found = {text: read(text) if text else None for text in cells.unique()}
    return cells.map(found).astype("str")


def _sector(text: str) -> str | None:
    """Read a sector; the form's own example writes GL7 1 as "GL71", which no district is called."""
    compact = "".join(text.upper().split())
    apart = f"{compact[:-1]} {compact[-1:]}"
    is_run_together = postcode_district(compact) is None and apart in _known()
    return apart if is_run_together else postcode_sector(text)


def _known() -> frozenset[str]:
    return frozenset(sectors()["postcode_sector"])


def _written(matched: Matched) -> dict[str, pd.Series]:
    """Say whether there are words in the fields for other risks; null where the form lacks the field."""
    never = pd.Series(pd.NA, index=matched.data.index, dtype="boolean")
    return {
        name: matched.column(name).ne("").astype("boolean") if name in matched.data else never
        for name in ("risk_other", "risk_others_other")
    }
