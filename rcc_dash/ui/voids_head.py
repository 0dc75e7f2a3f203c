"""The top of the page *Voids*: the sentence, the key figures and the settings."""

from collections.abc import Callable, Iterator
from typing import Final

from rcc_dash.domain.missing import Missing
from rcc_dash.figures.void_sentences import Beds, Near, how_shared, what_it_costs, where_empty, who_could
from rcc_dash.queries.children import ALL_AREAS
from rcc_dash.queries.voids_block import block_shared
from rcc_dash.queries.voids_cost import VoidCosts, void_costs
from rcc_dash.queries.voids_headlines import void_headlines
from rcc_dash.queries.voids_mismatch import Mismatch, mismatch
from rcc_dash.queries.voids_reach import RECENT_DAYS
from rcc_dash.queries.voids_totals import void_together
from rcc_dash.ui.cached import ask
from rcc_dash.ui.choice_widgets import draw_choices, number, one_of, segment
from rcc_dash.ui.fields import Field
from rcc_dash.ui.load_link import load_link
from rcc_dash.ui.nothing_loaded import RETURNS
from rcc_dash.ui.release import draw_released
from rcc_dash.ui.shell import Context
from rcc_dash.ui.shown import show_cards
from rcc_dash.ui.text import lead, quiet
from rcc_dash.ui.voids_scope import NO_RETURNS, Scope, closed_days, option_words

NO_COHORT: Final = Missing(
    "No child of these local authorities can be counted for such beds.",
    "cost extracts, orders or the census",
    instead=("choose other children",),
)


def head(scope: Scope) -> str:
    """Draw the sentence, the figures and the settings, and give the part of the page that is open."""
    now = scope.now
    part = now.state.choices.get("v-part")
    draw_released(scope, lambda of: lead(_SENTENCES[part](of)), _cards)
    draw_choices("v-settings", [segment("v-part"), *_settings(now, part)])
    return part


def _cards(scope: Scope) -> None:
    now = scope.now
    figures = ask(void_headlines, now.reader, now.state.filters, scope.when, now.calendar)
    show_cards(figures, is_five=True)
    if figures[1].now.value == 0:
        quiet(NO_RETURNS)
        load_link(now)


def found_mismatch(scope: Scope) -> Mismatch | None:
    """Ask which far children could have had a place near home."""
    return ask(mismatch, scope.now.reader, scope.now.state.filters, scope.search)


def found_costs(scope: Scope) -> VoidCosts:
    """Ask what the empty places cost."""
    return ask(void_costs, scope.now.reader, scope.now.state.filters, scope.search)


def _settings(now: Context, part: str) -> Iterator[Field]:
    if part == "beds":
        yield one_of("v-by", 190)
    if part == "block":
        yield one_of("v-for", 260)
        yield number("v-n", 150)
        yield number("v-gbp", 190)
        return
    yield one_of("v-days", 190, closed_days(now))
    if part == "match":
        yield number("v-miles", 150)
        yield one_of("v-whom", 240)
        yield one_of("v-beds", 300)


def _beds(scope: Scope) -> str:
    row = void_together(scope.now.reader, scope.now.state.filters, scope.when)
    if row is None:
        return f"{scope.subject.on} {scope.subject.who} had no children's home on Ofsted's list."
    return where_empty(
        scope.subject, Beds(row.places, row.told_share, row.told["void"], row.most, row.likely)
    )


def _cost(scope: Scope) -> str:
    row = void_together(scope.now.reader, scope.now.state.filters, scope.when)
    if row is None:
        return _beds(scope)
    found = found_costs(scope)
    return what_it_costs(scope.subject, row.told["void"], found.told_gbp, found.likely_gbp)


def _match(scope: Scope) -> str | Missing:
    found = found_mismatch(scope)
    if found is None:
        return RETURNS
    recent = f", and had moved in the {RECENT_DAYS // 7} weeks before"
    placed = recent if found.search.whom == "recent" else ""
    near = Near(found.search.miles, placed, found.places)
    return who_could(scope.subject, found.counts[ALL_AREAS], found.span, near)


def _block(scope: Scope) -> str | Missing:
    now, terms = scope.now, scope.terms
    found = ask(block_shared, now.reader, now.state.filters, now.calendar, terms)
    if found is None:
        return NO_COHORT
    whom = option_words("v-for", terms.cohort).removesuffix(": all")
    words = whom[:1].lower() + whom[1:]
    return how_shared(scope.subject, words, terms.beds, len(found.loads), found.result)


_SENTENCES: Final[dict[str, Callable[[Scope], str | Missing]]] = {
    "beds": _beds,
    "cost": _cost,
    "match": _match,
    "block": _block,
}
