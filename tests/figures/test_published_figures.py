"""A publisher's mark is written as one in table, chart and download: never a 0, never a blank."""

from datetime import UTC, date, datetime

import pandas as pd
import pytest

from rcc_dash.domain.published import (
    Beside,
    Cited,
    Comparison,
    NeighbourValues,
    PublishedFigure,
    Rank,
    Wanted,
)
from rcc_dash.domain.published_values import State
from rcc_dash.export.citation import Citation
from rcc_dash.export.csv_text import csv_text
from rcc_dash.figures.charts import ranked_bars, trend_lines
from rcc_dash.figures.published import (
    NOT_PUBLISHED,
    comparison_columns,
    comparison_rows,
    published_bars,
    published_lines,
    published_meaning,
    published_text,
)
from rcc_dash.figures.tables import table_html

DAY, BEFORE = date(2025, 3, 31), date(2024, 3, 31)
CITED = Cited("DfE", "A table", 2025)
BOLTON, BURY, WIGAN = "E08000001", "E08000002", "E08000010"
MARKS = {
    "[c]": State.SUPPRESSED, "[z]": State.NOT_APPLICABLE, "[x]": State.NOT_AVAILABLE, "[low]": State.LOW,
    "[-]": State.NOT_TOLD,
}  # fmt: skip
FAR = Wanted("cla_31_march_by_distance_percent", "Placed more than 20 miles from home")


def known(value: float, day: date = DAY, **differ: object) -> PublishedFigure:
    return PublishedFigure(value, State.KNOWN, "", day, CITED, **differ)  # type: ignore[arg-type]


def marked(mark: str, day: date = DAY) -> PublishedFigure:
    return PublishedFigure(None, MARKS[mark], mark, day, CITED)


def comparison(mark: str) -> Comparison:
    peers = NeighbourValues(45.4, 45.0, 9, 10, "2025", (BURY,))
    by_la = {
        BOLTON: Beside(known(0), "North West", known(40), peers, Rank(1, 149, is_best_first=True)),
        BURY: Beside(marked(mark), "North West", known(40), None, None),
        WIGAN: Beside(None, "North West", None, None, None),
    }
    return Comparison(FAR, "share_pct", DAY, known(44), by_la, (CITED,))


@pytest.mark.parametrize("mark", MARKS)
def test_in_a_table_a_mark_is_written_with_its_meaning_and_nought_is_nought(mark: str) -> None:
    asked = comparison(mark)
    rows = {row.name: row for row in comparison_rows(asked)}
    assert [rows[name].cells["own"] for name in ("Bolton", "Bury", "Wigan")] == ["0%", mark, NOT_PUBLISHED]
    html = table_html("Published", "LA", comparison_columns(asked), list(rows.values()))
    assert f'title="{rows["Bury"].meanings["own"]}">{mark}</td>' in html
    assert published_meaning(marked(mark))
    assert rows["Bolton"].cells["region"] == "40% (North West)"
    assert rows["Bolton"].cells["mean"] == "45.4% (9 of 10)"
    assert rows["Bolton"].cells["median"] == "45.0% (9 of 10)"
    assert rows["Bolton"].cells["rank"] == "1 of 149"
    assert "1 is the lowest, which is good" in comparison_columns(asked)[1].heading


@pytest.mark.parametrize("mark", MARKS)
def test_in_a_download_a_mark_is_a_mark_and_no_cell_is_blank(mark: str) -> None:
    rows = comparison_rows(comparison(mark))
    frame = pd.DataFrame([{"name": row.name, **row.cells} for row in rows])
    assert frame.set_index("name")["own"].to_dict() == {"Bolton": "0%", "Bury": mark, "Wigan": NOT_PUBLISHED}
    assert not (frame.fillna("") == "").any(axis=None)
    made_on = datetime(2025, 6, 1, tzinfo=UTC)
    citation = Citation("Published", "Greater Manchester", (CITED.words,), DAY, made_on)
    assert f"Bury,{mark}," in csv_text(frame, {"name": "LA", "own": "Share", "rank": "Rank"}, citation)


@pytest.mark.parametrize("mark", MARKS)
def test_in_bars_a_mark_has_no_bar_but_stands_there(mark: str) -> None:
    frame = published_bars(comparison(mark))
    assert frame["value"].tolist()[0] == 0
    assert frame["value"].isna().tolist() == [False, True, True]
    layers = ranked_bars("Far", "share_pct", frame)["layer"]
    bars, figures = (layer["data"]["values"] for layer in layers)  # type: ignore[attr-defined]
    assert [row["name"] for row in bars] == ["Bolton"]
    assert {row["name"]: row["shown"] for row in figures}["Bury"] == mark


@pytest.mark.parametrize("mark", MARKS)
def test_in_lines_a_mark_breaks_the_line_and_is_written_at_the_gap(mark: str) -> None:
    frame = published_lines({BOLTON: (marked(mark, BEFORE), known(8))}, "share_pct")
    assert frame["shown"].tolist() == [mark, "8%"]
    assert frame["value"].isna().tolist() == [True, False]
    layers = trend_lines("Far", "share_pct", frame, BOLTON)["layer"]
    assert {"period": "Mar 2024", "shown": mark} in layers[-1]["data"]["values"]  # type: ignore[index]


def test_numbers_keep_their_unit_and_a_mark_beside_them() -> None:
    provisional = PublishedFigure(1234, State.PROVISIONAL, "[p]", DAY, CITED)
    assert published_text(provisional, "children") == "1,234 [p]"
    assert published_text(known(8_917_040.3), "gbp_thousand") == "£8.9bn"
    assert published_text(known(7385), "gbp_week") == "£7,385 a week"
    assert published_text(None, "children") == NOT_PUBLISHED
    assert published_meaning(known(38, is_worked_out=True)).startswith("worked out")
    assert not published_meaning(known(38))


def test_no_las_no_rows() -> None:
    nothing = Comparison(FAR, "share_pct", DAY, None, {}, ())
    assert comparison_rows(nothing) == ()
    assert published_bars(nothing).empty
    assert isinstance(published_lines({}, "share_pct"), pd.DataFrame)
