"""Bars of states, ranges and sentences on voids: to scale, in full, and never more than is known."""

import re
from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcc_dash.domain.headline import Figure
from rcc_dash.figures.range_bars import RangeRow, range_bars, range_key
from rcc_dash.figures.take_away_pictures import converter
from rcc_dash.figures.void_bars import STATES, Bar, bars_html
from rcc_dash.figures.void_sentences import (
    Beds,
    Near,
    Subject,
    how_shared,
    pounds,
    what_it_costs,
    where_empty,
    who_could,
)
from rcc_dash.models.block import block
from rcc_dash.models.void_range import Band, Likely

HERE = Subject("Northshire", date(2025, 3, 31), "about ")
LIKELY = Likely(Band(9, 10, 11), Band(9, 10, 11), Band(70, 75, 80))


def test_a_bar_has_every_state_once_as_wide_as_its_share_and_escapes_names() -> None:
    bar = Bar("<b>Bury</b>", "5 places", dict.fromkeys(STATES, 1.0))
    html = bars_html("Places", [bar, Bar("Empty", "", dict.fromkeys(STATES, 0.0))])
    assert html.count("width:16.67%") == len(STATES)
    assert "<b>Bury" not in html
    assert ">Empty<" not in html
    for words, _ in STATES.values():
        assert words in html


@given(st.lists(st.floats(0, 1e6), min_size=1, max_size=6))
def test_ranges_are_written_for_those_who_do_not_see_them(values: list[float]) -> None:
    rows = [
        RangeRow(f"row {n}", (0, v), (0, v / 2), v if n % 2 else None, f"{v:.0f}")
        for n, v in enumerate(values)
    ]
    spec = range_bars("Empty places", "places", rows)
    assert all(f"{row.name} {row.said}" in str(spec["description"]) for row in rows)


@pytest.mark.parametrize("most", [4.0, 400.0, 40_000.0])
def test_the_scale_of_ranges_is_written_in_whole_figures(most: float) -> None:
    spec = {**range_bars("Empty", "places", [RangeRow("2025", (0, most), None, None, "-")]), "width": 480}
    ticks = re.findall(r">(\d[^<]*)</text>", converter().vegalite_to_svg(spec))
    assert {"0", f"{most:,.0f}"} <= set(ticks)
    assert not any("e" in tick for tick in ticks)


def test_a_chart_without_ranges_has_no_empty_layer() -> None:
    spec = range_bars("Empty", "places", [RangeRow("2025", None, None, 4.0, "4")])
    layers = spec["layer"]
    assert isinstance(layers, list)
    assert len(layers) == 2
    assert "Likely" in range_key("Possible", "Likely", "")


@pytest.mark.parametrize(
    ("void", "share", "words"),
    [
        (
            Figure(4.0),
            40.0,
            "homes with 40% of the 100 registered places in Northshire told of about 4 empty and ready",
        ),
        (Figure(None, "[x]"), 0.0, "no vacancy return is recent enough"),
        (Figure(None, "[c]"), 5.0, "too few homes returned to show"),
        (Figure(None, "[low]"), 5.0, "homes told of fewer empty places than can be shown"),
    ],
)
def test_what_is_known_and_what_is_likely_are_told_apart(void: Figure, share: float, words: str) -> None:
    said = where_empty(HERE, Beds(100, share, void, 40, LIKELY))
    assert words in said
    assert "about 9 to 11" in said
    assert "40 at the most" in said


def test_where_every_home_told_nothing_is_guessed() -> None:
    said = where_empty(HERE, Beds(13, 100.0, Figure(5.0), 5, LIKELY))
    assert said == (
        "On 31 March 2025 all homes, with 13 registered places in Northshire, told of about 5 empty and"
        " ready."
    )


def test_an_area_without_a_home_says_so() -> None:
    assert "had no children's home" in where_empty(HERE, Beds(0, 0.0, Figure(None), 0, None))


def test_a_cost_needs_a_void_and_a_price() -> None:
    assert "no empty place is known" in what_it_costs(HERE, Figure(None, "[c]"), None, None)
    assert "1 bed-week each week; no cost is loaded" in what_it_costs(HERE, Figure(1.0), None, None)
    said = what_it_costs(HERE, Figure(4.0), 28_000, Band(60_000, 70_000, 80_000))
    assert "4 bed-weeks each week: £28,000" in said
    assert "likely £60,000 to £80,000" in said


def test_children_who_could_be_placed_are_said_with_what_hides_them() -> None:
    counts = {"asked": Figure(210.0), "pooled": Figure(65.0), "in_own": Figure(30.0)}
    near, hidden = Near(20, "", 80), Figure(None, "[c]")
    said = who_could(HERE, counts, (Figure(40.0), Figure(120.0)), near)
    assert (
        "about 210 children of Northshire lived over 20 miles from home in homes or schools, not by" in said
    )
    assert "About 65 (40 to 120) could have been placed within 20 miles at the same time, about 30 of" in said
    assert "About 65 (up to 120) could" in who_could(HERE, counts, (hidden, Figure(120.0)), near)
    assert "About 65 could" in who_could(HERE, counts, (Figure(65.0), Figure(65.0)), near)
    few = who_could(HERE, {**counts, "pooled": hidden}, (hidden, Figure(20.0)), near)
    assert "too few of them to show could have had an empty place nearer than that, and about 20 at" in few
    recent = who_could(HERE, counts, (hidden, hidden), Near(10, ", and had moved in", 80))
    assert "in homes or schools, not by choice, and had moved in." in recent
    assert "no vacancy return tells" in who_could(HERE, counts, (hidden, hidden), Near(20, "", 0))
    assert "too few children" in who_could(HERE, {**counts, "asked": hidden}, (hidden, hidden), near)


def test_a_block_is_said_with_its_empty_weeks() -> None:
    said = how_shared(HERE, "deprived of liberty", 6, 3, block(np.array([1.0, 1.0, 2.0]), 6, 7_500, 3, 1))
    assert said.startswith(
        "6 beds shared by 3 local authorities of Northshire for children deprived of liberty"
    )
    assert "about 59% full and serve about 88%" in said


def test_nearly_all_is_not_all_and_one_week_is_one() -> None:
    full = how_shared(HERE, "in homes", 5, 2, block(np.array([800.0, 800.0]), 5, 7_500, 3, 1))
    assert "over 99% full and serve under 1% of those who need one; less than a bed-week a year" in full
    half = block(np.array([800.0, 800.0]), 5, 7_500, 3, 1)
    for low, high, words in ((0.6, 1.4, "about 1 bed-week a year"), (1.6, 4.4, "2 to 4 bed-weeks a year")):
        assert words in how_shared(HERE, "in homes", 5, 2, replace(half, void_range=(low, high)))


@pytest.mark.parametrize(
    ("amount", "said"), [(1_234_567, "£1.2m"), (123_456, "£123,000"), (7_249, "£7,250"), (0, "£0")]
)
def test_pounds_are_short(amount: float, said: str) -> None:
    assert pounds(amount) == said
