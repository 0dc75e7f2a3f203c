import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcc_dash.domain.places import (
    OUTSIDE_ENGLAND,
    AreaMatch,
    cooperatives,
    la_name,
    local_authorities,
    match_area,
    rcc_of,
)
from rcc_dash.reference.tables import rows

GM = "Bolton, Bury, Manchester, Oldham, Rochdale, Salford, Stockport, Tameside, Trafford, Wigan"
SE = (
    "Bracknell Forest, Brighton and Hove, Buckinghamshire, East Sussex, Isle of Wight, Kent, Medway,"
    " Milton Keynes, Oxfordshire, Portsmouth, Reading, Slough, Southampton, Surrey, West Berkshire,"
    " West Sussex, Windsor and Maidenhead, Wokingham"
)
BCP = "E06000058"


def test_england_has_153_local_authorities_each_with_its_own_names_and_codes() -> None:
    areas = local_authorities().values()
    assert len(areas) == 153
    assert len({la.name for la in areas}) == len({la.dfe_code for la in areas}) == 153
    assert all(len(la.la_code) == 9 and la.la_code[0] == "E" and len(la.dfe_code) == 3 for la in areas)


@pytest.mark.parametrize(
    ("code", "name", "members"), [("gm", "Greater Manchester", GM), ("se", "South East", SE)]
)
def test_cooperatives_have_the_members_of_the_brief_in_order_of_name(
    code: str, name: str, members: str
) -> None:
    found = cooperatives()[code]
    assert found.name == name
    assert ", ".join(la_name(la) for la in found.la_codes) == members


def test_sub_regions_share_out_the_south_east_and_leave_greater_manchester_whole() -> None:
    assert cooperatives()["gm"].sub_regions == ()
    parts = [code for sub in cooperatives()["se"].sub_regions for code in sub.la_codes]
    assert sorted(parts) == sorted(cooperatives()["se"].la_codes)
    names = {sub.name: ", ".join(map(la_name, sub.la_codes)) for sub in cooperatives()["se"].sub_regions}
    assert names["Kent and Medway"] == "Kent, Medway"
    assert names["Solent and Isle of Wight"] == "Isle of Wight, Portsmouth, Southampton"
    assert names["Thames Valley north"] == "Buckinghamshire, Milton Keynes, Oxfordshire"


def test_an_area_belongs_to_one_cooperative_or_none() -> None:
    assert rcc_of("E08000001") == "gm"
    assert rcc_of("E10000016") == "se"
    assert rcc_of("E06000001") is None
    assert rcc_of("nowhere") is None


@pytest.mark.parametrize("key", ["la_code", "dfe_code", "ons_code", "name", "dfe_name"])
def test_every_area_is_found_by_each_of_its_own_names_and_codes(key: str) -> None:
    for row in rows("local_authorities"):
        assert match_area(row[key]) == AreaMatch(row["la_code"])
        assert match_area(f" {row[key].upper()} ") == AreaMatch(row["la_code"])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("E08000038", "Barnsley"),  # ONS's newer code
        ("E08000039", "Sheffield"),
        ("Kent County Council", "Kent"),
        ("KENT CC", None),
        ("City of Bristol", "Bristol"),
        ("Bristol, City of", "Bristol"),
        ("Brighton & Hove", "Brighton and Hove"),
        ("St Helens", "St. Helens"),
        ("Southend on Sea", "Southend-on-Sea"),
        ("Royal Borough of Windsor and Maidenhead", "Windsor and Maidenhead"),
        ("E10000002", "Buckinghamshire"),  # the county's code until 2020
    ],
)
def test_other_spellings_and_codes_are_known(text: str, name: str | None) -> None:
    found = match_area(text).la_code
    plain = la_name(found).replace(".", "").replace(", City of", "") if found else None
    assert plain == (name.replace(".", "") if name else None)


def test_a_merged_area_is_its_heir_and_says_so() -> None:
    found = match_area("Poole")
    assert found.la_code == BCP
    assert found.note == f"Poole became {la_name(BCP)} in 2019"


@pytest.mark.parametrize(
    ("text", "heirs"),
    [
        ("Cumbria", ["Cumberland", "Westmorland and Furness"]),
        ("Northamptonshire", ["North Northamptonshire", "West Northamptonshire"]),
    ],
)
def test_a_split_area_is_none_of_its_heirs_and_names_them(text: str, heirs: list[str]) -> None:
    found = match_area(text)
    assert found.la_code is None
    assert all(heir in found.note for heir in heirs)


@pytest.mark.parametrize("text", ["", " ", "the", "Atlantis", "999", "E99999999", "Council", "-", "NULL"])
def test_what_is_no_area_is_none(text: str) -> None:
    assert match_area(text) == AreaMatch(None)


@given(st.text(max_size=60))
def test_any_text_is_an_area_of_today_or_none(text: str) -> None:
    assert match_area(text).la_code in {None, *local_authorities()}


def test_aliases_speak_of_areas_of_today() -> None:
    for row in rows("la_aliases"):
        heirs = row["successor_la_codes"].split(".") if row["successor_la_codes"] else [row["la_code"]]
        assert set(heirs) <= set(local_authorities())
    assert {row["la_code"] for row in rows("la_code_changes")} <= set(local_authorities())


def test_areas_outside_england_and_unknown_codes_have_a_name() -> None:
    assert la_name("SCO") == "Scotland"
    assert set(OUTSIDE_ENGLAND) == {"SCO", "WAL", "NIR"}
    assert la_name("E99") == "E99"
