"""What each text of the census stands for, however it is spelt."""

from collections.abc import Callable

import pandas as pd
import pytest

from rcc_dash.domain.codes import code_list, place_families
from rcc_dash.domain.places import OUTSIDE_ENGLAND, local_authorities
from rcc_dash.domain.problems import Severity
from rcc_dash.ingest.checked import CheckedTable
from rcc_dash.reference.tables import rows
from tests.ingest.layouts.placements.census_files import census_row

CheckTable = Callable[..., CheckedTable]
Faults = Callable[[CheckedTable], set[str]]


def test_every_code_of_the_lists_is_a_code_of_ours() -> None:
    families = set(place_families().values()) - {"temporary", "adoption", "parents"}
    for row in rows("pnw_provision"):
        assert row["family_code"] in families | {""}, row
        assert row["place_code"] in set(code_list("PLACE")) | {""}, row
        assert row["row_class"] in {"child", "post_18", "short_break", "not_accommodation"}, row
        assert row["sector_hint"] in {"own_la", "other_la", "independent", ""}, row
        assert not row["place_code"] or place_families()[row["place_code"]] == row["family_code"], row
    assert all(row["ethnic_code"] in {*code_list("ETHNIC"), ""} for row in rows("pnw_ethnic_groups"))
    assert all(row["la_code"] in {*local_authorities(), *OUTSIDE_ENGLAND} for row in rows("pnw_host_areas"))


@pytest.mark.parametrize(
    ("label", "family", "sector", "rest"),
    [
        ("Fostering - Independent Foster Care (IFA)", "foster", "independent", (None, "child")),
        ("Fostering - Inter LA", "foster", "other_la", (None, "child")),
        ("fostering  -  parent & child ", "foster", None, (None, "child")),
        ("IFA - respite", "foster", "independent", (None, "short_break")),
        ("Fostering - Staying Put", "foster", None, (None, "post_18")),
        ("Student accommodation", None, None, (None, "post_18")),
        ("Residential \u2013 in House", "home", "own_la", (None, "child")),
        ("Residential - Parent and Child", "other_residential", None, (None, "child")),
        ("Residential - 38 week Residential School/College", "school", None, (None, "child")),
        ("Secure Welfare", "home", None, (None, "child")),
        ("SaILs - Group Living - in house", "supported", "own_la", (None, "child")),
        ("Supported Lodgings - Inter LA", "supported", "other_la", (4, "child")),
        ("Supported Accommodation - Category 1: Self contained solo accommodation ", "supported",
         "independent", (1, "child")),
        ("Supported Accommodation - Category 1: Self contained solo accommodation", "supported",
         "independent", (1, "child")),
        ("Supported Accomodation - Category 2: Shared or group living for LAC and care leavers",
         "supported", "independent", (2, "child")),
        ("Unregistered (where it should be registered)", "other", None, (None, "child")),
        ("Youth Offending Institution", "other_residential", None, (None, "child")),
        ("Outreach", None, None, (None, "not_accommodation")),
    ],
)  # fmt: skip
def test_types_of_provision(
    check_census: CheckTable, label: str, family: str | None, sector: str | None, rest: tuple[object, str]
) -> None:
    table = check_census("2022-03", census_row("2022-03", type=label))
    row = table.frame.iloc[0].astype(object)
    found = row[["family_code", "sector_hint", "sa_category", "row_class"]]
    assert found.where(found.notna(), None).tolist() == [family, sector, *rest]
    assert "C04" not in {p.code for p in table.problems}
    assert row["provision_label"] in {r["label"] for r in rows("pnw_provision")}


def test_a_text_on_no_list_is_kept_out_and_the_nearest_is_offered(
    check_census: CheckTable, faults: Faults
) -> None:
    bad = census_row("2022-03", type="Residental - Mainstrem homes", reason="zzzz")
    table = check_census("2022-03", bad, census_row("2022-03", id="T-2"))
    kind, reason = (p for p in table.problems if p.code == "C04")
    assert "'Residential - Mainstream'" in kind.what
    assert "nothing on it is like it" in reason.what
    assert "Mainstrem" not in kind.what
    assert kind.severity is Severity.WARNING
    first = table.frame.iloc[0]
    assert first[["family_code", "provision_label", "distance_reason", "distance_reason_label"]].isna().all()
    assert (first["row_class"], len(table.frame), faults(table)) == ("child", 2, {"C04"})


