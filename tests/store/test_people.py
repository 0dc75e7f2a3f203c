"""The table of people on the disk: its owner's alone, changed one at a time, and refused when it is none."""

import stat
from pathlib import Path

import pytest

from rcc_dash.domain.people import COLUMNS
from rcc_dash.errors import UserError
from rcc_dash.settings import DataHome
from rcc_dash.store.people import change_people, change_tenants, read_people

ISSUER = "https://login.example"
LINE = dict(zip(COLUMNS, (ISSUER, "u1", "O'Neill, Jo", "public", "", "", "2026-11-01", "", ""), strict=True))


@pytest.fixture
def home(tmp_path: Path) -> DataHome:
    found = DataHome(tmp_path)
    change_tenants(found, lambda lines: lines.append({"issuer": ISSUER, "tenant": "", "name": ""}))
    change_people(found, lambda lines: lines.append(LINE))
    return found


def test_what_is_written_is_read_again_and_nobody_else_may_look(home: DataHome) -> None:
    assert [one.name for one in read_people(home).people] == ["O'Neill, Jo"]
    assert stat.S_IMODE((home.access / "people.csv").stat().st_mode) == 0o600
    assert stat.S_IMODE(home.access.stat().st_mode) == 0o700


def test_where_there_is_no_table_nobody_is_listed(tmp_path: Path) -> None:
    found = read_people(DataHome(tmp_path))
    assert (found.people, found.tenants, found.faults) == ((), (), ())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"", "Its first line must be: issuer,subject"),
        (b"subject,role\nu1,public\n", "Its first line must be"),
        (b"\xff\xfe\x00\xd8", "no CSV file in UTF-8"),
        (",".join(COLUMNS).encode() + b"\na,b\n", "Its line 2 does not have 9 cells"),
        (",".join(COLUMNS).encode() + b'\n"a,b\n', "people.csv cannot be read"),
    ],
)
def test_what_is_no_such_table_is_refused_and_left_as_it_is(home: DataHome, text: bytes, said: str) -> None:
    path = home.access / "people.csv"
    path.write_bytes(text)
    with pytest.raises(UserError, match="people check") as caught:
        read_people(home)
    assert said in str(caught.value)
    with pytest.raises(UserError):
        change_people(home, lambda lines: lines.clear())
    assert path.read_bytes() == text


def test_a_table_as_a_spreadsheet_saves_it_is_read(home: DataHome) -> None:
    path = home.access / "people.csv"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert len(read_people(home).people) == 1


def test_a_folder_that_cannot_be_read_is_no_empty_table(home: DataHome) -> None:
    path = home.access / "people.csv"
    path.unlink()
    path.mkdir()
    with pytest.raises(UserError, match="Nobody is let in"):
        read_people(home)
