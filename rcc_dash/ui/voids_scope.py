"""What is the page *Voids* asked, and what are its numbers written like?"""

from dataclasses import dataclass
from typing import Final

from rcc_dash.domain.choices import CHOICES
from rcc_dash.domain.missing import Missing
from rcc_dash.domain.words import short_date
from rcc_dash.figures.protection import treated_words
from rcc_dash.figures.void_sentences import Subject
from rcc_dash.queries.voids_block import Terms
from rcc_dash.queries.voids_homes import Moment, moment
from rcc_dash.queries.voids_match import Search
from rcc_dash.ui.cached import ask
from rcc_dash.ui.choice_widgets import open_option
from rcc_dash.ui.shell import Context

NO_RETURNS: Final = Missing(
    "No vacancy return counts here.",
    "one",
    on_the_page="The template stands there: one row for each home, its places, those with a child, and why"
    " others cannot be used.",
)

_LAST_ONLY: Final = "in a release on its latest date only"


@dataclass(frozen=True, slots=True)
class Scope:
    """The question of the page: the context and the dates that answer."""

    now: Context
    when: Moment

    @property
    def subject(self) -> Subject:
        """Name whom the sentences are about."""
        return Subject(self.now.state.filters.area_words(), self.when.day, self.now.about)

    @property
    def search(self) -> Search:
        """Give the search for places near home that the settings ask for."""
        choices = self.now.state.choices
        return Search(
            self.now.state.filters.rcc,
            self.when,
            choices.number("v-miles"),
            choices.get("v-whom"),
            choices.get("v-beds"),
        )

    @property
    def terms(self) -> Terms:
        """Give the block contract that the settings ask for."""
        choices = self.now.state.choices
        return Terms(choices.get("v-for"), choices.number("v-n"), choices.number("v-gbp"))


def scope(now: Context) -> Scope | None:
    """Read the page's question from the link; None where no list of homes answers for the date."""
    days = _days(open_option("v-days", closed_days(now)))
    when = ask(moment, now.reader, now.calendar, now.state.filters.as_of, days)
    return Scope(now, when) if when else None


def closed_days(now: Context) -> dict[str, str]:
    """Say which ages of returns a release cannot answer for: older ones on dates before its latest."""
    usual, chosen = CHOICES["v-days"].default, now.state.filters.as_of
    if now.protected.warehouse.release is None or chosen is None:
        return {}
    last = ask(moment, now.reader, now.calendar, None, _days(usual))
    is_last = last is None or chosen == last.day
    return {} if is_last else dict.fromkeys(set(CHOICES["v-days"].options) - {usual}, _LAST_ONLY)


def _days(code: str) -> int:
    return int(code.removeprefix("d"))


def option_words(key: str, code: str) -> str:
    """Give an option of a setting in words."""
    return CHOICES[key].options[code]


def source_words(scope: Scope) -> str:
    """Say where the figures come from, of what dates, and what was done to them."""
    kind, when = "Synthetic demonstration data in the form of " if scope.now.is_demo else "", scope.when
    children = (
        f"SSDA903 returns as at {short_date(when.children)}" if when.children else "no children's returns"
    )
    rule = scope.now.reader.rule
    counted = f" {treated_words(rule)}" if when.children else ""
    homes = (
        ""
        if rule.exact
        else " Places that homes returned are rounded too, and shown of three homes and ten children or more."
    )
    return (
        f"Source: {kind}vacancy returns of the {when.days} days to {short_date(when.day)}, the latest of each"
        f" home; Ofsted's list as at {short_date(when.listed)}; {children}."
        f"{counted}{homes}"
    )
