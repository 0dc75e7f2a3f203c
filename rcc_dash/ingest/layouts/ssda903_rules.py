"""Do the parts of an episode agree with each other? Warnings only: the episode is kept.

The rules are those of design/sources.md 1.3 and 7.4, after csc-validator-be-903.
"""

from typing import Final

import pandas as pd

from rcc_dash.domain.codes import code_list, place_codes_of
from rcc_dash.domain.problems import Severity
from rcc_dash.ingest.findings import Finding
from rcc_dash.ingest.recognise import Matched
from rcc_dash.ingest.rules import Rule

_TEMPORARY: Final = place_codes_of(["temporary"])
_SENT_TO_DFE: Final = frozenset(code for code in code_list("PLACE") if code.startswith("Z"))
_FOSTER: Final = place_codes_of(["foster"])
_ADOPTION: Final = place_codes_of(["adoption"])
_ALL: Final = frozenset(code_list("PLACE"))

NO_PROVIDER: Final = _TEMPORARY | _SENT_TO_DFE
_NEVER_PROVIDER: Final = NO_PROVIDER - {"T4"}
_NOT_WITH: Final = {
    "PR0": _ALL - {"P1"},
    "PR1": frozenset({"P1", "R2", "R5"}),
    "PR2": frozenset({"P1", "R2", "R5"}),
    "PR3": frozenset({"P1", "K1", "K2"}) | _ADOPTION | _FOSTER,
    "PR4": frozenset({"P1"}),
    "PR5": frozenset({"P1"}),
}
"""Placements that a provider cannot have (validator rules 527 to 531 and 550)."""

_LOOK: Final = "See which of the two is wrong."
_ENDS_FIRST: Final = Rule(
    "E01", Severity.ERROR, "ended", "The episode ends before it starts.", "Correct the dates and load again."
)
_HALF_ENDED: Final = Rule(
    "E02", Severity.WARNING, "end_reason",
    "An end date has no reason, or a reason has no end date; the date decides.", "Fill in both or neither.",
)  # fmt: skip
_AFTER_YEAR: Final = Rule(
    "E08", Severity.WARNING, "started",
    "The episode starts or ends after the return's last day, 31 March.",
    "See whether the dates or the return year are wrong.",
)  # fmt: skip
_TWICE: Final = Rule(
    "I05", Severity.WARNING, "child",
    "The same child has two episodes from the same day in one return.", "Delete the one that is wrong.",
)  # fmt: skip
_PROVIDER_MISSING: Final = Rule(
    "C06", Severity.WARNING, "provider", "The placement needs a provider code and has none.", "Fill it in."
)
_PROVIDER_UNEXPECTED: Final = Rule(
    "C06", Severity.WARNING, "provider", "A provider code is given for a placement that has none.", _LOOK
)
_PROVIDER_IMPOSSIBLE: Final = Rule(
    "C07", Severity.WARNING, "provider", "This kind of provider cannot have this kind of placement.", _LOOK
)


def episode_findings(matched: Matched, episodes: pd.DataFrame) -> tuple[Finding, ...]:
    """Find episodes whose own cells, or whose copies in the file, contradict each other."""
    place, provider = episodes["place_code"], episodes["provider_code"]
    impossible = [provider.eq(code) & place.isin(list(places)) for code, places in _NOT_WITH.items()]
    return (
        *_date_findings(matched, episodes),
        _PROVIDER_MISSING.hit(matched, provider.isna() & place.notna() & ~place.isin(list(NO_PROVIDER))),
        _PROVIDER_UNEXPECTED.hit(matched, provider.notna() & place.isin(list(_NEVER_PROVIDER))),
        _PROVIDER_IMPOSSIBLE.hit(matched, pd.concat(impossible, axis="columns").any(axis="columns")),
    )


def _date_findings(matched: Matched, episodes: pd.DataFrame) -> tuple[Finding, ...]:
    started, ended = episodes["started_on"], episodes["ended_on"]
    closes = pd.to_datetime(episodes["year"].astype("str") + "-03-31", errors="coerce")
    copies = episodes[["la_code", "year", "child_key", "started_on"]]
    return (
        _ENDS_FIRST.hit(matched, ended < started),
        _HALF_ENDED.hit(matched, ended.isna() != episodes["end_reason"].isna()),
        _AFTER_YEAR.hit(matched, (started > closes) | (ended > closes)),
        _TWICE.hit(matched, copies.duplicated(keep=False) & copies.notna().all(axis="columns")),
    )
