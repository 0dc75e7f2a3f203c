"""The revenue outturn in both shapes of its headings: one long heading, or two rows."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from rcc_dash.ingest.accept import check_file
from rcc_dash.ingest.checked import CheckedFile
from rcc_dash.ingest.keys import Secrets
from rcc_dash.ingest.told import Told

CHILDREN = "Children's social care - Children Looked After"
SERVICES = (
    CHILDREN,
    f"{CHILDREN} of which residential care",
    f"{CHILDREN} of which fostering services",
    f"{CHILDREN} of which asylum seeking children who are looked after",
    f"{CHILDREN} of which other",
    "TOTAL CHILDREN SOCIAL CARE",
)
PARTS = ("residential care", "fostering services", "asylum seeking children", "other")
TOTAL, NET = "Total Expenditure (C3 = C1 + C2)", "Net Current Expenditure (C7 = C3 - C6)"
LEFT = ("E-code", "ONS Code", "Local authority", "Class")
BANNER = "Worksheet 2: Revenue Outturn (RO) {year}: Social Care and Public Health (RO3) data"
ONE_ROW = [
    [BANNER.format(year="2024-25")],
    ["Source: Ministry of Housing"],
    ["Last updated: 4 December 2025"],
    [*LEFT, *(f"{service} - {amount}" for service in SERVICES for amount in (TOTAL, NET))],
]
TWO_ROWS = [
    [BANNER.format(year="2022-23")],
    ["", "", "", "", *(cell for service in SERVICES for cell in (service, ""))],
    [*LEFT, TOTAL, NET, *(cell for n in range(2, 7) for cell in (f"{TOTAL}{n}", f"{NET}{n}"))],
]
BODY = [
    ["E4201", "E08000001", "Bolton", "MD", *(f"={n}" for n in range(1, 13))],
    ["E3831", "E07000223", "Adur", "SD", *["=0"] * 12],
    ["E4202", "E08000002", "Bury", "MD", *["[x]"] * 12],
    ["Eng", "E92000001", "ENGLAND", "Eng", *["=100.5"] * 12],
    [*LEFT, *["Employees"] * 12],
    ["[Y]", "E08", "Metropolitan Districts", "MD", *["=7"] * 12],
    ["E5100", "E12000007", "Greater London Authority", "O", *["=0"] * 12],
]
Rows = Sequence[Sequence[str]]
WriteOds = Callable[[str, Mapping[str, Rows]], Path]


def check(write_ods: WriteOds, heads: Rows) -> CheckedFile:
    notes = [["Notes"], ["Note number", "Note text"], ["[x]", "Data not received"]]
    one = [
        ["ENGLAND"],
        ["Service category code", "Service line description", "Employees"],
        ["10", "Sure start", "=1"],
    ]
    path = write_ods("RO3.ods", {"Notes": notes, "LA_drop-down": one, "RO3_LA_Data": [*heads, *BODY]})
    return check_file(path, Told(path.name), Secrets(b"a synthetic key, only for tests!"))


@pytest.mark.parametrize(("heads", "year"), [(ONE_ROW, 2025), (TWO_ROWS, 2023)])
def test_both_shapes_give_the_same_figures(write_ods: WriteOds, heads: Rows, year: int) -> None:
    found = check(write_ods, heads)
    (table,) = found.tables
    bolton = table.frame[table.frame["area_code"] == "E08000001"]
    assert bolton["period_end"].dt.year.unique().tolist() == [year]
    children = bolton[bolton["measure"].str.startswith("ro3_cla")]
    by = children.assign(net=children["measure"].str.contains("net")).set_index(["category", "net"])["value"]
    words = ("Total", *(f"of which {one}" for one in PARTS))
    assert by.to_dict() == {
        (one, net): 2 * n + net + 1 for n, one in enumerate(words) for net in (False, True)
    }
    assert bolton.loc[~bolton.index.isin(children.index), "value"].tolist() == [12]
    assert len(bolton) == 11
    assert len(found.passed_over) == 2


@pytest.mark.parametrize("heads", [ONE_ROW, TWO_ROWS])
def test_other_bodies_are_not_needed_and_a_missing_return_stays_missing(
    write_ods: WriteOds, heads: Rows
) -> None:
    (table,) = check(write_ods, heads).tables
    assert [(one.rows_read, one.rows_loaded, one.rows_rejected) for one in table.accounts] == [(7, 3, 4)]
    assert [(one.severity.value, one.rows) for one in table.problems] == [("not needed", 4)]
    bury = table.frame[table.frame["area_code"] == "E08000002"]
    assert bury["value"].isna().all()
    assert set(bury["value_state"]) == {"not_available"}
