import numpy as np
import pandas as pd
import pytest

from rcc_dash.reference.postcodes import LETTERS, locate, positions
from rcc_dash.reference.sectors import sectors
from rcc_dash.reference.tables import rows

PUBLIC_BUILDINGS = {
    "m602la": ("M60 2LA", "E08000003"),  # Manchester Town Hall
    "S1 2HH": ("S1 2HH", "E08000019"),  # Sheffield Town Hall: DfE's code, not the newer one
    " s70  2TA": ("S70 2TA", "E08000016"),  # Barnsley Town Hall
    "SO23 8UJ": ("SO23 8UJ", "E10000014"),  # Hampshire County Council, in Winchester district
    "PO30 1UD": ("PO30 1UD", "E06000046"),  # Isle of Wight County Hall
    "EH99 1SP": ("EH99 1SP", "SCO"),  # Scottish Parliament
    "CF99 1SN": ("CF99 1SN", "WAL"),  # Senedd
    "BT4 3XX": ("BT4 3XX", "NIR"),  # Stormont
}


def test_public_buildings_are_in_the_right_council() -> None:
    found = locate(PUBLIC_BUILDINGS)
    assert list(zip(found["postcode"], found["la_code"], strict=True)) == list(PUBLIC_BUILDINGS.values())


def test_northern_ireland_has_no_british_grid_position() -> None:
    assert locate(["BT4 3XX"])[["east", "north"]].isna().all(axis=None)


def test_rows_come_back_in_order_with_repeats_and_gaps() -> None:
    found = locate(["SO23 8UJ", "nonsense", None, "ZZ99 9ZZ", "so238uj"])
    assert found.columns.tolist() == ["postcode", "postcode_sector", "east", "north", "la_code"]
    assert found["postcode"].isna().tolist() == [False, True, True, False, False]
    assert found["la_code"].isna().tolist() == [False, True, True, True, False]
    pd.testing.assert_series_equal(found.loc[0], found.loc[4], check_names=False)


def test_no_postcodes_give_no_rows_with_all_columns() -> None:
    found = locate([])
    assert found.empty
    assert found.columns.tolist() == ["postcode", "postcode_sector", "east", "north", "la_code"]


@pytest.mark.parametrize("letter", ["S", "H", "T"])
def test_every_english_postcode_has_a_council_of_today(letter: str) -> None:
    table = positions(letter)
    placed = table[table["east"].notna()]
    known = {r["la_code"] for r in rows("local_authorities")} | {"SCO", "WAL"}
    assert set(placed["la_code"].unique()) <= known


def test_all_letters_are_read_and_no_other() -> None:
    assert all(len(positions(letter)) for letter in "JZU")
    assert not set("QVX") & set(LETTERS)


def test_a_hundred_thousand_postcodes_come_back_in_their_order() -> None:
    table = positions("S")
    names = table.index[np.random.default_rng(1).integers(0, len(table), 100_000)].tolist()
    found = locate(names)
    assert found["postcode"].str.replace(" ", "").tolist() == names


def test_postcodes_lie_near_the_centre_of_their_sector() -> None:
    found = locate(["SO23 8UJ", "M60 2LA"])
    centre = sectors().set_index("postcode_sector").loc[found["postcode_sector"]]
    assert np.allclose(found["east"], centre["east"], atol=2_000)
    assert np.allclose(found["north"], centre["north"], atol=2_000)
