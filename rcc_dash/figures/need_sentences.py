"""What does the page *Rare needs* say of who the children are and where they live, in plain sentences?"""

from collections.abc import Mapping
from dataclasses import dataclass

from rcc_dash.domain.headline import Figure
from rcc_dash.domain.measures import Unit
from rcc_dash.figures.distance_sentences import Subject
from rcc_dash.figures.numbers import shown_number
from rcc_dash.figures.written import written


@dataclass(frozen=True, slots=True)
class Hidden:
    """How many of the chosen LAs have too few children to show, and of how many."""

    las: int
    of: int


def who_has_it(of: Subject, whom: str, figures: Mapping[str, Figure], hidden: Hidden) -> str:
    """Say how many children a cohort has, how many that is of all, and how thinly they are spread."""
    children, rate = figures["children"], figures["rate"]
    if children.value is None:
        return f"{of.on} {of.who} had too few children {whom} to show: fewer than about ten, or none."
    often = f", {rate.value:,.0f} of every 10,000 looked after" if rate.value is not None else ""
    head = f"{of.on} {of.who} looked after {of.children(children)} {whom}{often}."
    return f"{head}{_spread(children.value, hidden)}"


def where_they_live(of: Subject, whom: str, figures: Mapping[str, Figure], leaving: Figure) -> str:
    """Say what share lives outside the region and far from home, and what that costs in a year."""
    children, beyond, far = figures["children"], figures["beyond"], figures["far"]
    if children.value is None:
        return f"{of.on} {of.who} had too few children {whom} to say where they lived."
    shares = [
        f"{written(share, Unit.SHARE_PCT)} {words}"
        for share, words in ((beyond, "lived outside the region"), (far, "over 20 miles from home"))
        if share.value is not None
    ]
    if not shares:
        return f"{of.on} too few of {of.children(children)} of {of.who} {whom} lived far away to show."
    spend = (
        f" About {shown_number(leaving.value, 'gbp')} a year is spent outside the region."
        if leaving.value is not None
        else ""
    )
    return f"{of.on} of {of.children(children)} of {of.who} {whom}, {' and '.join(shares)}.{spend}"


def _spread(children: float, hidden: Hidden) -> str:
    if hidden.of <= 1:
        return ""
    each = f" That is about {max(round(children / hidden.of), 1):,} for each of {hidden.of} local authorities"
    if not hidden.las:
        return f"{each} on average."
    if hidden.las == hidden.of:
        return f"{each}, and in none of them enough to show: none can plan for them alone."
    verb = "has" if hidden.las == 1 else "have"
    return f"{each} on average; {hidden.las} {verb} too few to show (fewer than about ten, or none)."
