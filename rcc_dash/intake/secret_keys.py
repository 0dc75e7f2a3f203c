"""Which secrets belong to a data home? Made at random at first use, readable by their owner only.

The demonstration has published keys, since its children do not exist and its numbers are to be
the same everywhere.
"""

import os
import secrets
from typing import Final

from rcc_dash.ingest.keys import Secrets
from rcc_dash.settings import DataHome
from rcc_dash.store import files
from rcc_dash.store.locks import only_one

_KEY_BYTES: Final = 32
_OWNER_ONLY: Final = 0o600
_FOLDER_OWNER_ONLY: Final = 0o700
_PSEUDONYM: Final = "pseudonym.key"
_PEPPER: Final = "rounding.key"
_PUBLISHED: Final = {
    _PSEUDONYM: "00" * _KEY_BYTES,
    _PEPPER: "11" * _KEY_BYTES,
}
"""Of the demonstration only: known to everybody."""


def secrets_of(home: DataHome) -> Secrets:
    """Give the keys by which children of this data home are known; the same for ever."""
    return Secrets(bytes.fromhex(_key(home, _PSEUDONYM)))


def pepper(home: DataHome) -> str:
    """Give the secret text that fixes how counts of this data home are rounded."""
    return _key(home, _PEPPER)


def publish_demo_keys(home: DataHome) -> None:
    """Give a home of synthetic data the published keys, before anything is loaded into it."""
    for name, key in _PUBLISHED.items():
        _write(home, name, key)


def is_demo(home: DataHome) -> bool:
    """Say whether this home was made for synthetic data: it then has the published keys."""
    path = home.keys / _PSEUDONYM
    return path.exists() and path.read_text(encoding="ascii").strip() == _PUBLISHED[_PSEUDONYM]


def _key(home: DataHome, name: str) -> str:
    path = home.keys / name
    if not path.exists():
        with only_one(home.keys / "keys.lock"):
            if not path.exists():
                _write(home, name, secrets.token_hex(_KEY_BYTES))
    return path.read_text(encoding="ascii").strip()


def _write(home: DataHome, name: str, key: str) -> None:
    home.keys.mkdir(parents=True, exist_ok=True)
    home.keys.chmod(_FOLDER_OWNER_ONLY)
    made = files.unfinished(home.keys / name)
    descriptor = os.open(made, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ONLY)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(f"{key}\n")
    files.put(made, home.keys / name)
