"""Which registered home does an episode name, and should it name one?"""

from typing import Final

import pandas as pd

from rcc_dash.domain.codes import place_codes_of
from rcc_dash.domain.places import OUTSIDE_ENGLAND
from rcc_dash.domain.problems import Severity
from rcc_dash.ingest.layouts.ssda903_codes import NOTHING
from rcc_dash.ingest.layouts.ssda903_rules import NO_PROVIDER
from rcc_dash.ingest.recognise import Matched
from rcc_dash.ingest.rules import Part, Rule
from rcc_dash.ingest.urns import OTHER_REGULATOR, tidy_urns

_NO_URN: Final = NO_PROVIDER | {"P3", "R1", "R2", "R5"} | place_codes_of(["parents"])
_BAD: Final = Rule(
    "U03", Severity.MENDED, "urn",
    "The URN is neither seven digits, nor SC and six digits, nor XXXXXXX, and was left blank.",
    "Take the URN from Ofsted's list.",
)  # fmt: skip
_MISSING: Final = Rule(
    "U01", Severity.WARNING, "urn", "The placement needs a URN and has none.", "Take it from Ofsted's list."
)
_UNEXPECTED: Final = Rule(
    "U02", Severity.WARNING, "urn", "A URN is given for a kind of placement that has none.",
    "See whether the placement code or the URN is wrong.",
)  # fmt: skip


def home_urns(
    matched: Matched, place_code: pd.Series, placement_la: pd.Series, is_short_break: pd.Series
) -> Part:
    """Give each episode's URN, normalised; null where blank or no URN.

    None is expected of short breaks, outside England and of placements that Ofsted does not register.
    """
    cells = matched.column("urn")
    urn = tidy_urns(cells)
    is_given = ~cells.str.strip().str.upper().isin(NOTHING)
    is_exempt = place_code.isin(list(_NO_URN)) | place_code.isna()
    is_abroad = placement_la.isin(list(OUTSIDE_ENGLAND))
    findings = (
        _BAD.hit(matched, is_given & urn.isna()),
        _MISSING.hit(matched, ~is_given & ~is_exempt & ~is_abroad & ~is_short_break),
        _UNEXPECTED.hit(matched, urn.notna() & urn.ne(OTHER_REGULATOR) & place_code.isin(list(_NO_URN))),
    )
    return Part(pd.DataFrame({"home_urn": urn}), findings)
