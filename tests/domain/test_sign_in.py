"""Who is let in: by issuer, subject and tenant, in time, and by nothing else that a provider says."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcc_dash.domain.access import Access
from rcc_dash.domain.people import COLUMNS, People, people_of
from rcc_dash.domain.sign_in import (
    ENDED,
    IDLE,
    STRANGE_TENANT,
    TOO_LONG,
    UNKNOWN,
    Identity,
    exact_is_idle,
    identity_of,
    is_fresh,
    let_in,
    too_late,
)

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
ISSUER, TENANT = "https://login.example/v2.0", "11111111-0000"
CLAIMS = {"iss": ISSUER, "sub": "u1", "tid": TENANT, "iat": NOW.timestamp() - 60, "email": "jo@example.org"}


def table(**changed: str) -> People:
    values = (ISSUER, "u1", "Jo", "la-director", "Bolton", "", "2026-11-01", "", "")
    row = {**dict(zip(COLUMNS, values, strict=True)), **changed}
    return people_of([row], [{"issuer": ISSUER, "tenant": TENANT, "name": ""}])


def who(**changed: object) -> Identity:
    found = identity_of({**CLAIMS, **changed})
    assert found
    return found


def decided(people: People, **changed: object) -> object:
    return let_in(who(**changed), people, "abc", NOW.date())


def test_a_listed_person_is_let_in_with_the_role_of_our_table() -> None:
    assert decided(table(), roles=["administrator"], la="Bury") == Access(
        "la-director", ("E08000001",), "abc", name="Jo"
    )


@pytest.mark.parametrize("lost", ["iss", "sub", "iat"])
@pytest.mark.parametrize("value", [None, "", 0.5j, [], True, {"a": 1}])
def test_a_missing_or_odd_claim_is_nobody(lost: str, value: object) -> None:
    assert identity_of({**CLAIMS, lost: value}) is None
    assert identity_of({key: kept for key, kept in CLAIMS.items() if key != lost}) is None


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"sub": "u2"}, UNKNOWN),
        ({"sub": "U1"}, UNKNOWN),
        ({"sub": "jo@example.org"}, UNKNOWN),
        ({"iss": "https://elsewhere.example"}, STRANGE_TENANT),
        ({"iss": ISSUER + "/"}, STRANGE_TENANT),
        ({"tid": "22222222-0000"}, STRANGE_TENANT),
        ({"tid": None}, STRANGE_TENANT),
    ],
)
def test_somebody_else_is_not_let_in_whatever_their_e_mail(changed: dict[str, object], why: object) -> None:
    assert decided(table(), **changed) == why


def test_whoever_is_switched_off_is_not_let_in() -> None:
    assert decided(table(off="yes")) == ENDED


def test_an_empty_table_lets_nobody_in() -> None:
    assert decided(people_of([], [])) == STRANGE_TENANT


@pytest.mark.parametrize(
    ("signed_in_ago", "seen_ago", "why"),
    [
        (timedelta(minutes=1), None, None),
        (timedelta(minutes=31), None, IDLE),
        (timedelta(hours=7), timedelta(minutes=30), None),
        (timedelta(hours=7), timedelta(minutes=30, seconds=1), IDLE),
        (timedelta(hours=8), timedelta(0), None),
        (timedelta(hours=8, seconds=1), timedelta(0), TOO_LONG),
        (timedelta(days=29), timedelta(0), TOO_LONG),
        (-timedelta(minutes=4), None, None),
        (-timedelta(minutes=6), timedelta(0), TOO_LONG),
    ],
)
def test_a_sign_in_ends_when_idle_and_after_its_time(
    signed_in_ago: timedelta, seen_ago: timedelta | None, why: object
) -> None:
    seen = None if seen_ago is None else NOW - seen_ago
    assert too_late(who(iat=(NOW - signed_in_ago).timestamp()), seen, NOW) == why


def test_exact_figures_need_a_fresh_proof_and_a_hand_on_the_mouse() -> None:
    assert is_fresh(who(iat=NOW.timestamp() - 3600), NOW)
    assert not is_fresh(who(auth_time=NOW.timestamp() - 3601), NOW)
    assert not is_fresh(who(iat=NOW.timestamp() - 3601, auth_time=NOW.timestamp()), NOW)
    assert not exact_is_idle(NOW - timedelta(minutes=15), NOW)
    assert exact_is_idle(NOW - timedelta(minutes=15, seconds=1), NOW)


VALUES = st.one_of(st.none(), st.text(max_size=12), st.integers(), st.floats(), st.booleans())


@given(st.dictionaries(st.sampled_from([*CLAIMS, "auth_time", "name", "oid"]), VALUES))
def test_whatever_a_provider_sends_only_the_listed_person_is_let_in(odd: dict[str, object]) -> None:
    found = identity_of(odd)
    if found is not None:
        assert not isinstance(let_in(found, table(), "abc", NOW.date()), Access)
