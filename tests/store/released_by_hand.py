"""Files that stand for releases, for the tests of what happens to releases."""

import hashlib

from rcc_dash.settings import DataHome
from rcc_dash.store import files, releases
from rcc_dash.store.releases import Release


def published(home: DataHome, name: str, what: str, *, is_demo: bool = True) -> None:
    """Let a file stand for a release."""
    made = files.unfinished(releases.release_file(home, name))
    made.write_text(what)
    hashed = hashlib.sha256(what.encode()).hexdigest()
    releases.add(
        home, made, Release(name, "2026-11-22T10:00:00", is_demo=is_demo, sha256=hashed, contents="")
    )


def served(home: DataHome) -> tuple[str, str]:
    serves = releases.listed(home).serves
    return serves, releases.release_file(home, serves).read_text()
