"""Which tabs do the pages have? The open one is in the link, so that a reader sees what was sent.

One setting serves all pages: a tab is looked for by its code on the page that is opened.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from rcc_dash.domain.choice import Choice
from rcc_dash.domain.register import PARTS

TABS: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {
        "overview": {"table": "Table", "bars": "Ranking", "years": "Over time"},
        "map": {"areas": "Areas", "flows": "Flows", "homes": "Homes"},
        "distance": {
            "table": "Table",
            "bands": "Bands",
            "years": "Over time",
            "check": "Against DfE's figures",
        },
        "voids": {
            "table": "Table",
            "maps": "Maps",
            "years": "Over time",
            "why": "Why places cannot be used",
            "checks": "What does not fit",
        },
        "rare_who": {"needs": "All rare needs", "areas": "Local authorities", "years": "Over the years"},
        "rare_where": {
            "costs": "What it costs",
            "table": "Table",
            "provides": "Who provides",
            "years": "Over the years",
        },
        "explore": {"table": "Table", "chart": "Chart", "sql": "The SQL"},
        "published": {"table": "Table", "bars": "Ranking", "years": "Over time", "sql": "The SQL"},
        "sql": {"table": "Table", "chart": "Chart", "map": "Map"},
        "data": {
            "sources": "Sources",
            "agree": "Do they agree?",
            "mended": "Put right or rejected",
            "published": "Published figures",
            "outlines": "Map outlines",
            "looked": "Who has looked",
        },
        "meeting": {"agenda": "Agenda", "saved": "Saved views", "paper": "Hand-out"},
        "methods": PARTS,
        "load": {"loads": "Files loaded so far", "names": "Homes named without a URN"},
    }
)
"""Each group of tabs as codes with their words; the first is open where no other was asked for."""

TAB: Final = Choice(
    "t-open",
    "Open tab",
    "first",
    MappingProxyType(
        {"first": "The first"} | {code: words for tabs in TABS.values() for code, words in tabs.items()}
    ),
)


def open_tab(group: str, code: str) -> str:
    """Give the code of the tab that is open: the one asked for where the group has it, else the first."""
    return code if code in TABS[group] else next(iter(TABS[group]))
