"""What of the map is the same for every view: its script and the land. Each browser fetches it once.

Each part has an address of its own that holds a hash of what it is, so that a browser may keep it for good
and never has an old one. Both are public: our own code and outlines of local authorities, no figures. That is
why they may be had without signing in (decisions/0020-the-map-stays-in-the-browser.md).
"""

import json
from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from rcc_dash.domain.places import cooperatives

if TYPE_CHECKING:
    from rcc_dash.figures.ground import Ground

_FOLDER: Final = Path(__file__).parent / "region_canvas"
_FILES: Final = ("view.js", "reading.js", "layers.js", "hands.js", "full.js", "place.js", "main.js")
_TEXTS: Final = {"HTML": "map.html", "STYLE": "map.css"}
_KEEP: Final = "public, max-age=31536000, immutable"
_JSON: Final = "application/json"


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that a browser keeps: where it is found, and what it is."""

    address: str
    """Beside the app's own pages, so without a slash before it."""
    content: bytes
    media_type: str

    def response(self, tag: str) -> Response:
        """Give it; to be kept only by who asked for this very content, not for that of another version."""
        keep = _KEEP if f"/{tag}/" in self.address else "no-store"
        return Response(self.content, media_type=self.media_type, headers={"Cache-Control": keep})


@cache
def script_part() -> Part:
    """Give the script that draws the map, with its buttons and its style."""
    texts = [f"const {name} = {json.dumps(_text(file))};" for name, file in _TEXTS.items()]
    return _part("script.js", "\n".join([*texts, *map(_text, _FILES)]), "text/javascript")


def land_part(rcc: str) -> Part:
    """Give the outlines of a cooperative's members and of the land around them (`figures.outlines`)."""
    from rcc_dash.figures.base_map import region_ground  # noqa: PLC0415 slow: the server starts without

    return _land_part(rcc, region_ground(cooperatives()[rcc].la_codes))


def part_routes() -> list[Route]:
    """Serve both."""
    return [Route("/map-parts/{tag}/script.js", _script), Route("/map-parts/{tag}/land-{rcc}.json", _land)]


def _script(request: Request) -> Response:
    return script_part().response(request.path_params["tag"])


def _land(request: Request) -> Response:
    rcc = request.path_params["rcc"]
    if rcc not in cooperatives():
        return Response(status_code=404)
    return land_part(rcc).response(request.path_params["tag"])


@lru_cache(maxsize=8)
def _land_part(rcc: str, ground: "Ground") -> Part:
    from rcc_dash.figures.outlines import kept_outlines  # noqa: PLC0415 as above

    return _part(f"land-{rcc}.json", json.dumps(kept_outlines(ground), separators=(",", ":")), _JSON)


def _part(name: str, text: str, media_type: str) -> Part:
    content = text.encode()
    return Part(f"map-parts/{sha256(content).hexdigest()[:16]}/{name}", content, media_type)


def _text(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")
