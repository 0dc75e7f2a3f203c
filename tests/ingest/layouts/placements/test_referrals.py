"""Referrals in each form that they come in, and each check on two rows."""

from collections.abc import Callable
from datetime import date

import pandas as pd
import pytest

from rcc_dash.domain.problems import Severity
from rcc_dash.errors import UserError
from rcc_dash.ingest.checked import CheckedTable
from rcc_dash.ingest.keys import Secrets
from rcc_dash.ingest.layouts import standard_outcome
from tests.ingest.layouts.placements.referral_files import (
    FORM_LABELS,
    JSON_NAMES,
    LABELS,
    form_row,
    nested_record,
    standard_row,
)

CheckTable = Callable[..., CheckedTable]
Faults = Callable[[CheckedTable], set[str]]
BURY = {"la": "Bury"}
NOWHERE = {"fosterCareSuitability": "Unsuitable", "residentialCareSuitability": "Unsuitable"}


def of(table: CheckedTable, *columns: str) -> list[object]:
    row = table.frame.iloc[0].astype(object)
    return [None if pd.isna(row[name]) else row[name] for name in columns]


@pytest.mark.parametrize("header", [JSON_NAMES, LABELS, [h.upper() for h in LABELS]])
def test_a_referral_of_the_standard(check: CheckTable, faults: Faults, header: list[str]) -> None:
    table = check(header, standard_row(), **BURY)
    assert (table.table, faults(table)) == ("referral", set())
    (account,) = table.accounts
    assert (account.source, account.la_code, account.period, account.rows_loaded) == (
        "placements_standard", "E08000002", "2025", 1,
    )  # fmt: skip
    assert of(table, "standard", "needed_by", "siblings_to_place", "communication_kinds") == [
        "pds_v2", "under_5_days", 2, "bsl makaton",
    ]  # fmt: skip
    assert of(table, "risk_self_harm", "risk_missing", "risk_other") == ["present", "none", False]
    assert of(table, "foster_suitability", "residential_suitability", "supported_suitability") == [
        "preferred", "suitable", "unsuitable",
    ]  # fmt: skip
    assert of(table, "as_of", "referred_on", "placed_on") == [
        pd.Timestamp(2025, 3, 12), pd.Timestamp(2025, 3, 2), pd.Timestamp(2025, 3, 10),
    ]  # fmt: skip
    assert of(table, "family_code", "is_displaced", "weekly_cost_gbp", "cost_basis", "provider_urn") == [
        "foster", False, 900.0, "actual", "SC900001",
    ]  # fmt: skip
    assert of(table, "preferred_district", "placement_district", "placement_sector") == ["M14", "SK1", None]


def test_the_same_as_nested_json(check: CheckTable, check_json: CheckTable) -> None:
    flat = check(JSON_NAMES, standard_row(), **BURY).frame
    nested = check_json(
        {"referrals": [nested_record(homeAdaptation=False), nested_record(childId=2)]}, **BURY
    )
    assert len(nested.frame) == 2
    pd.testing.assert_frame_equal(nested.frame.iloc[[0]], flat.assign(source_row=nested.frame["source_row"]))
    assert nested.frame["source_row"].tolist() == [1, 2]


def test_misspelt_headings_and_entities_before_names(check: CheckTable) -> None:
    header = [label.replace("Preferrabilty", "Preferabilty") for label in LABELS]
    assert check(header, standard_row(), **BURY).frame["in_preferred_location"].tolist() == [True]
    header = [f"Risks.{name}" if name.startswith("risk") else name for name in JSON_NAMES]
    assert check(header, standard_row(), **BURY).frame["risk_self_harm"].tolist() == ["present"]


def test_the_regional_form(check: CheckTable, faults: Faults) -> None:
    table = check(FORM_LABELS, form_row(), **BURY)
    assert faults(table) == set()
    assert table.accounts[0].source == "rcc_referrals"
    assert of(table, "standard", "is_emergency", "needed_on", "staffing_ratio", "pets") == [
        "rcc", True, pd.Timestamp(2025, 3, 20), "over_2:1", None,
    ]  # fmt: skip
    assert of(table, "origin_sector", "school_sector", "other_location_how_often", "additional_support") == [
        "GL7 1", "SK1 3", "fortnightly", "none",
    ]  # fmt: skip
    assert of(table, "risk_self_harm", "risk_missing", "risk_eating_disorder", "risk_others_fire") == [
        "low", "high", "none", None,
    ]  # fmt: skip
    assert of(table, "weekly_cost_gbp", "agreed_weekly_cost_gbp", "cost_basis", "siblings_split") == [
        5500.0, 5500.0, "agreed", False,
    ]  # fmt: skip
    assert of(table, "family_code", "placement_district", "education_answer") == ["home", None, None]


