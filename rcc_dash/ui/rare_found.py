"""What the parts of *Rare needs* on pooling, groups and gaps are asked, and their basis in words."""

from dataclasses import replace
from datetime import date

from rcc_dash.domain.filters import Filters
from rcc_dash.domain.words import and_list, counted, short_date
from rcc_dash.figures.rare_sentences import RareSubject, amount
from rcc_dash.queries.rare_counts import is_told
from rcc_dash.queries.rare_gap import RETURN_DAYS, Gap, GapAsked, rare_gaps
from rcc_dash.queries.rare_group import Groups, RareHome, groups
from rcc_dash.queries.rare_loads import Loads, cohort_loads
from rcc_dash.queries.rare_parts import RareAsked
from rcc_dash.queries.rare_pooling import Pooling, Target, pooling
from rcc_dash.queries.voids_homes import moment
from rcc_dash.ui.cached import ask
from rcc_dash.ui.rare_scope import Scope


def found_loads(scope: Scope) -> Loads | None:
    """Ask how many children of the cohort each LA has at one time; None where nobody of it is known."""
    return cohort_found(scope, scope.cohort.code)


def cohort_found(scope: Scope, cohort: str) -> Loads | None:
    """Ask the same of any cohort of the page."""
    return ask(cohort_loads, scope.now.reader, scope.filters.rcc, _days(scope), cohort, scope.thresholds)


def target(scope: Scope) -> Target:
    """Give what the settings ask of provision."""
    return Target(scope.choices.number("r-free") / 100, scope.choices.number("r-full") / 100)


def found_pooling(scope: Scope, loads: Loads) -> Pooling:
    """Ask what the members need alone and together."""
    return ask(pooling, scope.now.reader, scope.filters.rcc, loads, target(scope), start_la(scope))


def found_groups(scope: Scope, loads: Loads) -> Groups:
    """Ask who would fill the home that the settings describe."""
    return groups_of_beds(scope, loads, scope.choices.number("r-beds"))


def groups_of_beds(scope: Scope, loads: Loads, beds: int) -> Groups:
    """Ask the same of a home of so many beds."""
    home = RareHome(beds, target(scope).full, scope.choices.number("r-miles"))
    return ask(groups, scope.filters.rcc, loads, home, start_la(scope))


def found_gaps(scope: Scope) -> tuple[Gap, ...]:
    """Ask for the gap of every cohort."""
    when = ask(moment, scope.now.reader, scope.now.calendar, scope.day, RETURN_DAYS)
    usable = scope.choices.number("r-usable") / 100
    asked = GapAsked(
        scope.filters.rcc, _days(scope), scope.thresholds, target(scope).availability, usable, when
    )
    return ask(rare_gaps, scope.now.reader, asked)


def whole_region(scope: Scope) -> RareAsked:
    """Give the question about the cohort in the whole cooperative, whatever filter is on."""
    return replace(scope.asked, filters=Filters(rcc=scope.filters.rcc))


def start_la(scope: Scope) -> str:
    """Give the LA that the reader has chosen; blank where it is none or several."""
    return scope.filters.las[0] if len(scope.filters.las) == 1 else ""


def subject(scope: Scope, loads: Loads | None = None) -> RareSubject:
    """Name whom the sentences are about: always the whole cooperative, and the LAs that tell."""
    cooperative = scope.filters.cooperative
    las = len(loads.telling) if loads else len(cooperative.la_codes)
    return RareSubject(cooperative.phrase, scope.whom, las, scope.now.about)


def nobody(scope: Scope) -> str:
    """Say that nobody of the cohort is known."""
    return f"In {scope.filters.cooperative.phrase} no children {scope.whom} are known."


def nobody_word(scope: Scope, cohort: str) -> str:
    """Say in a table why a cohort has no number: no file tells who is of it, or nobody is."""
    is_known = ask(is_told, scope.now.reader, whole_region(scope), cohort)
    return "nobody" if is_known else "no file tells"


def basis_words(scope: Scope, loads: Loads) -> str:
    """Say on what the loads rest: dates, LAs that do not tell, hidden numbers, and no filter."""
    days = and_list([short_date(day) for day in loads.days])
    told = "the count" if len(loads.days) == 1 else "the average of the counts"
    if loads.is_at_most:
        return (
            f"Children at one time: too few to show on {days}, so no more than {loads.total:,.0f} in all are"
            " assumed. Always of the whole region, whatever filter is on."
        )
    silent = len(scope.filters.cooperative.la_codes) - len(loads.telling)
    hidden = len(loads.guessed & loads.telling)
    return (
        f"Children at one time: {told} on {days}, {amount(loads.total)} in all; an LA's own number is drawn"
        " towards the region's rate, the more the fewer were counted, at most about halfway."
        f" {_silent_words(silent)}{_hidden_words(hidden)}Always of the whole region, whatever filter is on."
    )


def _silent_words(silent: int) -> str:
    who = "1 local authority does" if silent == 1 else f"{silent} local authorities do"
    return f"{who} not tell who these children are, and no part of this is theirs. " if silent else ""


def _hidden_words(hidden: int) -> str:
    who = counted(hidden, "local authority", "local authorities")
    instead = "an estimate by children looked after stands in its place."
    return f"The number is hidden for {who}; {instead} " if hidden else ""


def _days(scope: Scope) -> tuple[date, ...]:
    return tuple(day for day in scope.now.calendar.children if day <= scope.day)
