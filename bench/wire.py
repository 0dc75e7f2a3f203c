"""A reader without a browser: opens pages by links and keeps what the server sends."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode, urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets import Subprotocol
from websockets.sync.client import ClientConnection, connect

from rcc_dash.domain.filters import Filters
from rcc_dash.domain.links import State, encode

_LONGEST_S: Final = 60.0
_MOST_BYTES: Final = 2**26
_BAR: Final = "rcc_bar"
"""The component that draws the links to the pages (`rcc_dash/ui/top_bar.py`)."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of one run: milliseconds, what the server sent, and what went wrong (blank if nothing)."""

    ms: float
    kilobytes: float
    wire: bytes
    links: frozenset[str]
    """Queries of the links on the page: each tells what its reader looks at."""
    fault: str


class Wire:
    """One reader's connection: a session of its own on the server."""

    def __init__(self, socket: ClientConnection, url: str) -> None:
        """Take an open connection to the server at this address."""
        self._socket = socket
        self._url = url
        self._kept: dict[str, ForwardMsg] = {}
        """What the server need not send again, as a browser keeps it: later it names the hash alone."""

    def go(self, page: str, query: str) -> Answer:
        """Open a page (blank: the first) with a link's query, and wait until the server has drawn it."""
        asked = BackMsg()
        asked.rerun_script.query_string = query
        asked.rerun_script.page_name = page
        asked.rerun_script.context_info.url = f"{self._url}/{page}"
        asked.rerun_script.cached_message_hashes.extend(self._kept)
        started = time.perf_counter()
        self._socket.send(asked.SerializeToString())
        parts = list(self._until_drawn(started))
        took = (time.perf_counter() - started) * 1000
        named = [ForwardMsg.FromString(part) for part in parts]
        messages = [self._kept.get(one.ref_hash, one) for one in named]
        return Answer(took, sum(map(len, parts)) / 1024, b"".join(parts), _links(messages), _fault(messages))

    def _until_drawn(self, started: float) -> Iterator[bytes]:
        while True:
            left = _LONGEST_S - (time.perf_counter() - started)
            part = self._socket.recv(timeout=max(left, 0.01))
            if isinstance(part, str):
                continue
            yield part
            message = ForwardMsg.FromString(part)
            if message.metadata.cacheable and message.hash and not message.ref_hash:
                self._kept[message.hash] = message
            if message.WhichOneof("type") == "script_finished" and not _goes_on(message):
                return


def query(filters: Filters) -> str:
    """Give the query of the link that shows what these filters choose."""
    return urlencode(encode(State(filters=filters.normalised())))


@contextmanager
def reader(url: str) -> Iterator[Wire]:
    """Connect a new reader to the server at this address."""
    address = f"ws://{urlsplit(url).netloc}/_stcore/stream"
    form = [Subprotocol("streamlit")]
    with connect(address, subprotocols=form, max_size=_MOST_BYTES, compression=None) as socket:
        yield Wire(socket, url)


def _goes_on(message: ForwardMsg) -> bool:
    """A run that asked to be run again, or a part of the page, has ended; the page has not."""
    finished = ForwardMsg.ScriptFinishedStatus
    return message.script_finished in {
        finished.FINISHED_EARLY_FOR_RERUN, finished.FINISHED_FRAGMENT_RUN_SUCCESSFULLY,
    }  # fmt: skip


def _links(messages: list[ForwardMsg]) -> frozenset[str]:
    elements = [one.delta.new_element for one in messages if one.WhichOneof("type") == "delta"]
    on_page = {one.page_link.query_string for one in elements if one.WhichOneof("type") == "page_link"}
    bars = (one.bidi_component.json for one in elements if one.bidi_component.component_name.endswith(_BAR))
    groups = [group for bar in bars for group in json.loads(bar)["groups"]]
    in_bar = {link["href"].partition("?")[2] for group in groups for link in group["links"]}
    return frozenset(on_page | in_bar)


def _fault(messages: list[ForwardMsg]) -> str:
    elements = [one.delta.new_element for one in messages if one.WhichOneof("type") == "delta"]
    faults = ["exception" for one in elements if one.WhichOneof("type") == "exception"]
    faults += [
        one.alert.body for one in elements if one.WhichOneof("type") == "alert" and one.alert.format == 1
    ]
    lost = [one for one in messages if one.WhichOneof("type") == "page_not_found"]
    return "; ".join([*faults, *("page not found" for _ in lost)])
