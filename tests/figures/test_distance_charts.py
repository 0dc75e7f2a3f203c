"""The charts of the page Distance: parts of a bar, clicks, steps of miles, and the tinted table."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcc_dash.domain.headline import Figure
from rcc_dash.figures.chart_parts import with_long_labels
from rcc_dash.figures.distance_bands import COLOURS, Group, band_bars, band_legend
from rcc_dash.figures.heat import heat_table
from rcc_dash.figures.picks import PICK, clickable, picked_row
from rcc_dash.figures.waterfall import waterfall

BANDS = ("0to5", "5to10", "10to20", "20to50", "over50", "unknown")
SHOWN = st.none() | st.integers(2, 400).map(lambda fives: fives * 5)
HIDDEN = Figure(None, "[c]")


def group(children: int | None, numbers: list[int | None]) -> Group:
    figures = [HIDDEN if number is None else Figure(float(number)) for number in numbers]
    whole = HIDDEN if children is None else Figure(float(children))
    return Group("home", "Children's home", whole, dict(zip(BANDS, figures, strict=True)))


def segments(spec: Any) -> list[dict[str, Any]]:  # noqa: ANN401 any JSON
    return list(spec["layer"][0]["data"]["values"])


@given(SHOWN, st.lists(SHOWN, min_size=6, max_size=6))
def test_the_parts_of_a_bar_follow_each_other_and_never_pass_its_end(
    children: int | None, numbers: list[int | None]
) -> None:
    found = segments(band_bars("By placement", [group(children, numbers)]))
    if children is None:
        assert found == []
        return
    assert [one["start"] for one in found[1:]] == [one["end"] for one in found[:-1]]
    assert all(0 <= one["start"] <= one["end"] <= 100 + 1e-9 for one in found)
    assert {one["band"] for one in found} <= set(COLOURS)
    assert not found or abs(found[-1]["end"] - 100) < 1e-9


def test_a_hidden_band_has_no_number() -> None:
    found = segments(band_bars("By placement", [group(100, [50, None, None, 20, 10, 10])]))
    assert [(one["band"], one["shown"]) for one in found] == [
        ("0to5", "50%"), ("20to50", "20%"), ("over50", "10%"), ("unknown", "10%"),
    ]  # fmt: skip
    assert found[0]["aloud"] == "Children's home: Under 5 miles: 50 children, 50% of the group"


def test_a_hidden_band_looks_like_an_empty_one_and_no_remainder_can_be_read() -> None:
    hidden = band_bars("By placement", [group(100, [50, 30, None, None, None, None])])
    other = band_bars("By placement", [group(105, [50, 30, None, None, None, None])])
    widths = [[(one["start"], one["end"]) for one in segments(bars)] for bars in (hidden, other)]
    assert widths[0] == widths[1]
    (alone,) = segments(band_bars("By placement", [group(100, [95, None, None, None, None, None])]))
    assert (alone["shown"], alone["width"]) == ("[high]", 100)


def test_no_name_is_cut_on_a_narrow_screen() -> None:
    spec = band_bars("By placement", [group(100, [100, 0, 0, 0, 0, 0])], is_narrow=True)
    axis = spec["layer"][0]["encoding"]["y"]["axis"]  # type: ignore[index]
    assert axis["labelExpr"] == '({"Children\'s home": ["Children\'s home"]})[datum.label]'
    long = Group("x", "Children's home or secure home", HIDDEN, {})
    wide, narrow = (str(band_bars("x", [long], is_narrow=it)) for it in (False, True))
    assert "labelExpr" not in wide
    assert '["Children\'s home or", "secure home"]' in narrow.replace("\\'", "'")


def test_the_legend_names_every_colour() -> None:
    assert all(colour in band_legend() for colour in COLOURS.values())


def test_a_click_gives_the_fields_of_what_was_clicked() -> None:
    spec = clickable(band_bars("By placement", [group(100, [100, 0, 0, 0, 0, 0])]), ["code", "band"])
    (select,) = spec["params"]  # type: ignore[misc]
    assert select["name"] == PICK
    assert select["select"]["fields"] == ["code", "band"]
    assert select["views"] == [spec["layer"][0]["name"]]  # type: ignore[index]
    assert picked_row({"selection": {PICK: [{"code": "home", "band": "0to5"}]}}) == {
        "code": "home",
        "band": "0to5",
    }


@pytest.mark.parametrize("state", [None, {}, {"selection": {}}, {"selection": {PICK: []}}])
def test_no_click_is_nothing(state: dict[str, object] | None) -> None:
    assert picked_row(state) == {}


def test_steps_of_miles_stand_on_each_other_and_may_go_back() -> None:
    spec = waterfall("Mean miles", [("Home", 2.0), ("Void", 9.0), ("Choice", -3.0)], "Actual")
    found = segments(spec)
    assert [(one["start"], one["end"], one["shown"]) for one in found] == [
        (0, 2, "2"), (2, 11, "+9"), (11, 8, "-3"), (0, 8, "8"),
    ]  # fmt: skip
    assert spec["description"] == "Mean miles: Home 2 miles; Void +9 miles; Choice -3 miles; Actual 8 miles."


def test_the_tinted_table_keeps_numbers_to_sort_and_marks_what_is_hidden() -> None:
    cells = {
        ("A", "A"): Figure(50.0),
        ("A", "B"): HIDDEN,
        ("B", "A"): Figure(120.0),
        ("B", "B"): Figure(10.0),
    }
    styled = heat_table(["A", "B"], ["A", "B"], cells, ["A", "B"])
    assert styled.data["A"].tolist() == [50.0, 120.0]
    html = styled.to_html()
    assert "[c]" in html
    assert "120" in html
    assert "nan" not in html


def test_long_names_get_room() -> None:
    spec = with_long_labels(band_bars("x", []))
    assert spec["config"]["axis"]["labelLimit"] > 400  # type: ignore[index]
