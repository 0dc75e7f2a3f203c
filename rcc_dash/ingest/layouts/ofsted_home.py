"""What do all of Ofsted's lists of providers say of one provider, and what may be wrong with it?"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import pandas as pd

from rcc_dash.domain.home_tables import OPEN, RESTRICTED
from rcc_dash.errors import UserError
from rcc_dash.ingest.dates import to_dates
from rcc_dash.ingest.findings import Finding
from rcc_dash.ingest.layouts import ofsted_faults as faults
from rcc_dash.ingest.layouts import ofsted_words as words
from rcc_dash.ingest.layouts.ofsted_faults import Fault
from rcc_dash.ingest.numbers import to_whole_numbers
from rcc_dash.ingest.recognise import Matched
from rcc_dash.ingest.told import Told, as_of_told
from rcc_dash.reference.sectors import postcode_sector


@dataclass(frozen=True, slots=True)
class Listing:
    """One provider list while it is read: its columns in our words and what was found wrong."""

    matched: Matched
    findings: list[Finding] = field(default_factory=list)

    def text(self, name: str) -> pd.Series:
        """Give a field as text; null where blank, redacted or not applicable."""
        return words.stated(self.matched.column(name))

    def coded(self, name: str, meaning: words.Meaning, fault: Fault) -> pd.Series:
        """Give a field as codes; what has no meaning is null and noted as the fault."""
        cells = self.text(name)
        found = words.translated(cells, meaning)
        self.note(fault, name, cells.notna() & found.isna())
        return found

    def dates(self, name: str) -> pd.Series:
        """Give a field as dates; what is no date becomes null, and the row counts as mended."""
        cells = self.text(name)
        found = to_dates(cells.fillna(""))
        self.note(faults.NO_DATE, name, cells.notna() & found.isna())
        return found

    def wholes(self, name: str) -> pd.Series:
        """Give a field as whole numbers from 0; anything else becomes null, and the row counts as mended."""
        cells = self.text(name)
        found = to_whole_numbers(cells.fillna(""))
        self.note(faults.NO_NUMBER, name, cells.notna() & found.isna())
        return found

    def yes_no(self, name: str) -> pd.Series:
        """Give a field as yes or no, blank being no; null throughout where the list lacks the field."""
        if name not in self.matched.data:
            return pd.Series(pd.NA, index=self.matched.data.index, dtype="boolean")
        return (~self.matched.data[name].str.lower().isin(["", "n", "no", "false", "0"])).astype("boolean")

    def area(self, name: str) -> pd.Series:
        """Give a field as LA codes; null where it names no present LA of England (the row is loaded)."""
        cells = self.text(name)
        found = words.areas(cells)
        for text, area in found.items():
            if area.note:
                self.note(
                    faults.renamed(area.note) if area.la_code else faults.split(area.note),
                    name,
                    cells == text,
                )
        strange = [text for text, area in found.items() if not area.la_code and not area.note]
        self.note(faults.NO_LA, name, cells.isin(strange))
        return cells.map({text: area.la_code for text, area in found.items()}).astype("str")

    def note(self, fault: Fault, name: str, rows: pd.Series) -> None:
        """Write down a fault of the rows that are marked."""
        heading = self.matched.headings.get(name)
        marked = rows.index[rows]
        self.findings.append(Finding(fault.code, fault.severity, heading, marked, fault.what, fault.fix))


def home_columns(listing: Listing) -> dict[str, pd.Series]:
    """Give the columns that every provider list shares; rows without a URN or known type are rejected."""
    urns = words.translated(listing.text("urn"), words.urn)
    listing.note(faults.NO_URN, "urn", urns.isna())
    types = words.translated(listing.text("provision_type"), words.provision_type)
    listing.note(faults.NEW_TYPE, "provision_type", types.isna() & urns.notna())
    return {
        "urn": urns,
        "provision_type": types.fillna("other"),
        "la_code": listing.area("la"),
        "la_listed": listing.text("la"),
        "constituency": listing.text("constituency"),
        "sector": listing.coded("sector", words.sector, faults.NEW_SECTOR),
        "places": listing.wholes("places"),
    }


def particulars(listing: Listing) -> dict[str, pd.Series]:
    """Give what lists of providers say besides; a postcode leaves here as its sector."""
    return {
        "home_name": listing.text("home_name"),
        "status": listing.text("status"),
        "registered_on": listing.dates("registered_on"),
        "short_break_only": listing.yes_no("short_break_only"),
        "multi_building": listing.yes_no("multi_building"),
        "owner_name": listing.text("owner_name"),
        "postcode_sector": sectors(listing),
    }


def sectors(listing: Listing) -> pd.Series:
    """Give the postcode's sector; null where blank, redacted or no postcode."""
    cells = listing.text("postcode")
    found = words.translated(cells, postcode_sector)
    listing.note(faults.NO_POSTCODE, "postcode", cells.notna() & found.isna())
    return found


def precision(provision_type: pd.Series, said: Mapping[str, pd.Series]) -> pd.Series:
    """Say which rows are restricted, whatever the list calls itself.

    Ofsted has published neither the name nor the address of a children's home since 2015 (13
    lists), so a row with either comes from a list that was given to LAs only.
    """
    tells = said["home_name"].notna() | said["postcode_sector"].notna()
    is_restricted = tells & provision_type.isin(words.childrens_homes())
    return is_restricted.map({True: RESTRICTED, False: OPEN}).astype("str")


def list_date(matched: Matched, told: Told) -> date:
    """Of which date is this list? Raises UserError when nothing says it."""
    said = (" ; ".join((*matched.all_headings, matched.banner)), matched.sheet)
    day = as_of_told(said, told)
    if day is None:
        raise UserError(
            title=f"{told.file_name} does not say of which date it is",
            what=f"'{matched.layout.title}' needs a date, and no sheet, file or folder name gives one.",
            fix="Put it into the file's name, such as 'provider_at_march_2025', or say it when loading.",
            asks="as_of",
        )
    return day


def same_day(day: date, rows: pd.Index) -> pd.Series:
    """Give one date for all rows."""
    return pd.Series(pd.Timestamp(day), index=rows, dtype="datetime64[us]")


def same_period(day: date, rows: pd.Index) -> pd.Series:
    """Give one period, as accounts name it, for all rows."""
    return pd.Series(day.isoformat(), index=rows, dtype="str")


def grades(listing: Listing) -> Mapping[str, pd.Series]:
    """Give the inspection's date and overall judgement."""
    return {
        "inspected_on": listing.dates("inspected_on"),
        "judgement": listing.coded("judgement", words.judgement, faults.NEW_JUDGEMENT),
    }
