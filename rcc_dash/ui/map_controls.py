"""How the map is looked at: direction of flows, shading, layers, how many flows, and the focus."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from rcc_dash.domain.filters import Filters
from rcc_dash.domain.measures import AREA_MEASURES, measures
from rcc_dash.domain.places import la_name
from rcc_dash.domain.views import LAYER_LABELS, MODE_LABELS, TOP_RANGE, Focus, Mode
from rcc_dash.ui.copy_link import is_narrow
from rcc_dash.ui.fields import Field, Kind, Part, Values, draw_fields
from rcc_dash.ui.session import set_view, state
from rcc_dash.ui.shades import without_files
from rcc_dash.ui.shell import Context

_STEP: Final = 5


def map_controls(now: Context) -> None:
    """Draw the line of controls above the map; behind one button on a phone."""
    fields = list(_fields(now))
    menu = "What the map shows" if is_narrow() else ""
    draw_fields("map-controls", [Part(fields, menu, "map")], width="stretch")


def _fields(now: Context) -> Iterator[Field]:
    view = now.state.view
    yield focus_field(now.state.filters, view.focus.la_code)
    yield _shade(now)
    yield Field("layers", Kind.SEVERAL, "Show", LAYER_LABELS, view.layers, _show)
    if "flows" in view.layers:
        modes = {mode.value: words for mode, words in MODE_LABELS.items()}
        yield Field("mode", Kind.ONE, "Flows", modes, (view.mode.value,), _direct)
        top, span = (str(view.top),), (*TOP_RANGE, _STEP)
        yield Field("top", Kind.RANGE, "Largest flows", {}, top, _show_most, 130, span=span)


def focus_field(filters: Filters, la_code: str) -> Field:
    """Give the choice of the one LA in focus, blank for none: what a click does, without a mouse."""
    codes = dict.fromkeys([*filters.la_codes, *([la_code] if la_code else [])])
    options = {"": "The whole area"} | {code: la_name(code) for code in codes}
    return Field("focus", Kind.LIST, "Focus on", options, (la_code,), _focus, 170)


def shade_choice(now: Context) -> None:
    """Draw the choice of the figure that areas are shaded by."""
    draw_fields("w-shade", [Part([_shade(now)])])


def _shade(now: Context) -> Field:
    options = {code: measures()[code].label for code in AREA_MEASURES}
    closed = without_files(now.calendar, now.state.filters.as_of)
    return Field("shade", Kind.LIST, "Shade areas by", options, (now.shade,), _shade_by, 230, closed=closed)


def _focus(chosen: Values) -> None:
    set_view(replace(state().view, focus=Focus(la_code=chosen[0])))


def _shade_by(chosen: Values) -> None:
    set_view(replace(state().view, shade=chosen[0]))


def _show(chosen: Values) -> None:
    set_view(replace(state().view, layers=chosen))


def _direct(chosen: Values) -> None:
    set_view(replace(state().view, mode=Mode(chosen[0])))


def _show_most(chosen: Values) -> None:
    set_view(replace(state().view, top=int(chosen[0])))
