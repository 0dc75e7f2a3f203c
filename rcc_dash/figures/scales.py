"""Into which of at most five classes does a value fall, and how is each class said in words?"""

import math
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from rcc_dash.figures.numbers import own_decimals, shown_number

CLASSES: Final = 5
CHILDREN_BREAKS: Final = (10, 25, 50, 100)
CHILDREN_LABELS: Final = ("24 or fewer", "25 to 49", "50 to 99", "100 or more")
"""Origins and flows of children are only ever shown in these classes (design/disclosure.md 1.2)."""

_SKEWED: Final = 3.0
"""Above this ratio of largest to middle value, equal steps would put nearly all areas in one class."""
_STEPS: Final = (1, 2, 2.5, 5, 10)


@dataclass(frozen=True, slots=True)
class Scale:
    """Classes from low to high: `lower` edges (the first is open below), and a label in words for each."""

    lower: tuple[float, ...]
    labels: tuple[str, ...]
    decimals: int

    def class_of(self, value: float) -> int:
        """Say which class, counted from 0, a value falls into, as it is written (after rounding)."""
        return max(bisect_right(self.lower, round(value, self.decimals)) - 1, 0)

    @property
    def tones(self) -> tuple[int, ...]:
        """Say which of the five tones each class takes, spread so that few classes stay distinct."""
        count = len(self.lower)
        return (2,) if count == 1 else tuple(round(i * (CLASSES - 1) / (count - 1)) for i in range(count))


def area_scale(values: Sequence[float], unit: str) -> Scale:
    """Class values for shading: round edges in equal steps, or quantiles where few values tower.

    Nulls must be left out. No value at all gives a scale without classes.
    """
    decimals = own_decimals(unit)
    known = sorted(round(v, decimals) for v in values)
    if not known:
        return Scale((), (), decimals)
    middle = known[len(known) // 2]
    skewed = known[0] >= 0 and known[-1] > _SKEWED * max(middle, 1)
    edges = _quantile_edges(known) if skewed else _equal_edges(known[0], known[-1], decimals)
    return Scale(edges, _labels(edges, known[-1], unit, decimals), decimals)


def children_class(children: float) -> int:
    """Say which class of `CHILDREN_LABELS`, counted from 0, a shown number of children falls into."""
    return max(bisect_right(CHILDREN_BREAKS, children) - 1, 0)


def nice_step(span: float) -> float:
    """Give the smallest round step (1, 2, 2.5 or 5 times a power of ten) that is at least `span`."""
    power = 10.0 ** math.floor(math.log10(span))
    return next((s * power for s in _STEPS if s * power >= span * (1 - 1e-9)), 10 * power)


def _equal_edges(low: float, high: float, decimals: int) -> tuple[float, ...]:
    least = 10.0**-decimals
    step = nice_step(max((high - low) / CLASSES, least))
    while _count(low, high, step) > CLASSES or not _is_whole(step / least):
        step = nice_step(step * 1.01)
    first = math.floor(low / step + 1e-9)
    return tuple(round((first + i) * step, 6) for i in range(_count(low, high, step)))


def _count(low: float, high: float, step: float) -> int:
    return math.floor(high / step + 1e-9) - math.floor(low / step + 1e-9) + 1


def _is_whole(number: float) -> bool:
    return abs(number - round(number)) < 1e-6  # noqa: PLR2004  a float's whole-number test


def _quantile_edges(known: Sequence[float]) -> tuple[float, ...]:
    cuts = [known[i * len(known) // CLASSES] for i in range(1, CLASSES)]
    round_cuts = (_to_one_figure(cut) for cut in cuts)
    return tuple(sorted({0.0, *(cut for cut in round_cuts if 0 < cut <= known[-1])}))


def _to_one_figure(value: float) -> float:
    if value <= 0:
        return 0.0
    half = 10.0 ** math.floor(math.log10(value)) / 2
    return max(round(value / half), 1) * half if half >= 1 else float(max(round(value), 1))


def _labels(edges: Sequence[float], highest: float, unit: str, decimals: int) -> tuple[str, ...]:
    gap = 10.0**-decimals
    tops = [*(edge - gap for edge in edges[1:]), None]
    return tuple(_label(low, top, highest, unit) for low, top in zip(edges, tops, strict=True))


def _label(low: float, top: float | None, highest: float, unit: str) -> str:
    if top is None:
        return f"{_bare(low, unit)} or more" if highest > low else _bare(low, unit)
    return _bare(low, unit) if math.isclose(low, top) else f"{_number(low, unit)} to {_bare(top, unit)}"


def _bare(value: float, unit: str) -> str:
    return shown_number(value, unit)


def _number(value: float, unit: str) -> str:
    return shown_number(value, unit).removesuffix("%").removesuffix(" a week").removesuffix(" miles")
