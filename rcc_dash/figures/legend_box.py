"""Which part of the map's window does the legend cover?"""

from math import ceil
from typing import Final

from rcc_dash.figures.labels import Box
from rcc_dash.figures.legend import Legend
from rcc_dash.figures.text_size import text_width
from rcc_dash.figures.view import View

_LINE_PX: Final = 19.0
_FRAME_PX: Final = 26.0
_GAP_PX: Final = 8.0
_TEXT_PX: Final = 14.0
_SAMPLE_PX: Final = 60.0


def legend_box(legend: Legend, width: int, view: View) -> Box:
    """Estimate the box, lower left, that a legend of this width takes; empty where the width is 0."""
    if not width:
        return Box(0, view.height, 0, view.height)
    lines = sum(_lines(group.title, width - _FRAME_PX) for group in legend.groups)
    lines += sum(_lines(item.words, width - _SAMPLE_PX) for group in legend.groups for item in group.items)
    height = lines * _LINE_PX + len(legend.groups) * _GAP_PX + _FRAME_PX
    return Box(0, view.height - height, width + _GAP_PX, view.height)


def _lines(text: str, width: float) -> int:
    return max(ceil(text_width(text, _TEXT_PX) / width), 1)
