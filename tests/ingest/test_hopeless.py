"""A sheet of which no row can be loaded is refused, a large one after a few rows."""

from collections.abc import Callable
from pathlib import Path

import pytest

from rcc_dash.errors import UserError
from rcc_dash.ingest import hopeless
from rcc_dash.ingest.accept import check_file
from rcc_dash.ingest.checked import CheckedFile
from rcc_dash.ingest.keys import Secrets
from rcc_dash.ingest.told import Told

WriteText = Callable[..., Path]
HEAD = "URN,Provision type,Local authority,Sector,Places,Registration status\n"
ROW = "{},Children's home,Bolton,Private,4,Active\n"


def check(path: Path) -> CheckedFile:
    return check_file(path, Told(path.name), Secrets(b"a synthetic key, only for tests!"))


def homes(write_text: WriteText, *urns: str) -> Path:
    return write_text("places_31_march_2024.csv", HEAD + "".join(map(ROW.format, urns)))


def test_the_cause_is_said_with_its_column_and_first_row(write_text: WriteText) -> None:
    with pytest.raises(UserError, match=r"No row of places_31_march_2024\.csv can") as refused:
        check(homes(write_text, "", "none", "?"))
    assert refused.value.what == "Column 'URN', row 2: No URN, so no provider; row not loaded."


def test_one_good_row_is_enough(write_text: WriteText) -> None:
    assert len(check(homes(write_text, "", "SC000001", "")).tables[0].frame) == 1


def test_a_large_sheet_is_given_up_after_a_few_rows_from_all_over_it(
    write_text: WriteText, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hopeless, "_LARGE", 50)
    monkeypatch.setattr(hopeless, "_ROWS_TRIED", 10)
    with pytest.raises(UserError, match="No row of"):
        check(homes(write_text, *[""] * 100))
    half = check(homes(write_text, *(f"SC{n:06d}" if n < 60 else "" for n in range(100))))
    assert len(half.tables[0].frame) == 60


def test_a_sheet_of_too_many_rows_is_to_be_split(
    write_text: WriteText, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hopeless, "_LARGE", 5)
    monkeypatch.setattr(hopeless, "_ROWS_TRIED", 5)
    monkeypatch.setattr(hopeless, "MAX_ROWS", 9)
    with pytest.raises(UserError, match="too many rows") as refused:
        check(homes(write_text, *(f"SC{n:06d}" for n in range(10))))
    assert "10 rows; the most is 9" in refused.value.what
