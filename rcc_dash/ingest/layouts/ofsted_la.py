"""Ofsted's inspections of local authorities' children's services: the latest, and all since 2018."""

from typing import Final

import pandas as pd

from rcc_dash.domain.home_tables import LA_INSPECTION
from rcc_dash.ingest.checked import CheckedTable
from rcc_dash.ingest.finish import Target, finish
from rcc_dash.ingest.headings import Field
from rcc_dash.ingest.keys import Secrets
from rcc_dash.ingest.layouts import ofsted_faults as faults
from rcc_dash.ingest.layouts import ofsted_fields as fields
from rcc_dash.ingest.layouts.ofsted_home import Listing, grades, list_date, same_day, same_period
from rcc_dash.ingest.recognise import Layout, Matched
from rcc_dash.ingest.told import Told

_LEADERS: Final = (
    "Impact of leaders",
    "The impact of leaders on social work practice with children and families",
)
"""No list of homes has this judgement: the mark of an inspection of an LA."""


def _check(matched: Matched, told: Told, _secrets: Secrets) -> CheckedTable:
    listing = Listing(matched)
    day = list_date(matched, told)
    rows = matched.data.index
    named = listing.text("la")
    listing.note(faults.NO_NAME, "la", named.isna())
    columns = pd.DataFrame(
        {"as_of": same_day(day, rows), "la_code": listing.area("la"), "la_listed": named, **grades(listing)},
        index=rows,
    )
    target = Target(LA_INSPECTION, "ofsted_la", same_period(day, rows))
    return finish(matched, target, columns, listing.findings)


LAYOUTS: Final = (
    Layout(
        source="ofsted_la",
        table=LA_INSPECTION,
        title="Ofsted inspections of local authorities",
        fields=(
            Field("la", ("Local authority name", "Local authority", "LA name"), required=True),
            fields.INSPECTED_ON,
            Field("judgement", ("Overall effectiveness", "Overall judgement"), required=True),
            Field("leaders", _LEADERS, required=True),
        ),
        check=_check,
        known=(*fields.KNOWN, "Local authority area code", "Local authority status", "Inspection type"),
        without=("urn", "visit", "provision type"),
    ),
)
