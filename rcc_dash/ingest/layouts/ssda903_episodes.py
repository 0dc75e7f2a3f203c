"""SSDA903 episodes, as LAs submit them and as regional hubs share them."""

from typing import Final

import pandas as pd

from rcc_dash.domain.child_tables import EPISODE
from rcc_dash.domain.codes import SHORT_BREAK_STATUSES
from rcc_dash.ingest.checked import CheckedTable
from rcc_dash.ingest.finish import Target, finish
from rcc_dash.ingest.keys import Secrets
from rcc_dash.ingest.layouts.ssda903_child import children, day_column
from rcc_dash.ingest.layouts.ssda903_codes import CodeColumn, code_columns
from rcc_dash.ingest.layouts.ssda903_fields import EPISODES, KNOWN
from rcc_dash.ingest.layouts.ssda903_places import places
from rcc_dash.ingest.layouts.ssda903_rules import episode_findings
from rcc_dash.ingest.layouts.ssda903_sequence import sequence_findings
from rcc_dash.ingest.layouts.ssda903_urns import home_urns
from rcc_dash.ingest.layouts.ssda903_whose import whose_rows
from rcc_dash.ingest.recognise import Layout, Matched
from rcc_dash.ingest.rules import Part
from rcc_dash.ingest.told import Told

HEADERS: Final = (
    "CHILD", "DECOM", "RNE", "LS", "CIN", "PLACE", "PLACE_PROVIDER", "DEC", "REC", "REASON_PLACE_CHANGE",
    "HOME_POST", "PL_POST", "URN",
)  # fmt: skip
"""The published columns, in order."""

_SOURCE: Final = "ssda903_episodes"
_CODES: Final = (
    CodeColumn("start_reason", "start_reason", "RNE"),
    CodeColumn("legal_status", "legal_status", "LS"),
    CodeColumn("need_code", "need_code", "CIN"),
    CodeColumn("place", "place_code", "PLACE"),
    CodeColumn("provider", "provider_code", "PLACE_PROVIDER"),
    CodeColumn("end_reason", "end_reason", "REC"),
    CodeColumn("change_reason", "change_reason", "REASON_PLACE_CHANGE"),
)
_HUB_RULE: Final = r"(RULE_\d+[A-Z]?)"


def check_episodes(matched: Matched, told: Told, secrets: Secrets) -> CheckedTable:
    """Turn a sheet of episodes into the `episode` table, one account per LA and return year.

    Raises UserError when the LA or the year is nowhere to be found.
    """
    whose = whose_rows(matched, told)
    la_code, year = whose.columns["la_code"], whose.columns["year"]
    parts = (
        whose,
        children(matched, la_code, secrets),
        _days(matched),
        *_circumstances(matched, year),
    )
    episodes = pd.concat([part.columns for part in parts], axis="columns")
    findings = [finding for part in parts for finding in part.findings]
    findings += [*episode_findings(matched, episodes), *sequence_findings(matched, episodes)]
    target = Target(EPISODE, _SOURCE, year.astype("str"), la_code)
    return finish(matched, target, episodes, findings)


def _days(matched: Matched) -> Part:
    started, no_start = day_column(matched, "started", required=True)
    ended, no_end = day_column(matched, "ended")
    hub_fix = matched.column("hub_fix").str.upper().str.findall(_HUB_RULE).str.join(" ")
    columns = {"started_on": started, "ended_on": ended, "hub_fix": hub_fix.mask(hub_fix == "")}
    return Part(pd.DataFrame(columns), (*no_start, *no_end))


def _circumstances(matched: Matched, year: pd.Series) -> tuple[Part, ...]:
    codes = code_columns(matched, year, _CODES)
    place_code = codes.columns["place_code"]
    is_short_break = codes.columns["legal_status"].isin(list(SHORT_BREAK_STATUSES))
    where = places(matched, place_code, is_short_break)
    return codes, where, home_urns(matched, place_code, where.columns["placement_la"], is_short_break)


LAYOUTS: Final = (Layout(_SOURCE, EPISODE, "SSDA903 episodes", EPISODES, check_episodes, known=KNOWN),)
