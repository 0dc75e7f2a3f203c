"""By which figure are areas shaded, and which figures can none be shaded by on the date looked at?"""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from rcc_dash.domain.measures import AREA_MEASURES, measures
from rcc_dash.queries.calendar import Calendar

_LACKING: Final[Mapping[str, str]] = MappingProxyType({
    "children": "no children's returns loaded",
    "homes": "no list of homes loaded",
})  # fmt: skip
"""What is said of a figure whose files are not loaded for the date, by how the register dates it."""


def shown_shade(calendar: Calendar, day: date | None, wanted: str) -> str:
    """Give the figure asked for, or the first one of which there is any where that has none on the day."""
    without = without_files(calendar, day)
    if wanted not in without:
        return wanted
    return next((code for code in AREA_MEASURES if code not in without), wanted)


def without_files(calendar: Calendar, day: date | None) -> dict[str, str]:
    """Say which figures have no file that answers for the day, and which file that would be."""
    answers = {"homes": calendar.homes_on(day), "children": calendar.children_on(day)}
    closed: dict[str, str] = {}
    for kind in (kind for kind, answer in answers.items() if answer is None):
        closed |= {code: _LACKING[kind] for code in AREA_MEASURES if kind in measures()[code].dated}
    return closed
