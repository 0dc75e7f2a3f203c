"""Which colour stands for what? One hue per meaning, the same on every page (design/look.md)."""

from typing import Final

Colour = list[int]
"""Red, green, blue and alpha, 0 to 255, as deck.gl takes them."""

INK: Final = "#0b0c0c"
QUIET: Final = "#505a5f"
LINE: Final = "#d9dde0"
LAND: Final = "#f1f3f4"
WATER: Final = "#ffffff"
ACCENT: Final = "#1d70b8"

NEAR: Final = "#1d70b8"
FAR: Final = "#d4351c"

AREA_CLASSES: Final = ("#deebf7", "#b0d2e8", "#74add1", "#3a84bd", "#08519c")
"""Areas by value: one hue, light to dark."""
AREA_CLASSES_PALE: Final = ("#f2f7fb", "#dde9f4", "#c5d9ec", "#abc7e2", "#8fb4d8")
"""The same under flow lines, which must stand out from what they cross."""

ORIGIN_CLASSES: Final = ("#ecd9b0", "#d3ab5f", "#a87424", "#6b3f0a")
"""Children's origins: browns, which stand apart from the blues below for colour-blind readers too."""

SECTORS: Final = {
    "la": "#003078",
    "private": "#7a5ba8",
    "voluntary": "#0e828c",
    "health": "#608000",
    "": "#505a5f",
}
"""Who runs a home; blank means all sectors together, or not stated."""

HIDDEN: Final = "#c8cdd0"
MISSING: Final = "#ffffff"
MEMBER_LINE: Final = "#6f777b"
NO_SHADING: Final = "#e3e8eb"
"""A member area where no measure is shaded: stronger than a neighbour's land."""


def colour(hex_code: str, alpha: int = 255) -> Colour:
    """Give a hex colour as deck.gl takes it."""
    return [*bytes.fromhex(hex_code.removeprefix("#")), alpha]


def sector_colour(sector: str) -> str:
    """Give the colour of a sector of homes; an unknown one counts as not stated."""
    return SECTORS.get(sector, SECTORS[""])
