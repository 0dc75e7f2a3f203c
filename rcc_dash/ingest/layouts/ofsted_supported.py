"""Ofsted's premises of supported-accommodation providers."""

import re
from typing import Final

import pandas as pd

from rcc_dash.domain.home_tables import OPEN, SUPPORTED_PREMISES
from rcc_dash.ingest.checked import CheckedTable
from rcc_dash.ingest.finish import Target, finish
from rcc_dash.ingest.headings import Field
from rcc_dash.ingest.keys import Secrets
from rcc_dash.ingest.layouts import ofsted_faults as faults
from rcc_dash.ingest.layouts import ofsted_fields as fields
from rcc_dash.ingest.layouts.ofsted_home import Listing, home_columns, list_date, same_day, same_period
from rcc_dash.ingest.recognise import Layout, Matched
from rcc_dash.ingest.told import Told

_CATEGORY: Final = re.compile(r"(?:category\s*)?([1-4])(?!\d)")


def _check(matched: Matched, told: Told, _secrets: Secrets) -> CheckedTable:
    listing = Listing(matched)
    day = list_date(matched, told)
    rows = matched.data.index
    category = listing.coded("category", category_code, faults.NEW_CATEGORY)
    columns = pd.DataFrame(
        {
            "as_of": same_day(day, rows),
            "precision": OPEN,
            **home_columns(listing),
            "category": pd.to_numeric(category),
        },
        index=rows,
    )
    target = Target(SUPPORTED_PREMISES, "ofsted_supported", same_period(day, rows))
    return finish(matched, target, columns, listing.findings)


def category_code(text: str) -> str | None:
    """Give the digit of a service category, however much is said after it; None if there is none."""
    found = _CATEGORY.match(text.strip().lower())
    return found[1] if found else None


LAYOUTS: Final = (
    Layout(
        source="ofsted_supported",
        table=SUPPORTED_PREMISES,
        title="Ofsted supported-accommodation premises",
        fields=(
            fields.URN,
            fields.PROVISION_TYPE,
            Field("category", ("Service category", "Category", "Category of service"), required=True),
            Field("la", ("Premises local authority", "Setting local authority"), required=True),
            Field("constituency", ("Premises parliamentary constituency",)),
            fields.SECTOR,
            fields.PLACES,
        ),
        check=_check,
        known=(
            *fields.KNOWN,
            "Registration date",
            "Registration status",
            "Provider name",
            "Organisation name",
        ),
    ),
)
