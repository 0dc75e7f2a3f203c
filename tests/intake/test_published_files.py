"""Two releases of one DfE table: both are kept, the later one answers, the same again changes nothing."""

from datetime import UTC, datetime
from pathlib import Path

from rcc_dash.domain.disclosure import Rule
from rcc_dash.domain.progress import silent
from rcc_dash.domain.published import Wanted
from rcc_dash.intake.load import load
from rcc_dash.intake.take import Said
from rcc_dash.queries.published import published_loaded, published_over_time
from rcc_dash.queries.reader import Reader
from rcc_dash.settings import DataHome
from rcc_dash.store.warehouse import Warehouse

BOLTON = "E08000001"
NOW = datetime(2025, 12, 1, tzinfo=UTC)
WHERE = "time_period,geographic_level,country_code,region_code,new_la_code"
OLD = f"{WHERE},population_count,population_estimate,number,rate_per_10000\n"
NEW = f"{WHERE},population_type,population_estimate,children_count,rate_per_10000\n"
WORDS = "Children looked after {} 31 March each year"


def row(year: int, number: str, when: str) -> str:
    return (
        f"{year},Local authority,E92000001,E12000002,{BOLTON},{WORDS.format(when)},70000,{number},{number}\n"
    )


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def answers(home: DataHome) -> list[tuple[int, float | None, str, int | None]]:
    warehouse = Warehouse.open_current(home)
    assert warehouse is not None
    reader = Reader(warehouse, Rule("pepper"))
    (line,) = published_over_time(reader, Wanted("cla_31_march_number"), [BOLTON]).values()
    found = [(one.as_of.year, one.value, one.mark, one.cited.release) for one in line if one.cited.is_loaded]
    assert set(published_loaded(reader)["dataset"]) == {"cla_rates"}
    warehouse.close()
    return found


def test_the_later_release_answers_whichever_is_loaded_last(home: DataHome, tmp_path: Path) -> None:
    later = write(tmp_path, "a_2025.csv", NEW + row(2025, "600", "on") + row(2024, "c", "on"))
    earlier = write(tmp_path, "b_2024.csv", OLD + row(2024, "580", "at") + row(2023, "570", "at"))
    report = load([later, earlier], Said(), home, NOW, silent)
    assert report.is_clean
    counts = [(one.period, one.rows_read, one.rows_loaded) for file in report.files for one in file.accounts]
    assert counts == [("2024", 1, 1), ("2025", 1, 1), ("2023", 1, 1), ("2024", 1, 1)]
    expected = [(2023, 570, "", 2024), (2024, None, "[c]", 2025), (2025, 600, "", 2025)]
    assert answers(home) == expected
    load([earlier], Said(), home, NOW, silent)
    assert answers(home) == expected


def test_a_corrected_file_of_the_same_release_replaces_the_rows_that_it_tells_again(
    home: DataHome, tmp_path: Path
) -> None:
    whole = write(tmp_path, "first.csv", NEW + row(2025, "600", "on") + row(2024, "590", "on"))
    part = write(tmp_path, "second.csv", NEW + row(2025, "601", "on") + row(2025, "601", "on"))
    load([whole], Said(), home, NOW, silent)
    report = load([part], Said(), home, NOW, silent)
    assert answers(home) == [(2024, 590, "", 2025), (2025, 601, "", 2025)]
    (account,) = report.files[0].accounts
    assert (account.rows_read, account.rows_loaded, account.rows_rejected) == (2, 1, 1)
