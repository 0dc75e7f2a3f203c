"""The link is the view: settings to a query string and back, and what could not be had.

Codes are short and stable (DfE's three-digit LA codes); defaults are left out; the same
view always gives the same link. Nothing in a link is trusted: what is not a known code
becomes a notice for the reader and goes no further.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from typing import Final

from rcc_dash.domain.agenda import MAX_AGENDA, Meeting, Stop
from rcc_dash.domain.camera import CAMERA, Camera
from rcc_dash.domain.choices import CHOICES, Choices
from rcc_dash.domain.dimensions import dimensions
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.link_meeting import AGENDA, MEETING_KEYS, meeting_pairs, read_meeting
from rcc_dash.domain.link_query import MAX_QUERY, QUERY, read_query
from rcc_dash.domain.link_reader import LinkReader, Notice, quoted
from rcc_dash.domain.link_view import read_camera, read_view, view_pairs
from rcc_dash.domain.places import cooperatives, la_name, local_authorities, match_area
from rcc_dash.domain.views import MapView
from rcc_dash.domain.words import long_date

MAX_VALUE: Final = 400
"""Longer values are cut before they are read: a typical whole link is under 500 characters."""

_KEYS: Final = {"placement": "p", "age": "a", "sector": "s"}
_FILTER_KEYS: Final = ("r", "sub", "la", "at", *_KEYS.values())
_OTHER: Final = "c-"
"""Before the keys of a filter that is compared with."""

_KNOWN: Final = frozenset({
    *("m", "shade", "show", "top", "f"), *_FILTER_KEYS, *(f"{_OTHER}{key}" for key in _FILTER_KEYS), *CHOICES,
    *MEETING_KEYS, QUERY, CAMERA,
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class State:
    """Everything that a link holds besides the page."""

    filters: Filters = field(default_factory=Filters)
    view: MapView = field(default_factory=MapView)
    choices: Choices = field(default_factory=Choices)
    meeting: Meeting = field(default_factory=Meeting)
    other: Filters | None = None
    """What is compared with, on the page that compares; none means the year before."""
    query: str = ""
    """SQL that was typed, on its page; it is shown and never run by itself."""
    camera: Camera | None = None
    """Where the map stands; none as it opens. No answer follows it, so it is no part of the `view`."""

    @property
    def alone(self) -> "State":
        """Give the same view without the agenda that it may be part of."""
        return replace(self, meeting=Meeting())

    @property
    def carried(self) -> "State":
        """Give what goes along to another page."""
        return replace(self.alone, other=None, query="")


def encode(state: State) -> dict[str, str]:
    """Give the query parameters of a view, defaults left out, in a fixed order."""
    filters = state.filters.normalised()
    pairs = {
        **_filter_pairs(filters),
        "r": filters.rcc if filters.rcc != Filters().rcc else "",
        **view_pairs(state.view.normalised()),
        **_other_pairs(state.other),
        **dict(state.choices.normalised().pairs),
        **meeting_pairs(state.meeting),
        QUERY: state.query,
        CAMERA: state.camera.token if state.camera else "",
    }
    return {key: value for key, value in pairs.items() if value}


def _filter_pairs(filters: Filters) -> dict[str, str]:
    return {
        "r": filters.rcc,
        "sub": filters.sub_region,
        "la": ".".join(sorted(_dfe_code(code) for code in filters.las)),
        "at": filters.as_of.isoformat() if filters.as_of else "",
        **{key: ".".join(filters.chosen(dimension)) for dimension, key in _KEYS.items()},
    }


def _other_pairs(other: Filters | None) -> dict[str, str]:
    """Write what is compared with; its cooperative always, since nothing at all means the year before."""
    pairs = _filter_pairs(other.normalised()) if other else {}
    return {f"{_OTHER}{key}": value for key, value in pairs.items()}


def decode(query: Mapping[str, Sequence[str]], dates: Sequence[date]) -> tuple[State, tuple[Notice, ...]]:
    """Read a query string into a view and say what it asked for that cannot be had.

    `query` holds every value given for a key; `dates` are those loaded, latest last.
    Never raises: whatever is not understood is left out and told.
    """
    reader = LinkReader({key: ".".join(values)[: _longest(key)] for key, values in query.items()}, [])
    reader.say_unknown(_KNOWN)
    filters = _read_filters(reader, dates)
    view = read_view(reader, filters)
    meeting = read_meeting(reader, partial(_tidy, dates=dates))
    other = _read_other(reader, dates)
    rest = (_read_choices(reader), meeting, other, read_query(reader), read_camera(reader))
    return State(filters.normalised(), view.normalised(), *rest), reader.told()


def read_stop(stop: Stop, dates: Sequence[date]) -> tuple[State, tuple[Notice, ...]]:
    """Read one view of an agenda, and say what it asked for that cannot be had."""
    return decode({key: (value,) for key, value in stop.query if key not in MEETING_KEYS}, dates)


def _tidy(stop: Stop, dates: Sequence[date]) -> tuple[Stop, tuple[Notice, ...]]:
    state, notices = read_stop(stop, dates)
    return stop_of(stop.page, state), notices


def stop_of(page: str, state: State) -> Stop:
    """Give a view as one of an agenda."""
    return Stop(page, tuple(encode(replace(state.alone, query="")).items()))


def _longest(key: str) -> int:
    return {AGENDA: MAX_AGENDA, QUERY: MAX_QUERY}.get(key, MAX_VALUE)


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


def _read_other(reader: LinkReader, dates: Sequence[date]) -> Filters | None:
    values = {key: reader.values.get(f"{_OTHER}{key}", "") for key in _FILTER_KEYS}
    if not any(values.values()):
        return None
    return _read_filters(LinkReader(values, reader.notices), dates).normalised()


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


def _read_choices(reader: LinkReader) -> Choices:
    found = Choices()
    for key, choice in CHOICES.items():
        token = reader.first(key)
        if token and choice.spelling(token) is None:
            reader.say(f"“{choice.title}” {quoted(token)}, which cannot be had", choice.possible())
        elif token:
            found = found.having(key, token)
    return found


def _dfe_code(la_code: str) -> str:
    return local_authorities()[la_code].dfe_code
