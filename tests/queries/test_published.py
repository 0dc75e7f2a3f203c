"""What DfE published, worked by hand: which table answers, both neighbours' figures, ranks, gaps."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pandas as pd
import pytest

from rcc_dash.domain.measures import Polarity
from rcc_dash.domain.published import NeighbourValues, Rank, Wanted
from rcc_dash.domain.published_values import State
from rcc_dash.queries.published import latest_published, published, published_loaded, published_over_time
from rcc_dash.queries.reader import Reader

BOLTON, BURY, MANCHESTER, OLDHAM = (f"E0800000{n}" for n in range(1, 5))
WIGAN = "E08000010"
ENGLAND, NORTH_WEST, CUMBRIA = "E92000001", "E12000002", "E10000006"
DAY, BEFORE = date(2025, 3, 31), date(2024, 3, 31)
FAR = Wanted("cla_31_march_by_distance_percent", "Placed more than 20 miles from home")
OUTSIDE = Wanted("cla_31_march_by_locality_percent", "Placed outside the local authority boundary")
LEVELS = {ENGLAND: "country", NORTH_WEST: "region", CUMBRIA: "former_la"}
FIGURE = {
    "source": "published_groups", "dataset": "cla_groups", "release": 2025, "period_end": DAY,
    "measure": FAR.measure, "category": FAR.category, "category_2": None, "value_state": "known",
    "mark": None, "unit": "share_pct", "rounding": 1.0, "sha256": "a", "is_current": True,
}  # fmt: skip
Readers = Callable[..., Reader]


@pytest.fixture
def add(hand_made: Any) -> Callable[..., None]:  # noqa: ANN401 the fixture's own class cannot be imported
    """Add figures by area: a number, or the letter that DfE has in its place."""
    states = {"c": "suppressed", "z": "not_applicable", "k": "low", "-": "not_told"}

    def rows(values: dict[str, float | str], **differ: object) -> None:
        found = [
            FIGURE
            | {"area_code": code, "area_level": LEVELS.get(code, "la")}
            | (
                {"value": None, "value_state": states[v], "mark": v}
                if isinstance(v, str)
                else {"value": float(v)}
            )
            | differ
            for code, v in values.items()
        ]
        hand_made.add("published_figure", pd.DataFrame(found))

    return rows


@pytest.fixture
def like(hand_made: Any) -> Callable[[str, str, list[str]], None]:  # noqa: ANN401 as above
    """Say whom an LA is like, by a model of a year."""

    def rows(model: str, code: str, others: list[str]) -> None:
        found = [
            {"model": model, "la_code": code, "rank": n, "neighbour_la_code": other}
            for n, other in enumerate(others, start=1)
        ]
        hand_made.add("neighbour", pd.DataFrame(found))

    return rows


def test_an_la_stands_beside_england_its_region_and_both_neighbours_figures(
    reader: Readers, add: Callable[..., None], like: Callable[..., None]
) -> None:
    add({ENGLAND: 22, NORTH_WEST: 14, BOLTON: 8, BURY: 10, MANCHESTER: 15, OLDHAM: "c"})
    like("2024", BOLTON, [OLDHAM])
    like("2025", BOLTON, [BURY, MANCHESTER, OLDHAM])
    found = published(reader(), FAR, [BOLTON, OLDHAM], DAY)
    assert found.england is not None
    assert (found.england.value, found.unit, found.wanted.polarity) == (22, "share_pct", Polarity.LOW_IS_GOOD)
    assert [source.words for source in found.sources] == [
        "DfE: Children looked after at 31 March, by group, 2025 release",
        "DfE: Statistical neighbours, 2025 release",
    ]
    bolton = found.by_la[BOLTON]
    assert (bolton.own.value, bolton.region_name, bolton.region.value) == (8, "North West", 14)  # type: ignore[union-attr]
    assert bolton.neighbours == NeighbourValues(12.5, 12.5, 2, 3, "2025", (BURY, MANCHESTER, OLDHAM))
    assert bolton.rank == Rank(1, 3, is_best_first=True)
    oldham = found.by_la[OLDHAM]
    assert oldham.own is not None
    assert (oldham.own.value, oldham.own.state, oldham.own.mark) == (None, State.SUPPRESSED, "[c]")
    assert (oldham.rank, oldham.neighbours) == (None, None)


def test_mean_and_median_of_neighbours_differ_and_both_are_given(
    reader: Readers, add: Callable[..., None], like: Callable[..., None]
) -> None:
    add({BURY: 10, MANCHESTER: 12, OLDHAM: 50, WIGAN: "c"})
    like("2025", BOLTON, [BURY, MANCHESTER, OLDHAM, WIGAN])
    peers = published(reader(), FAR, [BOLTON], DAY).by_la[BOLTON].neighbours
    assert peers is not None
    assert (peers.mean, peers.median, peers.used, peers.of) == (24, 12, 3, 4)


def test_equal_figures_share_the_better_place_and_former_las_and_regions_have_none(
    reader: Readers, add: Callable[..., None]
) -> None:
    add({ENGLAND: 1, NORTH_WEST: 2, CUMBRIA: 3, BOLTON: 20, BURY: 10, MANCHESTER: 10, OLDHAM: 30})
    ranks = {
        code: one.rank
        for code, one in published(reader(), FAR, [BOLTON, BURY, MANCHESTER, OLDHAM], DAY).by_la.items()
    }
    assert {code: (rank.place, rank.of) for code, rank in ranks.items() if rank} == {
        BURY: (1, 4),
        MANCHESTER: (1, 4),
        BOLTON: (3, 4),
        OLDHAM: (4, 4),
    }


def test_dfes_own_table_answers_before_the_interactive_tool_and_the_tool_where_it_is_alone(
    reader: Readers, add: Callable[..., None]
) -> None:
    add({BOLTON: 7, BURY: 9}, dataset="lait", source="published_lait")
    add({BOLTON: "c"})
    found = published(reader(), FAR, [BOLTON, BURY], DAY).by_la
    assert found[BOLTON].own.mark == "[c]"  # type: ignore[union-attr]
    assert found[BURY].own.cited.title == "Local Authority Interactive Tool"  # type: ignore[union-attr]


def test_an_older_release_does_not_answer_for_a_year_that_a_later_one_tells(
    reader: Readers, add: Callable[..., None]
) -> None:
    add({BOLTON: 9}, period_end=BEFORE, release=2024, is_current=False)
    add({BOLTON: 8}, period_end=BEFORE)
    add({BOLTON: "z"})
    (line,) = published_over_time(reader(), FAR, [BOLTON]).values()
    by_year = {one.as_of.year: one.value for one in line if one.cited.is_loaded}
    assert by_year == {2024: 8, 2025: None}


def test_a_loaded_model_answers_before_the_one_that_the_app_brings(
    reader: Readers, like: Callable[..., None]
) -> None:
    like("2026", BOLTON, [BURY, OLDHAM])
    found = published(reader(), FAR, [BOLTON], DAY)
    peers = found.by_la[BOLTON].neighbours
    assert peers is not None
    assert (peers.model, peers.la_codes) == ("2026", (BURY, OLDHAM))
    assert [one.is_loaded for one in found.sources] == [False, True]


def test_what_was_never_published_is_null_and_other_days_have_nothing(reader: Readers) -> None:
    assert published(reader(), Wanted("no_such_measure"), [BOLTON], DAY).by_la[BOLTON].own is None
    assert published(reader(), OUTSIDE, [BOLTON], date(2025, 6, 30)).by_la[BOLTON].own is None
    assert latest_published(reader(), Wanted("no_such_measure"), DAY) is None
    assert latest_published(reader(), OUTSIDE, date(2024, 12, 1)) == BEFORE


def test_the_data_page_learns_what_is_loaded_and_what_has_no_number(
    reader: Readers, add: Callable[..., None]
) -> None:
    add({BOLTON: 8, BURY: "c", MANCHESTER: "k", OLDHAM: "z", ENGLAND: 22})
    add({BOLTON: 9}, period_end=BEFORE, release=2024, is_current=False)
    found = published_loaded(reader()).set_index("release")
    assert found.loc[2025, ["las", "figures", "suppressed", "low", "without_number"]].tolist() == [
        4,
        5,
        1,
        1,
        1,
    ]
    assert found.loc[2024, ["figures", "replaced"]].tolist() == [1, 1]
    assert set(found["source_title"]) == {"DfE: children looked after at 31 March, by group"}
