"""Where did every row go? Rows read = loaded + mended + rejected, by source and period."""

from dataclasses import dataclass
from typing import Final

SOURCES: Final = {
    "ofsted_places": "Ofsted providers and places",
    "ofsted_judgements": "Ofsted provider level with judgements",
    "ofsted_in_year": "Ofsted inspections in the year",
    "ofsted_changes": "Ofsted joiners and leavers",
    "ofsted_supported": "Ofsted supported-accommodation premises",
    "ofsted_la": "Ofsted inspections of local authorities",
    "ofsted_series": "Ofsted national series",
    "ofsted_restricted": "Ofsted restricted list for LAs",
    "ofsted_restricted_addresses": "Ofsted restricted list for LAs, addresses",
    "ofsted_restricted_premises": "Ofsted restricted list for LAs, supported accommodation",
    "ssda903_header": "SSDA903 children",
    "ssda903_episodes": "SSDA903 episodes",
    "ssda903_uasc": "SSDA903 unaccompanied children",
    "ssda903_missing": "SSDA903 missing children",
    "ssda903_oc2": "SSDA903 health and offending (OC2)",
    "ssda903_dolo": "SSDA903 deprivation of liberty",
    "vacancies": "Vacancy return",
    "placement_costs": "Placement costs",
    "home_costs": "Costs of the LA's own homes",
    "placements_census": "Placements Northwest census",
    "placements_standard": "Placements Data Standard referrals",
    "rcc_referrals": "Regional referral form (RCC)",
    "published_rates": "DfE: children looked after, numbers and rates",
    "published_groups": "DfE: children looked after at 31 March, by group",
    "published_new_placements": "DfE: new placements in the year",
    "published_stability": "DfE: stability of placements",
    "published_social_workers": "DfE: changes of social worker",
    "published_net_gain": "DfE: net gain by LA of placement",
    "published_providers": "DfE: placements by provider (England)",
    "published_durations": "DfE: duration of placements (England)",
    "published_population": "ONS: mid-year population",
    "published_lait": "DfE Local Authority Interactive Tool",
    "published_lait_terms": "DfE Local Authority Interactive Tool, definitions",
    "published_ro3": "MHCLG revenue outturn RO3",
    "statistical_neighbours": "DfE statistical neighbours",
}
"""Every kind of source, with its name for people."""

RESTRICTED: Final = frozenset(
    {"ofsted_restricted", "ofsted_restricted_addresses", "ofsted_restricted_premises"}
)
"""Sources that Ofsted gives to LAs only: never in a link, a log or an export outside the machine."""


@dataclass(frozen=True, slots=True)
class Account:
    """What became of the rows of one source, LA and period in one sheet.

    `period` is an ISO date (lists, returns as at a date) or a return year such as
    "2025" (the year to 31 March 2025). `rows_mended` were loaded with a change;
    `rows_loaded` were loaded as they came. `is_regional`: the file names the LA of each row, so that what it
    has of one LA is no more than a part of it, and an LA without a row has nobody in it (decision 30).
    """

    source: str
    sheet: str
    la_code: str | None
    period: str
    rows_read: int
    rows_loaded: int
    rows_mended: int
    rows_rejected: int
    is_regional: bool = False

    def __post_init__(self) -> None:
        """Refuse an account that does not add up: a row would be lost without a word."""
        if self.rows_read != self.rows_loaded + self.rows_mended + self.rows_rejected:
            message = f"{self.source} {self.period}: rows read do not equal rows accounted for"
            raise ValueError(message)
