"""What kind of placement is it, how was it found, and why is it where it is?"""

from typing import Final

import pandas as pd

from rcc_dash.domain.problems import Severity
from rcc_dash.ingest.findings import Finding
from rcc_dash.ingest.layouts.ssda903_child import day_column
from rcc_dash.ingest.recognise import Matched
from rcc_dash.ingest.rules import Part, Rule
from rcc_dash.ingest.word_lists import WordList, read_words, word_list

_FILE: Final = "pnw_words"
_OF_TYPE: Final = {
    "provision_label": "label", "type_class": "row_class", "family_code": "family_code",
    "place_code": "place_code", "sector_hint": "sector_hint", "sa_category": "sa_category",
    "parent_child": "parent_child", "is_unregistered": "is_unregistered", "is_bought": "is_bought",
}  # fmt: skip
_CHILD: Final = "child"
_LATE: Final = Rule(
    "E08", Severity.WARNING, "started", "The placement starts after the month of the census; kept as given.",
    "See whether the start or the month of the file is wrong.",
)  # fmt: skip
_UNCOUNTED: Final = {
    "post_18": "placements after 18",
    "short_break": "short breaks",
    "not_accommodation": "support without accommodation",
    "not_looked_after": "children who are not looked after",
}


def provision(matched: Matched) -> Part:
    """Give the type of provision in our words, `row_class` and `is_bought`.

    A row that is not `child` is kept, but is no child looked after in a placement to count.
    """
    types = read_words(matched, "provision", word_list("pnw_provision", "types of provision"), _OF_TYPE)
    status = read_words(matched, "looked_after", _words("looked_after", "answers"), {"status": "code"})
    columns = types.columns
    is_other = status.columns["status"].notna() & status.columns["status"].ne(_CHILD)
    row_class = columns["type_class"].fillna(_CHILD).mask(is_other, status.columns["status"])
    read = columns.drop(columns="type_class").assign(
        row_class=row_class,
        provision_label=columns["provision_label"].str.strip(),
        sa_category=columns["sa_category"].astype("Int64"),
        parent_child=columns["parent_child"].eq("yes").where(columns["provision_label"].notna()),
        is_unregistered=columns["is_unregistered"].eq("yes").where(columns["provision_label"].notna()),
        is_bought=columns["is_bought"].eq("yes") & row_class.eq(_CHILD),
    )
    return Part(read, (*types.findings, *status.findings, *_uncounted(matched, row_class)))


def circumstances(matched: Matched, as_of: pd.Series) -> Part:
    """Give the start, how the placement was found, why it is far, and what it restricts."""
    started, findings = day_column(matched, "started")
    parts = (
        _labelled(matched, "sourcing", "ways of sourcing", "sourcing_route"),
        _labelled(matched, "distance_reason", "distance reasons", "distance_reason"),
        _restrictions(matched),
    )
    columns = pd.concat([part.columns for part in parts], axis="columns").assign(started_on=started)
    late = _LATE.hit(matched, started > as_of)
    return Part(columns, (*findings, late, *(f for part in parts for f in part.findings)))


def _words(part: str, title: str) -> WordList:
    return word_list(_FILE, title, part)


def _labelled(matched: Matched, field: str, title: str, ours: str) -> Part:
    label = f"{field}_label"
    return read_words(matched, field, _words(field, title), {ours: "code", label: "label"})


def _restrictions(matched: Matched) -> Part:
    """A blank cell says that the status is unknown only where the census asks for it at all."""
    dols = read_words(matched, "dols", _words("dols", "answers on liberty"), {"dols_status": "code"})
    solo = read_words(matched, "solo", _words("solo", "answers on solo placements"), {"solo": "code"})
    extras = read_words(matched, "extras", _words("yes_no", "answers"), {"has_extras": "code"})
    status = dols.columns["dols_status"]
    said = solo.columns["solo"].str.split(" ", expand=True).reindex(columns=[0, 1])
    columns = {
        "dols_status": status.fillna("unknown") if "dols" in matched.data else status,
        "solo_required": _yes_no(said[0]),
        "solo_in_place": _yes_no(said[1]),
        "has_extras": _yes_no(extras.columns["has_extras"]),
    }
    return Part(pd.DataFrame(columns), (*dols.findings, *solo.findings, *extras.findings))


def _yes_no(said: pd.Series) -> pd.Series:
    return said.map({"yes": True, "no": False}).astype("boolean")


def _uncounted(matched: Matched, row_class: pd.Series) -> list[Finding]:
    return [_kept(words).hit(matched, row_class.eq(code)) for code, words in _UNCOUNTED.items()]


def _kept(words: str) -> Rule:
    what = f"Rows of {words} are kept, but are left out when children looked after are counted."
    return Rule("C10", Severity.INFO, "provision", what, "Nothing to do.")
