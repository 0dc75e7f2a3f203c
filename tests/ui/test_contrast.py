"""Every colour of a map, a chart or the page stands out from what it lies on, by day and in the dark.

WCAG 2.2, 1.4.3 and 1.4.11: 4.5 to 1 for letters, 3 to 1 for what carries a meaning. In the dark style.css
turns pictures over by a filter; its arithmetic is done here again (Filter Effects, 5 and 8.5).
"""

import re
import tomllib
from collections.abc import Mapping

import pytest

from rcc_dash.domain.headline import Figure
from rcc_dash.figures import palette
from rcc_dash.figures.charts import OTHERS
from rcc_dash.figures.distance_bands import COLOURS as BANDS
from rcc_dash.figures.heat import heat_table
from rcc_dash.figures.palette import ACCENT, FAR, INK, LAND, MEMBER_LINE, NEAR, NO_SHADING, QUIET, WATER
from rcc_dash.figures.pooling_curve import ALONE
from rcc_dash.figures.void_bars import STATES
from rcc_dash.settings import PROJECT

LETTERS, MARKS = 4.5, 3.0
TURNED = 0.93
HUE_TURNED = ((-0.574, 1.430, 0.144), (0.426, 0.430, 0.144), (0.426, 1.430, -0.856))
CSS = (PROJECT / "rcc_dash" / "ui" / "style.css").read_text(encoding="utf-8")
THEMES = tomllib.loads((PROJECT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]
ROOTS = re.findall(r":root(?::not\([^)]*\))? \{\s*(--page[^}]*)\}", CSS)
LIGHT, DARK = (dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", root)) for root in ROOTS)
ON_STATES = {"held": WATER, "blocked": INK, "void": INK, "known": INK, "rest": INK}

WORDS = [
    *((palette.INK, ground) for ground in (WATER, LAND, NO_SHADING, palette.HIDDEN, palette.MISSING)),
    *((QUIET, ground) for ground in (WATER, LAND)),
    *((WATER, tone) for tone in palette.SECTORS.values()),
    *((WATER if code in {"0to5", "over50"} else INK, tone) for code, tone in BANDS.items()),
    *((ink, STATES[code][1].partition("background:")[2][:7]) for code, ink in ON_STATES.items()),
]
"""Names on maps lie on a veil of the water's colour, whatever is below them."""
SIGNS = [
    *((tone, WATER) for tone in (NEAR, FAR, ACCENT, OTHERS, ALONE, QUIET, *palette.SECTORS.values())),
    *((tone, LAND) for tone in (MEMBER_LINE, QUIET, *palette.SECTORS.values())),
    *((flow, ground) for flow in (NEAR, FAR) for ground in (LAND, NO_SHADING)),
    *((tone, WATER) for tone in palette.ORIGIN_CLASSES[2:]),
]
"""On shaded areas flows have an edge of the water's colour; areas and bands have their figures in letters."""
PAGE = {
    "page": (
        "ink",
        "quiet",
        "link",
        "deep",
        "far",
        "alarm",
        "good",
        "good-ink",
        "bad",
        "part-ink",
        "tag-ink",
    ),
    "land": ("ink", "quiet"),
    "tag": ("tag-ink",),
    "far": ("page",),
    "link": ("page",),
    "deep": ("page",),
    "chosen": ("ink", "quiet"),
    "good-wash": ("good-ink",),
    "part-wash": ("part-ink",),
    "good-pale": ("ink",),
    "look-pale": ("ink",),
    "held-pale": ("ink",),
    "bad-pale": ("ink", "alarm"),
}
"""What is written on what in style.css."""


def channels(colour: str) -> list[float]:
    return [byte / 255 for byte in bytes.fromhex(colour[1:])]


def turned(colour: str) -> str:
    """Give what the filter makes of a colour: invert(0.93), then hue-rotate(180deg)."""
    over = [one * (1 - 2 * TURNED) + TURNED for one in channels(colour)]
    mixed = [sum(share * one for share, one in zip(row, over, strict=True)) for row in HUE_TURNED]
    return "#" + bytes(round(255 * min(1.0, max(0.0, one))) for one in mixed).hex()


def luminance(colour: str) -> float:
    red, green, blue = (
        one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def too_close(pairs: list[tuple[str, str]], least: float) -> dict[tuple[str, str], list[float]]:
    """Give the pairs that are too close in the light or in the dark, with both contrasts."""
    both = {pair: [contrast(*pair), contrast(turned(pair[0]), turned(pair[1]))] for pair in pairs}
    return {pair: [round(one, 2) for one in found] for pair, found in both.items() if min(found) < least}


def test_letters_on_maps_and_charts_can_be_read_in_both_themes() -> None:
    assert too_close(WORDS, LETTERS) == {}


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("own", ["", "B"])
def test_figures_in_tinted_cells_can_be_read_in_both_themes_and_larger_ones_stand_out_more(
    own: str, theme: str
) -> None:
    page, ink = THEMES[theme]["backgroundColor"], THEMES[theme]["textColor"]
    found = [
        over(page, veil)
        for children in (10, 25, 50, 100)
        for veil in tints_of(heat_table(["A"], ["B"], {("A", "B"): Figure(float(children))}, [own]).to_html())
    ]
    assert len(found) == 4
    assert [one for one in found if contrast(one, ink) < LETTERS] == []
    from_page = [contrast(one, page) for one in found]
    assert own or from_page == sorted(set(from_page))


def tints_of(html: str) -> list[str]:
    """Give the tints; letters have no colour of their own there, but that of the theme."""
    assert not re.search("[^-]color:", html)
    return re.findall(r"background-color: (#[0-9a-f]{8})", html)


def over(ground: str, veil: str) -> str:
    """Lay a veil over a ground."""
    share = int(veil[7:], 16) / 255
    both = zip(channels(veil[:7]), channels(ground), strict=True)
    return "#" + bytes(round(255 * (share * one + (1 - share) * other)) for one, other in both).hex()


def test_marks_stand_out_from_what_they_lie_on_in_both_themes() -> None:
    assert too_close(SIGNS, MARKS) == {}


@pytest.mark.parametrize("names", [LIGHT, DARK])
def test_the_page_can_be_read_in_both_themes(names: Mapping[str, str]) -> None:
    found = {
        (ink, ground): round(contrast(names[ink], names[ground]), 2)
        for ground, inks in PAGE.items()
        for ink in inks
    }
    assert {pair: one for pair, one in found.items() if one < LETTERS} == {}


def test_the_dark_page_is_the_light_one_turned_over_as_pictures_are() -> None:
    assert f"invert({TURNED}) hue-rotate(180deg)" in CSS
    assert {name: turned(colour) for name, colour in LIGHT.items()} == DARK
    named = {
        "primaryColor",
        "backgroundColor",
        "secondaryBackgroundColor",
        "textColor",
        "linkColor",
        "borderColor",
    }
    assert {name: turned(THEMES["light"][name]) for name in named} == THEMES["dark"]
