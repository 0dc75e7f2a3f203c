"""Whose file is it, or of when, where it is silent about that?"""

from datetime import date
from typing import Final

import streamlit as st

from rcc_dash.domain.places import cooperatives, la_name, local_authorities
from rcc_dash.intake.preview import FilePreview
from rcc_dash.intake.take import Said
from rcc_dash.ui import upload_visit
from rcc_dash.ui.pressed import button
from rcc_dash.ui.progress_shown import progress_shown

_FIRST_YEAR: Final = 2010
_YEARS_BACK: Final = 10


def ask_panel(number: int, one: FilePreview) -> None:
    """Draw the question that a silent file leaves open, and look at the file again with the answer."""
    why, arrival = one.looked.outcome.refused, one.looked.arrival
    if why is None or arrival is None:
        return
    said = Said(arrival.la, arrival.year, date.fromisoformat(arrival.as_of) if arrival.as_of else None)
    with st.container(horizontal=True, key=f"ask-{number}", vertical_alignment="bottom"):
        answer = _answer(number, why.asks, said)
        answered = button("Check again", f"check-{number}-{why.asks}", disabled=answer == said)
    if answered:
        with progress_shown(f"Checking {one.name}") as progress:
            upload_visit.tell(number, answer, progress)
        st.rerun()


def _answer(number: int, asks: str, said: Said) -> Said:
    if asks == "la":
        la_code = st.selectbox(
            "Local authority",
            _las(),
            index=None,
            format_func=la_name,
            placeholder="Choose",
            key=f"la-{number}",
        )
        return Said(la_code, said.year, said.as_of)
    if asks == "year":
        year = st.number_input(
            "Return year: the year whose 31 March ends it",
            min_value=_FIRST_YEAR,
            value=upload_visit.this_year(),
            step=1,
            key=f"year-{number}",
        )
        return Said(said.la, int(year), said.as_of)
    day = st.date_input("Date that it speaks of", format="DD/MM/YYYY", key=f"as-of-{number}")
    return Said(said.la, said.year, day if isinstance(day, date) else said.as_of)


def _las() -> list[str]:
    """Those of our cooperatives first, then the rest of England, each by name."""
    ours = [la_code for cooperative in cooperatives().values() for la_code in cooperative.la_codes]
    return [*ours, *sorted(set(local_authorities()) - set(ours), key=la_name)]
