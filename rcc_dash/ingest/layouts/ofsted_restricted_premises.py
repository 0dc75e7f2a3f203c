"""Ofsted's list for LAs of supported-accommodation settings: several settings may share a provider's URN."""

from typing import Final

import pandas as pd

from rcc_dash.domain.home_tables import RESTRICTED, SUPPORTED_PREMISES
from rcc_dash.ingest.checked import CheckedTable
from rcc_dash.ingest.finish import Target, finish
from rcc_dash.ingest.headings import Field
from rcc_dash.ingest.keys import Secrets
from rcc_dash.ingest.layouts import ofsted_faults as faults
from rcc_dash.ingest.layouts import ofsted_fields as fields
from rcc_dash.ingest.layouts.ofsted_home import (
    Listing,
    home_columns,
    list_date,
    same_day,
    same_period,
    sectors,
)
from rcc_dash.ingest.layouts.ofsted_supported import category_code
from rcc_dash.ingest.recognise import Layout, Matched
from rcc_dash.ingest.told import Told

_SOURCE: Final = "ofsted_restricted_premises"


def _check(matched: Matched, told: Told, _secrets: Secrets) -> CheckedTable:
    listing = Listing(matched)
    day = list_date(matched, told)
    rows = matched.data.index
    category = listing.coded("category", category_code, faults.NEW_CATEGORY)
    columns = {
        "as_of": same_day(day, rows),
        "precision": RESTRICTED,
        **home_columns(listing),
        "category": pd.to_numeric(category),
        "postcode_sector": sectors(listing),
        "registered_on": listing.dates("registered_on"),
        "closed_on": listing.dates("closed_on"),
    }
    target = Target(SUPPORTED_PREMISES, _SOURCE, same_period(day, rows))
    return finish(matched, target, pd.DataFrame(columns, index=rows), listing.findings)


LAYOUTS: Final = (
    Layout(
        source=_SOURCE,
        table=SUPPORTED_PREMISES,
        title="Ofsted restricted list for LAs, supported accommodation",
        fields=(
            fields.URN,
            fields.PROVISION_TYPE,
            Field("la", ("Setting local authority", "Premises local authority"), required=True, like=False),
            Field("postcode", ("Setting address postcode", "Setting postcode"), required=True, like=False),
            Field("category", ("Setting category", "Service category", "Category")),
            fields.as_optional(fields.SECTOR),
            fields.as_optional(fields.PLACES),
            fields.as_optional(fields.CONSTITUENCY),
            fields.REGISTERED_ON,
            Field("closed_on", ("Closed date", "Deregistration date", "Date closed")),
        ),
        check=_check,
        known=(
            *fields.KNOWN,
            "Provider local authority",
            "Registration status",
            "Setting status",
            "Provider name",
            "Owner name",
            "Owner ID",
            "Owner type",
            "Conditions",
            "Placement provider code",
            "Setting name",
            "Setting address",
        ),
    ),
)
