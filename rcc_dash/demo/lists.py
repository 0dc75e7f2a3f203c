"""Write Ofsted-style lists: providers and places, and judgements, of each 31 March."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import numpy as np
import pandas as pd

from rcc_dash.demo.kinds import JUDGEMENTS, NEVER, PRIVATE, VOLUNTARY, YEARS, Ints, Texts, dates_text
from rcc_dash.demo.region import Region
from rcc_dash.domain.places import local_authorities

BANNER: Final = "SYNTHETIC DEMONSTRATION DATA: no home, owner or judgement in this list is real."
_INSPECTED_ONLY: Final = (2023, 2024)
"""Years whose real judgement list leaves out homes that were not inspected."""
_KINDS: Final = np.array([
    "Children's home",
    "Secure children's home",
    "Residential special school (registered as a children's home)",
])  # fmt: skip
_SECTORS: Final = np.array(["Local Authority", "Private", "Voluntary", "Health Authority"])
_AGENCY_SECTORS: Final = {PRIVATE: "Private", VOLUNTARY: "Voluntary"}
_ADDRESS: Final = ("Name", "Address 1", "Address 2", "Town", "County", "Postcode")
_LINK: Final = "Ofsted Social Care Provider Webpage"


def write_lists(made: Region, folder: Path) -> Iterator[Path]:
    """Write both lists of every 31 March and give the paths."""
    folder.mkdir(parents=True, exist_ok=True)
    for column, year in enumerate(YEARS):
        listed = _providers(made, column)
        places = listed.rename(columns={"Owner": "Organisation name"})
        title = f"Children's social care data in England {year} - Providers and places at 31 March {year}"
        name = f"synthetic_providers_and_places_31_march_{year}.csv"
        yield with_banner(places, title, folder / name)
        judged = _judged(made, listed, column)
        title = f"Children's social care data in England {year} - Provider level as at 31 March {year}"
        yield with_banner(judged, title, folder / f"synthetic_provider_level_31_march_{year}.csv")


def with_banner(table: pd.DataFrame, title: str, path: Path) -> Path:
    """Write a table below three lines of words, as Ofsted's sheets have them."""
    notes = pd.DataFrame([title, BANNER, "This worksheet contains one table, this table begins in cell A4."])
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        notes.to_csv(file, index=False, header=False, lineterminator="\r\n")
        table.to_csv(file, index=False, lineterminator="\r\n")
    return path


def _providers(made: Region, column: int) -> pd.DataFrame:
    facts, places = made.homes.facts, made.homes.places[:, column]
    frame = pd.DataFrame({
        "Web link": _LINK,
        "URN": facts["urn"],
        "Linked education URN": "",
        "Provision type": _KINDS[facts["kind"]],
        "Registration date": dates_text(facts["registered_on"].to_numpy()),
        "Registration status": "Active",
        **dict.fromkeys(_ADDRESS, "REDACTED"),
        **_area_columns(facts["area"]),
        "Sector": _SECTORS[facts["sector"]],
        "Places": places,
        "Supported accommodation premises": "",
        "Short-break-only children's home": np.where(facts["short_break"], "Short breaks only", ""),
        "Multi building children's home": "",
        "Owner": facts["owner"],
    })[places > 0]  # fmt: skip
    return pd.concat([frame, _agencies(made, YEARS[column])], ignore_index=True)


def _area_columns(area: "pd.Series[str]") -> dict[str, object]:
    known = local_authorities()
    region = area.map({code: la.region_name for code, la in known.items()})
    return {
        "Ofsted Region": region,
        "Government Office Region": region,
        "Local authority": area.map({code: la.name for code, la in known.items()}),
        "Parliamentary constituency": "",
    }


def _agencies(made: Region, year: int) -> pd.DataFrame:
    known = made.agencies
    if year < YEARS[-1]:
        known = known[known["provision_type"] != "Supported Accommodation"]
    return pd.DataFrame({
        "Web link": _LINK,
        "URN": known["urn"],
        "Linked education URN": "",
        "Provision type": known["provision_type"],
        "Registration date": "01/09/2015",
        "Registration status": "Active",
        **dict.fromkeys(_ADDRESS, "REDACTED"),
        "Name": known["name"],
        **_area_columns(known["area"]),
        "Sector": known["sector"].map(_AGENCY_SECTORS),
        "Places": "",
        "Supported accommodation premises": "",
        "Short-break-only children's home": "",
        "Multi building children's home": "",
        "Owner": known["name"] + " Limited",
    })  # fmt: skip


def _judged(made: Region, listed: pd.DataFrame, column: int) -> pd.DataFrame:
    facts = made.homes.facts
    number = pd.Series(np.arange(len(facts)), index=facts["urn"])
    home: Ints = listed["URN"].map(number).fillna(-1).to_numpy(np.int64)
    grade: Ints = np.where(home >= 0, made.homes.grade[home, column], -1)
    when = np.where(grade >= 0, made.homes.inspected_on[home, column], NEVER)
    words = np.append(np.array(JUDGEMENTS), "")[grade]
    named = listed.rename(columns={"Owner": "Organisation which owns the provider"})
    table = named.join(pd.DataFrame(_inspection(words, when, home), index=named.index))
    return table[grade >= 0] if YEARS[column] in _INSPECTED_ONLY else table


def _inspection(words: Texts, when: Ints, home: Ints) -> dict[str, Texts | str]:
    seen = words != ""
    published = dates_text(np.where(when == NEVER, NEVER, when + 45))
    return {
        "Latest full inspection event type": np.where(seen, "Full inspection", ""),
        "Latest full inspection date": dates_text(when),
        "Latest full inspection publication date": published,
        "Latest full inspection event number": np.where(seen, (99_000_000 + home).astype(str), ""),
        "Overall experiences and progress of children and young people": words,
        "Outcomes in education and related learning activities": "",
        "Health services": "",
        "How well children and young people are helped and protected": words,
        "The effectiveness of leaders and managers": words,
        "Supported Accommodation outcome": "",
    }
