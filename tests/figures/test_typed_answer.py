"""An answer that nobody knew before: what it can be drawn as, and why it cannot."""

import json
from datetime import date

import pandas as pd
import pytest

from rcc_dash.figures.base_map import region_ground
from rcc_dash.figures.small_map import small_map
from rcc_dash.figures.typed_answer import answer_chart, answer_rows, answer_shading, why_no_chart, why_no_map

BOLTON, BURY = "E08000001", "E08000002"
HOMES = pd.DataFrame({"la_code": [BOLTON, BURY], "change": pd.Series([-3, None], dtype="Int64")})


def test_cells_are_written_as_people_do_and_nothing_is_a_nought() -> None:
    frame = pd.DataFrame({
        "year": [2025, 2024],
        "is_open": pd.Series([True, None], dtype="boolean"),
        "places": [12345, 4],
        "share": [0.5, float("nan")],
        "opened_on": [date(2024, 5, 1), pd.NaT],
    })  # fmt: skip
    first, columns, rows = answer_rows(frame)
    assert first == "year"
    assert [column.is_number for column in columns] == [False, True, True, False]
    assert [row.name for row in rows] == ["2025", "2024"]
    assert rows[0].cells == {"is_open": "yes", "places": "12,345", "share": "0.5", "opened_on": "2024-05-01"}
    nothing = "no value"
    assert rows[1].cells == {"is_open": nothing, "places": "4", "share": nothing, "opened_on": nothing}


def test_areas_are_named_in_a_chart_and_shaded_on_a_map() -> None:
    assert why_no_chart(HOMES) == why_no_map(HOMES) == ""
    drawn = json.dumps(answer_chart(HOMES))
    assert "Bolton" in drawn
    assert "no value" in drawn
    shading = answer_shading(HOMES)
    assert shading.frame["shown"].tolist() == ["-3", "no value"]
    assert "Bolton" in small_map("Here", region_ground((BOLTON, BURY)), shading, (400, 300)).svg


def test_dates_and_years_make_a_line() -> None:
    for times in ([2024, 2025], [date(2024, 3, 31), date(2025, 3, 31)]):
        frame = pd.DataFrame({"year": times, "homes": [3, 4]})
        assert "line" in {layer["mark"]["type"] for layer in answer_chart(frame)["layer"]}  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("frame", "chart", "on_map"),
    [
        (pd.DataFrame({"n": [1]}), "needs a column of names", "codes of local authorities"),
        (pd.DataFrame({"name": ["a"] * 41, "n": range(41)}), "up to 40 rows", "codes of local authorities"),
        (pd.DataFrame({"la_code": [BOLTON, BOLTON], "n": [1, 2]}), "", "one row for each"),
        (pd.DataFrame({"la_code": ["E99", BOLTON], "n": [1, 2]}), "", "codes of local authorities"),
    ],
)
def test_what_cannot_be_drawn_says_why(frame: pd.DataFrame, chart: str, on_map: str) -> None:
    assert chart in why_no_chart(frame)
    assert bool(chart) == bool(why_no_chart(frame))
    assert on_map in why_no_map(frame)
