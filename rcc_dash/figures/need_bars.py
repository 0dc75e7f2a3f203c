"""How are rare needs drawn: where children live, in how many LAs they are, and what they cost a week?"""

from collections.abc import Mapping, Sequence
from typing import Final

from rcc_dash.domain.headline import Figure
from rcc_dash.domain.rare import BEYOND, OWN, PLACES, REGION, UNKNOWN
from rcc_dash.figures.palette import FAR, QUIET
from rcc_dash.figures.range_bars import RangeRow
from rcc_dash.figures.void_bars import Bar, Scheme

MOST_HIDDEN: Final = 11
"""A hidden count is of nobody, or of up to 11 children: 10 and 11 may round down."""
LIVES: Final = Scheme(
    {
        OWN: (PLACES[OWN], "background:#1d70b8"),
        REGION: (PLACES[REGION], "background:#cfe2f3"),
        BEYOND: (PLACES[BEYOND], f"background:{FAR}"),
        UNKNOWN: (PLACES[UNKNOWN], f"background:#ffffff;border:1px dashed {QUIET}"),
    },
    "children",
    light_on=frozenset({OWN, BEYOND}),
)
"""Blue is at home or near, vermilion away, as on every page."""


def lives_bar(name: str, said: str, lives: Mapping[str, Figure]) -> Bar:
    """Part a group by where its children live; what is hidden is left out, so that no remainder is told."""
    return Bar(name, said, {code: figure.value or 0.0 for code, figure in lives.items()})


def count_rows(areas: Sequence[tuple[str, Figure, float | None]]) -> list[RangeRow]:
    """Draw each area's count as a dot; a hidden one as the range it can lie in, with what is expected."""
    known = sorted(areas, key=lambda area: (-(area[1].value or -1.0), -(area[2] or 0.0), area[0]))
    return [_count_row(*area) for area in known]


def _count_row(name: str, children: Figure, expected: float | None) -> RangeRow:
    if children.value is not None:
        return RangeRow(name, None, None, children.value, f"{children.value:,.0f}")
    guess = f", about {expected:,.0f} expected" if expected is not None else ""
    is_hidden = children.mark == "[c]"
    wide = (0.0, float(MOST_HIDDEN)) if is_hidden else None
    return RangeRow(name, wide, None, None, f"{children.mark or 'not known'}{guess}")


def cost_row(name: str, points: Mapping[str, Figure], mean: Figure) -> RangeRow:
    """Draw the quarter points of weekly costs as a bar, the middle as a dot, and say the mean."""
    low, middle, high = (points[point].value for point in ("lower", "median", "upper"))
    span = (low, high) if low is not None and high is not None else None
    said = f"mean £{mean.value:,.0f}" if mean.value is not None else mean.mark
    return RangeRow(name, None, span, middle, said)
