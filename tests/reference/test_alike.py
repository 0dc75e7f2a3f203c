"""The shares and neighbours that the app brings: all of England, whole, and equal to DfE's own files."""

from pathlib import Path

import pandas as pd
import pytest

from rcc_dash.domain.places import cooperatives, local_authorities
from rcc_dash.domain.published_areas import published_area
from rcc_dash.reference.alike import alike
from rcc_dash.reference.published import areas, figure

SERIES = {
    "Locality of placement": ("locality", "Placed outside the local authority boundary"),
    "Distance between home and placement": ("distance", "Placed more than 20 miles from home"),
    "Distance between home and placement and locality of placement": (
        "locality_distance",
        "4. Placed outside the LA boundary, more than 20 miles from home",
    ),
}
YEARS = range(2021, 2026)
REGIONS_AND_ENGLAND = 12
SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"
needs_files = pytest.mark.skipif(not SHARED.is_dir(), reason="DfE's own files are not beside the project")


def read(file: str) -> pd.DataFrame:
    return pd.read_csv(SHARED / file, dtype=str, keep_default_na=False, encoding="utf-8-sig")


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize(("name", "words"), SERIES.values())
def test_every_las_share_or_its_mark_is_held_and_is_a_share(name: str, words: str, year: int) -> None:
    measure = f"cla_31_march_by_{name}_percent"
    held = areas(measure, words, year)
    assert local_authorities().keys() < set(held)
    assert len(held) == len(local_authorities()) + REGIONS_AND_ENGLAND
    for code in held:
        found = figure(code, measure, words, year)
        assert found is not None
        assert found.code in {"c", "z"} if found.value is None else 0 <= found.value <= 100


def test_every_member_has_ten_other_las_that_are_like_it() -> None:
    model = alike()
    assert model.year == "2025"
    assert set(model.of) == {code for one in cooperatives().values() for code in one.la_codes}
    for code, others in model.of.items():
        assert len(set(others) - {code}) == 10
        assert set(others) <= local_authorities().keys()


@needs_files
def test_every_share_equals_dfes_file() -> None:
    told = read("dfe_cla/la_cla_on_31_march_by_characteristics.csv")
    checked = 0
    for row in told.itertuples():
        name, words = SERIES.get(str(row.cla_group), ("", ""))
        if row.characteristic != words:
            continue
        area = published_area(str(row.new_la_code or row.region_code or row.country_code))
        assert area is not None
        found = figure(area.code, f"cla_31_march_by_{name}_percent", words, int(str(row.time_period)))
        assert found is not None
        assert (found.code or f"{found.value:.0f}") == row.percentage
        checked += 1
    assert checked == len(SERIES) * len(YEARS) * (len(local_authorities()) + REGIONS_AND_ENGLAND)


@needs_files
def test_the_neighbours_equal_dfes_file() -> None:
    told = read("reference/sn_model_2025_wide.csv").set_index("old_la_code")
    for code, others in alike().of.items():
        row = told.loc[local_authorities()[code].dfe_code]
        theirs = [published_area(str(row[f"SN_{rank}"])) for rank in range(1, 11)]
        assert [area.code for area in theirs if area] == list(others)
