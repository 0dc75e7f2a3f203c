import io
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import ModuleType

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rcc_dash.errors import UserError
from rcc_dash.ingest.checked import CheckedTable
from rcc_dash.ingest.layouts import (
    placement_costs,
    ssda903_dolo,
    ssda903_episodes,
    ssda903_header,
    ssda903_missing,
    ssda903_oc2,
)
from rcc_dash.ingest.told import Told

CheckRows = Callable[..., CheckedTable]
Person = tuple[str, str, str, date]
INWARD = "ABDEFGHJLNPQRSTUWXYZ"
IDS = st.from_regex(r"CANARY[0-9]{6}", fullmatch=True)
POSTCODES = st.builds(
    "{}{} {}{}{}".format,
    st.sampled_from(["M", "SK", "S", "ZZ"]), st.integers(10, 99), st.integers(0, 9),
    st.sampled_from(INWARD), st.sampled_from(INWARD),
)  # fmt: skip
BIRTHDAYS = st.dates(date(2008, 1, 2), date(2020, 12, 31)).filter(lambda day: day.day > 1)
PERSONAL = st.tuples(IDS, POSTCODES, POSTCODES, BIRTHDAYS)
PEOPLE = st.lists(PERSONAL, min_size=1, max_size=8)
"""Several children in a file: checking one costs the same, and finds as much in fewer files."""


def everything_said(table: CheckedTable) -> str:
    """Put all that leaves the check into one text, dates in every usual form."""
    text = io.StringIO()
    for form in ("%Y-%m-%d", "%d/%m/%Y"):
        table.frame.to_csv(text, date_format=form)
    return f"{text.getvalue()} {table.problems} {table.accounts}".upper()


def assert_reduced(said: str, child_id: str, posts: tuple[str, str], born: date | None) -> None:
    forms = [child_id, *posts, *(post.replace(" ", "") for post in posts)]
    forms += [f"{born:%Y-%m-%d}", f"{born:%d/%m/%Y}"] if born else []
    assert not [form for form in forms if form.upper() in said]


def mixed_up(values: dict[str, str], order: list[int]) -> tuple[str, ...]:
    """Put the cells under the wrong headings, as a slipped column would."""
    cells = list(values.values())
    return tuple(cells[i] for i in order)


@settings(max_examples=15, deadline=None)
@given(PEOPLE, st.data())
def test_episodes_even_with_their_columns_mixed_up(
    check_rows: CheckRows, people: list[Person], data: st.DataObject
) -> None:
    order = data.draw(st.permutations(range(len(ssda903_episodes.HEADERS))))
    header = (*ssda903_episodes.HEADERS, "LA", "Episode_source")
    for mixed in (sorted(order), order):
        rows = []
        for child_id, home, placement, _ in people:
            values = dict.fromkeys(ssda903_episodes.HEADERS, "") | {
                "CHILD": child_id, "DECOM": "01/02/2025", "PLACE": "K2",
                "HOME_POST": home, "PL_POST": placement,
            }  # fmt: skip
            row = mixed_up(values, mixed)
            rows += [(*row, "", child_id), (*row, home, child_id)]
        said = everything_said(check_rows(header, *rows))
        for child_id, home, placement, _ in people:
            assert_reduced(said, child_id, (home, placement), None)


@settings(max_examples=15, deadline=None)
@given(PEOPLE, st.data())
def test_header_even_with_its_columns_mixed_up(
    check_rows: CheckRows, people: list[Person], data: st.DataObject
) -> None:
    header = ssda903_header.HEADERS[:5]
    assert header == ("CHILD", "SEX", "DOB", "ETHNIC", "UPN")
    order = data.draw(st.permutations(range(len(header))))
    for mixed in (sorted(order), order):
        cells = [(child_id, "1", f"{born:%d/%m/%Y}", "WBRI", child_id) for child_id, _, _, born in people]
        rows = [mixed_up(dict(zip(header, row, strict=True)), mixed) for row in cells]
        said = everything_said(check_rows(header, *rows))
        for child_id, home, _, born in people:
            assert_reduced(said, child_id, (home, home), born)


@settings(max_examples=20, deadline=None)
@given(PERSONAL)
def test_cost_extracts(check_rows: CheckRows, personal: tuple[str, str, str, date]) -> None:
    child_id, home, placement, born = personal
    values = dict.fromkeys(placement_costs.HEADERS, "") | {
        "Child ID": child_id, "Date of birth": f"{born:%d/%m/%Y}", "Placement start date": "01/09/2024",
        "Home postcode": home, "Placement postcode": placement, "Ofsted URN": child_id,
        "Total committed cost accrued in FY to date": "5000",
    }  # fmt: skip
    told = Told("c.csv", la="Barnsley", as_of=date(2024, 9, 30))
    table = check_rows(tuple(values), tuple(values.values()), told=told)
    assert_reduced(everything_said(table), child_id, (home, placement), born)


@pytest.mark.parametrize("layout", [ssda903_missing, ssda903_oc2, ssda903_dolo])
@settings(max_examples=20, deadline=None)
@given(personal=PERSONAL, data=st.data())
def test_other_files_of_the_return_even_with_their_columns_mixed_up(
    check_rows: CheckRows, layout: ModuleType, personal: tuple[str, str, str, date], data: st.DataObject
) -> None:
    child_id, home, _, born = personal
    values = dict.fromkeys(layout.HEADERS, "1") | {"CHILD": child_id, "DOB": f"{born:%d/%m/%Y}"}
    order = data.draw(st.permutations(range(len(values))))
    assert_reduced(
        everything_said(check_rows(tuple(values), mixed_up(values, order))), child_id, (home,) * 2, None
    )
    table = check_rows(tuple(values), tuple(values.values()))
    assert_reduced(everything_said(table), child_id, (home, home), born)


@settings(max_examples=20, deadline=None)
@given(PERSONAL)
def test_refusals(check_rows: CheckRows, personal: tuple[str, str, str, date]) -> None:
    child_id, home, placement, born = personal
    row = (child_id, f"{born:%d/%m/%Y}", "K2", "", home, placement, placement, child_id)
    header = ("CHILD", "DECOM", "PLACE", "DEC", "HOME_POST", "PL_POST", "LA", "YEAR")
    try:
        said = everything_said(check_rows(header, row, told=Told("rows.csv")))
    except UserError as refusal:
        said = str(refusal).upper()
    assert_reduced(said, child_id, (home, placement), born)


def test_the_same_in_a_spreadsheet_with_real_dates(
    check_file: Callable[..., CheckedTable], tmp_path: Path
) -> None:
    pytest.importorskip(
        "openpyxl", reason="only this test writes a workbook, and nothing else needs openpyxl"
    )
    path = tmp_path / "Barnsley 2025.xlsx"
    rows = {
        "CHILD": [123456789], "DECOM": [pd.Timestamp(2025, 2, 1)], "PLACE": ["K2"], "DEC": [pd.NaT],
        "HOME_POST": ["SK1 3XE"], "PL_POST": ["M2 5DB"],
    }  # fmt: skip
    pd.DataFrame(rows).to_excel(path, index=False)
    table = check_file(path, Told(path.name))
    assert table.frame["started_on"].tolist() == [pd.Timestamp(2025, 2, 1)]
    assert table.frame["distance_miles"].tolist() == [6.2]
    assert_reduced(everything_said(table), "123456789", ("SK1 3XE", "M2 5DB"), None)
