"""Key figures as cards: the number, its change over the year, and what stands beside it."""

from html import escape
from typing import Final

from rcc_dash.domain.headline import Headline
from rcc_dash.domain.measures import Polarity
from rcc_dash.domain.words import short_date
from rcc_dash.figures.changes import difference_words
from rcc_dash.figures.written import mark_meaning, written

_TONES: Final = {
    (Polarity.LOW_IS_GOOD, False): "good",
    (Polarity.LOW_IS_GOOD, True): "bad",
    (Polarity.HIGH_IS_GOOD, True): "good",
    (Polarity.HIGH_IS_GOOD, False): "bad",
}


def cards_html(headlines: tuple[Headline, ...]) -> str:
    """Draw one card for each key figure; all text is escaped."""
    return f'<ul class="figures">{"".join(_card(headline) for headline in headlines)}</ul>'


def change_words(headline: Headline) -> str:
    """Say the change over the year: "2 points less in a year", "no change in a year"."""
    change = headline.change
    if change is None:
        return "no figure a year ago"
    if round(change) == 0:
        return "no change in a year"
    return f"{difference_words(change, headline.measure.unit)} in a year"


def dated_words(headline: Headline) -> str:
    """Say of which date the figure is; where there is neither, that nothing is loaded for it."""
    now = headline.now
    if now.as_of is None:
        return "nothing loaded" if now.value is None else "date not known"
    return short_date(now.as_of)


def _card(headline: Headline) -> str:
    measure, now = headline.measure, headline.now
    value = escape(written(now, measure.unit))
    meaning = f' title="{escape(mark_meaning(now))}"' if now.value is None else ""
    return (
        f'<li title="{escape(measure.definition)}">'
        f'<div class="name">{escape(measure.label)}</div>'
        f'<div class="value"{meaning}>{value}</div>'
        f'<div class="change {_tone(headline)}">{_arrow(headline)}{escape(change_words(headline))}</div>'
        f'<div class="beside">{escape(headline.other_name)} {escape(written(headline.other, measure.unit))}'
        f"<br>England {escape(written(headline.england, measure.unit))}"
        f"<br>{escape(dated_words(headline))}</div></li>"
    )


def _tone(headline: Headline) -> str:
    change = headline.change
    if change is None or round(change) == 0:
        return "plain"
    return _TONES.get((headline.measure.polarity, change > 0), "plain")


def _arrow(headline: Headline) -> str:
    change = headline.change
    if change is None or round(change) == 0:
        return ""
    return "▲ " if change > 0 else "▼ "
