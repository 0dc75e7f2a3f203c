"""Which part of the map is seen, and where on the screen does a place lie?

Web Mercator, on a world of 512 pixels at zoom 0, as deck.gl counts.
"""

import math
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from rcc_dash.figures.shapes import Bounds

Floats = NDArray[np.float64]

EDGE: Final = 26
"""Pixels kept free around what is fitted."""

_DESK: Final = 560.0
"""Shorter side of a window, in pixels, from which everything is drawn at full size."""
_WORLD: Final = 512.0
_MILES_PER_DEGREE: Final = 69.093
"""One degree of latitude on the sphere that Web Mercator uses, in miles of 1609.3 m (mean radius 6371 km)."""


@dataclass(frozen=True, slots=True)
class View:
    """A map window: centre, zoom (each step doubles the scale) and size in pixels."""

    lon: float
    lat: float
    zoom: float
    width: int
    height: int

    def to_pixels(self, lonlat: Floats) -> Floats:
        """Give screen x, y (from the top left) of rows of longitude and latitude."""
        centre = world(np.array([[self.lon, self.lat]]))
        middle = np.array([self.width / 2, self.height / 2])
        pixels: Floats = (world(lonlat) - centre) * 2.0**self.zoom + middle
        return pixels

    def to_lonlat(self, pixels: Floats) -> Floats:
        """Give longitude and latitude of rows of screen x, y."""
        centre = world(np.array([[self.lon, self.lat]]))
        return from_world((pixels - np.array([self.width / 2, self.height / 2])) / 2.0**self.zoom + centre)

    def miles_to_pixels(self, miles: float) -> float:
        """Say how many pixels a distance takes at the middle of the window."""
        degrees = miles / _MILES_PER_DEGREE
        return degrees / 360 * _WORLD * math.pow(2, self.zoom) / math.cos(math.radians(self.lat))


def world(lonlat: Floats) -> Floats:
    """Project rows of longitude and latitude to x, y of the 512-unit world, y downwards."""
    x = (lonlat[:, 0] + 180) / 360
    y = 0.5 - np.log(np.tan(np.pi / 4 + np.radians(lonlat[:, 1]) / 2)) / (2 * np.pi)
    return np.column_stack((x, y)) * _WORLD


def from_world(points: Floats) -> Floats:
    """Give longitude and latitude of rows of world x, y."""
    lon = points[:, 0] / _WORLD * 360 - 180
    lat = np.degrees(2 * np.arctan(np.exp((0.5 - points[:, 1] / _WORLD) * 2 * np.pi)) - np.pi / 2)
    return np.column_stack((lon, lat))


def fitted_view(bounds: Bounds, size: tuple[int, int], left: int = EDGE) -> View:
    """Give the view that shows a box as large as fits in a window of `size` pixels.

    The edges stay free, the left one by `left` pixels (room for a legend).
    """
    corners = world(np.array([[bounds.west, bounds.north], [bounds.east, bounds.south]]))
    spans = np.maximum(corners[1] - corners[0], 1e-9)
    room = np.maximum(np.array(size, dtype=float) - np.array([left + EDGE, 2 * EDGE]), 1.0)
    zoom = round(float(np.log2(room / spans).min()) - 0.005, 2)
    aside = np.array([[(left - EDGE) / 2, 0.0]]) / 2.0**zoom
    lon, lat = from_world(corners.mean(axis=0, keepdims=True) - aside)[0]
    return View(round(float(lon), 5), round(float(lat), 5), zoom, *size)


def small_window_scale(view: View) -> float:
    """Say by how much circles and arrows shrink in a small window: 1 on a desk, down to 0.6 on a phone."""
    return min(max(min(view.width, view.height) / _DESK, 0.6), 1.0)
