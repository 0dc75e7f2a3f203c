"""The smallest viable group: who must join so that a home is filled, drawn on the map."""

from typing import Final

import pandas as pd
import streamlit as st

from rcc_dash.domain.explained_rare import GROUPS
from rcc_dash.domain.places import la_name
from rcc_dash.figures.base_map import region_ground
from rcc_dash.figures.explained import explained_html
from rcc_dash.figures.rare_sentences import (
    RareSubject,
    amount,
    nobody_fills_a_home,
    who_cannot_be_told,
    who_fills_a_home,
)
from rcc_dash.figures.shading import Shading
from rcc_dash.queries.rare_group import Groups, Joined
from rcc_dash.queries.rare_loads import Loads
from rcc_dash.ui.rare_found import (
    basis_words,
    found_groups,
    found_loads,
    nobody,
    start_la,
    subject,
)
from rcc_dash.ui.rare_group_tables import group_tables
from rcc_dash.ui.rare_scope import Scope
from rcc_dash.ui.shown import fitted_small_map, show_small_map
from rcc_dash.ui.text import quiet

_PICTURE_PX: Final = (600, 430)


def group_lead(asked: Scope) -> str:
    """Say who is the smallest group that fills the home, or that there is none."""
    loads = found_loads(asked)
    if loads is None:
        return nobody(asked)
    found, of = found_groups(asked, loads), subject(asked, loads)
    if loads.is_at_most:
        return who_cannot_be_told(of, found.need, _home(found))
    if not found.groups:
        return _no_group(asked, of, loads, found)
    best = found.groups[0]
    names = [la_name(code) for code in best.la_codes]
    return who_fills_a_home(of, names, best.load, (la_name(best.host), best.miles), _home(found))


def group_part(asked: Scope) -> None:
    """Draw the group on the map, other groups as small, and what homes of other sizes would take."""
    loads = found_loads(asked)
    if loads is None:
        return
    found = found_groups(asked, loads)
    picture, tables = st.columns(2, gap="medium")
    with picture:
        _picture(asked, loads, found)
    with tables:
        group_tables(asked, loads, found)
    quiet(f"{_links(found)} {basis_words(asked, loads)}")
    st.html(explained_html("How these numbers are worked out", *GROUPS))


def _home(found: Groups) -> str:
    return f"a home of {found.home.beds} bed{'' if found.home.beds == 1 else 's'} to {found.home.full:.0%}"


def _no_group(asked: Scope, of: RareSubject, loads: Loads, found: Groups) -> str:
    links = f"linked by no more than {found.home.miles} miles"
    links += f" and with {la_name(start_la(asked))} among them" if start_la(asked) else ""
    return nobody_fills_a_home(of, loads.total, found.need, _home(found), links)


def _links(found: Groups) -> str:
    return (
        f"Members of a group lie no more than {found.home.miles} straight miles from another of it, between"
        " the middles of where people live; a ferry counts as 30 miles more. It is where a home could be"
        " filled, not a decision where to open one."
    )


def _picture(asked: Scope, loads: Loads, found: Groups) -> None:
    """Draw the nearest of the smallest groups; its host has a thick line."""
    best = found.groups[0] if found.groups and not loads.is_at_most else None
    codes = best.la_codes if best else ()
    sizes = [loads.by_la[code] for code in codes]
    frame = pd.DataFrame({
        "la_code": list(codes),
        "value": sizes,
        "shown": [amount(size) for size in sizes],
    })  # fmt: skip
    shading = Shading("Children at one time, about", "", frame.astype({"value": "float64"}))
    cooperative = asked.filters.cooperative
    st.html(f"<h2>{_map_title(best)}</h2>")
    drawn = fitted_small_map(
        cooperative.name,
        region_ground(cooperative.la_codes),
        shading,
        _PICTURE_PX,
        best.host if best else "",
    )
    show_small_map(drawn, has_legend=best is not None)
    if best:
        quiet("Shaded: the nearest of the smallest groups. Thick line: where the home would best stand.")


def _map_title(best: Joined | None) -> str:
    if best is None:
        return "The region"
    return "Who fills the home together" if len(best.la_codes) > 1 else "Who fills the home"
