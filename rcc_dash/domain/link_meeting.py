"""The part of a link that holds an agenda and the step that is presented."""

import re
from collections.abc import Callable
from typing import Final

from rcc_dash.domain.agenda import MAX_STOPS, Meeting, Stop, agenda_parts, agenda_text
from rcc_dash.domain.link_reader import LinkReader, Notice, quoted

AGENDA: Final = "ag"
PRESENT: Final = "present"
MEETING_KEYS: Final = frozenset({AGENDA, PRESENT})

Tidy = Callable[[Stop], tuple[Stop, tuple[Notice, ...]]]
"""Gives a view in its one spelling, without whatever is no code of ours, and says what it lacks."""


def meeting_pairs(meeting: Meeting) -> dict[str, str]:
    """Give the query parameters of an agenda; none where there is none."""
    now = meeting.normalised()
    return {AGENDA: agenda_text(now.stops), PRESENT: str(now.step) if now.is_on else ""}


def read_meeting(reader: LinkReader, tidy: Tidy) -> Meeting:
    """Read the agenda and the step; what cannot be had is told."""
    found = agenda_parts(reader.values.get(AGENDA, ""))
    stops = tuple(
        stop for number, one in enumerate(found, start=1) if (stop := _tidied(reader, number, one, tidy))
    )
    if len(stops) > MAX_STOPS:
        reader.say(f"an agenda of {len(stops)} views", f"The first {MAX_STOPS} are kept.")
    return _at(reader, Meeting(stops).normalised())


def _tidied(reader: LinkReader, number: int, stop: Stop | None, tidy: Tidy) -> Stop | None:
    if stop is None:
        reader.say(f"view {number} of an agenda, which cannot be read")
        return None
    tidied, notices = tidy(stop)
    for notice in notices:
        reader.tell(f"View {number} of the agenda: {notice.text}")
    return tidied


def _at(reader: LinkReader, meeting: Meeting) -> Meeting:
    token = reader.first(PRESENT)
    if not token:
        return meeting
    step = int(token) if re.fullmatch(r"[0-9]{1,3}", token) else 0
    if meeting.at(step).step != step or not step:
        reader.say(f"view {quoted(token)} of an agenda", "The first that there is is shown.")
    return meeting.at(max(step, 1))
