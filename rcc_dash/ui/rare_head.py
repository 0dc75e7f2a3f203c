"""The top of the page *Rare needs*: the sentence, the key figures, the settings, and who is counted."""

from collections.abc import Callable, Iterator
from typing import Final

import streamlit as st

from rcc_dash.domain.disclosure import HIDDEN
from rcc_dash.domain.explained import Explained
from rcc_dash.domain.measures import Measure, Unit
from rcc_dash.domain.missing import Missing
from rcc_dash.domain.rare import BEYOND, RARE_MEASURES
from rcc_dash.figures.explained import explained_html
from rcc_dash.figures.need_sentences import Hidden, where_they_live, who_has_it
from rcc_dash.figures.written import written
from rcc_dash.queries.rare_costs import rare_costs
from rcc_dash.queries.rare_counts import rare_areas, rare_rows
from rcc_dash.queries.rare_years import rare_headlines, rare_year
from rcc_dash.ui.cached import ask
from rcc_dash.ui.choice_widgets import draw_choices, number, one_of, segment
from rcc_dash.ui.fields import Field
from rcc_dash.ui.rare_gap import gap_lead
from rcc_dash.ui.rare_group import group_lead
from rcc_dash.ui.rare_pool import pool_lead
from rcc_dash.ui.rare_scope import Scope
from rcc_dash.ui.release import draw_released
from rcc_dash.ui.shown import show_cards
from rcc_dash.ui.text import lead, quiet

_THRESHOLDS: Final = {"staffing": "r-staff", "young": "r-young"}
_MANY: Final = 3
_WIDE_PX, _CLOSE_PX = 190, 155
"""Three numbers beside the thresholds of a high cost fit into one line where they stand closer."""
_NUMBERS: Final = {
    "pool": ("r-free", "r-full"),
    "group": ("r-beds", "r-full", "r-miles"),
    "gap": ("r-free", "r-usable"),
}
_INPUTS: Final = {
    "rate": ("Children with this need", "Children looked after by the same local authorities"),
    "beyond": (
        "Children with this need",
        "The LA where each lives; not known counts as not outside",
    ),
    "far": ("Children with this need", "Straight-line miles from home to placement, as DfE measures them"),
    "cost": (
        "£ a week of all agencies, by cost extract, else census, else referral",
        "Only children whose cost is known",
    ),
}
_FORMULAS: Final = {
    "children": "Each child is counted once, whatever other needs the child has.",
    "rate": "10,000 times the first, divided by the second.",
    "beyond": "Those outside the region divided by all with this need.",
    "far": "Those over 20.0 miles divided by all with this need.",
    "cost": "The mean, to £50. In the protected view the dearest twentieth is drawn in first.",
}
_BEWARE: Final = (
    "Those of whom nobody has told are not counted, so there may be more. An analyst changes the rule in"
    " data/reference/cohort_rules.csv, or adds a need by rows there and in cohorts.csv beside it; a row that"
    " cannot be meant is refused with its line and column."
)


def head(scope: Scope) -> str:
    """Draw the sentence, the figures and the settings, and give the part of the page that is open."""
    part = scope.choices.get("r-part")
    draw_released(scope, lambda of: lead(_SENTENCES[part](of)))
    figures = ask(rare_headlines, scope.now.reader, scope.asked, scope.now.calendar)
    show_cards(figures, is_five=True)
    draw_choices("r-settings", [segment("r-part"), one_of("r-for", 300), *_switches(scope, part)])
    quiet(_counted(scope))
    st.html(explained_html("What these numbers mean, and what goes into them", *_explained(scope)))
    return part


def _switches(scope: Scope, part: str) -> Iterator[Field]:
    """Give what can be switched: the thresholds that the cohort listens to, then the part's own numbers."""
    listens = scope.cohort.thresholds
    if "cost_gbp" in listens:
        yield one_of("r-by", 190)
        yield one_of("r-top" if scope.choices.get("r-by") == "top" else "r-gbp", 190)
    for name, key in _THRESHOLDS.items():
        if name in listens:
            yield one_of(key, 190)
    numbers = _NUMBERS.get(part, ())
    for key in numbers:
        yield number(key, _WIDE_PX if len(numbers) < _MANY else _CLOSE_PX)


def _counted(scope: Scope) -> str:
    rows = ask(rare_rows, scope.now.reader, scope.asked)
    row = next(row for row in rows if row.code == scope.cohort.code)
    everyone = ask(rare_areas, scope.now.reader, scope.asked)[""].looked_after
    known, whole = written(row.known, Unit.CHILDREN), written(everyone, Unit.CHILDREN)
    of = f" Known for {scope.subject.about}{known} of {whole} children" if row.is_told else " Known of nobody"
    return f"{scope.cohort.title}: {scope.definition}{of} (told by {scope.cohort.told_by})."


def _explained(scope: Scope) -> list[Explained]:
    of = RARE_MEASURES["children"]
    counted = Explained(
        of.label,
        of.definition,
        (
            "Children looked after on the date, without short breaks",
            f"Who has this need: {scope.definition}",
            f"Where the rule comes from: {scope.cohort.source}",
        ),
        _FORMULAS["children"],
        _BEWARE,
    )
    return [counted, *(_one(measure) for code, measure in RARE_MEASURES.items() if code != "children")]


def _one(measure: Measure) -> Explained:
    return Explained(measure.label, measure.definition, _INPUTS[measure.code], _FORMULAS[measure.code])


def _who(scope: Scope) -> str | Missing:
    if not scope.is_told:
        return scope.not_told()
    now = scope.now.reader
    areas = ask(rare_areas, now, scope.asked)
    las = [area for code, area in areas.items() if code]
    hidden = Hidden(sum(area.children.mark == HIDDEN for area in las), len(las))
    return who_has_it(scope.subject, scope.whom, ask(rare_year, now, scope.asked).figures, hidden)


def _where(scope: Scope) -> str | Missing:
    if not scope.is_told:
        return scope.not_told()
    now = scope.now.reader
    leaving = ask(rare_costs, now, scope.asked)[BEYOND].year
    return where_they_live(scope.subject, scope.whom, ask(rare_year, now, scope.asked).figures, leaving)


_SENTENCES: Final[dict[str, Callable[[Scope], str | Missing]]] = {
    "who": _who,
    "where": _where,
    "pool": pool_lead,
    "group": group_lead,
    "gap": gap_lead,
}