@pytest.mark.parametrize(
    ("label", "reason"),
    [
        ("Requirement for DOLS or LPS placement", "none_local"),
        ("Placement available locally but provider refused due to matching", "local_unavailable"),
        ("Requirement to place at distance (eg CSE/CCE/Parental choice/move to near family or support)",
         "child_led"),
        ("CYP/Parental preference", "child_led"),
        ("Provision within distance exists but is not available", "local_unavailable"),
        ("N/A", "not_applicable"), ("Other (please specify)", "unknown"),
    ],
)  # fmt: skip
def test_reasons_of_distance_keep_their_own_words(check_census: CheckTable, label: str, reason: str) -> None:
    row = check_census("2025-12", census_row("2025-12", reason=label)).frame.iloc[0]
    assert row["distance_reason"] == reason
    assert row["distance_reason_label"] == {"N/A": "Not applicable"}.get(label, label)


@pytest.mark.parametrize(
    ("age", "years"),
    [("<1", 0), ("10 months", 0), ("18 months", 1), ("5.5", 5), ("6 weeks", 0), ("7 years", 7), ("17.0", 17),
     ("4 yrs 3 months", 4), ("under 1", 0), ("", None), ("2009", None), ("teen", None)],
)  # fmt: skip
def test_ages(check_census: CheckTable, age: str, years: int | None, faults: Faults) -> None:
    table = check_census("2019-06", census_row("2019-06", age=age))
    found = table.frame["age_years"].iloc[0]
    assert (None if pd.isna(found) else found) == years
    assert faults(table) == ({"C09"} if age in {"2009", "teen"} else set())


@pytest.mark.parametrize(
    ("heading", "text", "column", "value"),
    [
        ("sex", "Fenale", "sex", "F"), ("sex", "F1", "sex", "F"), ("sex", "Non-binary", "sex", "N"),
        ("ethnic", "Caribbean (Black, Black British, Caribbean or African)", "ethnic_code", "BCRB"),
        ("ethnic", "White", "ethnic_group", "white"), ("ethnic", "White", "ethnic_code", None),
        ("uasc", "Not yet established", "uasc", None), ("uasc", "Y", "uasc", True),
        ("sourced", "GM RCC Flexi Block", "sourcing_route", "rcc_block"),
        ("sourced", "NW Contract - Supported Accommodation DPS or previous", "sourcing_route", "framework"),
        ("host", "Cardiff", "placement_la", "WAL"), ("host", "Kent", "placement_la", "E10000016"),
        ("host", "Cumbria", "placement_la", None), ("send", "autism, lives with aunt", "send_label", None),
        ("dols", "No", "dols_status", "none"), ("dols", "", "dols_status", "unknown"),
        ("solo", "No, and is not in a solo placement", "solo_required", False),
    ],
)  # fmt: skip
def test_other_words(check_census: CheckTable, heading: str, text: str, column: str, value: object) -> None:
    edition = "2025-12" if heading in {"dols", "solo"} else "2022-03"
    found = check_census(edition, census_row(edition, **{heading: text})).frame[column].iloc[0]
    assert (None if pd.isna(found) else found) == value


@pytest.mark.parametrize(
    ("words", "row_class"),
    [("Post 18 (CSC placement)", "post_18"), ("Looked after child (under 18)", "child"), ("No",
     "not_looked_after"), ("1", "child"), ("", "child")],
)  # fmt: skip
def test_rows_that_are_no_child_to_count_are_kept_and_said(
    check_census: CheckTable, words: str, row_class: str
) -> None:
    table = check_census("2025-12", census_row("2025-12", looked=words, solo="", dols="No"))
    assert table.frame["row_class"].tolist() == [row_class]
    assert ("C10" in {p.code for p in table.problems}) is (row_class != "child")
