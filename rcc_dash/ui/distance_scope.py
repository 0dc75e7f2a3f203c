"""What is the page *Distance* asked, and whom is each of its parts about?"""

from collections.abc import Callable
from dataclasses import dataclass, replace

import streamlit as st

from rcc_dash.domain.distance import FAR_BANDS
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.views import Focus
from rcc_dash.figures.distance_sentences import Subject
from rcc_dash.figures.picks import picked_row
from rcc_dash.queries.distance_children import Asked
from rcc_dash.ui.fields import Field
from rcc_dash.ui.map_controls import focus_field
from rcc_dash.ui.session import Bound, set_choice, set_filters, set_view, state
from rcc_dash.ui.shell import Context


@dataclass(frozen=True, slots=True)
class Scope:
    """The question of the page: of all areas chosen (`whole`), and of the area in focus (`asked`)."""

    now: Context
    whole: Asked
    asked: Asked
    measure: str
    near: str

    @property
    def subject(self) -> Subject:
        """Name whom the sentences are about."""
        return Subject.of(self.asked.filters, self.asked.day, self.now.about)

    @property
    def focus(self) -> str:
        """Give the LA in focus; blank for none."""
        return self.now.state.view.focus.la_code if self.whole != self.asked else ""


def scope(now: Context) -> Scope | None:
    """Read the page's question from the link; None where no return answers for the date."""
    filters, choices = now.state.filters, now.state.choices
    day = now.calendar.children_on(filters.as_of)
    if day is None:
        return None
    focus = now.state.view.focus.la_code
    narrow = replace(filters, las=(focus,)) if focus in filters.la_codes else filters
    base = choices.get("d-base")
    return Scope(
        now, Asked(filters, day, base), Asked(narrow, day, base), choices.get("d-of"), choices.get("d-near")
    )


def focus_choice(filters: Filters) -> Field:
    """Give the choice of the one LA that the page is about: what a click does, without a mouse."""
    at = state().view.focus.la_code
    return focus_field(filters, at if at in filters.la_codes else "")


def on_click(key: str, take: Callable[[dict[str, str]], None]) -> Callable[[], None]:
    """Give the callback of a clickable chart: passes on the fields of what was clicked."""

    def taken() -> None:
        if row := picked_row(st.session_state[key]):
            take(row)

    return Bound[object](key).take(lambda _: taken())


def focus_on(la_code: str) -> None:
    """Put an LA in focus; the same one again takes it out."""
    view = state().view
    set_view(replace(view, focus=Focus() if view.focus.la_code == la_code else Focus(la_code=la_code)))


def keep_only(dimension: str, value: str) -> None:
    """Keep only the children with one value of a dimension; the same one again keeps all."""
    filters = state().filters
    chosen = () if filters.chosen(dimension) == (value,) else (value,)
    set_filters(filters.with_chosen(dimension, chosen))


def look_at_band(band: str) -> None:
    """Look at far children where a far band is clicked, else at all who live outside their LA."""
    set_choice("d-of", "far" if band in FAR_BANDS else "outside")


def all_children(filters: Filters) -> Filters:
    """Take away the filters of children: flows and DfE's own figures are of all of them."""
    return replace(filters, placement=(), age=(), sector=())
