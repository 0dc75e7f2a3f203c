from itertools import pairwise

import pytest

from rcc_dash.figures.labels import Box
from rcc_dash.figures.legend import Group, Item, Legend, Mark, legend_html
from rcc_dash.figures.legend_box import legend_box
from rcc_dash.figures.palette import (
    AREA_CLASSES,
    FAR,
    HIDDEN,
    INK,
    NEAR,
    ORIGIN_CLASSES,
    QUIET,
    SECTORS,
    colour,
)
from rcc_dash.figures.view import View

VIEW = View(0, 52, 8, 800, 600)


def luminance(tone: str) -> float:
    parts = [part / 255 for part in colour(tone)[:3]]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("mark", list(Mark))
def test_every_mark_has_a_sample_without_script_or_svg(mark: Mark) -> None:
    html = legend_html(Legend((Group("T", (Item(mark, "#1d70b8", "words", 9.0),)),)))
    assert html.count("<span style=") == 2
    assert "<svg" not in html
    assert "<script" not in html


def test_words_are_escaped_and_empty_groups_left_out() -> None:
    html = legend_html(Legend((Group("<b>T", (Item(Mark.FILL, "#fff", "5 & more"),)), Group("Empty", ()))))
    assert "&lt;b&gt;T" in html
    assert "5 &amp; more" in html
    assert "Empty" not in html


def test_the_legend_keeps_its_corner_free_of_names() -> None:
    short = Legend((Group("T", (Item(Mark.FILL, "#fff", "a"),)),))
    tall = Legend((Group("T", tuple(Item(Mark.FILL, "#fff", "a") for _ in range(9))),))
    assert legend_box(short, 0, VIEW) == Box(0, 600, 0, 600)
    assert legend_box(tall, 220, VIEW).top < legend_box(short, 220, VIEW).top < 600


def test_classes_run_from_light_to_dark() -> None:
    for classes in (AREA_CLASSES, ORIGIN_CLASSES):
        assert all(luminance(light) > luminance(dark) for light, dark in pairwise(classes))


def test_marks_stand_out_from_paper_and_text_is_legible() -> None:
    assert contrast(INK, "#ffffff") > 4.5
    assert contrast(QUIET, "#ffffff") > 4.5
    assert contrast(QUIET, HIDDEN) > 3
    for tone in (NEAR, FAR, *SECTORS.values()):
        assert contrast(tone, "#ffffff") >= 3
