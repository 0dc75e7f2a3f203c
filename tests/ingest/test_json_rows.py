"""JSON lies flat: a row per record, a column per field."""

import json
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rcc_dash.errors import UserError
from rcc_dash.ingest import json_rows
from rcc_dash.ingest.read import read_workbook

WriteText = Callable[..., Path]
SCALARS = st.one_of(st.none(), st.booleans(), st.integers(-9, 9), st.text("ab ", max_size=3))
JUNK = st.recursive(
    SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text("xyz", max_size=2), inner)),
    max_leaves=20,
)


def sheet(write_text: WriteText, document: object) -> pd.DataFrame:
    (only,) = read_workbook(write_text("any.txt", json.dumps(document))).sheets
    return only.rows


def test_a_list_of_nested_objects_lies_flat_and_records_are_numbered(write_text: WriteText) -> None:
    rows = sheet(write_text, [{"id": 1, "need": {"pets": True}}, {"id": 2.0, "cost": 3.5, "need": None}])
    assert rows.to_numpy().tolist() == [
        ["id", "pets", "cost", "need"],
        ["1", "Yes", "", ""],
        ["2", "", "3.5", ""],
    ]
    assert rows.index.tolist() == [0, 1, 2]


def test_an_object_may_be_a_record_a_wrapper_or_have_several_records_in_it(write_text: WriteText) -> None:
    assert sheet(write_text, {"id": 1, "who": {"kinds": ["a", "b"]}}).iloc[1].tolist() == ["1", "a; b"]
    child = {"id": 7, "referrals": [{"on": "x"}, {"on": "y"}]}
    rows = sheet(write_text, {"version": 2, "children": [child, {"id": 8, "referrals": []}]})
    assert rows.iloc[1:, :3].to_numpy().tolist() == [["2", "7", "x"], ["2", "7", "y"], ["2", "8", ""]]


@pytest.mark.parametrize(
    "text", ['{"a": 1', "[{]", "[" * 100_000 + "{", '{"a": ' * 50_000, '[{"a": NaN}, {]']
)
def test_what_is_cut_off_or_nested_too_deeply_is_refused(write_text: WriteText, text: str) -> None:
    with pytest.raises(UserError):
        read_workbook(write_text("any.json", text if text.startswith("{") else "[{" + text[1:]))


def test_what_unfolds_to_too_much_is_refused(write_text: WriteText, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_rows, "_MOST_CELLS", 100)
    document = {**{f"f{i}": 1 for i in range(20)}, "many": [{"x": i} for i in range(20)]}
    with pytest.raises(UserError, match="more than can be read"):
        sheet(write_text, document)


def test_records_with_nothing_in_common_are_refused(write_text: WriteText) -> None:
    with pytest.raises(UserError, match="different fields"):
        sheet(write_text, [{f"f{i}": 1} for i in range(501)])


def test_a_text_of_megabytes_is_no_cell(write_text: WriteText) -> None:
    with pytest.raises(UserError):
        sheet(write_text, [{"id": "x" * 2**18}])


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(JUNK)
def test_no_json_breaks_the_reader(write_text: WriteText, document: object) -> None:
    rows = sheet(write_text, [{"id": 1}, document])
    assert rows.iloc[1, 0] == "1"
