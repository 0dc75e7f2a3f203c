"""The top of the page *Compare*: the difference in a sentence, and the choice of what is compared."""

from collections.abc import Mapping
from typing import Final

import streamlit as st

from rcc_dash.domain.filters import Filters
from rcc_dash.domain.links import State, read_stop
from rcc_dash.domain.measures import Unit
from rcc_dash.domain.view_words import filter_words
from rcc_dash.errors import UserError
from rcc_dash.figures.compare import compare_sentence
from rcc_dash.ui.compare_scope import NO_EARLIER, Scope, possible
from rcc_dash.ui.fields import Field, Kind, Part, Values, draw_fields
from rcc_dash.ui.load_link import load_link
from rcc_dash.ui.map_controls import shade_choice
from rcc_dash.ui.saved_mine import my_views
from rcc_dash.ui.session import set_other
from rcc_dash.ui.shell import Context
from rcc_dash.ui.text import lead, quiet

_ROUNDED: Final = (
    "Rounded counts can differ by rounding alone: by up to twelve for one local authority or one region."
)


def head(now: Context, asked: Scope | None) -> None:
    """Draw the sentence, a warning where rounding could be all of it, and the two choices."""
    lead(compare_sentence(asked.measure, asked.one, asked.other, now.about) if asked else NO_EARLIER)
    if asked is None:
        load_link(now)
    if asked and asked.measure.unit is Unit.CHILDREN and not now.reader.rule.exact:
        quiet(_ROUNDED)
    with st.container(horizontal=True, key="compare-controls", vertical_alignment="bottom"):
        shade_choice(now)
        _with_choice(now)


def _with_choice(now: Context) -> None:
    """Draw what can be compared with: likely others, saved views, and what the link asks for."""
    others = {**possible(now), **_saved(now)}
    chosen = next((name for name, filters in others.items() if filters == now.state.other), "")
    if not chosen and now.state.other:
        chosen = filter_words(now.state.other)
        others[chosen] = now.state.other
    draw_fields("w-compare-with", [Part([_field(others, chosen)])])


def _field(others: Mapping[str, Filters | None], chosen: str) -> Field:
    def take(names: Values) -> None:
        set_other(others[names[0]])

    return Field("with", Kind.LIST, "Compare with", {name: name for name in others}, (chosen,), take, 360)


def _saved(now: Context) -> dict[str, Filters | None]:
    try:
        views = my_views()
    except UserError:
        return {}
    found: dict[str, State] = {
        f"Saved: {view.entry.title}": read_stop(view.entry.stop, now.calendar.dates)[0] for view in views
    }
    return {name: state.filters for name, state in found.items() if state.filters != now.state.filters}
