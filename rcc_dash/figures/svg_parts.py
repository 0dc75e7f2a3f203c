"""How are text, boxes and hatching written as SVG that prints alike everywhere?"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from rcc_dash.figures.palette import HIDDEN, INK, QUIET
from rcc_dash.figures.text_size import text_width

FONT: Final = "Arial, Helvetica, 'Liberation Sans', sans-serif"
HATCH_FILL: Final = "url(#take-hatch)"
STRIPED_FILL: Final = "url(#take-stripes)"
LINES_FILL: Final = "url(#take-lines)"
_TURNED: Final = 'patternUnits="userSpaceOnUse" patternTransform="rotate(45)"'


def _pattern(name: str, size: int, ground: str, line: str) -> str:
    under = f'<rect width="{size}" height="{size}" fill="{ground}"/>' if ground else ""
    over = f'<path d="M0 0V{size}" {line}/>'
    return f'<pattern id="{name}" width="{size}" height="{size}" {_TURNED}>{under}{over}</pattern>'


_HATCH: Final = f'stroke="{QUIET}" stroke-width="2.4"'
_THIN: Final = f'{_HATCH} stroke-opacity="0.6"'
_STRIPE: Final = 'stroke="#93a5b1" stroke-width="4"'
PATTERNS: Final = (
    f"<defs>{_pattern('take-hatch', 7, HIDDEN, _HATCH)}"
    f"{_pattern('take-stripes', 6, '#ffffff', _STRIPE)}{_pattern('take-lines', 7, '', _THIN)}</defs>"
)
"""Hidden (lines on grey), estimated (stripes on white), and lines over what lies below."""

_LEADING: Final = 1.35
_REGULAR: Final = 0.9
"""Plain letters are narrower than the bold ones that `text_size` measures."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a picture: its SVG, drawn from its own upper left corner, and its size in pixels."""

    svg: str
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Type:
    """How text is set: size in pixels, colour, and whether bold."""

    size: float = 13
    colour: str = INK
    is_bold: bool = False


def at(piece: Piece, x: float, y: float) -> str:
    """Put a piece somewhere."""
    return f'<g transform="translate({x:.1f} {y:.1f})">{piece.svg}</g>'


def scaled(piece: Piece, width: float) -> Piece:
    """Shrink a piece to a width; one that is narrower stays as it is."""
    if piece.width <= width:
        return piece
    by = width / piece.width
    return Piece(f'<g transform="scale({by:.4f})">{piece.svg}</g>', width, piece.height * by)


def stacked(pieces: Sequence[Piece], gap: float) -> Piece:
    """Put pieces under one another, leaving out what has no height."""
    drawn, y = [], 0.0
    for piece in pieces:
        if piece.height:
            drawn.append(at(piece, 0, y))
            y += piece.height + gap
    return Piece("".join(drawn), max((p.width for p in pieces), default=0), max(y - gap, 0.0))


def paragraph(text: str, width: float, how: Type, anchor: str = "start") -> Piece:
    """Set text in lines of a width, from its left; or with the anchor `end` up to its right."""
    lines = wrapped(text, width, how)
    step = how.size * _LEADING
    x = width if anchor == "end" else 0
    drawn = "".join(line_of_text(line, x, how.size + n * step, how, anchor) for n, line in enumerate(lines))
    return Piece(drawn, width, len(lines) * step)


def line_of_text(text: str, x: float, y: float, how: Type, anchor: str = "start") -> str:
    """Write one line of text with its foot at y."""
    weight = ' font-weight="700"' if how.is_bold else ""
    place = f' text-anchor="{anchor}"' if anchor != "start" else ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{how.size:g}" fill="{how.colour}"{weight}{place}>'
        f"{escape(text)}</text>"
    )


def wrapped(text: str, width: float, how: Type) -> list[str]:
    """Part text into lines that fit; a word that is longer than a line is cut into several."""
    lines: list[str] = []
    for word in (part for one in text.split() for part in _cut(one, width, how)):
        longer = f"{lines[-1]} {word}" if lines else ""
        if longer and width_of(longer, how) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def width_of(text: str, how: Type) -> float:
    """Give about how wide text is, in pixels."""
    return text_width(text, how.size) * (1.0 if how.is_bold else _REGULAR) if text else 0.0


def _cut(word: str, width: float, how: Type) -> list[str]:
    most = max(int(width / (how.size * 0.6)), 8)
    whole = width_of(word, how) <= width
    return [word] if whole else [word[start : start + most] for start in range(0, len(word), most)]


def document(piece: Piece, size: tuple[str, str], box: tuple[float, float]) -> str:
    """Write a whole SVG file on white, of a size on paper or screen and a box of pixels."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
        f' width="{size[0]}" height="{size[1]}" viewBox="0 0 {box[0]:g} {box[1]:g}" font-family="{FONT}">'
        f'{PATTERNS}<rect width="100%" height="100%" fill="#ffffff"/>{piece.svg}</svg>'
    )
