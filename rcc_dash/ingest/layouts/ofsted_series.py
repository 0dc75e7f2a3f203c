"""Ofsted's national series of children's homes and their places, to reconcile lists with."""

from dataclasses import replace
from typing import Final

import pandas as pd

from rcc_dash.domain.home_tables import HOME_TOTAL
from rcc_dash.ingest.checked import CheckedTable
from rcc_dash.ingest.finish import Target, finish
from rcc_dash.ingest.headings import Field
from rcc_dash.ingest.keys import Secrets
from rcc_dash.ingest.layouts import ofsted_faults as faults
from rcc_dash.ingest.layouts.ofsted_home import Listing
from rcc_dash.ingest.recognise import Layout, Matched
from rcc_dash.ingest.told import Told

_HOMES: Final = "providers"
_PLACES: Final = "places"


def _check(matched: Matched, _told: Told, _secrets: Secrets) -> CheckedTable:
    """Join the table of providers and the table of places below it: a row of the series is a date.

    Headings and titles between the two are no rows of it.
    """
    kind = matched.column("kind").str.lower()
    listing = Listing(replace(matched, data=matched.data[kind.isin([_HOMES, _PLACES])]))
    kind = kind[listing.matched.data.index]
    day = listing.dates("day")
    number = listing.wholes("number")
    columns = pd.DataFrame(
        {
            "as_of": day,
            "homes": day.map(_by_day(day, number, kind == _HOMES)),
            "places": day.map(_by_day(day, number, kind == _PLACES)),
        }
    )[~day.duplicated() | day.isna()]
    listing.note(faults.UNDATED, "day", columns["as_of"].isna())
    period = columns["as_of"].dt.strftime("%Y-%m-%d")
    return finish(matched, Target(HOME_TOTAL, "ofsted_series", period), columns, listing.findings)


def _by_day(day: pd.Series, number: pd.Series, rows: pd.Series) -> pd.Series:
    found = number[rows & day.notna()].set_axis(day[rows & day.notna()])
    return found[~found.index.duplicated()]


LAYOUTS: Final = (
    Layout(
        source="ofsted_series",
        table=HOME_TOTAL,
        title="Ofsted national series",
        fields=(
            Field("day", ("Date",), required=True, like=False),
            Field("kind", ("Data type",), required=True),
            Field("number", ("All children's homes",), required=True),
        ),
        check=_check,
        known=("Children's homes", "Secure children's homes"),
    ),
)
