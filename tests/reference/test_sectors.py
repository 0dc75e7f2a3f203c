import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcc_dash.reference.sectors import postcode_sector, sectors
from rcc_dash.reference.tables import rows


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("M1 4ZZ", "M1 4"),
        ("m14zz", "M1 4"),
        ("  SW1A\t1zz ", "SW1A 1"),
        ("M1 4", "M1 4"),
        ("M1  4 Z Z", "M1 4"),
        ("M144", "M14 4"),
        ("PO301ZZ", "PO30 1"),
        ("EC1A 1", "EC1A 1"),
        ("NPT 2ZZ", "NPT 2"),
        ("M14", None),
        ("M1", None),
        ("M1 4Z", None),
        ("M1 4ZZZ", None),
        ("", None),
        ("unknown", None),
        ("14 High Street", None),
    ],
)
def test_a_sector_is_read_however_it_is_written(text: str, sector: str | None) -> None:
    assert postcode_sector(text) == sector


@given(st.text(max_size=12))
def test_any_text_gives_a_sector_that_names_itself_or_nothing(text: str) -> None:
    sector = postcode_sector(text)
    assert sector is None or postcode_sector(sector) == sector


def test_every_local_authority_has_sectors() -> None:
    missing = {r["la_code"] for r in rows("local_authorities")} - set(sectors()["la_code"])
    assert not missing


def test_sectors_are_named_once_and_lie_in_the_country() -> None:
    table = sectors()
    assert table["postcode_sector"].is_unique
    placed = table[table["la_code"].ne("NIR")]
    assert placed["lat"].between(49.8, 60.9).all()
    assert placed["lon"].between(-8.7, 1.8).all()
    assert placed[["hex6", "hex5"]].notna().all(axis=None)
    assert table[table["la_code"].eq("NIR")]["east"].isna().all()


def test_piccadilly_sector_is_in_manchester() -> None:
    row = sectors().set_index("postcode_sector").loc["M1 4"]
    assert row["la_code"] == "E08000003"
    assert row["spread_miles"] < 0.3
    assert abs(row["east"] - 384_150) < 500
    assert abs(row["north"] - 397_980) < 500


def test_every_known_sector_is_read_as_itself() -> None:
    names = sectors()["postcode_sector"]
    pd.testing.assert_series_equal(names.map(postcode_sector), names, check_dtype=False)
