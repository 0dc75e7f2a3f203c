"""What is the same for every view: the scripts of the map and of the page's own parts, and the land.

A browser fetches each once: each has an address of its own that holds a hash of what it is, so that a browser
may keep it for good and never has an old one. All are public: our own code and outlines of local authorities,
no figures. That is why they may be had without signing in (decisions/0020-the-map-stays-in-the-browser.md).
"""

import json
from collections.abc import Iterable
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

_HERE: Final = Path(__file__).parent
_MAP_FILES: Final = ("view.js", "reading.js", "layers.js", "hands.js", "full.js", "place.js", "main.js")
_PAGE_FILES: Final = ("fold.js", "bar.js", "menus.js", "field_kinds.js", "fields.js")
_TEXTS: Final = {"HTML": "map.html", "STYLE": "map.css"}
_KEEP: Final = "public, max-age=31536000, immutable"
_JSON: Final = "application/json"
_SCRIPT: Final = "text/javascript"


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
def map_script() -> Part:
    """Give the script that draws the map, with its buttons and its style."""
    folder = _HERE / "region_canvas"
    texts = [f"const {name} = {json.dumps(_text(folder / file))};" for name, file in _TEXTS.items()]
    return _part("map.js", "\n".join([*texts, *_texts(folder, _MAP_FILES)]), _SCRIPT)


@cache
def page_script() -> Part:
    """Give the script that draws the bar of pages and the fields of every page."""
    return _part("page.js", "\n".join(_texts(_HERE / "page_parts", _PAGE_FILES)), _SCRIPT)


def land_part(rcc: str) -> Part:
    """Give the outlines of a cooperative's members and of the land around them (`figures.outlines`)."""
    from rcc_dash.figures.base_map import region_ground  # noqa: PLC0415 slow: the server starts without

    return _land_part(rcc, region_ground(cooperatives()[rcc].la_codes))


def part_routes() -> list[Route]:
    """Serve all of them."""
    return [Route("/kept-parts/{tag}/{name}.js", _script), Route("/kept-parts/{tag}/land-{rcc}.json", _land)]


def _script(request: Request) -> Response:
    name = request.path_params["name"]
    if name not in _SCRIPTS:
        return Response(status_code=404)
    return _SCRIPTS[name]().response(request.path_params["tag"])


_SCRIPTS: Final = {"map": map_script, "page": page_script}


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
    return Part(f"kept-parts/{sha256(content).hexdigest()[:16]}/{name}", content, media_type)


def _texts(folder: Path, files: Iterable[str]) -> list[str]:
    return [_text(folder / file) for file in files]


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8")
