"""May this server start, and whom does it serve? Asked before it listens, and again on every rerun."""

import os
import sys
from pathlib import Path

import streamlit as st

from rcc_dash.domain.mode import MODE_VARIABLE, Mode, mode_of, why_not_start


def must_be_safe_to_start() -> None:
    """End the program, in plain words and with an error, where it would serve people it does not know."""
    why = why_not_start(mode(), st.get_option("server.address"), signs_in=_signs_in())
    if why:
        sys.exit(why)


def mode() -> Mode:
    """Say whom this server serves. Secrets that cannot be read mean: others, who must sign in."""
    has_secrets = any(Path(path).exists() for path in st.get_option("secrets.files"))
    is_unread = has_secrets and not st.secrets.load_if_toml_exists()
    return mode_of(os.environ.get(MODE_VARIABLE, ""), signs_in=_signs_in() or is_unread)


def _signs_in() -> bool:
    return st.secrets.load_if_toml_exists() and "auth" in st.secrets
