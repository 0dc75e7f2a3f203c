"""Turn protected answers into the frames that the region map draws."""

from collections.abc import Mapping
from typing import Final

import pandas as pd

from rcc_dash.domain.dimensions import home_sectors
from rcc_dash.domain.disclosure import NOT_RETURNED as MARK_NOT_RETURNED
from rcc_dash.domain.headline import Figure
from rcc_dash.domain.measures import Measure
from rcc_dash.domain.places import la_name
from rcc_dash.domain.words import counted
from rcc_dash.figures.numbers import NOT_RETURNED
from rcc_dash.figures.scales import children_class
from rcc_dash.figures.shading import Shading
from rcc_dash.figures.shapes import Point
from rcc_dash.figures.written import written

_BEYOND: Final[Mapping[str, Point]] = {"WAL": (-3.7, 52.4), "SCO": (-4.0, 56.3), "NIR": (-6.7, 54.6)}
"""Points towards which arrows out of England are drawn."""


def shading_of(measure: Measure, figures: Mapping[str, Figure]) -> Shading:
    """Give one measure by area, ready to shade: la_code, value, shown."""
    frame = pd.DataFrame({
        "la_code": list(figures),
        "value": [figure.value for figure in figures.values()],
        "shown": [_shown(figure, measure) for figure in figures.values()],
    })  # fmt: skip
    return Shading(measure.label, measure.unit.value, frame.astype({"value": "float64"}))


def flow_frame(flows: pd.DataFrame, labels: Mapping[str, Point], top: int) -> pd.DataFrame:
    """Give the largest flows between named areas, with their ends at the areas' label points.

    Small flows that were put together go nowhere on a map: they stand in the table only.
    """
    points = {**_BEYOND, **labels}
    largest = flows[flows["placement_la"].isin(points)].head(top)
    return pd.DataFrame({
        "from_code": largest["la_code"],
        "to_code": largest["placement_la"],
        "from_name": largest["la_name"],
        "to_name": largest["placement_name"],
        "from_lon": _part(largest["la_code"], points, 0),
        "from_lat": _part(largest["la_code"], points, 1),
        "to_lon": _part(largest["placement_la"], points, 0),
        "to_lat": _part(largest["placement_la"], points, 1),
        "shown": largest["children"].map("{:,}".format),
        "class": largest["children"].map(children_class),
        "kind": largest["kind"],
    })  # fmt: skip


def origin_frame(origins: pd.DataFrame) -> pd.DataFrame:
    """Give hexagons with their class; the number itself stays behind."""
    return pd.DataFrame({"hex": origins["hex"], "class": origins["children"].map(children_class)})


def count_frame(homes: pd.DataFrame) -> pd.DataFrame:
    """Give the homes of which no more than the LA is known, as a count at each LA that has any."""
    unplaced = homes[homes["lat"].isna()]
    by_la = unplaced.groupby("la_code", as_index=False).agg(homes=("urn", "size"), places=("places", "sum"))
    return pd.DataFrame({
        "la_code": by_la["la_code"],
        "places": by_la["places"].astype("float64"),
        "shown": by_la["homes"].map("{:,}".format),
        "sector": "",
        "tip": [_count_tip(*row) for row in by_la.itertuples(index=False)],
    })  # fmt: skip


def located_frame(homes: pd.DataFrame) -> pd.DataFrame:
    """Give the homes whose position is known better than the LA."""
    known = homes.dropna(subset=["lat", "lon"])
    names = {value.code: value.label.lower() for value in home_sectors()}
    tips = [
        f"Home {urn}\n{'places not stated' if pd.isna(places) else f'{places:.0f} places'},"
        f" {names.get(sector, 'sector not stated')}\nWithin about {spread:.1f} miles"
        for urn, places, sector, spread in zip(
            known["urn"], known["places"], known["sector"], known["spread_miles"], strict=True
        )
    ]
    return pd.DataFrame({
        "code": known["urn"],
        "lon": known["lon"],
        "lat": known["lat"],
        "spread_miles": known["spread_miles"],
        "sector": known["sector"].fillna(""),
        "tip": tips,
    })  # fmt: skip


def _shown(figure: Figure, measure: Measure) -> str:
    return NOT_RETURNED if figure.mark == MARK_NOT_RETURNED else written(figure, measure.unit)


def _part(codes: pd.Series, points: Mapping[str, Point], part: int) -> pd.Series:
    return codes.map({code: point[part] for code, point in points.items()}).astype("float64")


def _count_tip(code: str, homes: int, places: float) -> str:
    return f"{la_name(code)}\n{counted(homes, 'home', 'homes')} for children, {places:,.0f} places"
