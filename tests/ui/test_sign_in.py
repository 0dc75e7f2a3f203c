"""Who is let in where people sign in, for how long, and what everybody else sees: nothing."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from rcc_dash.domain.people import COLUMNS
from tests.ui.on_screen import Browser, words_of
from tests.ui.signing_in import (
    ISSUER,
    TODAY,
    assert_sees_nothing,
    bar,
    everybody,
    lines,
    listed,
    person,
    visitor,
)


@pytest.fixture
def home(demo: Browser, demo_home: Path) -> Iterator[Path]:
    """The synthetic region, with one person of each role on the list."""
    assert demo
    with everybody(demo_home):
        yield demo_home


def test_whoever_has_not_signed_in_sees_a_button_and_nothing_else(home: Path, browser: Browser) -> None:
    app = visitor(query="la=350&_exact=1").run()
    assert home
    assert_sees_nothing(app, browser)
    assert [button.label for button in app.button] == ["Sign in"]


@pytest.mark.parametrize(
    ("claims", "said"),
    [
        ({"sub": "stranger"}, "You have not been given access yet"),
        ({"sub": "x", "email": "la-analyst@example.org", "upn": "la-analyst"}, "not been given access"),
        ({"iss": "https://elsewhere.example"}, "People of your organisation are not let in"),
        ({"iss": None}, "does not say who you are"),
        ({"iat": None}, "does not say who you are"),
        ({"iat": datetime.now(UTC).timestamp() - 8 * 3600 - 60}, "signed in more than 8 hours ago"),
        ({"iat": datetime.now(UTC).timestamp() - 31 * 60}, "not used for more than 30 minutes"),
        ({"role": "regional-director", "sub": "y"}, "not been given access"),
    ],
)
def test_whoever_is_not_on_the_list_sees_why_and_whom_to_ask(
    home: Path, browser: Browser, monkeypatch: pytest.MonkeyPatch, claims: dict[str, object], said: str
) -> None:
    monkeypatch.setenv("RCC_CONTACT", "the data team <data@example.org>")
    app = visitor("la-analyst", **claims).run()
    assert_sees_nothing(app, browser)
    assert said in words_of(app)
    assert "Whom to ask: the data team <data@example.org>." in words_of(app)
    assert home


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("subject,role\nla-analyst,la-analyst\n", "Nobody can be let in just now"),
        (b"\xff\xfe\x00rubbish", "Nobody can be let in just now"),
        (",".join(COLUMNS) + "\n", "not been given access yet"),
        (
            f"{','.join(COLUMNS)}\n{ISSUER},la-analyst,Jo,la-analyst,Bolton,,2020-01-01,,\n",
            "Your access has ended",
        ),
        (
            f"{','.join(COLUMNS)}\n{ISSUER},la-analyst,Jo,la-analyst,Nowhere,,{TODAY},,\n",
            "not been given access",
        ),
    ],
)
def test_a_table_that_cannot_be_read_or_is_stale_lets_nobody_in(
    home: Path, browser: Browser, text: str | bytes, said: str
) -> None:
    table = home / "access" / "people.csv"
    table.write_bytes(text if isinstance(text, bytes) else text.encode())
    app = visitor("la-analyst").run()
    assert_sees_nothing(app, browser)
    assert said in words_of(app)


def test_whoever_is_taken_off_the_list_sees_nothing_at_the_next_run(home: Path, browser: Browser) -> None:
    app = visitor("regional-director", "data").run()
    assert bar(app)
    listed(home, person("la-analyst", "la-analyst", "Bolton"))
    app.run()
    assert_sees_nothing(app, browser)
    assert "not been given access" in words_of(app)
    assert lines(home)[-1]["event"] == "sign-in turned away"


def test_who_signed_out_is_out_in_every_tab(home: Path) -> None:
    iat = datetime.now(UTC).timestamp()
    first, second = (visitor("public", "data", iat=iat).run() for _ in range(2))
    first.button(key="sign-out").click().run()
    assert "Please sign in" in words_of(second.run())
    assert home
