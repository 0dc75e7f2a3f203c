"""The app without a browser: opened at an address, every message it would send, and what it shows."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

from streamlit.components.v2 import manifest_scanner
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.testing.v1 import AppTest

PROJECT = Path(__file__).resolve().parents[2]
PAGES = (
    *("overview", "homes_and_origins", "distance", "voids", "rare", "compare", "explore", "sql"),
    *("data", "load", "methods", "meeting"),
)
MAP = "homes_and_origins"
CANVAS = "rcc_region_map"

# Streamlit reads the metadata of every installed package at each opening, which took longer than the page.
manifest_scanner.scan_component_manifests = cache(manifest_scanner.scan_component_manifests)


@dataclass
class Browser:
    """Opens addresses; `sent` holds the messages of the latest run, as they go to the browser."""

    sent: list[ForwardMsg] = field(default_factory=list)

    def open(self, page: str = "overview", query: str = "", **session: object) -> AppTest:
        app = AppTest.from_file(PROJECT / "rcc_dash" / "ui" / "script.py", default_timeout=120)
        if page != "overview":
            app.switch_page(at(page))
        app.query_params.update(parse_qs(query))
        for key, value in session.items():
            app.session_state[key] = value
        return app.run()

    @property
    def tab_title(self) -> str:
        titles = [m.page_config_changed.title for m in self.sent if m.HasField("page_config_changed")]
        return [title for title in titles if title][-1]

    @property
    def wire(self) -> bytes:
        return b"".join(message.SerializeToString() for message in self.sent)


def at(page: str) -> str:
    """Name a page's file as seen from the script that Streamlit runs."""
    return f"../../pages/{page}.py"


def html_of(app: AppTest) -> list[str]:
    """Give every piece of HTML on the screen but the style sheet."""
    pieces = [piece.proto.body for piece in app.get("html")]
    return [piece for piece in pieces if not piece.startswith("<style>")]


def words_of(app: AppTest) -> str:
    """Give all words on the screen as a person reads them."""
    plain = (unescape(re.sub(r"<[^>]+>", " ", piece)) for piece in html_of(app))
    return re.sub(r"\s+", " ", " ".join([*plain, *(error.value for error in app.error)]))


def text_of(app: AppTest, kind: str) -> str:
    """Give the words of the one paragraph of a kind: `lead` for the sentence, `area` for what it is about."""
    found = [m[1] for piece in html_of(app) if (m := re.search(rf'<p class="{kind}">(.*?)</p>', piece))]
    assert len(found) == 1, found
    return unescape(found[0])


def notices_of(app: AppTest) -> str:
    return " ".join(unescape(piece) for piece in html_of(app) if "strip-note" in piece)


def told_to_load(app: AppTest) -> list[str]:
    """Give the sentences and remarks that tell their reader to load something, or of its page."""
    said = [
        remark for piece in html_of(app) for remark in re.findall(r'<p class="\w.*?</p>', piece, re.DOTALL)
    ]
    return [words for words in said if re.search(r"\bload\b|README", words, re.IGNORECASE)]


def link_of(app: AppTest) -> Mapping[str, str]:
    """Give the address's query as it stands after the run."""
    return {
        key: value if isinstance(value, str) else ".".join(value) for key, value in app.query_params.items()
    }


def bar_of(app: AppTest) -> list[dict[str, Any]]:
    """Give the groups of the bar of pages, each with its links; none where there is no bar."""
    bars = [one.proto for one in app.get("bidi_component") if one.proto.component_name.endswith("rcc_bar")]
    return [group for bar in bars for group in json.loads(bar.json)["groups"]]


def bar_links(app: AppTest) -> dict[str, str]:
    """Give the addresses of the pages in the bar, by their names."""
    return {str(link["label"]): str(link["href"]) for group in bar_of(app) for link in group["links"]}


def deck_of(app: AppTest) -> Any:  # noqa: ANN401 any JSON
    """Give the map's picture as the browser gets it, for our canvas or for deck.gl; None without."""
    for piece in app.get("bidi_component"):
        if piece.proto.component_name.endswith(CANVAS):
            return json.loads(piece.proto.json)["deck"]
    for chart in app.get("deck_gl_json_chart"):
        return json.loads(chart.proto.json)
    return None


def table_of(app: AppTest, caption: str) -> list[dict[str, str]]:
    """Give the rows of the table whose caption begins so, by heading."""
    (piece,) = [piece for piece in html_of(app) if f"<caption>{caption}" in piece]
    heads = [unescape(head) for head in re.findall(r'<th scope="col"[^>]*>(.*?)</th>', piece)]
    rows = re.findall(r'<tr class="[^"]*">(.*?)</tr>', piece)
    cells = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row) for row in rows]
    return [dict(zip(heads, map(unescape, row), strict=True)) for row in cells]


def must_be_whole(app: AppTest) -> None:
    """Neither an exception nor a fault in words."""
    assert not app.exception
    assert [error.value for error in app.error] == []
