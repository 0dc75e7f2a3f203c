"""The gaps: for every rare need the places that are missing, and who lives away for want of one."""

from typing import Final

import streamlit as st

from rcc_dash.domain.explained_rare import GAPS
from rcc_dash.domain.measures import Unit
from rcc_dash.domain.rare import PAYERS
from rcc_dash.figures.bullet import BulletRow, bullet_key, bullets
from rcc_dash.figures.explained import explained_html
from rcc_dash.figures.rare_sentences import span_words, what_is_missing, who_pays
from rcc_dash.figures.written import written
from rcc_dash.queries.children import ALL_AREAS
from rcc_dash.queries.rare_costs import rare_payers
from rcc_dash.queries.rare_gap import Gap
from rcc_dash.ui.cached import ask
from rcc_dash.ui.copy_link import is_narrow
from rcc_dash.ui.rare_found import found_gaps, nobody, subject, whole_region
from rcc_dash.ui.rare_gap_tables import area_table, cohort_table
from rcc_dash.ui.rare_scope import Scope
from rcc_dash.ui.shown import show_chart
from rcc_dash.ui.text import quiet

_TOO_FEW: Final = "too few to say what is missing"
_MARKS: Final = (
    "taking such children now",
    "known to be empty and suitable",
    "needed, likely",
    "needed, prudent",
)
_HONEST: Final = (
    "The number at a row's end: places to open. Ofsted's list does not say which homes take which need: the"
    " bar counts the children whom homes of the right kind in the region have now, and the empty places that"
    " vacancy returns tell of in such homes, which other children may need too. Gaps of different needs must"
    " not be added up: a child may be in several."
)


def gap_lead(asked: Scope) -> str:
    """Say how many beds the chosen cohort needs, how many are missing, and who lives away."""
    gap = _of_cohort(asked)
    if gap.loads is None:
        return nobody(asked)
    of = subject(asked, gap.loads)
    if gap.needed is None or gap.missing is None:
        return f"In {of.who} children {of.whom} are {_TOO_FEW}."
    return what_is_missing(of, gap.needed, gap.missing, gap.away[ALL_AREAS])


def gap_part(asked: Scope) -> None:
    """Draw the beds of every cohort as bullets, the table, and the chosen cohort by LA."""
    gaps = found_gaps(asked)
    drawn = [_bullet(gap) for gap in gaps if gap.needed]
    st.html("<h2>Beds for each need in the region: taken now, and needed</h2>")
    if drawn:
        st.html(bullet_key(*_MARKS))
        spec = bullets("Beds for each need", drawn, is_narrow=is_narrow())
        show_chart(spec, key="r-gaps", keys=bullet_key(*_MARKS))
    quiet(_HONEST)
    cohort_table(asked, gaps)
    quiet(_payers(asked))
    st.html(explained_html("How these numbers are worked out", *GAPS))
    area_table(asked, _of_cohort(asked))


def _of_cohort(asked: Scope) -> Gap:
    return next(gap for gap in found_gaps(asked) if gap.cohort.code == asked.cohort.code)


def _bullet(gap: Gap) -> BulletRow:
    empty = gap.suitable.empty.value if gap.suitable else None
    needed = gap.needed
    return BulletRow(
        gap.cohort.title,
        gap.served.value or 0.0,
        empty or 0.0,
        float(needed.middle) if needed else 0.0,
        float(needed.prudent) if needed else 0.0,
        span_words(*gap.missing) if gap.missing else "",
    )


def _payers(asked: Scope) -> str:
    """Say what each agency pays for the chosen cohort, where that is known."""
    found = ask(rare_payers, asked.now.reader, whole_region(asked))
    parts = {PAYERS[code]: written(one.mean, Unit.GBP) for code, one in found.items()}
    return who_pays(asked.whom, parts)
