"""Ofsted's joiners and leavers: providers that came on or went off the register in a year."""

from typing import Final

import pandas as pd

from rcc_dash.domain.home_tables import HOME_CHANGE
from rcc_dash.ingest.checked import CheckedTable
from rcc_dash.ingest.finish import Target, finish
from rcc_dash.ingest.headings import Field
from rcc_dash.ingest.keys import Secrets
from rcc_dash.ingest.layouts import ofsted_faults as faults
from rcc_dash.ingest.layouts import ofsted_fields as fields
from rcc_dash.ingest.layouts.ofsted_home import Listing, home_columns, list_date, same_day, same_period
from rcc_dash.ingest.recognise import Layout, Matched
from rcc_dash.ingest.told import Told

_ENDS: Final = ("resigned_on", "shut_on", "cancelled_on")


def _check(matched: Matched, told: Told, _secrets: Secrets) -> CheckedTable:
    listing = Listing(matched)
    day = list_date(matched, told)
    rows = matched.data.index
    joined = matched.column("joined").str.lower().str.startswith("join")
    left = matched.column("left").str.lower().str.startswith("leav")
    listing.note(faults.NO_CHANGE, "joined", ~joined & ~left)
    columns = pd.DataFrame(
        {
            "as_of": same_day(day, rows),
            **home_columns(listing),
            "joined": joined,
            "left": left,
            "registered_on": listing.dates("registered_on"),
            "closed_on": _closed_on(listing),
        },
        index=rows,
    )
    target = Target(HOME_CHANGE, "ofsted_changes", same_period(day, rows))
    return finish(matched, target, columns, listing.findings)


def _closed_on(listing: Listing) -> pd.Series:
    """Give the first of the days on which it resigned, was shut or was cancelled."""
    return pd.DataFrame({name: listing.dates(name) for name in _ENDS}).min(axis="columns")


LAYOUTS: Final = (
    Layout(
        source="ofsted_changes",
        table=HOME_CHANGE,
        title="Ofsted joiners and leavers",
        fields=(
            *fields.HOME,
            Field("joined", ("Joiner status", "Joiner", "Joiners"), required=True),
            Field("left", ("Leaver status", "Leaver", "Leavers"), required=True),
            Field(
                "registered_on",
                (
                    "Registration date",
                    "First effective date (that the provider became active)",
                    "Date opened",
                ),
            ),
            Field(
                "resigned_on",
                (
                    "First effective date (that the provider became resigned)",
                    "Cancelled or resigned date",
                    "Resigned/closed date",
                    "Resigned date",
                ),
            ),
            Field(
                "shut_on", ("First effective date (that the provider closed)", "Date closed", "Closed date")
            ),
            Field(
                "cancelled_on",
                ("First effective date (that the provider became cancelled)", "Cancelled date"),
            ),
        ),
        check=_check,
        known=(
            *fields.KNOWN,
            "Name",
            "Setting name",
            "Short-break-only children's home",
            "Flag for appealed",
        ),
    ),
)
