"""Where on the screen does each flow start and end, and which areas beside the members take part?"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from rcc_dash.figures.view import Floats, View

EDGE: Final = 30.0
"""Pixels between the window's edge and the end of an arrow that leaves it: room for a name."""


@dataclass(frozen=True, slots=True)
class Outsider:
    """An area that is no member: where its arrow ends on the screen, and which way the arrow points."""

    code: str
    name: str
    x: float
    y: float
    heading: tuple[float, float]


def drawn_flows(flows: pd.DataFrame) -> pd.DataFrame:
    """Give the flows that are drawn, the largest first so that small ones lie on top.

    Rows without a class, and journeys that end where they start, are left out.
    """
    moved = flows[flows["class"].notna() & (flows["from_code"] != flows["to_code"])]
    return moved.sort_values(["class", "from_code", "to_code"], ascending=[False, True, True])


def screen_ends(flows: pd.DataFrame, view: View) -> tuple[Floats, Floats]:
    """Give screen places of starts and ends; one beyond the window is moved to its edge.

    An end without a place ("elsewhere") goes to the upper right corner.
    """
    starts, ends = _places(flows, "from", view), _places(flows, "to", view)
    return _drawn_in(starts, ends, view), _drawn_in(ends, starts, view)


def outsiders(flows: pd.DataFrame, member_codes: Collection[str], view: View) -> tuple[Outsider, ...]:
    """Name the areas that are no members, each once, where its first (largest) flow meets it or the edge."""
    starts, ends = screen_ends(flows, view)
    found: dict[str, Outsider] = {}
    for end, at, other in (("from", starts, ends), ("to", ends, starts)):
        rows = zip(flows[f"{end}_code"], flows[f"{end}_name"], at, at - other, strict=True)
        for code, name, (x, y), (across, down) in rows:
            if code not in member_codes:
                found.setdefault(code, Outsider(code, name, float(x), float(y), (float(across), float(down))))
    return tuple(found[code] for code in sorted(found))


def _places(flows: pd.DataFrame, end: str, view: View) -> Floats:
    at = view.to_pixels(flows[[f"{end}_lon", f"{end}_lat"]].to_numpy(dtype=float))
    return np.where(np.isnan(at), np.array([view.width * 2.0, -view.height]), at)


def _drawn_in(at: Floats, other: Floats, view: View) -> Floats:
    """Move places beyond the window back along the line from the flow's other end."""
    room = np.array([view.width, view.height], dtype=float) - EDGE
    fixed = np.clip(other, EDGE, room)
    step = at - fixed
    limit = np.where(step > 0, room - fixed, EDGE - fixed)
    shares = np.divide(limit, step, out=np.ones_like(step), where=step != 0)
    moved: Floats = fixed + step * np.clip(shares.min(axis=1, keepdims=True), 0, 1)
    return np.where(_inside(at, view)[:, np.newaxis], at, moved)


def _inside(at: Floats, view: View) -> NDArray[np.bool_]:
    room = np.array([view.width, view.height], dtype=float)
    return np.asarray(((at >= 0) & (at <= room)).all(axis=1), dtype=np.bool_)
