"""What does a cost extract say of the child's needs, and of how the placement was bought?

Codes, yes and no, and counts; a cell that says nothing known is blanked and said.
"""

from typing import Final

import pandas as pd

from rcc_dash.domain.codes import code_list
from rcc_dash.domain.problems import Severity
from rcc_dash.ingest.answers import to_yes_no
from rcc_dash.ingest.findings import Finding
from rcc_dash.ingest.layouts.ssda903_child import day_column
from rcc_dash.ingest.layouts.ssda903_codes import NOTHING
from rcc_dash.ingest.numbers import to_whole_numbers
from rcc_dash.ingest.recognise import Matched
from rcc_dash.ingest.rules import Part, Rule

_ANSWERS: Final = {"has_ehcp": "ehcp", "uasc": "uasc"}
_COUNTS: Final = ("missing_episodes", "placements_12m")
_ROUTES: Final = {
    "framework": "framework", "framework agreement": "framework", "dps": "framework",
    "spot": "spot", "spot purchase": "spot", "block": "block", "block contract": "block",
}  # fmt: skip
_UNDECIDED: Final = ("not yet established", "not established", "unknown", "not known", "pending")
_BETWEEN: Final = r"[\s,;/|]+"


def needs(matched: Matched) -> Part:
    """Give disability, plan, status, counts, start of care and route; null where not said."""
    care_started, found = day_column(matched, "care_started")
    disability, unknown = _disabilities(matched)
    columns = {"care_started_on": care_started, "disability_codes": disability}
    found = [*found, unknown]
    for name, field in _ANSWERS.items():
        columns[name] = to_yes_no(matched.column(field))
        found.append(_lost(matched, field, columns[name], "is neither yes nor no", "Write Yes or No."))
    for name in _COUNTS:
        columns[name] = to_whole_numbers(matched.column(name))
        found.append(_lost(matched, name, columns[name], "is no whole number", "Write a whole number."))
    platform = matched.column("platform").str.lower().str.split().str.join(" ")
    columns["sourcing_route"] = platform.map(_ROUTES).astype("str")
    how = "Write Framework, Spot or Block."
    found.append(_lost(matched, "platform", columns["sourcing_route"], "is no known way of buying", how))
    return Part(pd.DataFrame(columns, index=matched.data.index), tuple(found))


def _disabilities(matched: Matched) -> tuple[pd.Series, Finding]:
    cells = matched.column("disability").str.upper()
    known = code_list("DISABILITY")
    split = {text: pd.Series(text).str.split(_BETWEEN, regex=True)[0] for text in cells.unique()}
    kept = {text: " ".join(sorted({one for one in parts if one in known})) for text, parts in split.items()}
    odd = {text: any(one and one not in known for one in parts) for text, parts in split.items()}
    codes = cells.map(kept).astype("str")
    is_odd = cells.map(odd) & ~cells.isin(NOTHING[:-1])
    what = "A disability code is on no list and was left out."
    rule = Rule("C03", Severity.MENDED, "disability", what, "Correct the code and load the file again.")
    return codes.mask(codes == ""), rule.hit(matched, is_odd)


def _lost(matched: Matched, field: str, read: pd.Series, what: str, fix: str) -> Finding:
    cells = matched.column(field)
    said = ~cells.str.upper().isin(NOTHING) & ~cells.str.lower().isin(_UNDECIDED)
    rule = Rule("C03", Severity.MENDED, field, f"The cell {what} and was left blank.", fix)
    return rule.hit(matched, read.isna() & said)
