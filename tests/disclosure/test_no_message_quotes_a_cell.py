"""No message about a file quotes a cell: every layout, full of planted tokens; rows taken for headings."""

import csv
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import pytest

from rcc_dash.errors import UserError
from rcc_dash.ingest.accept import check_file
from rcc_dash.ingest.keys import Secrets
from rcc_dash.ingest.layouts import ALL
from rcc_dash.ingest.recognise import Layout
from rcc_dash.ingest.told import Told

SECRETS = Secrets(b"k" * 32)
PLANTED = (
    "Zebulonia", "Zebulonia Quokka", "ZQXK00017", "90483127", "-90483127", "90483.127", "13/09/1911",
    "BL1 1CI", "1911-09-13", "=Zebulonia()", "<b>Zebulonia</b>", 'Zebu"lonia, and more',
)  # fmt: skip
SOUGHT = ("zebu", "quokka", "zqxk", "90483", "1911", "bl1 1ci")


def said_of(file: Path) -> Iterator[str]:
    """Give all that checking a file says, of its rows and of itself."""
    try:
        checked = check_file(file, Told(file.name, la="Bury", year=2025, as_of=date(2025, 3, 31)), SECRETS)
    except UserError as refused:
        yield from (refused.title, refused.what, refused.fix)
        return
    for table in checked.tables:
        for problem in table.problems:
            assert str(problem.rows) not in problem.what  # who sees them rounded reads the words as they are
            yield from (problem.what, problem.fix, problem.column or "", problem.sheet)
    yield from (sheet.why for sheet in checked.passed_over)


def found_in(said: Iterable[str]) -> list[str]:
    return [text for text in said if any(part in text.lower() for part in SOUGHT)]


@pytest.mark.parametrize("layout", ALL, ids=[f"{at}-{one.source}" for at, one in enumerate(ALL)])
def test_no_finding_or_refusal_quotes_a_cell(layout: Layout, tmp_path: Path) -> None:
    file = tmp_path / "planted.csv"
    heads = [field.synonyms[0] for field in layout.fields]
    with file.open("w", newline="", encoding="utf-8") as text:
        rows = csv.writer(text)
        rows.writerow(heads)
        rows.writerows([token] * (len(heads) + 1) for token in PLANTED)
        mixed = [[PLANTED[(at + by) % len(PLANTED)] for at in range(len(heads))] for by in range(12)]
        rows.writerows(
            [cell if (at + by) % 3 else "" for at, cell in enumerate(row)] for by, row in enumerate(mixed)
        )
    assert found_in(said_of(file)) == []


@pytest.mark.parametrize(
    "headings",
    [
        "URN,Zebulonia Quokka,BL1 1CI,13/09/2011,ZQXK00017,Provider type,Local authority",
        "Zebulonia Quokka,PLACE,DECOM,LS,13/09/1911",
        "Forename Zebulonia,Surname Quokka,NHS Number 90483127",
    ],
)
def test_a_childs_row_that_is_taken_for_headings_is_counted_and_not_quoted(
    headings: str, tmp_path: Path
) -> None:
    file = tmp_path / "row.csv"
    file.write_text(f"{headings}\n" + "a,b,c\n" * 9, encoding="utf-8")
    said = list(said_of(file))
    assert any("not named here" in text for text in said)
    assert found_in(said) == []
