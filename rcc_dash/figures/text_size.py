"""How many pixels does a piece of text take in the map's typeface? An estimate, on the wide side."""

from typing import Final

_NARROW: Final = frozenset("iIjl.,:;'|!ft()[] -r")
_WIDE: Final = frozenset("mwMW@%")
_LINE_HEIGHT: Final = 1.15


def text_width(text: str, size: float) -> float:
    """Give the width in pixels of the longest line of bold Arial-like text of a size in pixels."""
    return max(sum(_share(letter) for letter in line) for line in text.split("\n")) * size


def text_height(text: str, size: float) -> float:
    """Give the height in pixels of all lines."""
    return (text.count("\n") + 1) * size * _LINE_HEIGHT


def _share(letter: str) -> float:
    if letter in _NARROW:
        return 0.34
    if letter in _WIDE:
        return 0.92
    return 0.72 if letter.isupper() else 0.58
