"""Ofsted's lists of providers: with places, with their latest judgements, with a year's inspections."""

from datetime import date
from typing import Final

import pandas as pd

from rcc_dash.domain.home_tables import HOME_INSPECTION, HOME_LISTING
from rcc_dash.ingest.checked import CheckedTable
from rcc_dash.ingest.finish import Target, finish
from rcc_dash.ingest.keys import Secrets
from rcc_dash.ingest.layouts import ofsted_faults as faults
from rcc_dash.ingest.layouts import ofsted_fields as fields
from rcc_dash.ingest.layouts.ofsted_home import (
    Listing,
    grades,
    home_columns,
    list_date,
    particulars,
    precision,
    same_day,
    same_period,
)
from rcc_dash.ingest.recognise import Layout, Matched
from rcc_dash.ingest.told import Told

_REPEATED: Final = 0.05
"""A year's inspections name a fifth or more of their providers twice, a list as at a date none."""


def _check_places(matched: Matched, told: Told, _secrets: Secrets) -> CheckedTable:
    listing = Listing(matched)
    return _listed(listing, list_date(matched, told), "places", {})


def _check_judgements(matched: Matched, told: Told, _secrets: Secrets) -> CheckedTable:
    listing = Listing(matched)
    day = list_date(matched, told)
    if _is_in_year(matched, told):
        return _inspections(listing, day)
    return _listed(listing, day, "judgements", dict(grades(listing)))


def _is_in_year(matched: Matched, told: Told) -> bool:
    """Tell a year's inspections from a list as at a date: both may have the same headings."""
    said = f"{matched.sheet} {matched.banner} {told.file_name}".lower().replace("-", " ").replace("_", " ")
    if "in year" in said:
        return True
    headings = " ".join((*matched.all_headings, matched.banner)).lower()
    return "latest" not in headings and bool(matched.data["urn"].duplicated().mean() > _REPEATED)


def _listed(listing: Listing, day: date, kind: str, judged: dict[str, pd.Series]) -> CheckedTable:
    rows = listing.matched.data.index
    home = home_columns(listing)
    twice = home["urn"].duplicated() & home["urn"].notna()
    listing.note(faults.TWICE, "urn", twice)
    more = particulars(listing)
    columns = pd.DataFrame(
        {
            "as_of": same_day(day, rows),
            "list_kind": kind,
            "precision": precision(home["provision_type"], more),
            **home,
            **more,
            **judged,
        },
        index=rows,
    )
    target = Target(HOME_LISTING, f"ofsted_{kind}", same_period(day, rows))
    return finish(listing.matched, target, columns, listing.findings)


def _inspections(listing: Listing, day: date) -> CheckedTable:
    rows = listing.matched.data.index
    graded = grades(listing)
    listing.note(faults.NOT_INSPECTED, "inspected_on", graded["inspected_on"].isna())
    columns = pd.DataFrame(
        {
            "as_of": same_day(day, rows),
            **home_columns(listing),
            "inspection_type": listing.text("inspection_type"),
            **graded,
        },
        index=rows,
    )
    target = Target(HOME_INSPECTION, "ofsted_in_year", same_period(day, rows))
    return finish(listing.matched, target, columns, listing.findings)


_PLACES: Final = tuple(fields.as_required(f) if f is fields.PLACES else f for f in fields.HOME)
_NOT_OF_PLACES: Final = (
    "joiner",
    "leaver",
    "event type",
    "event number",
    "overall effectiveness",
    "overall experiences",
    "how well children",
    "effectiveness of leaders",
)
"""A list of judgements with a heading gone must not pass for the list of all providers."""

LAYOUTS: Final = (
    Layout(
        source="ofsted_places",
        table=HOME_LISTING,
        title="Ofsted providers and places",
        fields=(*_PLACES, *fields.PARTICULARS),
        check=_check_places,
        known=fields.KNOWN,
        without=_NOT_OF_PLACES,
    ),
    Layout(
        source="ofsted_judgements",
        table=HOME_LISTING,
        title="Ofsted provider level with judgements",
        fields=(
            *fields.HOME,
            *fields.PARTICULARS,
            fields.INSPECTION_TYPE,
            fields.INSPECTED_ON,
            fields.JUDGEMENT,
        ),
        check=_check_judgements,
        known=fields.KNOWN,
        without=("joiner", "leaver"),
    ),
)
