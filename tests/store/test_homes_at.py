"""One row per provider and date, from one list or two, at the best position there is."""

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from rcc_dash.settings import DataHome
from tests.store.staged_by_hand import built, episode, listing, load, returns, sheet

ON = date(2025, 3, 31)
URN = "SC900001"


@pytest.fixture
def home(tmp_path: Path) -> DataHome:
    return DataHome(tmp_path)


def homes(home: DataHome, *rows: dict[str, object]) -> pd.DataFrame:
    for kind in sorted({str(row["list_kind"]) for row in rows}):
        own = [row for row in rows if row["list_kind"] == kind]
        load(home, kind, sheet("home_listing", f"ofsted_{kind}", own, None, "2025-03-31"))
    with built(home)._connection.cursor() as cursor:  # noqa: SLF001 -- the table itself
        cursor.execute("USE wh")
        return cursor.execute("SELECT * FROM home_at ORDER BY urn").df()


def test_two_lists_of_a_date_are_one_row_per_home(home: DataHome) -> None:
    judged = listing(
        URN, list_kind="judgements", judgement="good", inspected_on=date(2024, 5, 1), places=None
    )
    found = homes(home, listing(URN, places=6), judged, listing("SC900002"))
    assert found["urn"].tolist() == [URN, "SC900002"]
    assert found.loc[0, ["places", "judgement"]].tolist() == [6, "good"]
    assert found["list_scope"].unique().tolist() == ["all"]


def test_a_list_of_inspected_homes_only_says_so(home: DataHome) -> None:
    judged = listing(URN, list_kind="judgements", judgement="good", inspected_on=date(2024, 5, 1))
    assert homes(home, judged)["list_scope"].tolist() == ["inspected"]


def test_a_judgement_list_that_holds_homes_not_yet_inspected_is_of_all(home: DataHome) -> None:
    judged = listing(URN, list_kind="judgements", judgement="good", inspected_on=date(2024, 5, 1))
    new = listing("SC900002", list_kind="judgements")
    assert homes(home, judged, new)["list_scope"].tolist() == ["all", "all"]


def test_another_kind_of_provider_without_inspection_does_not_make_a_list_of_all(home: DataHome) -> None:
    judged = listing(URN, list_kind="judgements", judgement="good", inspected_on=date(2024, 5, 1))
    agency = listing("SC900002", list_kind="judgements", provision_type="fostering_agency")
    assert homes(home, judged, agency)["list_scope"].tolist() == ["inspected", "inspected"]


@pytest.mark.parametrize("kind", ["childrens_home", "secure", "school_home"])
def test_three_kinds_are_childrens_homes(home: DataHome, kind: str) -> None:
    assert homes(home, listing(URN, provision_type=kind))["is_childrens_home"].tolist() == [True]


def test_a_published_address_is_the_position(home: DataHome) -> None:
    found = homes(home, listing(URN, postcode_sector="BL1 1"))
    assert found[["position_sector", "position_basis"]].to_numpy().tolist() == [["BL1 1", "published"]]


@pytest.mark.parametrize(
    ("sectors", "basis"),
    [
        (["BL1 1"] * 3, "placements"),
        (["BL1 1"] * 2, "la"),
        (["BL1 1"] * 3 + ["BL9 0"] * 2, "placements"),
        (["BL1 1"] * 3 + ["BL9 0"] * 3, "la"),
        ([None] * 5, "la"),
    ],
)
def test_children_placed_there_give_the_position_where_enough_agree(
    home: DataHome, sectors: list[str | None], basis: str
) -> None:
    rows = [
        episode(f"c{n}", "2023-05-01", home_urn=URN, placement_sector=one) for n, one in enumerate(sectors)
    ]
    returns(home, *rows)
    found = homes(home, listing(URN))
    assert found["position_basis"].tolist() == [basis]
    assert found["position_sector"].isna().tolist() == [basis == "la"]


def restricted(urn: str, **more: object) -> dict[str, object]:
    """The same home on a list that Ofsted gives to LAs only."""
    told = {"list_kind": "restricted", "precision": "restricted", "home_name": "Made Up House"}
    return listing(urn, **told, **more)


def test_a_restricted_address_comes_before_what_placements_say(home: DataHome) -> None:
    returns(
        home,
        *(episode(f"c{n}", "2023-05-01", home_urn=URN, placement_sector="BL1 1") for n in range(3)),
    )
    found = homes(home, listing(URN), restricted(URN, postcode_sector="BL9 0"))
    assert found[["position_sector", "position_basis"]].to_numpy().tolist() == [["BL9 0", "restricted"]]


def test_a_restricted_list_adds_no_home_no_date_and_no_open_name(home: DataHome) -> None:
    later = restricted("SC900009", as_of=date(2025, 5, 31), postcode_sector="BL9 0")
    load(home, "later", sheet("home_listing", "ofsted_restricted", [later], None, "2025-05-31"))
    found = homes(home, listing(URN), restricted(URN))
    assert found["urn"].tolist() == [URN]
    assert found["home_name"].isna().all()
    assert found["position_basis"].tolist() == ["la"]


def test_a_restricted_row_of_a_list_that_looks_open_counts_but_shows_neither_name_nor_place(
    home: DataHome,
) -> None:
    found = homes(home, listing(URN, precision="restricted", home_name="Made Up", postcode_sector="BL9 0"))
    assert found["home_name"].isna().all()
    assert found[["position_sector", "position_basis"]].to_numpy().tolist() == [["BL9 0", "restricted"]]
