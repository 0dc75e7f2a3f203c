"""Sign-ins as all servers of a folder know them: last used, ended, forgotten; refused when not readable."""

import os
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from rcc_dash.domain.sign_in import Identity
from rcc_dash.errors import UserError
from rcc_dash.settings import DataHome
from rcc_dash.store import visits

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
JO = Identity("https://login.example", "jo", "", NOW, NOW, "Jo O'Neill")
JO_LATER = Identity("https://login.example", "jo", "", NOW + timedelta(hours=1), NOW)


@pytest.fixture
def home(tmp_path: Path) -> DataHome:
    return DataHome(tmp_path)


def test_each_sign_in_has_a_time_of_its_own_and_the_latest_counts(home: DataHome) -> None:
    assert visits.last_seen(home, JO) is None
    for minutes in (0, 7):
        visits.touch(home, JO, NOW + timedelta(minutes=minutes))
    assert visits.last_seen(home, JO) == NOW + timedelta(minutes=7)
    assert visits.last_seen(home, JO_LATER) is None


def test_one_sign_in_ends_and_the_next_of_the_same_person_counts(home: DataHome) -> None:
    visits.end(home, JO, NOW)
    assert visits.has_ended(home, JO)
    assert not visits.has_ended(home, JO_LATER)


def test_the_folder_names_nobody_is_its_owners_alone_and_forgets(home: DataHome) -> None:
    visits.touch(home, JO, NOW)
    visits.end(home, JO, NOW)
    assert stat.S_IMODE(home.visits.stat().st_mode) == 0o700
    held = list(home.visits.iterdir())
    assert [stat.S_IMODE(path.stat().st_mode) for path in held] == [0o600, 0o600]
    assert not any("jo" in path.name or path.read_bytes() for path in held)
    visits.touch(home, JO_LATER, NOW + timedelta(hours=9, minutes=1))
    assert len(list(home.visits.iterdir())) == 1


@pytest.mark.skipif(os.name != "posix", reason="a file where a folder belongs is another error elsewhere")
def test_where_it_cannot_be_read_nobody_is_let_in(home: DataHome) -> None:
    home.visits.write_text("no folder")
    with pytest.raises(UserError, match="nobody can be let in"):
        visits.has_ended(home, JO)
    with pytest.raises(OSError, match="visits"):
        visits.touch(home, JO, NOW)
