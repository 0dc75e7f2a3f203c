"""What does anything that leaves the app say of itself? The same words for a file, a picture and a page."""

from dataclasses import dataclass, replace
from datetime import datetime

from rcc_dash.domain.filters import Filters
from rcc_dash.domain.words import short_date
from rcc_dash.export.citation import Citation, header_lines
from rcc_dash.figures.take_away import Caption
from rcc_dash.ui.release import release_of
from rcc_dash.ui.shell import Context
from rcc_dash.ui.take_away_notes import OnPage


@dataclass(frozen=True, slots=True)
class Made:
    """What is taken away, the link that brings it back, and when it was made, in UTC."""

    title: str
    link: str
    on: datetime


def citation_of(
    now: Context, page: OnPage, made: Made, filters: Filters, sources: tuple[str, ...] = ()
) -> Citation:
    """Say what a file of this page holds; without sources of its own, those at the foot of the page."""
    return Citation(
        title=made.title,
        filters=f"{filters.area_phrase()}; {filters.children_phrase()}",
        sources=tuple(_dated(now, source) for source in sources) or (page.source.removeprefix("Source: "),),
        as_of=now.calendar.children_on(now.state.filters.as_of),
        made_on=made.on,
        is_synthetic=now.is_demo,
        is_exact=now.reader.rule.exact,
        link=made.link,
        sentence="" if now.reader.rule.exact != page.is_exact else page.sentence,
        settings=page.settings_words,
        release=release_of(now.protected.warehouse),
    )


def caption_of(citation: Citation, page: OnPage, *, has_sentence: bool) -> Caption:
    """Say the same about a picture."""
    told = dict(header_lines(replace(citation, hidden=None)))
    below = ("Note", "Settings", "As at", "Sources", "Release", "Made on", "Link")
    return Caption(
        area=page.area,
        title=citation.title,
        sentence=citation.sentence if has_sentence else "",
        filters=f"Filters: {citation.filters}",
        lines=tuple(f"{label}: {told[label]}" for label in below if label in told),
        label=citation.treated,
        is_alarm=citation.is_exact,
    )


def _dated(now: Context, source: str) -> str:
    """Add to a source the date of the file that answers; a source of another kind says none."""
    day = now.state.filters.as_of
    dates = {"SSDA903": now.calendar.children_on(day), "Ofsted": now.calendar.homes_on(day)}
    found = next((on for word, on in dates.items() if word in source and on), None)
    return f"{source}, as at {short_date(found)}" if found else source
