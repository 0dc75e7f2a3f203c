"""What does the page *Voids* say of the current filter, in one or two plain and true sentences?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from rcc_dash.domain.disclosure import LOW, NOT_RETURNED
from rcc_dash.domain.headline import Figure
from rcc_dash.domain.words import counted, long_date
from rcc_dash.models.block import Block
from rcc_dash.models.void_range import Band, Likely

_WHOLE: Final = 100.0
_NEARLY: Final = 0.005
"""A share nearer than this to none or to all is not rounded to it."""
_WHY_NOT: Final = {
    NOT_RETURNED: "no vacancy return is recent enough",
    LOW: "homes told of fewer empty places than can be shown",
}
"""Why empty places are not told, by their mark."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose homes or children a sentence is about, on which day, and the word before a rounded count."""

    who: str
    day: date
    about: str

    @property
    def on(self) -> str:
        """Begin a sentence with the date."""
        return f"On {long_date(self.day)}"

    def number(self, figure: Figure) -> str:
        """Write a count of children, or its mark."""
        return figure.mark if figure.value is None else f"{self.about}{figure.value:,.0f}"

    def children(self, figure: Figure) -> str:
        """Write a shown count of children with its noun."""
        return f"{self.about}{counted(round(figure.value or 0.0), 'child', 'children')}"


@dataclass(frozen=True, slots=True)
class Beds:
    """What is known of homes' places: all, the share that returned in %, empty ones, and what is likely."""

    places: int
    told_share: float
    void: Figure
    most: int
    likely: Likely | None


def where_empty(of: Subject, beds: Beds) -> str:
    """Say how many places are known to be empty, how many are likely, and how many at the most."""
    places = counted(beds.places, "registered place", "registered places")
    if beds.likely is None:
        return f"{of.on} {of.who} had no children's home on Ofsted's list."
    if beds.void.value is None:
        why = _WHY_NOT.get(beds.void.mark, "too few homes returned to show")
        return (
            f"{of.on} {why}: of {places} in {of.who} {_about(beds.likely.void)} are likely to be empty and"
            f" ready, and {beds.most:,} at the most. Returns from one home in three would cut this range by"
            " more than half."
        )
    told = f"told of {of.number(beds.void)} empty and ready."
    if beds.told_share == _WHOLE:
        return f"{of.on} all homes, with {places} in {of.who}, {told}"
    return (
        f"{of.on} homes with {beds.told_share:.0f}% of the {places} in {of.who} {told} With the homes that"
        f" did not tell, {_about(beds.likely.void)} are likely, and {beds.most:,} at the most."
    )


def what_it_costs(of: Subject, void: Figure, known_gbp: float | None, likely_gbp: Band | None) -> str:
    """Say what the empty places stand for in a week, at which price, known and likely."""
    if void.value is None:
        why = _WHY_NOT.get(void.mark, "too few homes returned to show")
        return f"{of.on} {why} in {of.who}, so no empty place is known to be priced."
    weeks = counted(round(void.value), "bed-week", "bed-weeks")
    if known_gbp is None or likely_gbp is None:
        return f"{of.on} the known empty places of {of.who} stood for {weeks} each week; no cost is loaded."
    return (
        f"{of.on} the known empty places of {of.who} stood for {weeks} each week: {pounds(known_gbp)} at the"
        f" mean weekly cost of a child in such homes, and likely {pounds(likely_gbp.low)} to"
        f" {pounds(likely_gbp.high)} with the homes that did not tell."
    )


@dataclass(frozen=True, slots=True)
class Near:
    """What was searched: miles from home, who (a part of the sentence, or blank), and how many places."""

    miles: int
    placed: str
    empty: int


def who_could(of: Subject, counts: Mapping[str, Figure], span: tuple[Figure, Figure], near: Near) -> str:
    """Say how many far children could have been placed near home at the same time, within what range."""
    asked, pooled, own = counts["asked"], counts["pooled"], counts["in_own"]
    where = f"over {near.miles} miles from home in homes or schools, not by choice{near.placed}"
    if not asked.value:
        return f"{of.on} too few children of {of.who} to show lived {where}."
    head = f"{of.on} {of.children(asked)} of {of.who} lived {where}"
    if not near.empty:
        return f"{head}; no vacancy return tells of an empty place that day."
    if not pooled.value:
        most = _at_most(of, span[1])
        return f"{head}; too few of them to show could have had an empty place nearer than that{most}."
    there = f", {of.number(own)} of them in the LA's own homes" if own.value else ""
    return (
        f"{head}. {_capital(of.number(pooled))}{_span(pooled, span)} could have been placed within"
        f" {near.miles} miles at the same time{there}."
    )


def _span(between: Figure, span: tuple[Figure, Figure]) -> str:
    low, high = (end.value for end in span)
    if high is None or (low == high == between.value):
        return ""
    return f" (up to {high:,.0f})" if low is None else f" ({low:,.0f} to {high:,.0f})"


def _at_most(of: Subject, high: Figure) -> str:
    return f", and {of.number(high)} at the most" if high.value else ""


def how_shared(of: Subject, whom: str, beds: int, las: int, found: Block) -> str:
    """Say how full a shared block would be, how many it would serve, and what stays empty."""
    full, served = _pct(found.used / beds), _pct(found.served_share)
    return (
        f"{counted(beds, 'bed', 'beds')} shared by {counted(las, 'local authority', 'local authorities')} of"
        f" {of.who} for children {whom} would be {full} full and serve {served} of those who need one;"
        f" {_weeks(*found.void_range)} a year would stay empty."
    )


def _pct(share: float) -> str:
    """Write a share that is a guess; what is nearly none or nearly all is not said to be none or all."""
    if share < _NEARLY:
        return "under 1%"
    return "over 99%" if share > 1 - _NEARLY else f"about {100 * share:.0f}%"


def _weeks(low: float, high: float) -> str:
    least, most = round(low), round(high)
    if most == 0:
        return "less than a bed-week"
    if least == most:
        return f"about {counted(most, 'bed-week', 'bed-weeks')}"
    return f"{least:,} to {most:,} bed-weeks"


def pounds(amount: float) -> str:
    """Write pounds short: £1.2m, £310,000, £7,250."""
    if abs(amount) >= 1e6:  # noqa: PLR2004 a million
        return f"£{amount / 1e6:,.1f}m"
    step = 1_000 if abs(amount) >= 1e5 else 50  # noqa: PLR2004 six figures
    return f"£{step * round(amount / step):,}"


def _about(band: Band) -> str:
    low, high = round(band.low), round(band.high)
    return f"about {low:,}" if low == high else f"about {low:,} to {high:,}"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
