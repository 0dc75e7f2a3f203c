"""What the numbers on distance mean, what goes in, and how they are worked out."""

from typing import Final

from rcc_dash.domain.explained import Explained
from rcc_dash.settings import BORDERLINE_MILES, FAR_MILES, METRES_PER_MILE

_LOW, _HIGH = BORDERLINE_MILES

MEASURED: Final = (
    Explained(
        "Distance from home",
        "Straight-line miles from a child's home address to where the child lives, as DfE measures them.",
        ("Home postcode", "Postcode of the placement"),
        f"Each postcode's point on the national grid; the metres between them divided by {METRES_PER_MILE};"
        " rounded to 0.1 mile. Full postcodes are used where a file is loaded and not kept: what is kept is"
        " the distance. Where only sectors are known (M1 4), their middles are taken, and within one sector"
        " the mean distance of two of its addresses.",
        "Straight lines: 20 miles are about 28 by road, or 45 minutes by car. Without both ends the distance"
        " is not known; it is never taken to be 0.",
    ),
    Explained(
        "Far from home",
        f"More than {FAR_MILES} miles, after rounding to 0.1: {FAR_MILES} is not far.",
        ("Distance from home",),
        "Children who are far divided by all children looked after, as DfE does, or by those whose distance"
        " is known where the page is set to that. Short breaks are left out.",
        f"Of two sectors' middles, a distance of {_LOW:.0f} to {_HIGH:.0f} miles may be on either side of"
        " the limit; the page says how many such children there are, and how many are likely to be far.",
    ),
    Explained(
        "Outside their LA, the region or England",
        "Where the child lives is not within the boundary of the LA that looks after them (or of the members,"
        " or of England).",
        ("The LA in which the placement's postcode lies", "Today's boundaries of LAs and members"),
        "Children outside divided by all children looked after. One whose placement is not known counts as"
        " not outside.",
        "Within a large county a child may be far and inside; beside a boundary, outside and near. So both"
        " are shown, and the two together, which is DfE's headline.",
    ),
)
NEARER: Final = (
    Explained(
        "What would have been nearer",
        "Whether a far child could have lived nearer home in a home that suits: with an empty place, full,"
        " or none at all.",
        (
            "Far children in homes and schools whose distance was not chosen for them",
            "Ofsted's list as at the date: active homes, not judged inadequate, not for short breaks",
            "Which home suits which child (the rules of suitability below)",
            "Empty places that vacancy returns of the month before tell of",
        ),
        "The nearest suitable home, and the nearest with a known empty place, are looked for from the middle"
        " of the child's sector. Nothing suitable nearer is the sufficiency gap; the rest, the matching gap.",
        "One empty place may be the nearest for many: “room for at once” gives each to one child only. Across"
        " the Solent no home is near.",
    ),
    Explained(
        "Parts of the mean distance",
        "Of how many miles the place of homes is the reason, of how many full homes, and of how many choice,"
        " timing and matching.",
        ("Miles to the nearest suitable home", "Miles to the nearest with an empty place", "Actual miles"),
        "The three differences, each the mean over the same children, the longest twentieth drawn in. They"
        " add up to the actual mean.",
        "The last may be negative: a place became empty after the child had moved.",
    ),
    Explained(
        "Beds dealt afresh",
        "How far children would live if the beds of today were shared out anew to leave fewest far, and then"
        " fewest miles.",
        ("Where each lives", "Which home suits whom", "Their beds and known empty ones, or all places"),
        "The best deal for all at once (an assignment that can be proved best). What is left comes of where"
        " homes are, the rest of who has which bed.",
        "With hindsight, as if everybody moved in one day: a bound, and no plan for any child.",
    ),
)
