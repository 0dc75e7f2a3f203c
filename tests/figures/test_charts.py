import json
from itertools import pairwise
from typing import Any

import pandas as pd
import pytest

from rcc_dash.figures.chart_parts import Reference
from rcc_dash.figures.charts import ranked_bars, trend_lines
from rcc_dash.figures.palette import ACCENT

FRAME = pd.DataFrame({
    "la_code": ["a", "b", "c", "d"],
    "name": ["Zeal", "Combe", "Ashby", "Barton"],
    "value": [None, 30.0, 45.0, None],
    "shown": ["[c]", "30%", "45%", None],
    "secret": ["s3cret"] * 4,
})  # fmt: skip

YEARS = pd.DataFrame({
    "code": ["x"] * 3 + ["e"] * 3,
    "name": ["Ashby"] * 3 + ["England"] * 3,
    "period": ["2023", "2024", "2025"] * 2,
    "value": [30.0, None, 35.0, 40.0, 41.0, 43.0],
    "shown": ["30%", "[c]", "35%", "40%", "41%", "43%"],
    "secret": ["s3cret"] * 6,
})  # fmt: skip


def as_json(spec: object) -> Any:  # noqa: ANN401  Vega-Lite is free-form JSON
    return json.loads(json.dumps(spec, allow_nan=False))


def test_bars_are_sorted_and_hidden_ones_come_last_by_name() -> None:
    spec = as_json(ranked_bars("Outside", "share_pct", FRAME))
    assert spec["layer"][0]["encoding"]["y"]["scale"]["domain"] == ["Ashby", "Combe", "Barton", "Zeal"]


def test_a_figure_that_a_dashed_line_runs_through_stands_on_a_halo() -> None:
    references = [Reference("England", 28.0, "28%")]
    *_, halo, figures = as_json(ranked_bars("Outside", "share_pct", FRAME, references))["layer"]
    outline = {"stroke": "#ffffff", "strokeWidth": 5, "strokeJoin": "round"}
    assert halo == {**figures, "mark": {**figures["mark"], **outline}}
    assert not set(outline) & set(figures["mark"])


def test_what_has_no_value_has_its_text_but_no_bar() -> None:
    bars, figures = as_json(ranked_bars("Outside", "share_pct", FRAME))["layer"]
    assert [row["name"] for row in bars["data"]["values"]] == ["Ashby", "Combe"]
    shown = {row["name"]: row["shown"] for row in figures["data"]["values"]}
    assert shown == {"Ashby": "45%", "Combe": "30%", "Zeal": "[c]", "Barton": "not returned"}


def test_bars_start_at_zero_and_the_chosen_one_takes_the_accent() -> None:
    bars = as_json(ranked_bars("Outside", "share_pct", FRAME, chosen="b"))["layer"][0]
    assert bars["encoding"]["x"]["scale"]["zero"] is True
    assert bars["encoding"]["color"]["condition"]["value"] == ACCENT
    assert [row["chosen"] for row in bars["data"]["values"]] == [False, True]


def test_references_are_thin_lines_named_without_covering_each_other() -> None:
    marks = [Reference("South East", 46, "46%"), Reference("England", 43, "43%")]
    layers = as_json(ranked_bars("Outside", "share_pct", FRAME, marks))["layer"]
    rule = next(layer for layer in layers if layer["mark"].get("type") == "rule")
    assert [row["value"] for row in rule["data"]["values"]] == [43, 46]
    names = [layer for layer in layers if layer["encoding"].get("text") == {"field": "words"}]
    assert len({layer["mark"]["dy"] for layer in names}) == 2


def test_a_hidden_year_breaks_the_line_and_is_written_at_the_foot() -> None:
    lines, ends, gaps = as_json(trend_lines("Outside", "share_pct", YEARS, "x"))["layer"]
    assert [row["value"] for row in lines["data"]["values"][:3]] == [30, None, 35]
    assert [row["words"] for row in ends["data"]["values"]] == ["Ashby 35%", "England 43%"]
    assert gaps["data"]["values"] == [{"period": "2024", "shown": "[c]"}]
    assert gaps["encoding"]["y"]["datum"] == 0


def test_what_is_not_known_for_years_in_a_row_is_written_once_over_a_line_along_them() -> None:
    shown = [
        ("2021", None, "not known"),
        ("2022", None, "not known"),
        ("2023", None, "not known"),
        ("2024", 5.0, "5"),
    ]
    rows = [("x", "Ashby", *one) for one in shown] + [("y", "Bury", "2021", None, "[c]")]
    frame = pd.DataFrame(rows, columns=["code", "name", "period", "value", "shown"])
    *_, spans, words = as_json(trend_lines("Outside", "share_pct", frame, "x"))["layer"]
    assert words["data"]["values"] == [
        {"period": "2021", "shown": "not known, [c]"},
        {"period": "2023", "shown": "not known"},
    ]
    assert spans["data"]["values"] == [{"period": "2022", "to": "2023"}]


@pytest.mark.parametrize("last", [(43, 43, 45), (0, 0, 0), (1, 40, 2), tuple(range(12))])
def test_names_of_lines_stand_apart_on_the_chart_and_in_the_order_of_their_figures(
    last: tuple[int, ...],
) -> None:
    rows = [(f"c{n}", f"Line {n}", "2025", float(value), str(value)) for n, value in enumerate(last)]
    frame = pd.DataFrame(rows, columns=["code", "name", "period", "value", "shown"])
    ends = as_json(trend_lines("Outside", "share_pct", frame, "x"))["layer"][1]
    down = json.loads(ends["mark"]["dy"]["expr"].removeprefix("(").removesuffix(")[datum.words]"))
    low, high = ends["encoding"]["y"]["scale"]["domain"]
    at = {
        row["words"]: (high - row["value"]) / (high - low) * 240 + down[row["words"]]
        for row in ends["data"]["values"]
    }
    places = sorted(at.values())
    assert all(below - above >= 15 for above, below in pairwise(places))
    assert places[0] >= -1
    assert places[-1] <= 241
    figures = {row["words"]: row["value"] for row in ends["data"]["values"]}
    assert [figures[words] for words in sorted(at, key=lambda words: at[words])] == sorted(last, reverse=True)


def test_no_other_column_reaches_a_chart_and_frames_stay_as_they_are() -> None:
    before = FRAME.copy(deep=True), YEARS.copy(deep=True)
    text = json.dumps([ranked_bars("O", "share_pct", FRAME), trend_lines("O", "share_pct", YEARS, "x")])
    assert "s3cret" not in text
    pd.testing.assert_frame_equal(FRAME, before[0])
    pd.testing.assert_frame_equal(YEARS, before[1])


def test_charts_without_rows_are_still_charts() -> None:
    assert as_json(ranked_bars("O", "share_pct", FRAME.head(0)))["layer"]
    assert as_json(trend_lines("O", "share_pct", YEARS.head(0), "x"))["description"] == "O."


def test_every_layer_of_the_bars_says_that_there_is_no_axis_or_nothing_is_drawn() -> None:
    frame = pd.DataFrame([{"la_code": "A", "name": "Ay", "value": 3.0, "shown": "3%"}])
    spec = ranked_bars("Far", "share_pct", frame, [Reference("England", 2.0, "2%")])
    assert all(layer["encoding"]["x"]["axis"] is None for layer in spec["layer"])
