"""How is a line of places written in few letters? Google's encoded polyline, to four decimals of a degree.

Steps from point to point in letters from `?` on: https://developers.google.com/maps/documentation/utilities/polylinealgorithm
"""

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np

_PER_DEGREE: Final = 10_000
_FIRST: Final = 63
_BITS: Final = 5
_MORE: Final = 1 << _BITS


def polyline(points: Sequence[Sequence[float]]) -> str:
    """Write pairs of longitude and latitude; `ui/region_canvas/reading.js` reads them again."""
    whole = np.rint(np.array(points) * _PER_DEGREE).astype(int)
    steps: list[int] = np.diff(whole, axis=0, prepend=[[0, 0]]).ravel().tolist()
    return "".join(letter for step in steps for letter in _letters(step))


def _letters(step: int) -> Iterator[str]:
    rest = ~(step << 1) if step < 0 else step << 1
    while rest >= _MORE:
        yield chr((_MORE | (rest & (_MORE - 1))) + _FIRST)
        rest >>= _BITS
    yield chr(rest + _FIRST)
