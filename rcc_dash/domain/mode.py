"""Whom does this server serve: the person at its machine, people who sign in, or everybody?

Who is served decides what may be served, so that a lost setting never opens anything: a server for
others that cannot ask who they are does not start.
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Final

MODE_VARIABLE: Final = "RCC_MODE"
LOOPBACK: Final = frozenset({"127.0.0.1", "localhost", "::1"})
_PASSED_ON: Final = frozenset({"forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-real-ip"})
"""Headers by which a proxy says that a request comes from somewhere else."""


class Mode(StrEnum):
    """Whom the server serves."""

    LOCAL = "local"
    SHARED = "shared"
    PUBLIC = "public"


def mode_of(said: str, *, signs_in: bool) -> Mode:
    """Give the mode that `RCC_MODE` says; where it is silent, sign-in makes it shared, else it is local.

    A word that is none of the modes means shared, and so does `local` where people sign in.
    """
    word = said.strip().lower()
    if word == Mode.PUBLIC:
        return Mode.PUBLIC
    return Mode.LOCAL if word in ("", Mode.LOCAL) and not signs_in else Mode.SHARED


def why_not_start(mode: Mode, address: str | None, *, signs_in: bool) -> str:
    """Say in words why a server must not start; blank where it may. No address means every network."""
    if mode is Mode.SHARED and not signs_in:
        return _NO_SIGN_IN
    if mode is Mode.LOCAL and address not in LOOPBACK:
        return _NOT_LOOPBACK.format(address or "every network of this machine")
    return ""


def why_not_reached(mode: Mode, name: str, names: Sequence[str]) -> str:
    """Say in words why readers could not open the app under the name they sign in at; blank if they can."""
    return "" if mode is not Mode.SHARED or name in names else _NOT_BY_NAME.format(name)


def is_from_here(headers: Mapping[str, str]) -> bool:
    """Say whether a request came from this machine and for it, not through a proxy or under another name."""
    told = {name.lower(): value for name, value in headers.items()}
    host = told.get("host", "localhost")
    name = host.rpartition("]")[0].removeprefix("[") if host.startswith("[") else host.partition(":")[0]
    return not _PASSED_ON & told.keys() and (name in LOOPBACK or name.endswith(".localhost"))


_NOT_LOOPBACK: Final = (
    "Not started: it would listen on {}, where others could reach it, and nobody has to sign in.\n"
    "On your own machine leave out --server.address, or set it to 127.0.0.1.\n"
    "To serve others set up sign-in: rcc_dash/hosting/README.md says how."
)
_NO_SIGN_IN: Final = (
    "Not started: it is set to serve others, and sign-in is not set up or its secrets cannot be read.\n"
    "Put [auth] into .streamlit/secrets.toml: rcc_dash/hosting/README.md says how.\n"
    "On your own machine leave RCC_MODE out."
)
_NOT_BY_NAME: Final = (
    "Not started: people sign in at {0}, and the server would answer nobody under that name.\n"
    "Start it with --server.allowedHosts {0}"
)
