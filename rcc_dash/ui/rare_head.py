"""The top of the page *Rare needs*: the sentence, the key figures, the settings, and who is counted."""

from collections.abc import Callable
from typing import Final

import streamlit as st

from rcc_dash.domain.disclosure import HIDDEN
from rcc_dash.domain.measures import Unit
from rcc_dash.domain.rare import BEYOND
from rcc_dash.figures.cards import cards_html
from rcc_dash.figures.explained import Explained, explained_html
from rcc_dash.figures.need_sentences import Hidden, where_they_live, who_has_it
from rcc_dash.figures.written import written
from rcc_dash.queries.rare_costs import rare_costs
from rcc_dash.queries.rare_counts import rare_areas, rare_rows
from rcc_dash.queries.rare_years import rare_headlines, rare_year
from rcc_dash.ui.cached import ask
from rcc_dash.ui.choice_widgets import choose_number, choose_one, choose_segment
from rcc_dash.ui.rare_gap import gap_lead
from rcc_dash.ui.rare_group import group_lead
from rcc_dash.ui.rare_pool import pool_lead
from rcc_dash.ui.rare_scope import Scope
from rcc_dash.ui.text import lead, quiet

_THRESHOLDS: Final = {"staffing": "r-staff", "young": "r-young"}
_NUMBERS: Final = {
    "pool": ("r-free", "r-full"),
    "group": ("r-beds", "r-full", "r-miles"),
    "gap": ("r-free", "r-usable"),
}
_INPUTS: Final = {
    "children": ("Children looked after on the date, without short breaks", "The rule of the cohort, below"),
    "rate": ("Children of the cohort", "Children looked after by the same local authorities"),
    "beyond": (
        "Children of the cohort",
        "The LA where each lives; not known counts as not outside",
    ),
    "far": ("Children of the cohort", "Straight-line miles from home to placement, as DfE measures them"),
    "cost": (
        "£ a week of all agencies, by cost extract, else census, else referral",
        "Only children whose cost is known",
    ),
}
_FORMULAS: Final = {
    "children": "Each child is counted once, however many cohorts the child is in.",
    "rate": "10,000 times the first, divided by the second.",
    "beyond": "Those outside the region divided by all of the cohort.",
    "far": "Those over 20.0 miles divided by all of the cohort.",
    "cost": "The mean, to £50. In the protected view the dearest twentieth is drawn in first.",
}


def head(scope: Scope) -> str:
    """Draw the sentence, the figures and the settings, and give the part of the page that is open."""
    part = scope.choices.get("r-part")
    lead(_SENTENCES[part](scope))
    figures = ask(rare_headlines, scope.now.reader, scope.asked, scope.now.calendar)
    st.html(f'<div class="five">{cards_html(figures)}</div>')
    chosen = choose_segment("r-part")
    with st.container(horizontal=True, key="r-settings", vertical_alignment="bottom"):
        choose_one("r-for", 300)
        _switches(scope, chosen)
    quiet(_counted(scope))
    st.html(explained_html("What these numbers mean, and what goes into them", *_explained(scope)))
    return chosen


def _switches(scope: Scope, part: str) -> None:
    """Draw what can be switched: the thresholds that the cohort listens to, then the part's own numbers."""
    listens = scope.cohort.thresholds
    if "cost_gbp" in listens:
        choose_one("r-by", 190)
        choose_one("r-top" if scope.choices.get("r-by") == "top" else "r-gbp", 190)
    for name, key in _THRESHOLDS.items():
        if name in listens:
            choose_one(key, 190)
    for key in _NUMBERS.get(part, ()):
        choose_number(key, 190)


def _counted(scope: Scope) -> str:
    rows = ask(rare_rows, scope.now.reader, scope.asked)
    row = next(row for row in rows if row.code == scope.cohort.code)
    everyone = ask(rare_areas, scope.now.reader, scope.asked)[""].looked_after
    known, whole = written(row.known, Unit.CHILDREN), written(everyone, Unit.CHILDREN)
    of = f" Known for {scope.subject.about}{known} of {whole} children" if row.is_told else " Known of nobody"
    return f"{scope.cohort.title}: {scope.definition}{of} (told by {scope.cohort.told_by})."


def _explained(scope: Scope) -> list[Explained]:
    figures = ask(rare_headlines, scope.now.reader, scope.asked, scope.now.calendar)
    source = (
        f"Source of the rule: {scope.cohort.source}. The rule stands in data/reference/cohort_rules.csv. An"
        " analyst changes it there, or adds a need by rows in this file and in cohorts.csv beside it; a row"
        " that cannot be meant is refused with its line and column."
    )
    return [
        Explained(
            one.measure.label,
            one.measure.definition,
            _INPUTS[one.measure.code],
            _FORMULAS[one.measure.code],
            source if one.measure.code == "children" else "",
        )
        for one in figures
    ]


def _who(scope: Scope) -> str:
    if not scope.is_told:
        return scope.not_told()
    now = scope.now.reader
    areas = ask(rare_areas, now, scope.asked)
    las = [area for code, area in areas.items() if code]
    hidden = Hidden(sum(area.children.mark == HIDDEN for area in las), len(las))
    return who_has_it(scope.subject, scope.whom, ask(rare_year, now, scope.asked).figures, hidden)


def _where(scope: Scope) -> str:
    if not scope.is_told:
        return scope.not_told()
    now = scope.now.reader
    leaving = ask(rare_costs, now, scope.asked)[BEYOND].year
    return where_they_live(scope.subject, scope.whom, ask(rare_year, now, scope.asked).figures, leaving)


_SENTENCES: Final[dict[str, Callable[[Scope], str]]] = {
    "who": _who,
    "where": _where,
    "pool": pool_lead,
    "group": group_lead,
    "gap": gap_lead,
}
