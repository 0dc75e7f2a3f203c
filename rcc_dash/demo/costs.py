"""Write an S251-style placement cost extract of each LA for the year to the last 31 March."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import numpy as np
import pandas as pd

from rcc_dash.demo.episodes import in_return
from rcc_dash.demo.kinds import (
    FOSTER,
    HOME,
    NEVER,
    OTHER_RESIDENTIAL,
    OWN_LA,
    SCHOOL,
    SEED,
    SUPPORTED,
    YEARS,
    Floats,
    Ints,
    dates_text,
    day,
)
from rcc_dash.demo.region import Region
from rcc_dash.demo.targets import count
from rcc_dash.domain.places import la_name, local_authorities
from rcc_dash.ingest.layouts.placement_costs import HEADERS

_YEAR: Final = YEARS[-1]
_MATCHED: Final = {FOSTER: "Fostering services", HOME: "Residential care"}
_USUAL_GBP: Final = {
    FOSTER: 760.0,
    HOME: 7400.0,
    SUPPORTED: 1600.0,
    SCHOOL: 4800.0,
    OTHER_RESIDENTIAL: 4200.0,
}
_KIN, _IN_HOUSE, _BOUGHT = 0.6, 0.8, 1.5
"""Foster placements against their mean: with relatives, with the LA's own carers, with agencies."""
_SPREAD: Final = {FOSTER: 0.18, HOME: 0.35}


def write_costs(made: Region, folder: Path) -> Iterator[Path]:
    """Write one extract per LA and give the paths.

    The mean weekly cost of an LA's open placements in foster care and in children's homes is the
    published unit cost; so is that of placements that ended in the year.
    """
    rng = np.random.default_rng([SEED, 8])
    spells = _spells(in_return(made.episodes, _YEAR))
    spells = spells.assign(weekly=_weekly(spells, rng))
    table = _extract(spells, made)
    folder.mkdir(parents=True, exist_ok=True)
    for area, own in table.groupby("area", sort=False):
        la = local_authorities()[str(area)]
        words = f"{la.dfe_code}_{la.name.lower().replace(' ', '_')}"
        path = folder / f"synthetic_{words}_placement_costs_{_YEAR}-03-31.csv"
        own[list(HEADERS)].to_csv(path, index=False, lineterminator="\r\n")
        yield path


def _spells(episodes: pd.DataFrame) -> pd.DataFrame:
    """Join the episodes of a stay that a legal change splits: costs go by placement."""
    paid = episodes[episodes["placement"].isin(list(_USUAL_GBP)) & (episodes["place"] != "T3")]
    whole = paid.sort_values(["person", "began"])
    joined = whole["same_place"] & whole["person"].eq(whole["person"].shift())
    number = (~joined).cumsum()
    ends = whole.groupby(number)["ended"].transform("last")
    return whole.assign(ended=ends)[~joined]


def _weekly(spells: pd.DataFrame, rng: np.random.Generator) -> Floats:
    """Draw weekly costs, then scale each LA's open and ended placements to the published mean."""
    spread = spells["placement"].map(_SPREAD).fillna(0.3)
    usual: pd.Series[float] = spells["placement"].map(_USUAL_GBP) * np.exp(
        spread * rng.standard_normal(len(spells))
    )
    is_foster = spells["placement"] == FOSTER
    foster = np.where(spells["provider"] == OWN_LA, _IN_HOUSE, _BOUGHT)
    foster = np.where(spells["place"].isin(["U1", "U3"]), _KIN, foster)
    drawn: pd.Series[float] = usual * np.where(is_foster, foster, 1.0)
    groups = [spells["area"], spells["placement"], spells["ended"] == NEVER]
    mean = drawn.groupby(groups).transform("mean")
    wanted = _published(spells)
    return np.where(np.isnan(wanted), drawn, drawn / mean * wanted)


def _published(spells: pd.DataFrame) -> Floats:
    known = {
        (area, kind): count(area, "s251_weekly_unit_cost_gbp", label, _YEAR)
        for area in spells["area"].unique()
        for kind, label in _MATCHED.items()
    }
    pairs = zip(spells["area"], spells["placement"], strict=True)
    return np.array([known.get(pair, np.nan) for pair in pairs])


def _extract(spells: pd.DataFrame, made: Region) -> pd.DataFrame:
    blank = dict.fromkeys(HEADERS, "")
    filled = {**blank, **_child(spells), **_placement(spells, made), **_cost(spells)}
    return pd.DataFrame({"area": spells["area"], **filled})[_days(spells) > 0]


def _child(spells: pd.DataFrame) -> dict[str, object]:
    return {
        "Child ID": spells["child"],
        "Date of birth": dates_text(spells["born"].to_numpy()),
        "Gender": spells["sex"],
        "Ethnicity": spells["ethnic"],
        "Is the child UASC": np.where(spells["uasc"] == 1, "Yes", "No"),
        "Legal status": spells["ls"],
        "Date of start of current care period": dates_text(spells["came"].to_numpy()),
    }


def _placement(spells: pd.DataFrame, made: Region) -> dict[str, object]:
    postcode = np.append(made.where.postcode, "")
    return {
        "Placement start date": dates_text(spells["began"].to_numpy()),
        "Placement end date": dates_text(spells["ended"].to_numpy()),
        "Reason for placement change": spells["why"],
        "Placement type": spells["place"],
        "Provider type": spells["provider_code"],
        "Procurement platform": np.where(spells["provider"] == OWN_LA, "", "Framework"),
        "Ofsted URN": spells["urn"],
        "Home postcode": postcode[spells["origin"]],
        "Placement postcode": postcode[spells["at"]],
        "LA of placement": [la_name(area) for area in made.where.area[spells["at"]]],
    }


def _cost(spells: pd.DataFrame) -> dict[str, object]:
    cost = np.round(spells["weekly"] * _days(spells) / 7, 2)
    return {
        "Total committed cost accrued in FY to date": cost,
        "Contribution from social care": cost,
        "Contribution from health": 0,
        "Contribution from education provider/s": 0,
    }


def _days(spells: pd.DataFrame) -> Ints:
    """Count days open in the financial year: the last of an ended placement is not paid."""
    end = np.where(spells["ended"] == NEVER, day(_YEAR) + 1, spells["ended"])
    days: Ints = end - np.maximum(spells["began"].to_numpy(), day(_YEAR - 1) + 1)
    return days
