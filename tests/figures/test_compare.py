"""Two views side by side: the same classes, one legend, and the difference in words and in a table."""

import pytest

from rcc_dash.domain.headline import Figure
from rcc_dash.domain.measures import Unit, measures
from rcc_dash.figures.base_map import region_ground
from rcc_dash.figures.changes import difference_words
from rcc_dash.figures.compare import (
    Side,
    compare_sentence,
    difference_columns,
    difference_rows,
    joint_legend,
    two_shadings,
)
from rcc_dash.figures.legend import Mark
from rcc_dash.figures.small_map import SmallMap, small_map

BOLTON, BURY, WIGAN, READING = "E08000001", "E08000002", "E08000010", "E06000038"
NOW = Side(
    "Greater Manchester on 31 Mar 2025",
    {BOLTON: Figure(48.0), BURY: Figure(30.0), WIGAN: Figure(None, "[c]")},
    Figure(43.0),
)
BEFORE = Side(
    "Greater Manchester on 31 Mar 2024",
    {BOLTON: Figure(41.0), BURY: Figure(33.0), WIGAN: Figure(12.0)},
    Figure(41.0),
)
ELSEWHERE = Side("the South East on 31 Mar 2025", {READING: Figure(None, "[x]")}, Figure(None, "[x]"))
SHARE = measures()["outside"]


def drawn(side: int) -> SmallMap:
    return small_map(
        "", region_ground((BOLTON, BURY, WIGAN)), two_shadings(SHARE, NOW, BEFORE)[side], (400, 300)
    )


def test_both_maps_have_the_classes_of_all_their_values() -> None:
    one, other = two_shadings(SHARE, NOW, BEFORE)
    assert one.scale == other.scale
    assert one.scale
    assert [one.scale.class_of(value) for value in (12.0, 33.0, 48.0)] == [0, 2, 3]
    assert one.scale.labels == ("10 to 19%", "20 to 29%", "30 to 39%", "40% or more")


def test_one_legend_has_every_class_once_and_every_mark_of_either_map() -> None:
    legend = joint_legend(drawn(0).legend, drawn(1).legend)
    (group,) = legend.groups
    assert [item.words for item in group.items][:2] == ["40% or more", "30 to 39%"]
    assert [item.mark for item in group.items].count(Mark.HATCH) == 1
    assert len(group.items) == 5


def test_the_sentence_says_both_figures_and_where_they_differ_most() -> None:
    assert compare_sentence(SHARE, NOW, BEFORE, "about ") == (
        "Living outside their LA: 43% in Greater Manchester on 31 Mar 2025 and 41% in Greater Manchester on"
        " 31 Mar 2024: 2 points more. Furthest above: Bolton (7 points more)."
        " Furthest below: Bury (3 points less)."
    )


def test_a_hidden_figure_has_no_difference_and_says_so() -> None:
    said = compare_sentence(SHARE, NOW, ELSEWHERE, "")
    assert said.endswith(
        "[x] in the South East on 31 Mar 2025. No difference: one of the two figures is not shown."
    )
    rows = {row.name: row for row in difference_rows(SHARE, NOW, BEFORE)}
    assert rows["Wigan"].cells == {"one": "[c]", "other": "12%", "difference": ""}
    assert rows["Bury"].cells == {"one": "30%", "other": "33%", "difference": "3 points less"}
    assert rows["All areas together"].is_total


def test_other_areas_stand_in_rows_of_their_own() -> None:
    rows = difference_rows(SHARE, NOW, ELSEWHERE)
    assert [row.name for row in rows] == ["All areas together", "Bolton", "Bury", "Reading", "Wigan"]
    assert rows[1].cells == {"one": "48%", "other": "", "difference": ""}
    assert [column.heading for column in difference_columns(NOW, ELSEWHERE)] == [
        NOW.name, "The South East on 31 Mar 2025", "Difference"
    ]  # fmt: skip


def test_a_rounded_count_is_said_to_be_about_so_many() -> None:
    said = compare_sentence(
        measures()["children"], Side("A", {}, Figure(6245.0)), Side("B", {}, Figure(6300.0)), "about "
    )
    assert said == "Children looked after: about 6,245 in A and about 6,300 in B: 55 fewer."


@pytest.mark.parametrize(
    ("difference", "unit", "said"),
    [
        (1.2, Unit.SHARE_PCT, "1 point more"),
        (-0.4, Unit.SHARE_PCT, "no difference"),
        (-15, Unit.CHILDREN, "15 fewer"),
        (-1500, Unit.GBP, "£1,500 less"),
    ],
)
def test_differences_are_said_in_their_own_unit(difference: float, unit: Unit, said: str) -> None:
    assert difference_words(difference, unit) == said
