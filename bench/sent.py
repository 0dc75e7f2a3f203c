"""What does the server send for a change of the map's filter, beside the map as one plain JSON deck?

The plain deck is Streamlit's own pydeck chart of the same map (`RCC_MAP=deck`): all of it is sent again
whenever anything in it changes. Both are whole answers of the server: page, links and tables too.
"""

from datetime import date
from pathlib import Path
from statistics import median

from bench import servers
from bench.map_size import deck_kilobytes
from bench.wire import Wire, query, reader
from rcc_dash.domain.dimensions import values_of
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.progress import Progress

_MAP = "homes_and_origins"
_LOOKS = {
    "open the page": ("",),
    "a filter": tuple(query(Filters(placement=(value.code,))) for value in values_of("placement")),
    "another date": tuple(query(Filters(as_of=date(year, 3, 31))) for year in (2024, 2023, 2022)),
    "nothing changed": ("", ""),
}


def told(home: Path, progress: Progress) -> None:
    """Print kilobytes of each, and how many times as much the plain deck is."""
    own = _sent(home, progress, RCC_MAP="")
    plain = _sent(home, progress, RCC_MAP="deck")
    print("What the server sends for the map page: median kilobytes")
    print(f"  {'':<30}{'ours':>9}{'plain JSON deck':>17}{'plain/ours':>12}")
    for name, kilobytes in own.items():
        print(f"  {name:<30}{kilobytes:9.1f}{plain[name]:17.1f}{plain[name] / kilobytes:12.1f}")
    for name, kilobytes in deck_kilobytes(home).items():
        print(f"  the picture alone, {name:<11}{kilobytes:9.1f}")
    print()


def _sent(home: Path, progress: Progress, **environment: str) -> dict[str, float]:
    with servers.app(home, **environment) as server, reader(server.url) as wire:
        found = {}
        for done, (name, queries) in enumerate(_LOOKS.items()):
            progress(done / len(_LOOKS), f"Sending: {name}")
            found[name] = _median(wire, queries)
    progress(1.0, "Sent")
    return found


def _median(wire: Wire, queries: tuple[str, ...]) -> float:
    return median(wire.go(_MAP, query).kilobytes for query in queries)
