"""Headings alone go in, are replaced and go out like every file; those of two LAs are the same bytes."""

from pathlib import Path

from rcc_dash.domain.progress import silent
from rcc_dash.intake.desk import Desk
from rcc_dash.intake.load import accept, load
from rcc_dash.intake.loads import standings
from rcc_dash.intake.status import status
from rcc_dash.intake.take import Said
from rcc_dash.intake.undo import undo
from rcc_dash.settings import DataHome
from tests.intake.made_files import NOW, put, seen, warnings

HEADS = "CHILD,DOB,DOLO_START,DOLO_END\n"
ORDER = f"{HEADS}MADEUP01,01/02/2015,01/05/2024,\n"
BOLTON, BURY = "E08000001", "E08000002"


def states(home: DataHome) -> list[tuple[int, str, bool]]:
    return sorted((one.load.number, one.state, one.counts) for one in standings(home))


def told(home: DataHome) -> dict[tuple[str, str], int]:
    """Give the rows loaded of each LA and year that has sent a file of orders."""
    return {(row["la_code"], row["period"]): row["rows_loaded"] for row in status(home)["sources"]}


def test_the_same_headings_of_two_las_count_until_rows_come_or_they_are_undone(
    home: DataHome, desk: Desk, tmp_path: Path
) -> None:
    bolton, before, bury = (
        put(tmp_path / f"{name} dolo.csv", HEADS) for name in ("Bolton 2025", "Bolton 2024", "Bury 2025")
    )
    order = put(tmp_path / "rows" / "Bolton 2025 dolo.csv", ORDER)
    report = load([bolton, before, bury, order], Said(), home, NOW, silent)
    assert not report.refused
    assert told(home) == {(BOLTON, "2024"): 0, (BOLTON, "2025"): 1, (BURY, "2025"): 0}
    assert states(home) == [
        (1, "replaced by load 4", False),
        (2, "counts", True),
        (3, "counts", True),
        (4, "counts", True),
    ]
    again = seen(desk, bury)
    assert [flag.what for flag in again.flags] == [
        "The same file counts already, as load 3; loading it changes nothing."
    ]
    one = seen(desk, put(tmp_path / "other" / "Bolton 2025 dolo.csv", HEADS.replace("\n", "\r\n")))
    assert "It says that there is nobody, and load 4 has rows of somebody" in warnings(one)
    undo(home, 4, NOW, silent)
    undo(home, 2, NOW, silent)
    assert told(home) == {(BOLTON, "2025"): 0, (BURY, "2025"): 0}
    assert states(home)[0] == (1, "counts", True)


def test_what_is_said_of_a_silent_file_is_what_it_counts_as(
    home: DataHome, desk: Desk, tmp_path: Path
) -> None:
    path = put(tmp_path / "dolo.csv", HEADS)
    asked = seen(desk, path).looked.outcome.refused
    assert asked
    assert asked.asks == "la"
    files = [seen(desk, path, Said(la=la, year=2025)) for la in (BOLTON, BURY)]
    assert [(one.holds[0], one.flags) for one in files] == [
        (f"SSDA903 deprivation of liberty, {name}, 2025", ()) for name in ("Bolton", "Bury")
    ]
    looked = [one.looked for one in files]
    accept(desk, looked, looked, NOW, silent)
    assert told(home) == {(BOLTON, "2025"): 0, (BURY, "2025"): 0}
