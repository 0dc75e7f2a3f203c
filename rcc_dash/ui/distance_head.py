"""The top of the page *Distance*: the sentence, the key figures, who is counted, and the settings."""

from collections.abc import Callable, Iterator
from typing import Final

from rcc_dash.domain.disclosure import NOT_RETURNED
from rcc_dash.domain.missing import Missing
from rcc_dash.domain.words import short_date
from rcc_dash.figures.distance_sentences import (
    Away,
    base_words,
    how_many,
    where_from,
    where_to,
    whose,
    why_far,
)
from rcc_dash.figures.nearer_sentences import what_nearer
from rcc_dash.figures.protection import hidden_words, treated_words
from rcc_dash.queries.children import ALL_AREAS
from rcc_dash.queries.distance_flows import destinations, exchanges
from rcc_dash.queries.distance_headlines import DistanceYears, distance_headlines, who_is_counted
from rcc_dash.queries.distance_shares import FAR_INSIDE
from rcc_dash.queries.distance_why import reasons_known, why
from rcc_dash.ui.cached import ask
from rcc_dash.ui.choice_widgets import draw_choices, one_of, segment
from rcc_dash.ui.distance_exchange import taken_in
from rcc_dash.ui.distance_nearer import NO_HOMES, answer
from rcc_dash.ui.distance_scope import Scope, focus_choice
from rcc_dash.ui.distance_whose import far_shares
from rcc_dash.ui.distance_why import NOT_LOADED
from rcc_dash.ui.fields import Field
from rcc_dash.ui.release import draw_released
from rcc_dash.ui.shown import show_cards
from rcc_dash.ui.text import lead, quiet

_FIRST: Final = 3
_BASE: Final = {"all": "", "known": " whose distance applies and is known"}
_NEAR: Final = {"now": "nearer", "limit": "within 20 miles of home"}


def head(scope: Scope, years: DistanceYears) -> str:
    """Draw the sentence, the figures and the settings, and give the part of the page that is open."""
    part = scope.now.state.choices.get("d-part")
    returned = years.now().together.children.mark != NOT_RETURNED
    draw_released(
        scope, lambda of: lead(_SENTENCES[part](of, years) if returned else of.subject.not_returned())
    )
    figures = distance_headlines(scope.now.reader, scope.asked, scope.now.calendar, years)
    show_cards(figures, is_five=True)
    draw_released(scope, lambda of: quiet(_base_words(of)))
    draw_choices("d-settings", [*_settings(scope, part)])
    return part


def _settings(scope: Scope, part: str) -> Iterator[Field]:
    yield segment("d-part")
    yield focus_choice(scope.whole.filters)
    if part == "many":
        yield one_of("d-of", 205)
    if part != "where":
        yield one_of("d-base", 215)


def _base_words(scope: Scope) -> str:
    return base_words(ask(who_is_counted, scope.now.reader, scope.asked), scope.now.about)


def source_words(scope: Scope, hidden: int) -> str:
    """Say where the figures come from, of what date, in what unit, and what was done to them."""
    kind = "Synthetic demonstration data in the form of " if scope.now.is_demo else ""
    rule = scope.now.reader.rule
    treated = treated_words(rule) if rule.exact else f"{treated_words(rule)}{hidden_words(hidden, 'share')}"
    return (
        f"Source: {kind}SSDA903 returns as at {short_date(scope.whole.day)}. Distances are straight-line"
        " miles to 0.1, as DfE measures; over 20 miles means more than 20.0. England and neighbours: as DfE"
        " published."
        f" {treated}"
    )


def _many(scope: Scope, years: DistanceYears) -> str:
    area, of = years.now().together, scope.measure
    left = area.ranges.get(of)
    span = (left.low, left.high, left.likely) if left else None
    away = Away(of, area.children, area.shares[of], area.counts[FAR_INSIDE], span, _BASE[scope.asked.base])
    return how_many(scope.subject, away)


def _whose(scope: Scope, _years: DistanceYears) -> str:
    return whose(scope.subject, far_shares(scope))


def _where(scope: Scope, years: DistanceYears) -> str:
    filters, day, of = scope.asked.filters, scope.asked.day, scope.subject
    if len(filters.las) == 1:
        (row,) = ask(exchanges, scope.now.reader, filters, day)
        published = taken_in(scope)[row.la_code][0]
        return where_from(of, (row.looked_after, row.sent, row.taken), published)
    found = [one for one in ask(destinations, scope.now.reader, filters, day) if one.code]
    found.sort(key=lambda one: (-(one.children.value or 0.0), one.name))
    return where_to(
        of, years.now().together.shares["out_region"], [(d.name, d.children) for d in found[:_FIRST]]
    )


def _why(scope: Scope, _years: DistanceYears) -> str:
    if not reasons_known(scope.now.reader, scope.asked):
        return NOT_LOADED
    found = ask(why, scope.now.reader, scope.asked)
    if found is None:
        return scope.subject.nothing()
    return why_far(scope.subject, found.with_reason, found.far, found.supply_share)


def _nearer(scope: Scope, _years: DistanceYears) -> str | Missing:
    found = answer(scope)
    if found is None:
        return NO_HOMES
    return what_nearer(scope.subject, found.counts[ALL_AREAS], found.returns, _NEAR[scope.near])


_SENTENCES: Final[dict[str, Callable[[Scope, DistanceYears], str | Missing]]] = {
    "many": _many,
    "whose": _whose,
    "where": _where,
    "why": _why,
    "nearer": _nearer,
}
