"""Where are the two ends of a placement, and how far apart?

Full postcodes are placed exactly, sectors at their centroid; both leave here as sectors.
"""

from typing import Final

import pandas as pd

from rcc_dash.domain.distance import dfe_miles, same_sector_miles
from rcc_dash.reference.postcodes import locate
from rcc_dash.reference.sectors import postcode_sector, sectors

_PLACE: Final = ["east", "north", "la_code"]
_GRID: Final = {"east": "float64", "north": "float64"}


def find_ends(postcodes: pd.Series) -> pd.DataFrame:
    """Place each full postcode or sector; one row per cell, with its index.

    `sector`: null when blank or not readable. `is_full`: the cell held a full postcode.
    `east`, `north` (metres), `la_code`: null when not known. `is_exact`: placed by its full
    postcode. `spread_miles`: rms radius of the sector, null when that is not known. The
    postcode itself is not among the columns.
    """
    distinct = pd.Series(postcodes.unique(), dtype="str")
    exact = locate(distinct).drop(columns="postcode_sector")
    sector = distinct.map(postcode_sector).astype("str")
    centres = sectors().set_index("postcode_sector").astype(_GRID).reindex(sector).reset_index(drop=True)
    is_exact = exact["la_code"].notna() | exact["east"].notna()
    ends = (
        exact[_PLACE]
        .astype(_GRID)
        .where(is_exact, centres[_PLACE])
        .assign(
            sector=sector,
            is_full=exact["postcode"].notna(),
            is_exact=is_exact,
            spread_miles=centres["spread_miles"],
        )
    )
    return ends.set_axis(distinct).reindex(postcodes).set_axis(postcodes.index)


def distances(home: pd.DataFrame, placement: pd.DataFrame) -> pd.DataFrame:
    """Measure each pair of ends as `find_ends` gives them.

    `distance_miles`: DfE's miles to 0.1, null if an end is not known. `distance_basis`:
    `postcode` when both ends are exact, else `sector`; null with the distance.
    """
    miles = pd.Series(
        dfe_miles(home["east"], home["north"], placement["east"], placement["north"]), index=home.index
    )
    is_exact = home["is_exact"] & placement["is_exact"]
    within = ~home["is_exact"] & ~placement["is_exact"] & (home["sector"] == placement["sector"])
    near = pd.Series(same_sector_miles(home["spread_miles"]), index=home.index)
    miles = miles.where(~(within & miles.notna()), near)
    basis = pd.Series("sector", index=home.index, dtype="str").where(~is_exact, "postcode")
    return pd.DataFrame({"distance_miles": miles, "distance_basis": basis.where(miles.notna())})
