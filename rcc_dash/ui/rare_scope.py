"""What is the page *Rare needs* asked, and what are its numbers written like?"""

from dataclasses import dataclass
from datetime import date
from typing import Final

from rcc_dash.domain.choices import Choices
from rcc_dash.domain.cohorts import NEEDS_PAGE, Cohort, Thresholds, cohorts_of
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.missing import Missing
from rcc_dash.domain.words import short_date
from rcc_dash.figures.distance_sentences import Subject
from rcc_dash.figures.protection import treated_words
from rcc_dash.queries.children import ALL_AREAS
from rcc_dash.queries.nearly_all import nearly_all
from rcc_dash.queries.rare_children import settled
from rcc_dash.queries.rare_counts import is_told, may_count
from rcc_dash.queries.rare_parts import RareAsked
from rcc_dash.ui.cached import ask
from rcc_dash.ui.nothing_loaded import RETURNS
from rcc_dash.ui.shell import Context

SOURCES: Final = ("SSDA903 returns", "placement cost extracts", "Placements Northwest census", "referrals")
TOO_MANY: Final = (
    "A rare need crossed with two filters of children or more would single children out. Take a filter of"
    " placement, age or provider away above."
)
TOO_ALIKE: Final = (
    "Nearly all of these children are placed as the filter says, so that a number would tell it of each. Take"
    " the filter of placement away above."
)
NOT_TOLD: Final = "Nothing that is loaded tells it; the sentence above says what would."
_STAFFING: Final = {"s1": "1:1", "s2": "2:1", "s3": "over_2:1"}


@dataclass(frozen=True, slots=True)
class Scope:
    """The question of the page: the context, the day that answers, the cohort, and its thresholds."""

    now: Context
    day: date
    cohort: Cohort
    thresholds: Thresholds
    """With £ a week for "the dearest n %", as they were on the day."""

    @property
    def filters(self) -> Filters:
        """Give the filter that the whole app has."""
        return self.now.state.filters

    @property
    def choices(self) -> Choices:
        """Give the settings of the page."""
        return self.now.state.choices

    @property
    def asked(self) -> RareAsked:
        """Give the question for queries."""
        return RareAsked(self.filters, self.day, self.cohort.code, self.thresholds)

    @property
    def subject(self) -> Subject:
        """Name whom the sentences are about."""
        return Subject.of(self.filters, self.day, self.now.about)

    @property
    def whom(self) -> str:
        """Name the cohort, to go on from "children"."""
        return self.cohort.said(self.thresholds)

    @property
    def definition(self) -> str:
        """Say who belongs to the cohort, with the threshold that was worked out."""
        told = self.cohort.defined(self.thresholds)
        top = self.choices.get("r-top")
        is_dearest = self.choices.get("r-by") == "top" and "cost_gbp" in self.cohort.thresholds
        return f"{told} These are the region's dearest {top}% of placements." if is_dearest else told

    @property
    def any_by(self) -> str:
        """Say by which thresholds all cohorts are counted together; blank where by the chosen ones."""
        is_chosen = self.now.reader.rule.exact or self.thresholds == Thresholds()
        return "" if is_chosen else "by the thresholds that the page opens with"

    @property
    def any_need(self) -> str:
        """Name all of the page's cohorts together."""
        return ", ".join(filter(None, ("Any rare need", self.any_by)))

    @property
    def is_told(self) -> bool:
        """Say whether anything loaded tells who belongs to the cohort."""
        return ask(is_told, self.now.reader, self.asked, self.cohort.code)

    def not_told(self) -> Missing:
        """Say which file would tell who belongs to the cohort."""
        return Missing(
            f"Nothing loaded for {short_date(self.day)} tells of children {self.whom} in"
            f" {self.filters.area_words()}. What would: {self.cohort.told_by}.",
            "it",
        )


def scope(now: Context) -> Scope | str:
    """Read the page's question from the link, or say in words why it cannot be answered."""
    filters, choices = now.state.filters, now.state.choices
    day = now.calendar.children_on(filters.as_of)
    if day is None:
        return RETURNS.said
    if not may_count(now.reader, filters):
        return TOO_MANY
    if ALL_AREAS in ask(nearly_all, now.reader, filters, day):
        return TOO_ALIKE
    cohort = cohorts_of(NEEDS_PAGE)[choices.get("r-for")]
    return Scope(now, day, cohort, ask(settled, now.reader, filters.rcc, day, _thresholds(choices)))


def _thresholds(choices: Choices) -> Thresholds:
    top = choices.number("r-top") if choices.get("r-by") == "top" else None
    staffing = _STAFFING[choices.get("r-staff")]
    return Thresholds(choices.number("r-gbp"), staffing, choices.number("r-young"), top)


def source_words(scope: Scope) -> str:
    """Say where the figures come from, of what date, and what was done to them."""
    kind = "Synthetic demonstration data in the form of " if scope.now.is_demo else ""
    rule = scope.now.reader.rule
    costs = "" if rule.exact else " Costs are shown of 20 children or more with three providers or more."
    return (
        f"Source: {kind}SSDA903 returns as at {short_date(scope.day)}, and the latest cost extracts, census"
        f" and referrals of the year to it. {treated_words(rule)}{costs}"
    )
