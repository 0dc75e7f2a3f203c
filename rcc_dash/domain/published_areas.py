"""Which area is a published figure of, and at what level? Today's LAs, former ones, regions and England."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from rcc_dash.domain.places import la_name, local_authorities
from rcc_dash.reference.tables import rows


class Level(StrEnum):
    """How large an area is, and whether it is still there."""

    COUNTRY = "country"
    REGION = "region"
    LA = "la"
    FORMER_LA = "former_la"


@dataclass(frozen=True, slots=True)
class PublishedArea:
    """One area that figures are published of; `code` is the `la_code` where it is an LA of today."""

    code: str
    name: str
    level: Level


def published_area(code: str) -> PublishedArea | None:
    """Find an area by its nine-character code or DfE's three digits; None if no figures are published of it.

    A code that an LA had before, with the same borders, gives the LA. An LA that was split or
    merged is an area of its own: its figures are not those of its successors.
    """
    return _areas().get(code.strip().upper())


def area_name(code: str) -> str:
    """Name an area for people; an unknown code stays as it is."""
    found = published_area(code)
    return found.name if found else code


def region_of(la_code: str) -> PublishedArea | None:
    """Give the region that an LA lies in; None for a code that is no LA of England today."""
    la = local_authorities().get(la_code)
    return _regions().get(la.region_name.lower()) if la else None


@cache
def _areas() -> dict[str, PublishedArea]:
    found: dict[str, PublishedArea] = {}
    for r in rows("local_authorities"):
        area = PublishedArea(r["la_code"], la_name(r["la_code"]), Level.LA)
        found |= dict.fromkeys((r["ons_code"], r["la_code"], r["dfe_code"]), area)
    for r in rows("published_areas"):
        area = found.get(r["la_code"]) or PublishedArea(r["code"], r["name"], Level(r["level"]))
        found |= dict.fromkeys(filter(None, (r["code"], r["dfe_code"])), area)
    return found


@cache
def _regions() -> dict[str, PublishedArea]:
    return {area.name.lower(): area for area in _areas().values() if area.level is Level.REGION}
