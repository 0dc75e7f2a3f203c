"""How is a difference between two figures said, in the figure's own unit?"""

from typing import Final

from rcc_dash.domain.measures import Unit

_MEASURED: Final = frozenset({Unit.SHARE_PCT, Unit.PER_10000, Unit.GBP})
"""Of these there is less; of what is counted there are fewer."""


def difference_words(difference: float, unit: Unit) -> str:
    """Say by how much: "2 points more", "15 fewer"; "no difference" where it is none when written."""
    if round(difference) == 0:
        return "no difference"
    word = "more" if difference > 0 else "less" if unit in _MEASURED else "fewer"
    return f"{_size(abs(difference), unit)} {word}"


def _size(amount: float, unit: Unit) -> str:
    if unit is Unit.SHARE_PCT:
        return f"{amount:.0f} point{'' if round(amount) == 1 else 's'}"
    return f"{'£' if unit is Unit.GBP else ''}{amount:,.0f}"
