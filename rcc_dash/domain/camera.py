"""Where does the map stand once the reader has moved it? Its centre and zoom, as a link has them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, TypeVar

T = TypeVar("T")

CAMERA: Final = "v"

LATITUDES: Final = (49.0, 61.0)
LONGITUDES: Final = (-9.0, 3.0)
"""Degrees within which the centre stays: the islands and the sea around them."""
ZOOMS: Final = (5.0, 12.0)
"""Steps of double scale, as deck.gl counts: from all of England to a few streets."""

_TOKEN: Final = re.compile(r"(-?[0-9]{1,2}\.[0-9]{4})_(-?[0-9]{1,2}\.[0-9]{4})_([0-9]{1,2}\.[0-9]{2})")


@dataclass(frozen=True, slots=True)
class Camera:
    """Degrees of the map's centre, to four decimals (about ten metres), and its zoom, to two."""

    lat: float
    lon: float
    zoom: float

    @property
    def token(self) -> str:
        """Write it as a link has it: `53.4808_-2.2426_9.50`."""
        return f"{self.lat:.4f}_{self.lon:.4f}_{self.zoom:.2f}"


def camera_of(token: str) -> Camera | None:
    """Read what a link or the browser says; None where it is no place that the map can stand at."""
    found = _TOKEN.fullmatch(token)
    if not found:
        return None
    lat, lon, zoom = map(float, found.groups())
    inside = _within(lat, LATITUDES) and _within(lon, LONGITUDES) and _within(zoom, ZOOMS)
    return Camera(lat, lon, zoom) if inside else None


def but_camera(query: Mapping[str, T]) -> dict[str, T]:
    """Give what a link says besides where the map stands."""
    return {key: value for key, value in query.items() if key != CAMERA}


def _within(value: float, span: tuple[float, float]) -> bool:
    return span[0] <= value <= span[1]
