"""How is the map looked at: which flows, which shading, which layers, focused on what?"""

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from rcc_dash.domain.measures import AREA_MEASURES
from rcc_dash.domain.places import local_authorities


class Mode(StrEnum):
    """Which movements the flow lines show, seen from the region or the area in focus."""

    OUT = "out"
    IN = "in"
    WITHIN = "within"
    ALL = "all"


MODE_LABELS: Final = {
    Mode.OUT: "Out",
    Mode.IN: "In",
    Mode.WITHIN: "Within",
    Mode.ALL: "All",
}
LAYER_LABELS: Final = {
    "shade": "Shading",
    "homes": "Homes",
    "flows": "Flows",
    "origins": "Where children come from",
}
DEFAULT_LAYERS: Final = ("shade", "homes", "flows")
DEFAULT_TOP: Final = 20
TOP_RANGE: Final = (5, 100)
_URN: Final = re.compile(r"(SC)?[0-9]{5,8}")


@dataclass(frozen=True, slots=True)
class Focus:
    """The one area or home that everything is about; both empty means the whole region."""

    la_code: str = ""
    urn: str = ""

    def __bool__(self) -> bool:
        """Say whether anything is in focus."""
        return bool(self.la_code or self.urn)

    def normalised(self) -> "Focus":
        """Give the one spelling: a home before an area, and nothing that can be neither."""
        if _URN.fullmatch(self.urn):
            return Focus(urn=self.urn)
        return Focus(la_code=self.la_code if self.la_code in local_authorities() else "")


@dataclass(frozen=True, slots=True)
class MapView:
    """The state of the map page."""

    mode: Mode = Mode.OUT
    shade: str = "outside"
    layers: tuple[str, ...] = DEFAULT_LAYERS
    top: int = DEFAULT_TOP
    focus: Focus = Focus()

    def normalised(self) -> "MapView":
        """Give the one spelling of this view: known codes in order, the slider within its range."""
        low, high = TOP_RANGE
        return replace(
            self,
            shade=self.shade if self.shade in AREA_MEASURES else MapView().shade,
            layers=tuple(code for code in LAYER_LABELS if code in self.layers),
            top=min(max(self.top, low), high),
            focus=self.focus.normalised(),
        )
