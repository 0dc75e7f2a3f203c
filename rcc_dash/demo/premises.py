"""Write an Ofsted-style list of supported-accommodation premises that matches the published counts."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import numpy as np
import pandas as pd

from rcc_dash.demo.kinds import PRIVATE, YEARS, Ints
from rcc_dash.demo.lists import with_banner
from rcc_dash.demo.region import Region
from rcc_dash.demo.targets import count
from rcc_dash.domain.places import local_authorities

_CATEGORIES: Final = ("Category 1", "Category 2", "Category 3", "Category 4")


def write_premises(made: Region, folder: Path) -> Iterator[Path]:
    """Write the members' premises on the last 31 March, by category, and give the path."""
    rng = np.random.default_rng([made.seed, 6])
    year = YEARS[-1]
    providers = made.agencies[made.agencies["provision_type"] == "Supported Accommodation"]
    rows = [
        _premises(area, category, providers, year, rng) for area in made.members for category in _CATEGORIES
    ]
    list_name = f"Supported accommodation premises as at 31 March {year}"
    title = f"Children's social care data in England {year} - {list_name}"
    path = folder / f"synthetic_supported_accommodation_premises_31_march_{year}.csv"
    yield with_banner(pd.concat(rows, ignore_index=True), title, path)


def _premises(
    area: str, category: str, providers: pd.DataFrame, year: int, rng: np.random.Generator
) -> pd.DataFrame:
    n = int(count(area, "supported_accommodation_premises_number", category, year))
    total = int(count(area, "supported_accommodation_places", category, year))
    chosen = providers.iloc[rng.integers(0, len(providers), n)]
    la = local_authorities()[area]
    return pd.DataFrame({
        "Web link": "Ofsted Social Care Provider Webpage",
        "URN": chosen["urn"].to_numpy(),
        "Provider name": chosen["name"].to_numpy(),
        "Provision type": "Supported Accommodation",
        "Registration date": "01/11/2023",
        "Registration status": "Active",
        "Service category (Note 4)": category,
        "Places": _shared_out(total, n, rng),
        "Premises Ofsted Region": la.region_name,
        "Premises Government Office Region": la.region_name,
        "Premises Parliamentary Constituency": "",
        "Premises Local Authority": la.name,
        "Sector": np.where(chosen["sector"] == PRIVATE, "Private", "Voluntary"),
        "Organisation name": (chosen["name"] + " Limited").to_numpy(),
    })  # fmt: skip


def _shared_out(total: int, n: int, rng: np.random.Generator) -> Ints:
    """Share places over premises, one at least in each where there are enough."""
    places = np.minimum(np.ones(n, dtype=np.int64), total)
    extra = max(0, total - n)
    return places + rng.multinomial(extra, np.full(n, 1 / n)) if n else places
