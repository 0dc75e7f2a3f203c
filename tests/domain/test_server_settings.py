"""Settings of the web server that protect: what we ship keeps them all; none is loosened unnoticed."""

import tomllib

import pytest

from rcc_dash.domain.mode import Mode, why_not_reached
from rcc_dash.domain.server_settings import loosened, wanted_options
from rcc_dash.settings import PROJECT

LOOSE: dict[str, object] = {
    "server.enableCORS": False,
    "server.corsAllowedOrigins": ["https://evil.example"],
    "server.allowedHosts": [],
    "server.enableXsrfProtection": False,
    "server.xsrfCookieSameSite": "lax",
    "server.enableAgentApi": True,
    "server.trustedUserHeaders": {"X-User": "name"},
    "server.enableStaticServing": True,
    "server.fileWatcherType": "auto",
    "server.maxUploadSize": 200,
    "server.maxMessageSize": 200,
    "server.disconnectedSessionTTL": 3600,
    "browser.gatherUsageStats": True,
    "client.showErrorDetails": "full",
    "client.showErrorLinks": True,
    "client.toolbarMode": "auto",
    "client.disableDataExport": False,
    "client.allowedOrigins": ["https://share.streamlit.io"],
    "runner.magicEnabled": True,
}


def shipped() -> dict[str, object]:
    told = tomllib.loads((PROJECT / ".streamlit" / "config.toml").read_text())
    given = {f"{group}.{name}": value for group, names in told.items() for name, value in names.items()}
    return {"server.trustedUserHeaders": {}, **given}


def test_the_settings_that_we_ship_are_those_of_the_list() -> None:
    assert loosened(shipped()) == ()
    assert set(LOOSE) == set(wanted_options())


@pytest.mark.parametrize("option", LOOSE)
def test_each_setting_that_is_loosened_or_gone_is_said(option: str) -> None:
    (said,) = loosened({**shipped(), option: LOOSE[option]})
    assert said.startswith(f"{option} is ")
    assert len(loosened({name: value for name, value in shipped().items() if name != option})) == 1


def test_every_host_is_no_list_of_hosts() -> None:
    assert loosened({**shipped(), "server.allowedHosts": ["localhost", "*"]})


def test_a_server_for_others_must_answer_to_the_name_they_sign_in_under() -> None:
    said = why_not_reached(Mode.SHARED, "care.example.gov.uk", ["localhost"])
    assert "--server.allowedHosts care.example.gov.uk" in said
    assert why_not_reached(Mode.SHARED, "localhost", ["localhost"]) == ""
    assert why_not_reached(Mode.PUBLIC, "", []) == ""
