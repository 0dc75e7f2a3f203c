"""What must a reader know before any figure: that data are synthetic, exact, damaged, or not as linked?"""

from html import escape

import streamlit as st

from rcc_dash.store.warehouse import Warehouse
from rcc_dash.ui.session import dismiss_notices, notices, take_fault

SYNTHETIC = "Synthetic demonstration data"
EXACT = "Exact figures: OFFICIAL-SENSITIVE, do not share"


def synthetic_tag() -> str:
    """Mark data as made up, in a word less where a phone's bar has no room for it."""
    first, more, last = SYNTHETIC.split()
    return f'<span class="tag">{first} <span class="more">{more} </span>{last}</span>'


def strips(warehouse: Warehouse, *, is_exact: bool, only: str = "") -> None:
    """Draw one quiet line for each thing that changes how every figure is to be read.

    `only` names the LAs that exact figures are of, where they are not of all.
    """
    if is_exact:
        _strip("exact", EXACT)
    if only:
        _strip("note", f"Exact figures are of {only} alone. Switch them off to compare with other areas.")
    if warehouse.warning:
        _strip("damaged", warehouse.warning)
    if fault := take_fault():
        st.error(fault)
    _link_notices()


def _link_notices() -> None:
    found = notices()
    if not found:
        return
    with st.container(horizontal=True, key="link-notices", vertical_alignment="center"):
        _strip("note", " ".join(notice.text for notice in found))
        st.button("Understood", key="dismiss-notices", on_click=dismiss_notices, type="tertiary")


def _strip(kind: str, text: str) -> None:
    st.html(f'<p class="strip strip-{kind}" role="status">{escape(text)}</p>')
