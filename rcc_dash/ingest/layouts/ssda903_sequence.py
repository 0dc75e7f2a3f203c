"""Does each episode of a child go on from the one before? Warnings only: the episode is kept.

The rules are those of design/sources.md 7.4, after csc-validator-be-903. Short breaks do not go on
from each other, so they are left out.
"""

from typing import Final

import pandas as pd

from rcc_dash.domain.codes import SHORT_BREAK_STATUSES, place_codes_of
from rcc_dash.domain.problems import Severity
from rcc_dash.ingest.findings import Finding
from rcc_dash.ingest.recognise import Matched
from rcc_dash.ingest.rules import Rule

_TEMPORARY: Final = list(place_codes_of(["temporary"]))
_LONGEST_DAYS: Final = {"T1": 42, "T2": 21, "T3": 21, "T4": 7}
_GOES_ON: Final = "X1"
_STARTS: Final = "S"
_CONTINUES: Final = ["P", "L", "T", "U", "B"]
_PLACE_CHANGES: Final = ["P", "T", "B", "U"]
_STATUS_CHANGES: Final = ["L", "B", "U"]
_STAY: Final = ("place_code", "provider_code", "home_urn", "placement_text")

_SEE: Final = "See which of the two episodes is wrong."
_NOT_FOLLOWED: Final = Rule(
    "E05", Severity.WARNING, "end_reason",
    "The episode is to go on in a next one on the same day (X1), and none starts then.", _SEE,
)  # fmt: skip
_GAP: Final = Rule(
    "E06", Severity.WARNING, "start_reason",
    "The episode goes on from one before, and none ended on the day it starts.", _SEE,
)  # fmt: skip
_STARTS_AGAIN: Final = Rule(
    "E06", Severity.WARNING, "start_reason",
    "Care is said to start (S) on the day on which the child's last episode ended.", _SEE,
)  # fmt: skip
_OTHER_CHANGE: Final = Rule(
    "E07", Severity.WARNING, "start_reason",
    "The reason for the new episode is not what changed: legal status, placement or both.",
    "Correct the reason, or what should have changed.",
)  # fmt: skip
_NO_NIGHT: Final = Rule(
    "E09",
    Severity.WARNING,
    "ended",
    "The episode lasted less than 24 hours.",
    "See whether its dates are right.",
)
_TOO_LONG: Final = Rule(
    "E10", Severity.WARNING, "place",
    "A temporary placement is longer than its code allows: 42 days in hospital, 21 of holiday, 7 others.",
    "Give it the code of a lasting placement, or correct its dates.",
)  # fmt: skip
_NO_RETURN: Final = Rule(
    "E10", Severity.WARNING, "place",
    "After a temporary placement the child does not go back to the kind of placement from before.",
    "Give the temporary placement the code of a lasting one, or correct the next.",
)  # fmt: skip
_NO_REASON: Final = Rule(
    "E11", Severity.WARNING, "change_reason", "The placement changed next, and no reason is given.",
    "Fill in the reason for the change.",
)  # fmt: skip


def sequence_findings(matched: Matched, episodes: pd.DataFrame) -> tuple[Finding, ...]:
    """Find episodes that do not fit the one before or after, or last too short or too long."""
    told = _in_turn(matched, episodes)
    before, after = (told.groupby(["la_code", "child_key"]).shift(by) for by in (1, -1))
    hits = (
        (_NOT_FOLLOWED, told["end_reason"].eq(_GOES_ON) & told["ended_on"].notna() & ~_meets(told, after)),
        (_GAP, _is_gap(told, before)),
        (_STARTS_AGAIN, told["start_reason"].eq(_STARTS) & _meets(before, told)),
        (_OTHER_CHANGE, _is_other_change(told, before)),
        (_NO_NIGHT, told["ended_on"].eq(told["started_on"])),
        (_TOO_LONG, _is_too_long(told)),
        (_NO_RETURN, _is_no_return(told, before, after)),
        (_NO_REASON, _lacks_reason(told, after) & ("change_reason" in matched.headings)),
    )
    return tuple(rule.hit(matched, rows.reindex(episodes.index, fill_value=False)) for rule, rows in hits)


def _in_turn(matched: Matched, episodes: pd.DataFrame) -> pd.DataFrame:
    """Put each child's episodes in order, the latest return's telling of each; short breaks left out."""
    text = matched.column("placement_post").str.upper().str.replace(" ", "", regex=False)
    known = episodes.assign(placement_text=text.mask(text == ""))
    known = known[~known["legal_status"].isin(list(SHORT_BREAK_STATUSES))]
    known = known.dropna(subset=["la_code", "child_key", "started_on", "year"])
    in_turn = known.sort_values(["la_code", "child_key", "started_on", "year"])
    return in_turn.drop_duplicates(["la_code", "child_key", "started_on"], keep="last")


def _meets(first: pd.DataFrame, second: pd.DataFrame) -> "pd.Series[bool]":
    return first["ended_on"].notna() & first["ended_on"].eq(second["started_on"])


def _is_gap(told: pd.DataFrame, before: pd.DataFrame) -> "pd.Series[bool]":
    """Nothing before it counts only where the one before would be in the same return."""
    opens = pd.to_datetime((told["year"] - 1).astype("str") + "-04-01", errors="coerce")
    nothing = before["started_on"].isna() & (told["started_on"] > opens)
    return told["start_reason"].isin(_CONTINUES) & ((before["ended_on"] < told["started_on"]) | nothing)


def _is_other_change(told: pd.DataFrame, before: pd.DataFrame) -> "pd.Series[bool]":
    reason, status = told["start_reason"], told["legal_status"]
    moved = pd.Series(data=False, index=told.index)
    for name in _STAY:
        moved |= told[name].ne(before[name]) & ~(told[name].isna() & before[name].isna())
    is_known = status.notna() & before["legal_status"].notna() & reason.isin(_CONTINUES)
    differs = status.ne(before["legal_status"]).ne(reason.isin(_STATUS_CHANGES))
    return _meets(before, told) & is_known & (differs | moved.ne(reason.isin(_PLACE_CHANGES)))


def _is_too_long(told: pd.DataFrame) -> "pd.Series[bool]":
    closes = pd.to_datetime(told["year"].astype("str") + "-03-31", errors="coerce")
    days = (told["ended_on"].fillna(closes) - told["started_on"]).dt.days
    return days > told["place_code"].map(_LONGEST_DAYS).astype("Float64")


def _is_no_return(told: pd.DataFrame, before: pd.DataFrame, after: pd.DataFrame) -> "pd.Series[bool]":
    from_, to = before["place_code"], after["place_code"]
    lasting = from_.notna() & to.notna() & ~from_.isin(_TEMPORARY) & ~to.isin(_TEMPORARY)
    return (
        told["place_code"].isin(_TEMPORARY)
        & _meets(before, told)
        & _meets(told, after)
        & lasting
        & from_.ne(to)
    )


def _lacks_reason(told: pd.DataFrame, after: pd.DataFrame) -> "pd.Series[bool]":
    lasting = ~told["place_code"].isin(_TEMPORARY) & ~after["place_code"].isin(_TEMPORARY)
    changes = told["end_reason"].eq(_GOES_ON) & after["start_reason"].isin(_PLACE_CHANGES)
    return changes & told["change_reason"].isna() & lasting
