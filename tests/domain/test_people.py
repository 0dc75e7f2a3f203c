"""The table of people: read strictly, each fault said, and nobody let in by a line with one."""

from datetime import date, timedelta

import pytest

from rcc_dash.domain.people import COLUMNS, people_of
from rcc_dash.settings import ACCESS_REVIEW_DAYS

TODAY = date(2026, 11, 22)
ISSUER = "https://login.example/v2.0"
TENANTS = [{"issuer": ISSUER, "tenant": "", "name": "Example"}]
GOOD = dict(
    zip(COLUMNS, (ISSUER, "u1", "Jo", "la-analyst", "Bolton; 351", "yes", "2026-11-01", "", ""), strict=True)
)


def line(**changed: str) -> dict[str, str]:
    return {**GOOD, **changed}


def test_a_good_line_is_a_person() -> None:
    (jo,) = people_of([GOOD], TENANTS).people
    assert (jo.la_codes, jo.is_steward) == (("E08000001", "E08000002"), True)
    assert jo.why_not(TODAY) == ""


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"subject": " "}, "no issuer or no subject"),
        ({"issuer": ""}, "no issuer or no subject"),
        ({"role": "boss"}, "'boss' is no role. Write regional-director"),
        ({"role": "local"}, "'local' is no role"),
        ({"role": ""}, "'' is no role"),
        ({"las": "Boltonia"}, "'Boltonia' is no local authority"),
        ({"las": "Bolton; Cumbria"}, "'Cumbria' is no local authority"),
        ({"las": ""}, "held for named LAs, and none is named"),
        ({"role": "regional-director", "steward": ""}, "is not held for LAs"),
        ({"role": "regional-director", "las": "", "steward": "yes"}, "cannot be a steward"),
        ({"steward": "perhaps"}, "steward is 'perhaps'. Write yes"),
        ({"off": "x"}, "off is 'x'"),
        ({"reviewed_on": "last week"}, "reviewed_on is 'last week'. Write a date such as"),
        ({"until": "soon"}, "until is 'soon'"),
    ],
)
def test_a_line_with_a_fault_grants_nothing_and_says_why(changed: dict[str, str], said: str) -> None:
    table = people_of([line(**changed), line(subject="u2", name="Al")], TENANTS)
    assert [one.name for one in table.people] == ["Al"]
    (fault,) = table.faults
    assert fault.startswith("people.csv, line 2: ")
    assert said in fault


def test_the_same_person_twice_is_let_in_by_neither_line() -> None:
    table = people_of([GOOD, line(role="public", las="", steward="")], TENANTS)
    assert table.people == ()
    assert len(table.faults) == 2


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"off": "yes"}, "switched off"),
        ({"until": "2026-11-21"}, "ended on 21 Nov 2026"),
        (
            {"reviewed_on": (TODAY - timedelta(days=ACCESS_REVIEW_DAYS + 1)).isoformat()},
            "not looked at again",
        ),
        ({"reviewed_on": "2026-11-23"}, "a day to come"),
    ],
)
def test_a_line_that_is_off_over_stale_or_from_the_future_counts_no_longer(
    changed: dict[str, str], why: str
) -> None:
    (jo,) = people_of([line(**changed)], TENANTS).people
    assert why in jo.why_not(TODAY)


def test_the_last_day_counts() -> None:
    first = (TODAY - timedelta(days=ACCESS_REVIEW_DAYS)).isoformat()
    (jo,) = people_of([line(until=TODAY.isoformat(), reviewed_on=first)], TENANTS).people
    assert jo.why_not(TODAY) == ""


def test_a_person_of_a_provider_that_is_not_accepted_is_told_of() -> None:
    (fault,) = people_of([GOOD], []).faults
    assert "which is not in tenants.csv" in fault
