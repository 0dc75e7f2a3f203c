"""Whom a server serves, and when it must not start."""

import pytest

from rcc_dash.domain.mode import Mode, is_from_here, mode_of, why_not_start


@pytest.mark.parametrize(
    ("said", "signs_in", "mode"),
    [
        ("", False, Mode.LOCAL),
        ("local", False, Mode.LOCAL),
        ("", True, Mode.SHARED),
        ("local", True, Mode.SHARED),
        ("shared", False, Mode.SHARED),
        (" Public ", True, Mode.PUBLIC),
        ("publick", False, Mode.SHARED),
    ],
)
def test_whom_it_serves(said: str, signs_in: bool, mode: Mode) -> None:  # noqa: FBT001 a case of the table
    assert mode_of(said, signs_in=signs_in) is mode


@pytest.mark.parametrize("address", ["0.0.0.0", "10.1.2.3", "", None, "::", "care.example.gov.uk"])  # noqa: S104
def test_without_sign_in_it_starts_on_loopback_alone(address: str | None) -> None:
    assert "Not started" in why_not_start(Mode.LOCAL, address, signs_in=False)
    assert why_not_start(Mode.SHARED, address, signs_in=True) == ""


def test_serving_others_it_does_not_start_without_sign_in_even_on_loopback() -> None:
    assert why_not_start(Mode.LOCAL, "127.0.0.1", signs_in=False) == ""
    assert "sign-in is not set up" in why_not_start(Mode.SHARED, "127.0.0.1", signs_in=False)


@pytest.mark.parametrize(
    ("headers", "is_here"),
    [
        ({}, True),
        ({"Host": "localhost:8501"}, True),
        ({"host": "127.0.0.1:8501"}, True),
        ({"Host": "[::1]:8501"}, True),
        ({"Host": "rcc.localhost:8501"}, True),
        ({"Host": "care.example.gov.uk"}, False),
        ({"Host": "evil.example:8501"}, False),
        ({"Host": "127.0.0.1.evil.example"}, False),
        ({"Host": "localhost:8501", "X-Forwarded-For": "10.0.0.9"}, False),
        ({"Host": "localhost:8501", "forwarded": "for=10.0.0.9"}, False),
        ({"Host": "localhost", "Via": "1.1 proxy"}, False),
    ],
)
def test_a_request_through_a_proxy_or_under_another_name_is_not_from_here(
    headers: dict[str, str],
    is_here: bool,  # noqa: FBT001 a case of the table
) -> None:
    assert is_from_here(headers) is is_here
