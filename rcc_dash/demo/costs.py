"""Write an S251-style placement cost extract of each LA for the year to the last 31 March."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import numpy as np
import pandas as pd

from rcc_dash.demo.gaps import WITHOUT_NEEDS_IN_COSTS, words
from rcc_dash.demo.kinds import NEVER, YEARS, Ints, dates_text, day
from rcc_dash.demo.prices import priced
from rcc_dash.demo.region import Region
from rcc_dash.domain.places import la_name
from rcc_dash.ingest.layouts.cost_fields import HEADERS

_YEAR: Final = YEARS[-1]
_PLATFORMS: Final = {"spot": "Spot", "block": "Block", "framework": "Framework", "": ""}
_NEEDS: Final = ["Disability", "Does the child have an EHCP"]


def write_costs(made: Region, folder: Path) -> Iterator[Path]:
    """Write one extract per LA and give the paths; a few LAs leave the columns on needs blank."""
    table = _extract(priced(made.episodes, _YEAR), made)
    folder.mkdir(parents=True, exist_ok=True)
    for area, own in table.groupby("area", sort=False):
        told = own.assign(**dict.fromkeys(_NEEDS, "")) if area in WITHOUT_NEEDS_IN_COSTS else own
        path = folder / f"synthetic_{words(str(area))}_placement_costs_{_YEAR}-03-31.csv"
        told[list(HEADERS)].to_csv(path, index=False, lineterminator="\r\n")
        yield path


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
        "Disability": spells["disability"],
        "Does the child have an EHCP": np.where(spells["ehcp"], "Yes", "No"),
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
        "Procurement platform": spells["route"].map(_PLATFORMS),
        "Ofsted URN": spells["urn"],
        "Home postcode": postcode[spells["origin"]],
        "Placement postcode": postcode[spells["at"]],
        "LA of placement": [la_name(area) for area in made.where.area[spells["at"]]],
    }


def _cost(spells: pd.DataFrame) -> dict[str, object]:
    cost = np.round(spells["weekly"] * _days(spells) / 7, 2)
    health = np.round(cost * spells["health_part"], 2)
    education = np.round(cost * spells["education_part"], 2)
    return {
        "Total committed cost accrued in FY to date": cost,
        "Contribution from social care": np.round(cost - health - education, 2),
        "Contribution from health": health,
        "Contribution from education provider/s": education,
    }


def _days(spells: pd.DataFrame) -> Ints:
    """Count days open in the financial year: the last of an ended placement is not paid."""
    end = np.where(spells["ended"] == NEVER, day(_YEAR) + 1, spells["ended"])
    days: Ints = end - np.maximum(spells["began"].to_numpy(), day(_YEAR - 1) + 1)
    return days
