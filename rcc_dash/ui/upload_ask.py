"""Whose file is it, or of when, where it is silent about that?"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

import streamlit as st

from rcc_dash.domain.places import cooperatives, la_name, local_authorities
from rcc_dash.intake.preview import FilePreview
from rcc_dash.intake.take import Said
from rcc_dash.ui import upload_visit
from rcc_dash.ui.pressed import button
from rcc_dash.ui.progress_shown import progress_shown

_FIRST_YEAR: Final = 2010
_QUESTIONS: Final = {
    "la": "which local authority they are from",
    "year": "of which return year they are",
    "as_of": "of which date they are",
}


def ask_panel(number: int, one: FilePreview) -> None:
    """Draw the question that a silent file leaves open, and look at the file again with the answer."""
    asks, said = _asked(one)
    if asks:
        _form(str(number), asks, {number: said}, "Check again", f"Checking {one.name}")


def ask_all_panel(files: Sequence[FilePreview]) -> None:
    """Draw, once for all files that leave the same question open, the one answer for all of them."""
    asked = {number: _asked(one) for number, one in enumerate(files)}
    for asks, question in _QUESTIONS.items():
        silent = {number: said for number, (about, said) in asked.items() if about == asks}
        if len(silent) > 1:
            with st.container(border=True, key=f"ask-all-of-{asks}"):
                st.html(f"<h2>{len(silent)} files do not say {question}</h2>")
                label = f"Check all {len(silent)} again"
                _form("all", asks, silent, label, f"Checking {len(silent)} files")


def _asked(one: FilePreview) -> tuple[str, Said]:
    """Give what a file asks (blank if nothing), and what was said about it so far."""
    why, arrival = one.looked.outcome.refused, one.looked.arrival
    if why is None or arrival is None:
        return "", Said()
    return why.asks, Said(
        arrival.la, arrival.year, date.fromisoformat(arrival.as_of) if arrival.as_of else None
    )


def _form(key: str, asks: str, about: Mapping[int, Said], label: str, doing: str) -> None:
    with st.container(horizontal=True, key=f"ask-{key}-{asks}", vertical_alignment="bottom"):
        answer = _answer(key, asks)
        is_same = all(replace(said, **answer) == said for said in about.values())
        answered = button(label, f"check-{key}-{asks}", disabled=is_same)
    if answered:
        with progress_shown(doing) as progress:
            upload_visit.tell({number: replace(said, **answer) for number, said in about.items()}, progress)
        st.rerun()


def _answer(key: str, asks: str) -> dict[str, Any]:
    """Give the field of what is said, and its answer; no field where nothing is answered."""
    if asks == "la":
        la_code = st.selectbox(
            "Local authority",
            _las(),
            index=None,
            format_func=la_name,
            placeholder="Choose",
            key=f"la-{key}",
        )
        return {"la": la_code} if la_code else {}
    if asks == "year":
        year = st.number_input(
            "Return year: the year whose 31 March ends it",
            min_value=_FIRST_YEAR,
            value=upload_visit.this_year(),
            step=1,
            key=f"year-{key}",
        )
        return {"year": int(year)}
    day = st.date_input("Date that it speaks of", format="DD/MM/YYYY", key=f"as-of-{key}")
    return {"as_of": day} if isinstance(day, date) else {}


def _las() -> list[str]:
    """Those of our cooperatives first, then the rest of England, each by name."""
    ours = [la_code for cooperative in cooperatives().values() for la_code in cooperative.la_codes]
    return [*ours, *sorted(set(local_authorities()) - set(ours), key=la_name)]
