"""Whom is an LA like? The statistical neighbours that the app brings, with their citation."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from rcc_dash.reference.published import Citation, citation
from rcc_dash.reference.tables import rows
from rcc_dash.settings import PUBLISHED_DIR


@dataclass(frozen=True, slots=True)
class Alike:
    """A model of statistical neighbours: its year, each member LA's ten, the most alike first."""

    year: str
    of: Mapping[str, tuple[str, ...]]
    citation: Citation


@cache
def alike() -> Alike:
    """Give DfE's model of the members of the cooperatives; an LA of neither is not in it."""
    held = sorted(
        rows("statistical_neighbours", PUBLISHED_DIR), key=lambda row: (row["la_code"], int(row["rank"]))
    )
    of: dict[str, tuple[str, ...]] = {}
    for row in held:
        of[row["la_code"]] = (*of.get(row["la_code"], ()), row["neighbour_la_code"])
    return Alike(held[0]["model"], of, citation("statistical_neighbours", "Total"))
