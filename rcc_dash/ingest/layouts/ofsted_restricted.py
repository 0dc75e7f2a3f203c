"""Ofsted's lists for LAs: names, postcodes and conditions of homes, which it publishes to nobody else.

Restricted on arrival: every row says so, a postcode leaves as its sector, conditions as kinds.
Known from sources.md 7.3: the lists of children's homes, of other providers, and of both in one.
"""

from typing import Final

import pandas as pd

from rcc_dash.domain.home_tables import HOME_LISTING, RESTRICTED
from rcc_dash.ingest.checked import CheckedTable
from rcc_dash.ingest.finish import Target, finish
from rcc_dash.ingest.headings import Field
from rcc_dash.ingest.keys import Secrets
from rcc_dash.ingest.layouts import ofsted_faults as faults
from rcc_dash.ingest.layouts import ofsted_fields as fields
from rcc_dash.ingest.layouts import ofsted_flags as flags
from rcc_dash.ingest.layouts import ofsted_words as words
from rcc_dash.ingest.layouts.ofsted_home import (
    Listing,
    grades,
    home_columns,
    list_date,
    particulars,
    same_day,
    same_period,
    sectors,
)
from rcc_dash.ingest.recognise import Layout, Matched
from rcc_dash.ingest.told import Told

_HOMES: Final = "ofsted_restricted"
_ADDRESSES: Final = "ofsted_restricted_addresses"


def _check_homes(matched: Matched, told: Told, _secrets: Secrets) -> CheckedTable:
    listing = Listing(matched)
    home = home_columns(listing)
    finer = words.translated(listing.text("subtype"), words.provision_type)
    home["provision_type"] = finer.fillna(home["provision_type"])
    listing.note(faults.TWICE, "urn", home["urn"].duplicated() & home["urn"].notna())
    columns = {**home, **particulars(listing), **grades(listing), "closed_on": listing.dates("closed_on")}
    columns |= {name: flags.codes(listing, name, shape) for name, shape in _CODES.items()}
    columns |= {"needs": flags.needs(listing), "conditions": flags.conditions(listing)}
    return _finished(listing, told, columns, "restricted")


def _check_addresses(matched: Matched, told: Told, _secrets: Secrets) -> CheckedTable:
    listing = Listing(matched)
    urns = words.translated(listing.text("urn"), words.urn)
    listing.note(faults.NO_URN, "urn", urns.isna())
    listing.note(faults.TWICE, "urn", urns.duplicated() & urns.notna())
    other = pd.Series("other", index=urns.index, dtype="str")
    columns = {"urn": urns, "provision_type": other, "postcode_sector": sectors(listing)}
    return _finished(listing, told, columns, "restricted_addresses")


def _finished(listing: Listing, told: Told, columns: dict[str, pd.Series], kind: str) -> CheckedTable:
    rows = listing.matched.data.index
    day = list_date(listing.matched, told)
    whole = {"as_of": same_day(day, rows), "list_kind": kind, "precision": RESTRICTED, **columns}
    target = Target(HOME_LISTING, f"ofsted_{kind}", same_period(day, rows))
    return finish(listing.matched, target, pd.DataFrame(whole, index=rows), listing.findings)


_CODES: Final = {"place_codes": r"[A-Z]{1,2}\d{1,2}", "provider_codes": r"PR\d"}
_NAME: Final = Field("home_name", ("Setting name", "Provider name", "Home name", "Name"), like=False)
_POSTCODE: Final = Field(
    "postcode",
    ("Setting postcode", "Setting address postcode", "Provider postcode", "Postcode"),
    like=False,
)  # fmt: skip
_CLOSED: Final = Field("closed_on", ("Closed date", "Deregistration date", "Date closed"))
_KNOWN: Final = (
    *fields.KNOWN, "Postcode area", "Owner ID", "Owner type", "Top company", "top_company",
    "Interim inspection", "CYP safety", "CYP outcomes", "Assurance visit date", "Maximum fostering places",
    "Report URL", "Linked school URN", "Setting address", "Setting address 1", "Setting address 2",
    "Setting address 3", "Setting town", "Setting county", "Address 3", "Telephone", "Telephone number",
    "Email", "Email address", "Registered manager", "Responsible individual", "Provider address", "Address",
    "Setting telephone",
)  # fmt: skip
"""Headings that are there and are never read: people, telephones and addresses among them."""

LAYOUTS: Final = (
    Layout(
        source=_HOMES,
        table=HOME_LISTING,
        title="Ofsted restricted list for LAs",
        fields=(
            fields.URN,
            fields.PROVISION_TYPE,
            fields.LA,
            Field("place_codes", ("Placement code", "Provider code"), required=True, like=False),
            Field(
                "provider_codes",
                ("Placement provider code", "Provider placement code", "Placement provider codes"),
                required=True,
                like=False,
            ),
            Field("subtype", ("Provider subtype", "Provision subtype"), like=False),
            fields.as_optional(fields.SECTOR),
            fields.as_optional(fields.PLACES),
            _NAME,
            fields.STATUS,
            fields.REGISTERED_ON,
            _CLOSED,
            fields.as_optional(fields.OWNER, "Owner"),
            fields.MULTI_BUILDING,
            _POSTCODE,
            fields.as_optional(fields.INSPECTED_ON, "Last full inspection date", "Last inspection date"),
            fields.as_optional(
                fields.JUDGEMENT,
                "Latest overall effectiveness grade from last full inspection",
                "Overall",
            ),
            *flags.FIELDS,
        ),
        check=_check_homes,
        known=_KNOWN,
        without=("joiner", "leaver"),
    ),
    Layout(
        source=_ADDRESSES,
        table=HOME_LISTING,
        title="Ofsted restricted list for LAs, addresses",
        fields=(
            fields.URN,
            Field(
                "postcode",
                ("Setting postcode", "Setting address postcode"),
                required=True,
                like=False,
            ),
        ),
        check=_check_addresses,
        known=(*_KNOWN, *fields.LA.synonyms, *_NAME.synonyms),
        without=("placement", "joiner", "leaver", "category"),
    ),
)  # fmt: skip
