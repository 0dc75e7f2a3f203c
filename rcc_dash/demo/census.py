"""Write the Placements Northwest census of Greater Manchester, as at two 31 Marches."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import numpy as np
import pandas as pd

from rcc_dash.demo import census_words
from rcc_dash.demo.gaps import WITHOUT_CENSUS
from rcc_dash.demo.kinds import HOME, NEVER, SUPPORTED, YEARS, Flags, Texts, dates_text, day
from rcc_dash.demo.prices import priced
from rcc_dash.demo.region import Region
from rcc_dash.domain.places import cooperatives, la_name
from rcc_dash.ingest.layouts.pnw_fields import HEADERS
from rcc_dash.reference.tables import rows as reference

_EDITIONS: Final = {YEARS[-2]: "2022-03", YEARS[-1]: "2025-12"}
"""Shape of the file of each year. The real one of March 2025 did not yet ask about liberty and solo
placements; the demonstration does, to show what the answers are for."""

_NO_HOME_URN: Final = 0.07
_OTHER_START: Final = 0.04
_OTHER_KIND: Final = 0.012
_OTHER_ID: Final = 0.008
_STILL_LISTED: Final = 0.1
"""Shares of rows: without the home's number, with a start some days off, called by another kind of
placement, under another id; and of children who left in the last two months, those still listed."""
_SOLO_FOUND: Final = 0.72
"""Share of the children who need to live alone and do."""


def write_census(made: Region, folder: Path) -> Iterator[Path]:
    """Write one file per year and give the paths; one LA is not in the later one."""
    folder.mkdir(parents=True, exist_ok=True)
    for year, edition in _EDITIONS.items():
        rng = np.random.default_rng([made.seed, 15, year])
        rows = _covered(priced(made.episodes, year), year, edition, rng)
        table = _table(rows, year, edition, rng)
        path = folder / f"synthetic_pnw_census_march_{year}.csv"
        table[list(HEADERS[edition])].to_csv(path, index=False, lineterminator="\r\n", encoding="utf-8")
        yield path


def _covered(spells: pd.DataFrame, year: int, edition: str, rng: np.random.Generator) -> pd.DataFrame:
    """Give the placements that the census is told of, a few of them over already."""
    senders = set(cooperatives()["gm"].la_codes) - (WITHOUT_CENSUS if year == YEARS[-1] else frozenset())
    rows = spells[spells["area"].isin(senders)]
    rows = rows.assign(provision=census_words.provision(rows, edition))
    late = (
        (rows["ended"] < day(year))
        & (rows["ended"] > day(year, 2, 1))
        & (rng.random(len(rows)) < _STILL_LISTED)
    )
    still = rows["ended"] == NEVER
    return rows[(still | late) & (rows["provision"] != "") & (rows["began"] <= day(year))]


def _table(rows: pd.DataFrame, year: int, edition: str, rng: np.random.Generator) -> pd.DataFrame:
    blank = dict.fromkeys(HEADERS[edition], "")
    return pd.DataFrame(
        {
            **blank,
            **_child(rows, year, rng),
            **_placement(rows, edition, rng),
            **_home(rows, rng),
            **_costs(rows),
        }
        | (_restrictions(rows, year, rng) if edition == "2025-12" else {})
    )


def _child(rows: pd.DataFrame, year: int, rng: np.random.Generator) -> dict[str, object]:
    number = rows["child"].where(rng.random(len(rows)) >= _OTHER_ID, "8" + rows["child"].str[1:])
    is_new = year == YEARS[-1]
    return {
        "Looked after child?": "Looked after child (under 18)" if is_new else "Yes",
        "Placing Authority": rows["area"].map(la_name).to_numpy(),
        "Identifier": number.to_numpy(),
        "Age": ((day(year) - rows["born"]) // 365.25).astype(int).to_numpy(),
        "Gender": rows["sex"].map({"M": "Male", "F": "Female"}).to_numpy(),
        "Ethnic Group": rows["ethnic"].map(_ethnic_labels()).fillna("Unknown").to_numpy(),
        "UASC": np.where(rows["uasc"] == 1, "Yes", "No"),
        "SEND": np.where(rows["ehcp"], "EHCP", "No"),
        "Primary SEND need": rows["send_need"].to_numpy(),
    }


def _ethnic_labels() -> dict[str, str]:
    """Give the first label of each SSDA903 code; some codes have several."""
    known = reversed(list(reference("pnw_ethnic_groups")))
    return {row["ethnic_code"]: row["label"] for row in known if row["ethnic_code"]}


def _placement(rows: pd.DataFrame, edition: str, rng: np.random.Generator) -> dict[str, object]:
    off = np.where(rng.random(len(rows)) < _OTHER_START, rng.integers(-12, 13, len(rows)), 0)
    column = "Placing at Distance Reason" if edition == "2025-12" else "Primary Placing at Distance Reason"
    kind = np.where(rng.random(len(rows)) < _OTHER_KIND, "Other", rows["provision"])
    return {
        "Placement start date": dates_text(rows["began"].to_numpy() + off),
        "How the placement was sourced": census_words.sourcing(rows, edition),
        "Type of provision": kind,
        column: census_words.reason(rows, edition),
    }


def _home(rows: pd.DataFrame, rng: np.random.Generator) -> dict[str, object]:
    lived_in = rows["placement"].isin([HOME, SUPPORTED]).to_numpy()
    urn = rows["urn"].to_numpy().astype(str)
    told = lived_in & (rng.random(len(rows)) >= _NO_HOME_URN) & np.char.isdigit(urn)
    organisation: Texts = np.char.add("Synthetic Provider ", np.char.add(urn, " Limited"))
    registration = np.where(rows["place"].isin(["R1", "R2"]), "CQC", "Ofsted")
    return {
        "Organisation": np.where(urn == "", "Synthetic Provider", organisation),
        "Provider ID": np.where(lived_in, "", urn),
        "Provider Ofsted (or equivalent) URN": np.where(lived_in, "", urn),
        "Establishment": np.where(lived_in, np.char.add("Synthetic Home ", urn), ""),
        "Establishment registration URN": np.where(told, urn, ""),
        "Establishment URN": np.where(told, urn, ""),
        "Registration type": registration,
        "Primary registration type": registration,
    }


def _costs(rows: pd.DataFrame) -> dict[str, object]:
    total = np.round(rows["weekly"].to_numpy(), 2)
    health = np.round(total * rows["health_part"].to_numpy(), 2)
    education = np.round(total * rows["education_part"].to_numpy(), 2)
    return {
        "Total weekly cost": total,
        "Contribution from Social Care": np.round(total - health - education, 2),
        "Contribution from Education": education,
        "Contribution from Health": health,
        "Does this placement cost include additional packages?": np.where(rows["solo"], "Yes", "No"),
    }


def _restrictions(rows: pd.DataFrame, year: int, rng: np.random.Generator) -> dict[str, object]:
    before = rows["order_from"].to_numpy() <= day(year)
    over = rows["order_until"].to_numpy() <= day(year)
    needs: Flags = rows["solo"].to_numpy() & rows["placement"].isin([HOME, SUPPORTED]).to_numpy()
    lives_so = needs & (rng.random(len(rows)) < _SOLO_FOUND)
    yes = np.where(lives_so, "Yes, and is in a solo placement", "Yes, but is not in a solo placement")
    return {
        "Deprivation of Liberty Safeguards in place?": np.select(
            [before & ~over, before & over], ["DoLS (current)", "DoLS (previous)"], "No"
        ),
        "Does this CYP require a solo placement?": np.where(needs, yes, "No, and is not in a solo placement"),
    }
