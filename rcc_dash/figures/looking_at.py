"""What is on the screen, in plain words: what is drawn, what was done to the numbers, and how to read it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Final

from rcc_dash.domain.links import State
from rcc_dash.domain.measures import Measure, Polarity
from rcc_dash.domain.view_words import filter_words
from rcc_dash.reference.tables import rows

_MAP: Final = "homes_and_origins"
SHADED: Final = frozenset({"overview", "compare", _MAP})
"""Pages with a map that is shaded by a figure."""
_GOOD: Final = {
    Polarity.HIGH_IS_GOOD: " More of it is good.",
    Polarity.LOW_IS_GOOD: " Less of it is good.",
    Polarity.NEUTRAL: " More of it is neither good nor bad.",
}
_LAYERS: Final = {
    "shade": "Areas are shaded light to dark by the figure; hatched: hidden; a dashed edge: not returned.",
    "homes": "Circles are children's homes, larger for more places. A home stands by itself only where Ofsted"
    " publishes its address; a ring is a home whose place is a guess.",
    "flows": "Arrows run from the LA that looks after children to the area where they live, thicker for more"
    " children, in four classes; only the largest are drawn.",
    "origins": "Hexagons are where children come from, of about 36 square kilometres, in classes.",
}


@dataclass(frozen=True, slots=True)
class Seen:
    """What a reader sees: the page by its code, the settings, its question and answer, and its treatment."""

    page: str
    state: State
    latest: date | None
    """What a view without a date of its own shows."""
    measure: Measure
    question: str
    sentence: str
    source: str
    treated: str


def looking_at_html(seen: Seen) -> str:
    """Draw the panel: a list of questions with their answers; all text is escaped."""
    told = "".join(f"<dt>{escape(name)}</dt><dd>{escape(words)}</dd>" for name, words in _told(seen) if words)
    return f'<dl class="looking-at">{told}</dl>'


def _told(seen: Seen) -> Iterator[tuple[str, str]]:
    words = _words(seen.page)
    yield "The question", seen.question
    yield "The answer now", seen.sentence
    yield "Whom it is about", f"{filter_words(seen.state.filters, seen.latest)}."
    yield "What is drawn", words["drawn"]
    if seen.page in SHADED:
        shaded = seen.measure
        yield f"Shaded by: {shaded.label}", f"{shaded.definition}{_GOOD[shaded.polarity]}"
    if seen.page == _MAP:
        yield "On the map", " ".join(_LAYERS[code] for code in seen.state.view.layers)
    yield "How to read it", words["read"]
    yield "What was done to the numbers", seen.treated
    yield "Where they come from", seen.source


def _words(page: str) -> dict[str, str]:
    return next((row for row in rows("page_words") if row["page"] == page), {"drawn": "", "read": ""})