def test_the_first_form_has_a_planned_cost_and_no_risks(check: CheckTable) -> None:
    first = {"Child ID": "1", "Is this a planned or emergency home search?": "Planned",
             "Latest date for placement to start by": "30-Mar-24", "Total planned weekly cost": "4000",
             "Number of siblings to place with": "2"}  # fmt: skip
    table = check(tuple(first), tuple(first.values()), as_of=date(2024, 3, 1), **BURY)
    assert of(table, "is_emergency", "needed_on", "weekly_cost_gbp", "cost_basis", "risk_missing") == [
        False, pd.Timestamp(2024, 3, 30), 4000.0, "agreed", None,
    ]  # fmt: skip
    # the day is that of the file's name before that of the argument
    assert of(table, "as_of") == [pd.Timestamp(2025, 6, 30)]


def test_a_child_has_the_key_of_the_return(check: CheckTable, secrets: Secrets) -> None:
    table = check(JSON_NAMES, standard_row(childId="0012345_BUR"), **BURY)
    assert table.frame["child_key"].tolist() == [secrets.child_key("E08000002", "12345")]


@pytest.mark.parametrize(
    ("bad", "code", "words"),
    [
        ({"fosterCareSuitability": "Maybe"}, "N01", "list of suitabilities"),
        (NOWHERE, "N01", "are all"),
        ({"placementType": "Residential", "totalWeeklyCost": 5000}, "N02", "another kind"),
        ({"siblingsPlacedTogether": 3}, "N03", "More siblings"),
        ({"educationContinuity": "Yes"}, "N05", "read the question both ways"),
        ({"deprivationOfLiberty": "Yes", "livingCompanions": "Solo placement recommended",
          "residentialCareSuitability": "Preferred"}, "N06", "Fewer than five"),
        ({"riskSelfHarm": "Hight risk"}, "C04", "'High risk'"),
        ({"specificCommunicationRequirements": "BSL, Klingon"}, "C04", "communication needs"),
        ({"siblingCount": "two"}, "C09", "whole number"),
        ({"totalWeeklyCost": "-1"}, "K01", "below zero"),
        ({"totalWeeklyCost": "0"}, "K03", "costs nothing"),
        ({"totalWeeklyCost": "45000"}, "K04", "far from what"),
        ({"providerURN": "the agency"}, "U03", "no Ofsted number"),
        ({"referralDate": "soon"}, "I07", "could not be read"),
        ({"childId": ""}, "I01", "blank"),
        ({"placementOfficerName": "A Name"}, "P01", "Names of officers"),
        ({"riskOther": "some words"}, "P01", "free text"),
        ({"placementLocation": "Taunton"}, "P01", "district"),
    ],
)  # fmt: skip
def test_what_cannot_be_right_is_said_of_its_row_only(
    check: CheckTable, bad: dict[str, object], code: str, words: str
) -> None:
    good = standard_row(childId="2", placementLocation="", preferredLocation="")
    bad = {"placementLocation": "", "preferredLocation": "", **bad}
    table = check(JSON_NAMES, standard_row(**bad), good, **BURY)
    found = [p for p in table.problems if p.code == code and words in p.what]
    assert [(p.rows, p.row) for p in found] == [(1, 2)]
    assert found[0].fix


def test_no_row_without_a_date_is_loaded(check: CheckTable) -> None:
    undated = standard_row(childId="2", referralDate="", placementDate="", costDate="")
    table = check(JSON_NAMES, standard_row(), undated, name="referrals.csv", **BURY)
    assert [(p.code, p.severity) for p in table.problems if p.row == 3 and p.column is None] == [
        ("I07", Severity.ERROR)
    ]
    assert sum(a.rows_rejected for a in table.accounts) == 1
    with pytest.raises(UserError) as refused:
        check(JSON_NAMES, undated, name="referrals.csv", **BURY)
    assert refused.value.asks == "as_of"


@pytest.mark.parametrize(("means", "went_on"), [("continued", [True]), ("disrupted", [False]), ("", [None])])
def test_education_counts_once_the_la_has_said_what_yes_means(
    check: CheckTable, monkeypatch: pytest.MonkeyPatch, means: str, went_on: list[object]
) -> None:
    told = ({"la_code": "E08000002", "yes_means": means},)
    monkeypatch.setattr(standard_outcome, "rows", lambda _name: told)
    table = check(JSON_NAMES, standard_row(educationContinuity="Yes"), **BURY)
    assert of(table, "education_answer", "education_continued") == [True, *went_on]
    assert ("N05" in {p.code for p in table.problems}) is (went_on == [None])


def test_words_of_people_do_not_come_out(check: CheckTable) -> None:
    free = {"placementLocation": "Canary House M14 5AB", "riskOther": "canary", "preferredLocation": "Canary",
            "referralOfficerName": "Canary Wren", "riskToOthersOther": "canary"}  # fmt: skip
    table = check(JSON_NAMES, standard_row(**free), **BURY)
    assert "canary" not in f"{table.frame.to_csv()} {table.problems}".lower()
    form = check(FORM_LABELS, form_row(initials="CANARY", officer="CANARY", family="SK1 3XE"), **BURY)
    assert "CANARY" not in f"{form.frame.to_csv()} {form.problems}"
    assert "3XE" not in f"{form.frame.to_csv()} {form.problems}"
    assert form.frame["origin_sector"].tolist() == ["SK1 3"]
