"""Four square areas on a grid of 0.2 degrees, with one neighbour; made for tests, nowhere on earth."""

import pandas as pd

from rcc_dash.figures.ground import Ground
from rcc_dash.figures.shading import Shading
from rcc_dash.figures.shapes import Shape

SIZE = (800, 600)


def square(code: str, name: str, west: float, south: float, span: float = 0.2) -> Shape:
    east, north = west + span, south + span
    ring = ((west, south), (east, south), (east, north), (west, north), (west, south))
    return Shape(code, name, (west + span / 2, south + span / 2), ((ring,),))


MEMBERS = (
    square("A1", "Ashby", 0.0, 52.0),
    square("A2", "Barton on Sea", 0.2, 52.0),
    square("A3", "Combe", 0.0, 52.2),
    square("A4", "Windsor and Maidenhead", 0.2, 52.2),
)
NEIGHBOUR = square("B1", "Dale", 0.4, 52.0)
GROUND = Ground(MEMBERS, (NEIGHBOUR,))

SHADING = Shading(
    "Children placed outside",
    "share_pct",
    pd.DataFrame(
        {
            "la_code": ["A4", "A1", "A2", "A3"],
            "value": [61.0, 32.0, None, None],
            "shown": ["61%", "32%", "[c]", None],
            "secret": ["s3cret"] * 4,
        }
    ),
)

FLOWS = pd.DataFrame(
    [
        ("A1", "A2", "Ashby", "Barton on Sea", 0.1, 52.1, 0.3, 52.1, "110", 3, "inside", "s3cret"),
        ("A1", "B1", "Ashby", "Dale", 0.1, 52.1, 0.5, 52.1, "15", 0, "outside", "s3cret"),
        ("A2", "far", "Barton on Sea", "Farland", 0.3, 52.1, 9.0, 52.1, "30", 1, "outside", "s3cret"),
        ("A3", "elsewhere", "Combe", "Elsewhere", 0.1, 52.3, None, None, "25", 1, "outside", "s3cret"),
        ("A4", "A1", "Windsor", "Ashby", 0.3, 52.3, 0.1, 52.1, "[c]", None, "inside", "hidden-flow"),
        ("A3", "A3", "Combe", "Combe", 0.1, 52.3, 0.1, 52.3, "50", 2, "inside", "own-flow"),
    ],
    columns=["from_code", "to_code", "from_name", "to_name", "from_lon", "from_lat", "to_lon", "to_lat",
             "shown", "class", "kind", "secret"],
)  # fmt: skip

COUNTS = pd.DataFrame({
    "la_code": ["A2", "A1"],
    "places": [40.0, 10.0],
    "shown": ["9", "3"],
    "sector": ["", ""],
    "tip": ["Barton on Sea\n9 homes", "Ashby\n3 homes"],
    "secret": ["s3cret", "s3cret"],
})  # fmt: skip

HOMES = pd.DataFrame({
    "code": ["SC2", "SC1"],
    "lon": [0.11, 0.12],
    "lat": [52.11, 52.12],
    "spread_miles": [1.0, 0.5],
    "sector": ["private", "la"],
    "tip": ["Home SC2", "Home SC1"],
    "secret": ["s3cret", "s3cret"],
})  # fmt: skip

ORIGINS = pd.DataFrame({
    "hex": ["861958007ffffff", "86195800fffffff", "861958017ffffff"],
    "class": [0.0, None, 3.0],
    "shown": ["15", "[c]", "s3cret"],
})  # fmt: skip
