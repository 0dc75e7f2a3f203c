"""Which checked tables are there? One truth for what `ingest` writes and `store` reads."""

from typing import Final

from rcc_dash.domain.census_tables import CENSUS
from rcc_dash.domain.child_tables import CHILD, DOLO, EPISODE, MISSING, OC2, UASC
from rcc_dash.domain.columns import Table
from rcc_dash.domain.cost_tables import HOME_COST, PLACEMENT_COST
from rcc_dash.domain.home_tables import (
    HOME_CHANGE,
    HOME_INSPECTION,
    HOME_LISTING,
    HOME_TOTAL,
    LA_INSPECTION,
    SUPPORTED_PREMISES,
    VACANCY,
)
from rcc_dash.domain.published_tables import NEIGHBOUR, PUBLISHED_DEFINITION, PUBLISHED_FIGURE
from rcc_dash.domain.referral_tables import REFERRAL

ALL: Final[dict[str, Table]] = {
    table.name: table
    for table in (
        HOME_LISTING, HOME_INSPECTION, HOME_CHANGE, SUPPORTED_PREMISES, LA_INSPECTION, HOME_TOTAL,
        CHILD, EPISODE, UASC, MISSING, OC2, DOLO, VACANCY, PLACEMENT_COST, HOME_COST,
        CENSUS, REFERRAL, PUBLISHED_FIGURE, PUBLISHED_DEFINITION, NEIGHBOUR,
    )
}  # fmt: skip
