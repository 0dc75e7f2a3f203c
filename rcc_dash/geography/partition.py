"""Which ground is whose? The land cut along the borders."""

from typing import Final

import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from rcc_dash.geography.borders import at_borders, borders
from rcc_dash.geography.net import Net

SPECK_SQUARE_METRES: Final = 1_000_000
"""A smaller piece inside another LA is one postcode with an odd code, not a part of the council."""

Areas = dict[str, shapely.Geometry]


def divided(net: Net, land: shapely.Geometry) -> Areas:
    """Which part of the land belongs to each LA, without stray specks?

    By LA code (SCO and WAL too). The areas share borders exactly, so that they can be simplified together.
    """
    lines = shapely.union_all([borders(net), shapely.boundary(land)])
    faces = shapely.get_parts(shapely.polygonize(shapely.get_parts(lines)))
    shapely.prepare(land)
    faces = faces[shapely.contains(land, shapely.point_on_surface(faces))]
    return _without_specks(_dissolved(faces, _owners(net, faces)))


def _owners(net: Net, faces: NDArray[np.object_]) -> NDArray[np.str_]:
    """Say whose each face is: the LA of most postcodes near its border, or of the nearest one."""
    edge = at_borders(net)
    points, codes = net.points[edge], net.la_codes[edge]
    _, nearest = cKDTree(points).query(shapely.get_coordinates(shapely.point_on_surface(faces)))
    owner: NDArray[np.str_] = codes[nearest]
    inside, face = shapely.STRtree(faces).query(shapely.points(points), predicate="within")
    votes = pd.DataFrame({"face": face, "code": codes[inside]}).value_counts().reset_index()
    most = votes.sort_values(["face", "count", "code"], ascending=[True, False, True]).drop_duplicates("face")
    owner[most["face"].to_numpy()] = most["code"].to_numpy(dtype=np.str_)
    return owner


def _dissolved(pieces: NDArray[np.object_], codes: NDArray[np.str_]) -> Areas:
    by_code = pd.Series(pieces).groupby(np.asarray(codes)).agg(list)
    return {str(code): shapely.coverage_union_all(parts) for code, parts in by_code.items()}


def _without_specks(areas: Areas) -> Areas:
    parts, owner = shapely.get_parts(list(areas.values()), return_index=True)
    codes = np.array(list(areas))[owner]
    is_speck = shapely.area(parts) < SPECK_SQUARE_METRES
    tree = shapely.STRtree(parts[~is_speck])
    big_codes = codes[~is_speck]
    for at in np.flatnonzero(is_speck):
        beside = tree.query(parts[at], predicate="intersects")
        shared = shapely.length(shapely.intersection(parts[at], tree.geometries[beside]))
        if shared.any():
            codes[at] = big_codes[beside[shared.argmax()]]
    return _dissolved(parts, codes)
