"""Which LAs of the demonstration do not send what, so that its completeness has something to say?"""

from typing import Final

from rcc_dash.domain.places import local_authorities

WITHOUT_MISSING: Final = frozenset({"E08000002", "E06000044"})
WITHOUT_HEALTH: Final = frozenset({"E08000006", "E06000036", "E06000040"})
WITHOUT_ORDERS: Final = frozenset({"E08000004", "E06000042", "E06000060"})
TOLD_NO_ORDER: Final = frozenset({"E06000037", "E06000041"})
"""They send headings alone: no order deprives a child of theirs of liberty, which is not "not known"."""
WITHOUT_NEEDS_IN_COSTS: Final = frozenset({"E08000007", "E06000038", "E06000039", "E06000045"})
WITHOUT_CENSUS: Final = frozenset({"E08000008"})
"""Of Greater Manchester, where all others send the placements census."""

WITH_REFERRALS: Final = ("E10000016", "E10000025", "E10000030", "E06000043", "E06000044")
"""LAs of the South East that send referral forms."""


def words(area: str) -> str:
    """Name an LA in a file's or folder's name: its three-digit code, then its name."""
    la = local_authorities()[area]
    return f"{la.dfe_code}_{la.name.lower().replace(' ', '_')}"
