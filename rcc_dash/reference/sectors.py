"""Where is a postcode sector, and which sector does a postcode lie in?"""

import re
from functools import cache
from typing import Final

import pandas as pd

from rcc_dash.settings import REFERENCE_DIR

_OUTWARD: Final = r"(?:NPT|[A-Z]{1,2}[0-9][A-Z0-9]?)"  # NPT: Newport until the 1990s
_SECTOR: Final = re.compile(rf"({_OUTWARD})([0-9])(?:[A-Z]{{2}})?")
_DISTRICT: Final = re.compile(_OUTWARD)
_KINDS: Final = {
    "postcode_sector": "str",
    "east": "Int32",
    "north": "Int32",
    "lat": "float64",
    "lon": "float64",
    "la_code": "str",
    "la_share": "float64",
    "spread_miles": "float64",
    "postcodes": "int32",
    "hex6": "str",
    "hex5": "str",
}


@cache
def sectors() -> pd.DataFrame:
    """Where is each postcode sector of the UK, how wide is it, and in which LA do most of its postcodes lie?

    One row per sector. `east` and `north` are whole metres on the British National Grid,
    `spread_miles` the root mean square distance of its postcodes from that centre, `la_share`
    (0 to 1) the part of its postcodes in `la_code`. Positions are null in Northern Ireland,
    which has another grid. The frame is shared: copy it before changing it.
    """
    return pd.read_csv(REFERENCE_DIR / "postcode_sectors.csv", dtype=_KINDS)


def postcode_sector(text: str) -> str | None:
    """Which sector ("M1 4") does a full postcode or a sector name, however spaced, lie in?

    None when the text is neither; also for "M14" without a space, which is a district.
    Says nothing about whether that sector exists.
    """
    words = text.upper().split()
    compact = "".join(words)
    found = _SECTOR.fullmatch(compact)
    is_district = len(words) == 1 and _DISTRICT.fullmatch(compact)
    return f"{found[1]} {found[2]}" if found and not is_district else None


def postcode_district(text: str) -> str | None:
    """Which district ("M14") does a full postcode, a sector or a district name lie in?

    None when the text is none of these, or no sector of the UK lies in such a district.
    """
    sector = postcode_sector(text)
    district = sector.split(" ", maxsplit=1)[0] if sector else "".join(text.upper().split())
    return district if district in _districts() else None


@cache
def _districts() -> frozenset[str]:
    return frozenset(sectors()["postcode_sector"].str.split(" ").str[0])
