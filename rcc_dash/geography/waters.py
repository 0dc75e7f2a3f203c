"""Which waters and shores mislead the eye that sees postcodes only?

Places typed in from knowledge of the country. Each is a circle, kept as small as does the work.
Nothing here is a coastline: the net still draws that.
"""

from dataclasses import dataclass
from math import inf
from typing import Final


@dataclass(frozen=True, slots=True)
class Round:
    """A named circle on the British National Grid, and how far the net may stretch in it (see `coast`)."""

    name: str
    east: int
    north: int
    radius_metres: int
    stretch: float = 45.0


NARROW_WATERS: Final = (
    Round("Portsmouth Harbour", 461_500, 103_500, 3_000, 40.0),
    Round("Portsmouth Harbour, mouth", 462_500, 99_300, 1_100),
    Round("Langstone Harbour, mouth", 468_700, 100_000, 1_000),
    Round("Langstone Harbour", 469_000, 102_500, 2_500),
    Round("Chichester Harbour", 477_000, 101_500, 3_500, 60.0),
    Round("Southampton Water, upper", 441_000, 111_000, 2_200),
    Round("Southampton Water, middle", 443_500, 108_500, 2_000),
    Round("Southampton Water, lower", 447_500, 104_000, 2_000),
    Round("Poole Harbour", 401_000, 87_500, 4_000),
    Round("Mersey, mouth", 331_800, 395_000, 2_500),
    Round("Mersey at Seacombe", 333_000, 391_500, 2_000),
    Round("Mersey at Birkenhead", 334_000, 388_500, 2_000),
    Round("Mersey at Dingle", 335_500, 386_500, 2_000),
    Round("Mersey at Eastham", 338_500, 382_000, 2_500),
    Round("Mersey at Speke", 343_500, 381_000, 2_500, 70.0),
    Round("Mersey at Hale", 348_000, 380_500, 2_000, 90.0),
    Round("Mersey at Widnes", 350_000, 383_500, 1_500),
    Round("Plymouth Sound", 247_500, 52_000, 2_000),
    Round("Hamoaze", 244_000, 56_500, 1_500),
    Round("Tees mouth", 454_000, 526_000, 2_500),
    Round("Medway at Hoo", 579_500, 170_500, 2_000),
    Round("Medway, lower", 585_000, 171_500, 3_000),
    Round("Thames off Canvey", 578_500, 181_000, 1_400),
    Round("Scilly sounds", 90_000, 12_500, 7_000, 90.0),
)
"""Estuaries and harbours whose mouths or banks are close together."""

EMPTY_SHORES: Final = (
    Round("Cliffe marshes", 573_500, 177_800, 2_500, inf),
    Round("High Halstow marshes", 578_500, 177_500, 3_000, inf),
    Round("Allhallows marshes", 583_500, 176_500, 3_000, inf),
    Round("Isle of Grain, west", 586_500, 175_500, 2_000, inf),
    Round("Farlington marshes", 468_200, 104_600, 800, inf),
    Round("Formby dunes", 328_500, 409_500, 2_500, inf),
    Round("Ainsdale dunes", 330_500, 412_500, 2_500, inf),
)
"""Marsh and dunes: land without postcodes between a settlement of the same council and the shore."""
