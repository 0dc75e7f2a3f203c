"""Dates that can only be month first are never read day first."""

from pathlib import Path

import pytest

from rcc_dash.errors import UserError
from rcc_dash.ingest.accept import check_file
from rcc_dash.ingest.keys import Secrets
from rcc_dash.ingest.told import Told

HEADS = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN"


def rows_loaded(path: Path, *dates: str) -> int:
    rows = [f"A{number},{day},S,C2,N1,U4,PR1,,,,BL1 1RU,BL1 4AA," for number, day in enumerate(dates)]
    path.write_text("\n".join([HEADS, *rows, ""]), encoding="utf-8")
    checked = check_file(path, Told(path.name, "Bolton", year=2025), Secrets(b"k" * 32))
    return len(checked.tables[0].frame)


def test_a_column_that_can_only_be_month_first_refuses_the_file(tmp_path: Path) -> None:
    """The third of the year's months is there too: 03/04/2024 would be taken for 3 April."""
    days = ("03/04/2024", *(f"04/{day}/2024" for day in range(13, 18)))
    with pytest.raises(UserError) as refused:
        rows_loaded(tmp_path / "episodes.csv", *days)
    assert "'DECOM' (row 3)" in refused.value.what
    assert (refused.value.code, "day/month/year" in refused.value.fix) == ("F16", True)


def test_slips_among_dates_that_are_day_first_are_faults_of_their_rows(tmp_path: Path) -> None:
    days = ("25/04/2024", *(f"04/{day}/2024" for day in range(13, 18)))
    assert rows_loaded(tmp_path / "episodes.csv", *days) == 1


def test_few_odd_dates_are_faults_of_their_rows(tmp_path: Path) -> None:
    assert rows_loaded(tmp_path / "episodes.csv", "03/04/2024", "04/13/2024", "04/14/2024") == 1
