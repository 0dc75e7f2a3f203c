"""Make `data/reference/postcode_sectors.csv`: `python -m rcc_dash.geography.make_sectors`.

The same version of the postcode package gives the same file.
"""

import logging
from pathlib import Path
from typing import Final

import h3
import numpy as np
import pandas as pd
from pyproj import Transformer

from rcc_dash.reference.postcodes import LETTERS, NORTHERN_IRELAND, positions
from rcc_dash.settings import METRES_PER_MILE, REFERENCE_DIR

COLUMNS: Final = [
    "postcode_sector",
    "east",
    "north",
    "lat",
    "lon",
    "la_code",
    "la_share",
    "spread_miles",
    "postcodes",
    "hex6",
    "hex5",
]
_log = logging.getLogger(__name__)


def all_postcodes() -> pd.DataFrame:
    """Where is every UK postcode that belongs to an LA or nation, and in which sector?

    Columns `postcode_sector`, `east`, `north`, `la_code` in order of postcode; positions are null in
    Northern Ireland and for the few postcodes without a place of their own.
    """
    table = pd.concat([positions(letter) for letter in LETTERS]).sort_index()
    table = table[table["la_code"].notna()]
    outward, digit = table.index.str[:-3], table.index.str[-3]
    return table.assign(postcode_sector=outward + " " + digit).reset_index(drop=True)


def sector_table(postcodes: pd.DataFrame) -> pd.DataFrame:
    """Where is the centre of each sector, how wide is it, and in which LA do most of its postcodes lie?

    Columns as `COLUMNS`, one row per sector; `postcodes` counts those with an LA, live or terminated.
    """
    placed = _centres(postcodes)
    table = _modal_la(postcodes).join(placed)
    on_map = table["east"].notna() | table["la_code"].eq(NORTHERN_IRELAND)
    return _with_hexagons(table[on_map]).reset_index()[COLUMNS]


def _centres(postcodes: pd.DataFrame) -> pd.DataFrame:
    by_sector = postcodes.groupby("postcode_sector")
    centre = by_sector[["east", "north"]].mean()
    off_centre = postcodes[["east", "north"]] - centre.reindex(postcodes["postcode_sector"]).to_numpy()
    squared = (off_centre**2).sum(axis=1, skipna=False)
    spread = np.sqrt(squared.groupby(postcodes["postcode_sector"]).mean())
    return centre.assign(spread_miles=(spread / METRES_PER_MILE).round(3))


def _modal_la(postcodes: pd.DataFrame) -> pd.DataFrame:
    counts = postcodes.groupby(["postcode_sector", "la_code"]).size().rename("of_la").reset_index()
    total = counts.groupby("postcode_sector")["of_la"].sum()
    ranked = counts.sort_values(["postcode_sector", "of_la", "la_code"], ascending=[True, False, True])
    modal = ranked.drop_duplicates("postcode_sector").set_index("postcode_sector")
    return modal.assign(la_share=(modal["of_la"] / total).round(3), postcodes=total).drop(columns="of_la")


def _with_hexagons(table: pd.DataFrame) -> pd.DataFrame:
    to_degrees = Transformer.from_crs(27700, 4326, always_xy=True).transform
    lon, lat = np.array(to_degrees(table["east"].to_numpy(), table["north"].to_numpy()))
    lon[~np.isfinite(lon)] = lat[~np.isfinite(lat)] = np.nan
    whole = table[["east", "north"]].round().astype("Int64")
    return table.assign(
        east=whole["east"],
        north=whole["north"],
        lat=lat.round(5),
        lon=lon.round(5),
        hex6=_hexagons(lat, lon, 6),
        hex5=_hexagons(lat, lon, 5),
    )


def _hexagons(lat: np.ndarray, lon: np.ndarray, size: int) -> np.ndarray:
    at = zip(lat, lon, strict=True)
    return np.array([h3.latlng_to_cell(y, x, size) if np.isfinite(y) else None for y, x in at], dtype=object)


def write_sectors(folder: Path) -> Path:
    """Write the sector table into a folder and say where."""
    path = folder / "postcode_sectors.csv"
    table = sector_table(all_postcodes())
    table.to_csv(path, index=False, lineterminator="\n")
    _log.warning("%s sectors written to %s", f"{len(table):,}", path)
    return path


if __name__ == "__main__":
    logging.basicConfig(format="%(message)s")
    write_sectors(REFERENCE_DIR)
