"""What does the page *Distance* say of the current filter, in one or two plain and true sentences?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from rcc_dash.domain.disclosure import HIGH
from rcc_dash.domain.distance_base import ADOPTION, KNOWN, NO_ORIGIN, PARENTS, UNKNOWN
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.headline import Figure
from rcc_dash.domain.measures import Unit
from rcc_dash.domain.missing import Missing
from rcc_dash.domain.words import and_list, counted, long_date
from rcc_dash.figures.written import written

_LEFT_OUT: Final = (
    (UNKNOWN.code, "not known or not recorded"),
    (ADOPTION.code, "placed for adoption"),
    (PARENTS.code, "with their own parents"),
    (NO_ORIGIN.code, "unaccompanied, with no home address in the UK"),
)
_AWAY: Final = {
    "far": "lived more than 20 miles from home",
    "outside": "lived outside their own LA",
    "far_outside": "lived more than 20 miles from home and outside their own LA",
    "out_region": "lived outside the region",
    "out_england": "lived outside England",
}
_TWO: Final = 2
Span = tuple[Figure, Figure, Figure]
"""The least, the most, and what is likely."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom a sentence is about, on which day, and the word before a rounded count ("about " or blank)."""

    who: str
    day: date
    about: str

    @classmethod
    def of(cls, filters: Filters, day: date, about: str) -> "Subject":
        """Name the children that a filter means: "the South East (foster care)"."""
        narrower = filters.children_phrase().partition(", ")[2]
        return cls(f"{filters.area_words()} ({narrower})" if narrower else filters.area_words(), day, about)

    @property
    def on(self) -> str:
        """Begin a sentence with the date."""
        return f"On {long_date(self.day)},"

    def nothing(self, mark: str = "") -> str:
        """Say that nothing can be shown, and by the mark of what is hidden why."""
        why = "nearly all children there are of this kind" if mark == HIGH else "they are too few"
        return f"{self.on} no figure can be shown for the children of {self.who}: {why}."

    def not_returned(self) -> Missing:
        """Say that no return answers for these areas on the day; those of others do."""
        return Missing(f"No children's return of {self.who} is loaded for {long_date(self.day)}.", "it")

    def number(self, figure: Figure) -> str:
        """Write a count, or its mark."""
        return figure.mark if figure.value is None else f"{self.about}{figure.value:,.0f}"

    def children(self, figure: Figure) -> str:
        """Write a shown count with its noun."""
        return f"{self.about}{counted(round(figure.value or 0.0), 'child', 'children')}"


@dataclass(frozen=True, slots=True)
class Away:
    """A share of children who live away: its measure, all children, the share, and its range if it has one.

    `inside` counts far children within their own LA, whom DfE's own headline leaves out; `base` says of
    which children it is a share, if not of all (part of the sentence).
    """

    measure: str
    children: Figure
    share: Figure
    inside: Figure
    span: Span | None = None
    base: str = ""


def how_many(of: Subject, away: Away) -> str:
    """Say how many live away, within what range, and how many DfE's own headline leaves out."""
    if away.children.value is None:
        return of.nothing(away.children.mark)
    if away.share.value is None:
        return f"{of.on} too few children of {of.who} to show {_AWAY[away.measure]} ({away.share.mark})."
    pct = written(away.share, Unit.SHARE_PCT)
    head = f"{of.on} {pct} of {of.children(away.children)} of {of.who}{away.base} {_AWAY[away.measure]}"
    return f"{head}{_span(away.span)}.{_inside(of, away.inside) if away.measure == 'far' else ''}"


def _span(span: Span | None) -> str:
    if not span or span[0].value is None or span[1].value is None:
        return ""
    low, high, likely = (written(figure, Unit.SHARE_PCT) for figure in span)
    most_likely = f", most likely {likely}" if span[2].value is not None else ""
    return f" (between {low} and {high}{most_likely}: some distances are known by postcode sector only)"


def _inside(of: Subject, inside: Figure) -> str:
    if not inside.value:
        return ""
    number, verb = of.number(inside), "is" if round(inside.value) == 1 else "are"
    said = f"{number[:1].upper()}{number[1:]} of them {verb}"
    return f" {said} inside their own LA, so DfE's headline leaves them out."


def whose(of: Subject, groups: Sequence[tuple[str, Figure]]) -> str:
    """Say in which placements most and fewest children live far from home."""
    known = sorted(((f.value, name) for name, f in groups if f.value is not None), reverse=True)
    if len(known) < _TWO:
        return f"{of.on} too few kinds of placement of {of.who} can be shown to compare them."
    (most, first), (least, last) = known[0], known[-1]
    return (
        f"{of.on} of known distances, {most:.0f}% of children of {of.who} in “{first}” lived over 20"
        f" miles from home, against {least:.0f}% in “{last}”."
    )


def where_from(of: Subject, exchange: tuple[Figure, Figure, Figure], published: Figure) -> str:
    """Say what one LA looks after, sends out and takes in; `published` is DfE's count of those taken in."""
    looked_after, sent, taken = exchange
    if looked_after.value is None:
        return of.nothing(looked_after.mark)
    beyond = f"; {of.number(sent)} of them lived elsewhere" if sent.value is not None else ""
    return (
        f"{of.on} {of.who} looked after {of.children(looked_after)}{beyond}.{_coming(of, taken, published)}"
    )


def _coming(of: Subject, taken: Figure, published: Figure) -> str:
    if published.value is not None:
        number = counted(round(published.value), "child", "children")
        return f" {number} of other LAs lived there, as DfE published."
    return f" At least {of.children(taken)} of other LAs lived there." if taken.value is not None else ""


def where_to(of: Subject, share: Figure, first: Sequence[tuple[str, Figure]]) -> str:
    """Say what share of a region's children live outside it, and where most of them do."""
    if share.value is None:
        return of.nothing()
    most = and_list([f"{name} ({of.number(f)})" for name, f in first if f.value is not None])
    pct, places = written(share, Unit.SHARE_PCT), f", most of them in {most}" if most else ""
    return f"{of.on} {pct} of the children of {of.who} lived outside the region{places}."


def why_far(of: Subject, with_reason: Figure, far: Figure, share: Figure) -> str:
    """Say for how many of those with a recorded reason supply failed, and how many of them are far."""
    if not with_reason.value or share.value is None:
        return of.nothing()
    pct = written(share, Unit.SHARE_PCT)
    away = f" ({of.number(far)} of them over 20 miles from home)" if far.value else ""
    return (
        f"{of.on} {of.children(with_reason)} of {of.who} had a recorded reason for living at a"
        f" distance{away}; for {pct} of all these supply failed: nothing suitable nearby, or nothing"
        " available."
    )


def base_words(counted_as: Mapping[str, Figure], about: str) -> str:
    """Say who is in the denominator, who is left out of the narrower one, and why."""
    if not counted_as:
        return "Short breaks are never counted. Take a filter away to see how many distances are known."
    if counted_as["all"].value is None:
        return "Counted as DfE counts, without short breaks. Too few children to say whose distance is known."
    of = Subject("", date.min, about)
    left = and_list([f"{of.number(counted_as[code])} {words}" for code, words in _LEFT_OUT])
    return (
        f"Counted as DfE counts: {of.number(counted_as['all'])} children looked after, without short breaks."
        f" For {of.number(counted_as[KNOWN.code])} a distance applies and is known; the rest are {left}."
    )
