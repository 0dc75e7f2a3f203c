"""May this server start, and whom does it serve? Asked before it listens, and again on every rerun."""

import os
import sys
from pathlib import Path
from urllib.parse import urlsplit

import streamlit as st

from rcc_dash.domain.mode import MODE_VARIABLE, Mode, mode_of, why_not_reached, why_not_start
from rcc_dash.domain.server_settings import loosened, wanted_options


def must_be_safe_to_start() -> None:
    """End the program, in plain words and with an error, where it would serve people it does not know.

    Likewise where a setting that protects is not what it must be; on one's own machine that is only said.
    """
    why = why_not_start(mode(), st.get_option("server.address"), signs_in=_signs_in()) or _not_reached()
    if why:
        sys.exit(why)
    faults = loosened({option: st.get_option(option) for option in wanted_options()})
    if faults and mode() is not Mode.LOCAL:
        sys.exit("\n".join(["Not started: settings that protect its readers have been changed.", *faults]))
    sys.stderr.writelines(f"Look at your settings: {fault}\n" for fault in faults)


def _not_reached() -> str:
    """Say why readers would not reach the app under the name that sign-in brings them back to."""
    if not _signs_in():
        return ""
    name = urlsplit(str(st.secrets["auth"].get("redirect_uri", ""))).hostname or ""
    return why_not_reached(mode(), name, st.get_option("server.allowedHosts"))


def mode() -> Mode:
    """Say whom this server serves. Secrets that cannot be read mean: others, who must sign in."""
    has_secrets = any(Path(path).exists() for path in st.get_option("secrets.files"))
    is_unread = has_secrets and not st.secrets.load_if_toml_exists()
    return mode_of(os.environ.get(MODE_VARIABLE, ""), signs_in=_signs_in() or is_unread)


def _signs_in() -> bool:
    return st.secrets.load_if_toml_exists() and "auth" in st.secrets
