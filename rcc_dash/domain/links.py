"""The link is the view: settings to a query string and back, and what could not be had.

Codes are short and stable (DfE's three-digit LA codes); defaults are left out; the same
view always gives the same link. Nothing in a link is trusted: what is not a known code
becomes a notice for the reader and goes no further.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from rcc_dash.domain.choices import CHOICES, Choices
from rcc_dash.domain.dimensions import dimensions
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.link_reader import LinkReader, Notice, quoted
from rcc_dash.domain.measures import AREA_MEASURES
from rcc_dash.domain.places import cooperatives, la_name, local_authorities, match_area
from rcc_dash.domain.views import LAYER_LABELS, TOP_RANGE, Focus, MapView, Mode
from rcc_dash.domain.words import long_date

MAX_VALUE: Final = 400
"""Longer values are cut before they are read: a typical whole link is under 500 characters."""

_KEYS: Final = {"placement": "p", "age": "a", "sector": "s"}
_KNOWN: Final = frozenset({
    *("r", "sub", "la", "at", "m", "shade", "show", "top", "f"), *_KEYS.values(), *CHOICES
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class State:
    """Everything that a link holds besides the page."""

    filters: Filters = field(default_factory=Filters)
    view: MapView = field(default_factory=MapView)
    choices: Choices = field(default_factory=Choices)


def encode(state: State) -> dict[str, str]:
    """Give the query parameters of a view, defaults left out, in a fixed order."""
    filters, view, plain = state.filters.normalised(), state.view.normalised(), MapView()
    pairs = {
        "r": filters.rcc if filters.rcc != Filters().rcc else "",
        "sub": filters.sub_region,
        "la": ".".join(sorted(_dfe_code(code) for code in filters.las)),
        "at": filters.as_of.isoformat() if filters.as_of else "",
        **{key: ".".join(filters.chosen(dimension)) for dimension, key in _KEYS.items()},
        "m": view.mode.value if view.mode != plain.mode else "",
        "shade": view.shade if view.shade != plain.shade else "",
        "show": (".".join(view.layers) or "none") if view.layers != plain.layers else "",
        "top": str(view.top) if view.top != plain.top else "",
        "f": _focus_token(view.focus),
        **dict(state.choices.normalised().pairs),
    }
    return {key: value for key, value in pairs.items() if value}


def decode(query: Mapping[str, Sequence[str]], dates: Sequence[date]) -> tuple[State, tuple[Notice, ...]]:
    """Read a query string into a view and say what it asked for that cannot be had.

    `query` holds every value given for a key; `dates` are those loaded, latest last.
    Never raises: whatever is not understood is left out and told.
    """
    reader = LinkReader({key: ".".join(values)[:MAX_VALUE] for key, values in query.items()}, [])
    reader.say_unknown(_KNOWN)
    filters = _read_filters(reader, dates)
    view = _read_view(reader)
    return State(filters.normalised(), view.normalised(), _read_choices(reader)), reader.told()


def _read_filters(reader: LinkReader, dates: Sequence[date]) -> Filters:
    rcc = next(iter(reader.known("r", list(cooperatives()), "the cooperative")), Filters().rcc)
    subs = [sub.code for sub in cooperatives()[rcc].sub_regions]
    sub = next(iter(reader.known("sub", subs, "the sub-region")), "")
    filters = Filters(rcc=rcc, sub_region=sub, as_of=_read_date(reader, dates))
    for code, key in _KEYS.items():
        dimension = dimensions()[code]
        chosen = reader.known(key, dimension.codes, f"the {dimension.title.lower()}")
        filters = filters.with_chosen(code, chosen)
    return replace(filters, las=_read_las(reader, filters))


def _read_las(reader: LinkReader, filters: Filters) -> tuple[str, ...]:
    area = replace(filters, las=()).area_phrase()
    found = (_read_la(reader, token, filters.selectable_las, area) for token in reader.tokens("la"))
    return tuple(code for code in found if code)


def _read_la(reader: LinkReader, token: str, possible: tuple[str, ...], area: str) -> str:
    """Give the LA that a token stands for; blank if it cannot be chosen. Says what became of a former one."""
    match = match_area(token)
    code = match.la_code or ""
    if code and code not in possible:
        name = f"{la_name(code)} ({match.note})" if match.note else la_name(code)
        reader.say(f"{name}, which is not in {area}")
    elif match.note:
        reader.tell(f"{match.note}; {'it is shown in its place' if code else 'it was left out'}.")
    elif not code:
        reader.say(f"the local authority {quoted(token)}, which is not known")
    return code if code in possible else ""


def _read_date(reader: LinkReader, dates: Sequence[date]) -> date | None:
    token = reader.first("at")
    if not token:
        return None
    try:
        asked = date.fromisoformat(token)
    except ValueError:
        reader.say(f"the date {quoted(token)}, which is not a date")
        return None
    if asked in dates:
        return asked if asked != dates[-1] else None
    reader.say(f"{long_date(asked)}, for which nothing is loaded", "The latest date is shown.")
    return None


def _read_view(reader: LinkReader) -> MapView:
    plain = MapView()
    mode = next(
        iter(reader.known("m", [mode.value for mode in Mode], "the flow direction")), plain.mode.value
    )
    return MapView(
        mode=Mode(mode),
        shade=next(iter(reader.known("shade", AREA_MEASURES, "the shading")), plain.shade),
        layers=_read_layers(reader),
        top=_read_top(reader),
        focus=_read_focus(reader),
    )


def _read_layers(reader: LinkReader) -> tuple[str, ...]:
    asked = reader.known("show", [*LAYER_LABELS, "none"], "the map layer")
    return asked or MapView().layers


def _read_top(reader: LinkReader) -> int:
    token = reader.first("top")
    if not token:
        return MapView().top
    low, high = TOP_RANGE
    if re.fullmatch(r"[0-9]{1,3}", token) and low <= int(token) <= high:
        return int(token)
    reader.say(f"the largest {quoted(token)} flows", f"Between {low} and {high} can be shown.")
    return MapView().top


def _read_focus(reader: LinkReader) -> Focus:
    token = reader.first("f")
    area = match_area(token[2:]).la_code if re.fullmatch(r"la[0-9]{3}", token) else None
    focus = Focus(la_code=area or "", urn=token[4:] if token.startswith("home") else "").normalised()
    if token and not focus:
        reader.say(f"the focus {quoted(token)}, which is not known")
    return focus


def _read_choices(reader: LinkReader) -> Choices:
    found = Choices()
    for key, choice in CHOICES.items():
        token = reader.first(key)
        if token and choice.spelling(token) is None:
            reader.say(f"“{choice.title}” {quoted(token)}, which cannot be had", choice.possible())
        elif token:
            found = found.having(key, token)
    return found


def _focus_token(focus: Focus) -> str:
    if focus.urn:
        return f"home{focus.urn}"
    return f"la{_dfe_code(focus.la_code)}" if focus.la_code in local_authorities() else ""


def _dfe_code(la_code: str) -> str:
    return local_authorities()[la_code].dfe_code
