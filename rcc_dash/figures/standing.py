"""Where does each area's circle, name and arrow stand, once circles are kept apart?"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from rcc_dash.figures.shapes import Shape
from rcc_dash.figures.spread import spread_apart
from rcc_dash.figures.view import View


def standing(members: Sequence[Shape], radii: Mapping[str, float], view: View) -> tuple[Shape, ...]:
    """Give the areas with their label points moved so that the circles there do not overlap."""
    points = view.to_pixels(np.array([shape.label for shape in members]))
    moved = spread_apart(points, np.array([radii.get(shape.code, 0.0) for shape in members]))
    labels = view.to_lonlat(moved)
    return tuple(
        replace(shape, label=(float(lon), float(lat)))
        for shape, (lon, lat) in zip(members, labels, strict=True)
    )


def between(flows: pd.DataFrame, members: Sequence[Shape]) -> pd.DataFrame:
    """Give the flows with their ends at members put where the members' circles stand."""
    at = {axis: {shape.code: shape.label[axis] for shape in members} for axis in (0, 1)}
    return flows.assign(
        **{
            f"{end}_{name}": flows[f"{end}_code"].map(at[axis]).fillna(flows[f"{end}_{name}"])
            for end in ("from", "to")
            for axis, name in enumerate(("lon", "lat"))
        }
    )
