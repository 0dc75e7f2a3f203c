import numpy as np
import pandas as pd

from rcc_dash.ingest.ends import distances, find_ends
from rcc_dash.reference.sectors import sectors


def ends(*texts: str) -> pd.DataFrame:
    return find_ends(pd.Series(texts, index=range(2, 2 + len(texts)), dtype="str"))


def test_postcodes_are_exact_and_sectors_at_their_centre() -> None:
    found = ends("SK1 3XE", "sk13xe", "SK1 3", "", "2TR")
    centre = sectors().set_index("postcode_sector").loc["SK1 3"]
    assert found["east"].tolist()[:3] == [389561, 389561, centre["east"]]
    assert found["is_exact"].tolist() == [True, True, False, False, False]
    assert found["sector"].fillna("").tolist() == ["SK1 3", "SK1 3", "SK1 3", "", ""]
    assert found.index.tolist() == [2, 3, 4, 5, 6]


def test_a_full_postcode_that_nobody_knows_falls_back_on_its_sector() -> None:
    found = ends("SK1 3ZZ")
    assert found["is_full"].tolist() == [True]
    assert found["is_exact"].tolist() == [False]
    assert found["la_code"].tolist() == ["E08000007"]


def test_northern_ireland_has_a_nation_and_no_place_on_the_grid() -> None:
    found = ends("BT1 1AA", "SK1 3XE")
    assert found["la_code"].tolist() == ["NIR", "E08000007"]
    assert distances(found.iloc[:1], found.iloc[1:].set_axis([2]))["distance_miles"].isna().all()


def test_distances_and_their_basis() -> None:
    home = ends("SK1 3XE", "SK1 3XE", "M1 4", "M1 4AB", "")
    placement = ends("M2 5DB", "M1 4", "M1 4", "M1 4AB", "M1 4")
    found = distances(home, placement)
    spread = sectors().set_index("postcode_sector").loc["M1 4", "spread_miles"]
    assert found["distance_miles"].tolist()[0] == 6.2
    assert found["distance_miles"].tolist()[2:4] == [np.round(1.17 * spread, 1), 0.0]
    assert found["distance_basis"].fillna("").tolist() == ["postcode", "sector", "sector", "postcode", ""]


def test_the_postcode_does_not_come_out() -> None:
    assert not [
        c for c in ends("SK1 3XE").columns if ends("SK1 3XE")[c].astype(str).str.contains("3XE").any()
    ]
