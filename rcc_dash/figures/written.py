"""How is a figure written, with its mark where it has no number?"""

from rcc_dash.domain.disclosure import MARKS
from rcc_dash.domain.headline import Figure
from rcc_dash.domain.measures import Unit
from rcc_dash.figures.numbers import shown_number


def written(figure: Figure, unit: Unit) -> str:
    """Write a figure with its unit's sign; its mark, or "not known"."""
    if figure.value is None:
        return figure.mark or "not known"
    return shown_number(figure.value, unit.value, 0)


def mark_meaning(figure: Figure) -> str:
    """Say in words what a mark means; blank for a number."""
    return MARKS.get(figure.mark, "not known") if figure.value is None else ""
