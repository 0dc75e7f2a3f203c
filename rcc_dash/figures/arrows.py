"""What is the outline of a curved arrow that is wide where a journey starts and thin where it ends?"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from rcc_dash.figures.view import Floats

_BEND: Final = 0.16
"""How far the middle bows aside, as a share of the length: there and back stay apart."""
_NECK: Final = 0.35
"""Width where the head begins, as a share of the width at the start."""
_HEAD_WIDTH: Final = 1.15
_HEAD_LENGTH: Final = 1.5
_LEAST_HEAD: Final = 8.0
_STEPS: Final = 11
_FINE: Final = 65


@dataclass(frozen=True, slots=True)
class Gaps:
    """Pixels kept free at the start and at the tip, so that arrows do not cover circles and names."""

    start: float
    end: float


def arrow(start: Floats, end: Floats, width: float, gaps: Gaps) -> Floats:
    """Give the closed outline, in the pixels of `start` and `end`, of one tapered arrow.

    Rows run from the start along the left side to the tip and back along the right.
    Where the two places are too near for the gaps, the gaps give way.
    """
    line = _curve(start, end)
    along = np.concatenate(([0.0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))))
    first, tip = _span(float(along[-1]), gaps)
    head = min(max(width * _HEAD_LENGTH, _LEAST_HEAD), (tip - first) * 0.6)
    middle, sideways = _points(line, along, np.linspace(first, tip - head, _STEPS))
    half = np.linspace(width / 2, max(width * _NECK / 2, 0.6), _STEPS)[:, np.newaxis]
    wing = max(width * _HEAD_WIDTH, _LEAST_HEAD) / 2
    point, _ = _points(line, along, np.array([tip]))
    left = np.vstack((middle + sideways * half, middle[-1:] + sideways[-1:] * wing))
    right = np.vstack((middle - sideways * half, middle[-1:] - sideways[-1:] * wing))
    return np.vstack((left, point, right[::-1], left[:1]))


def _curve(start: Floats, end: Floats) -> Floats:
    chord = end - start
    control = (start + end) / 2 + _BEND * np.array([chord[1], -chord[0]])
    t = np.linspace(0, 1, _FINE)[:, np.newaxis]
    bowed: Floats = (1 - t) ** 2 * start + 2 * t * (1 - t) * control + t**2 * end
    return bowed


def _span(length: float, gaps: Gaps) -> tuple[float, float]:
    free = length - gaps.start - gaps.end
    if free >= 2 * _LEAST_HEAD:
        return gaps.start, length - gaps.end
    needed = min(2 * _LEAST_HEAD, length)
    first = (length - needed) * gaps.start / max(gaps.start + gaps.end, 1e-9)
    return first, first + needed


def _points(line: Floats, along: Floats, at: Floats) -> tuple[Floats, Floats]:
    """Give the points at these distances along a line, and the unit vectors to their left."""
    here = np.column_stack([np.interp(at, along, line[:, axis]) for axis in (0, 1)])
    slope = np.gradient(line, along, axis=0)
    ahead = np.column_stack([np.interp(at, along, slope[:, axis]) for axis in (0, 1)])
    ahead /= np.maximum(np.hypot(*ahead.T), 1e-9)[:, np.newaxis]
    return here, np.column_stack((ahead[:, 1], -ahead[:, 0]))
