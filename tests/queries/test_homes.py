"""Homes are public, but where a home is may come from children: then only the exact view has it."""

from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest

from rcc_dash.domain.filters import Filters
from rcc_dash.queries.children import ALL_AREAS
from rcc_dash.queries.homes import home_history, home_sectors, homes_by_area, homes_list
from rcc_dash.queries.reader import Reader

BOLTON, BURY, KENT = "E08000001", "E08000002", "E10000016"
DAY = pd.Timestamp("2025-03-31").date()
Readers = Callable[..., Reader]


@pytest.fixture
def homes(hand_made: Any) -> None:  # noqa: ANN401 the fixture's own class cannot be imported
    sector = {"postcode_sector": "BL1 1", "lat": 53.58, "lon": -2.43, "spread_miles": 0.4}
    hand_made.add("sector", pd.DataFrame([sector]))
    hand_made.home("1000001", la_code=BOLTON, places=4, position_sector="BL1 1", position_basis="placements")
    hand_made.home("1000002", la_code=BOLTON, places=None, sector="la", provision_type="secure")
    hand_made.home("1000003", la_code=BURY, places=6, position_sector="BL1 1", position_basis="published")
    hand_made.home("1000004", la_code=KENT, places=3)
    hand_made.home("1000005", la_code=BURY, places=9, is_childrens_home=False, provision_type="fostering")
    hand_made.home("1000001", la_code=BOLTON, places=3, as_of=pd.Timestamp("2024-03-31").date())


def totals(reader: Reader, filters: Filters) -> dict[str, tuple[int, int]]:
    frame = homes_by_area(reader, filters, [DAY])
    return {r.la_code: (r.homes, r.places) for r in frame.itertuples()}


@pytest.mark.usefixtures("homes")
def test_homes_and_places_by_area_are_those_on_fingers(reader: Readers) -> None:
    for one in (reader(), reader(exact=True)):
        assert totals(one, Filters()) == {ALL_AREAS: (3, 10), BOLTON: (2, 4), BURY: (1, 6)}
        assert totals(one, Filters(las=(BURY,))) == {ALL_AREAS: (1, 6), BURY: (1, 6)}
        assert totals(one, Filters(sector=("own_la",))) == {ALL_AREAS: (1, 0), BOLTON: (1, 0)}
        assert totals(one, Filters(sector=("voluntary",))) == {}


def test_providers_of_children_stand_for_sectors_of_homes() -> None:
    assert home_sectors(Filters(sector=("own_la", "other_la", "private"))) == ["la", "private"]
    assert home_sectors(Filters()) == []
    assert home_sectors(Filters(sector=("parents",))) == []  # says nothing of homes


@pytest.mark.usefixtures("homes")
def test_a_position_worked_out_from_children_is_for_the_exact_view_only(reader: Readers) -> None:
    exact = homes_list(reader(exact=True), Filters(), DAY).set_index("urn")
    shown = homes_list(reader(), Filters(), DAY).set_index("urn")
    assert list(exact.index) == list(shown.index) == ["1000001", "1000002", "1000003"]
    assert exact["position_basis"].tolist() == ["placements", "la", "published"]
    assert exact["lat"].fillna(0).tolist() == [53.58, 0, 53.58]
    assert shown["position_basis"].tolist() == ["la", "la", "published"]
    assert shown[["lat", "lon", "spread_miles"]].notna().any(axis=1).tolist() == [False, False, True]
    same = exact.columns.difference(["lat", "lon", "spread_miles", "position_basis"])
    pd.testing.assert_frame_equal(exact[same], shown[same])


@pytest.mark.usefixtures("homes")
def test_a_position_of_a_restricted_list_is_for_the_exact_view_only(
    hand_made: Any,  # noqa: ANN401 the fixture's own class cannot be imported
    reader: Readers,
) -> None:
    hand_made.home("1000006", la_code=BURY, position_sector="BL1 1", position_basis="restricted")
    exact = homes_list(reader(exact=True), Filters(), DAY).set_index("urn").loc["1000006"]
    shown = homes_list(reader(), Filters(), DAY).set_index("urn").loc["1000006"]
    assert (exact["position_basis"], exact["lat"]) == ("restricted", 53.58)
    assert shown["position_basis"] == "la"
    assert shown[["lat", "lon", "spread_miles"]].isna().all()


@pytest.mark.usefixtures("homes")
def test_a_homes_history_is_told_list_by_list(reader: Readers) -> None:
    assert home_history(reader(), "1000001")["places"].tolist() == [3, 4]
    assert home_history(reader(), "' or 1=1 --").empty
