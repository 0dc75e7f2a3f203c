"""Do the reason for distance and the name of the home say what the rest of a census row says?"""

from typing import Final

import pandas as pd

from rcc_dash.domain.problems import Severity
from rcc_dash.ingest.findings import Finding
from rcc_dash.ingest.recognise import Matched
from rcc_dash.ingest.rules import Rule
from rcc_dash.settings import FAR_MILES

_NO_REASON: Final = Rule(
    "G08", Severity.WARNING, "distance_reason",
    "The placement is over 20 miles from home, and no reason for the distance is given.",
    "Fill in the reason, or see whether one of the two places is wrong.",
)  # fmt: skip
_NOT_FAR: Final = Rule(
    "G08", Severity.WARNING, "distance_reason",
    "A lack of local homes is given as the reason for distance, and the placement is in the LA's own area.",
    "See which of the two is wrong.",
)  # fmt: skip
_NAMED: Final = Rule(
    "U13", Severity.INFO, "home_urn", "The home is named and its URN is blank.",
    "Fill it in; or, once the file is loaded, say under 'Homes named without a URN' which home is meant.",
)  # fmt: skip
_LACKING: Final = ("none_local", "local_unavailable")
_IN_HOMES: Final = ("home", "supported", "school", "other_residential")


def check_reasons(matched: Matched, census: pd.DataFrame) -> list[Finding]:
    """Find children far from home without a reason, and near ones with one; none where it is not asked."""
    if "distance_reason" not in matched.data:
        return []
    is_child, reason = census["row_class"].eq("child"), census["distance_reason"]
    far = census["distance_miles"].gt(FAR_MILES).fillna(value=False)
    is_own = census["placement_la"].eq(census["la_code"]).fillna(value=False)
    has_none = reason.isna() | reason.eq("not_applicable")
    return [
        _NO_REASON.hit(matched, is_child & far & has_none),
        _NOT_FAR.hit(matched, is_child & is_own & ~far & reason.isin(list(_LACKING))),
    ]


def check_names(matched: Matched, census: pd.DataFrame) -> Finding:
    """Find homes that are named without a URN: a person can say which home of Ofsted's lists is meant."""
    is_home = census["row_class"].eq("child") & census["family_code"].isin(list(_IN_HOMES))
    is_named = census["home_name"].notna() | census["provider_name"].notna()
    return _NAMED.hit(matched, is_home & is_named & census["home_urn"].isna())
