"""How has a rare need changed over the years, and what are the page's key figures beside the other region?"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from rcc_dash.domain.headline import NOT_KNOWN, Figure, Headline
from rcc_dash.domain.rare import RARE_MEASURES
from rcc_dash.queries.calendar import Calendar, year_before
from rcc_dash.queries.children import ALL_AREAS
from rcc_dash.queries.rare_children import ANY
from rcc_dash.queries.rare_costs import rare_costs
from rcc_dash.queries.rare_counts import RareAsked, is_told, rare_areas
from rcc_dash.queries.rare_places import rare_places
from rcc_dash.queries.reader import Reader

_LAST: Final = 6
_NOT_PUBLISHED: Final = Figure(None, "not published")


@dataclass(frozen=True, slots=True)
class RareYear:
    """One date's figures of a cohort in all chosen areas: by code of `RARE_MEASURES`, and two more."""

    figures: Mapping[str, Figure]
    began: Figure
    any: Figure
    """Children with any rare need, each counted once."""


def rare_year(reader: Reader, asked: RareAsked) -> RareYear:
    """Give the figures of one date; without a value or mark where nothing loaded tells of the cohort."""
    area = rare_areas(reader, asked)[ALL_AREAS]
    together = rare_areas(reader, replace(asked, cohort=ANY))[ALL_AREAS]
    if not is_told(reader, asked, asked.cohort):
        return RareYear(dict.fromkeys(RARE_MEASURES, NOT_KNOWN), NOT_KNOWN, together.children)
    places = rare_places(reader, asked)[0]
    figures = {
        "children": area.children,
        "rate": area.rate,
        "beyond": places.beyond,
        "far": places.far,
        "cost": rare_costs(reader, asked)[asked.cohort].mean,
    }
    return RareYear(figures, area.began, together.children)


def rare_trend(reader: Reader, asked: RareAsked, calendar: Calendar) -> dict[date, RareYear]:
    """Give the figures of the dates up to the one asked for, earliest first, by the same thresholds."""
    days = tuple(day for day in calendar.children if day <= asked.day)[-_LAST:]
    return {day: rare_year(reader, replace(asked, day=day)) for day in days}


def rare_headlines(reader: Reader, asked: RareAsked, calendar: Calendar) -> tuple[Headline, ...]:
    """Give the five key figures with their comparators; nothing alike is published for England."""
    before = year_before(asked.day, calendar.children)
    elsewhere = asked.filters.elsewhere()
    now = rare_year(reader, asked)
    then = rare_year(reader, replace(asked, day=before)).figures if before else {}
    there = rare_year(reader, replace(asked, filters=elsewhere)).figures
    return tuple(
        Headline(
            measure,
            now.figures[code],
            then.get(code, NOT_KNOWN),
            there[code],
            elsewhere.cooperative.name,
            _NOT_PUBLISHED,
        )
        for code, measure in RARE_MEASURES.items()
    )
