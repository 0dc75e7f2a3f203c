"""The register's entries in words: how figures are worked out and protected, needs, sources and limits."""

from collections.abc import Iterator
from typing import Final

from rcc_dash.domain import explained_distance, explained_rare, explained_voids
from rcc_dash.domain.accounts import RESTRICTED, SOURCES
from rcc_dash.domain.ages import limit_of
from rcc_dash.domain.cohorts import Cohort, Thresholds, cohorts
from rcc_dash.domain.explained import Explained
from rcc_dash.domain.protection_words import rules_told
from rcc_dash.domain.register import Entry, entry
from rcc_dash.domain.suitability import rules
from rcc_dash.domain.thresholds import thresholds
from rcc_dash.domain.words import counted
from rcc_dash.settings import PROTECT_METHOD

_WORKED: Final = {
    "Distance": explained_distance.MEASURED,
    "What would be nearer": explained_distance.NEARER,
    "Empty places (voids)": explained_voids.PLACES,
    "What empty places cost": explained_voids.WHAT_THEY_COST,
    "Who could share or fill them": explained_voids.SHARED,
    "Who has a rare need": explained_rare.COUNTED,
    "Pooling rare needs": explained_rare.POOLING,
    "Groups that share a home": explained_rare.GROUPS,
    "Gaps": explained_rare.GAPS,
    "What rare needs cost": explained_rare.COSTS,
}


def worked() -> Iterator[Entry]:
    """Give every way of working numbers out, once each."""
    seen: set[str] = set()
    for group, numbers in _WORKED.items():
        for number in numbers:
            if number.title not in seen:
                seen.add(number.title)
                yield _worked(group, number)


def _worked(group: str, of: Explained) -> Entry:
    return entry(
        "worked",
        of.title,
        group,
        of.title,
        what_it_means=of.meaning,
        what_goes_in=". ".join(of.inputs) + ".",
        how_it_is_worked_out=of.formula,
        beware=of.beware,
    )


def protected() -> Iterator[Entry]:
    """Give every rule by which numbers of children are protected."""
    for title, words in rules_told(PROTECT_METHOD).items():
        yield entry("protected", title, "", title, the_rule=words)


def sources() -> Iterator[Entry]:
    """Give every kind of file, with when it is old."""
    for code, title in SOURCES.items():
        limit = limit_of(code)
        yield entry(
            "sources",
            code,
            "",
            title,
            newer_ones_are_due_after=counted(limit.old_months, "month", "months"),
            out_of_date_after=counted(limit.outdated_months, "month", "months"),
            because=limit.why,
            who_has_it="LAs only: Ofsted gives it to them" if code in RESTRICTED else "",
        )


def needs() -> Iterator[Entry]:
    """Give every rare need, and which home suits which child."""
    for cohort in cohorts().values():
        yield _need(cohort)
    told = {f"rule_{number}": rule.words for number, rule in enumerate(rules(), start=1)}
    yield entry("needs", "suitability", "Suitability", "Which home suits which child", **told)


def _need(of: Cohort) -> Entry:
    return entry(
        "needs",
        of.code,
        "Rare needs",
        of.title,
        who_has_it=of.defined(Thresholds()),
        where_the_rule_comes_from=of.source,
        told_by=of.told_by,
        home_that_serves_it=of.home_words,
    )


def limits() -> Iterator[Entry]:
    """Give every limit that the app keeps to."""
    for of in thresholds():
        yield entry("limits", of.name, of.group, of.title, about=of.group, value=of.value, because=of.why)
