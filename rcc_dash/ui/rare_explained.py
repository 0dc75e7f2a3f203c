"""What the numbers on pooling, groups and gaps mean, what goes in, and how they are worked out."""

from typing import Final

from rcc_dash.figures.explained import Explained
from rcc_dash.settings import WEEKS_A_YEAR

_LOAD: Final = Explained(
    "Children at one time",
    "How many children of the cohort need such a place on a day, on average. No other number decides beds.",
    (
        "Children of the cohort by authority on the last dates (up to three) told of by the same sources",
        "All children looked after by each",
    ),
    "The average of the dates. A count of two is mostly chance, so each authority's rate is drawn towards the"
    " region's, by as much as its own numbers leave open but at most about halfway (empirical Bayes); the"
    " loads add up to the region's count. A hidden count is taken as the authority's part by its children"
    " looked after.",
    "Only children who are known and placed are counted: who waits without a place comes on top.",
)
POOLING: Final = (
    _LOAD,
    Explained(
        "Beds needed",
        "The fewest beds with which a child who needs one finds one free as often as is asked for above.",
        ("Children at one time", "How often a place must be free"),
        "Erlang's loss formula: with no bed nobody is served; each further bed turns fewer away, by a share"
        " that depends on the children at one time and the beds so far. Beds are added until enough children"
        " find one free.",
        "It takes children as coming by chance. If they come in bursts, more beds are needed.",
    ),
    Explained(
        "How full",
        "The share of those beds with a child, on average over time.",
        ("Beds needed", "Children who find one free"),
        "Children at one time, less those turned away, divided by the beds.",
        "A bed that is nearly always free must sometimes be empty: that is the price of being ready.",
    ),
    Explained(
        "Stops being rare at",
        "The lowest level at which such beds are filled to the share that is asked for above.",
        ("How full beds are at each level", "The share that makes a home viable"),
        "Local authorities each for itself, then sub-regions, the region, and England; the first that is full"
        " enough. England is taken to need as many for every child looked after as the region does.",
    ),
)
GROUPS: Final = (
    _LOAD,
    Explained(
        "The load that fills a home",
        "How many children must need such a place at one time so that the home is as full as is asked for.",
        ("Beds in the home", "How full it must be"),
        "Erlang's loss formula turned round: the least load at which the beds are filled to that share.",
        "Some of these children find the home full and go elsewhere; the share it serves is said above.",
    ),
    Explained(
        "The smallest group",
        "The fewest authorities who have that load together, each within the miles above of another.",
        ("Children at one time of each", "Miles between the middles of where people live"),
        "Every possible group is tried (a million for twenty members). Of equally small ones the one with the"
        " fewest miles to its best-placed member comes first, miles weighted by children. Across the Solent"
        " 30 miles are added for the ferry.",
        "Straight-line miles: 20 of them are about 28 by road, or 45 minutes by car.",
    ),
)
GAPS: Final = (
    _LOAD,
    Explained(
        "Beds needed, likely and prudent",
        "Likely: too few as often as too many. Prudent: enough in four cases of five.",
        ("Children at one time", "On how many dates they were counted", "How often a place must be free"),
        "The fewer children were counted, the less sure the load is (gamma distribution); beds are worked out"
        " for its middle and for its 80th percentile, for the whole region together.",
    ),
    Explained(
        "Beds taking them now",
        "Children of the cohort who live in the region in a registered place of the kind that serves it.",
        ("Where they live", "The kind of home that the cohort's definition names"),
        "Counted, protected. Where hidden, from none to the most that can be.",
        "Ofsted's list does not say which homes take which need. All homes of that kind and size stand"
        " beside: other children use them too, so they are no measure of what is free.",
    ),
    Explained(
        "Places to open",
        "How many more registered places the region would need, fewest to most.",
        (
            "Beds needed",
            "Beds taking them now",
            "Places known to be empty",
            "Share of places that can be used",
        ),
        "Fewest: likely beds less those taking them now and all suitable empty places. Most: prudent beds"
        " less those taking them now. Both divided by the share of places that can be used.",
        "A child may be in several cohorts and an empty place may suit several: gaps must not be added up.",
    ),
    Explained(
        "Away for want of a place",
        "Children who live outside the region or over 20 miles from home, unless that was chosen for them.",
        ("Where they live", "Miles from home", "The census's reason for the distance"),
        "Counted, protected. A reason that is not known counts as want of a place.",
    ),
    Explained(
        "What closing the gap would save",
        "Miles nearer home for each such child, and £ a year.",
        ("Children away, but no more than places to open", "Mean miles and weekly cost, away and near"),
        "Mean of those away less mean of those of the cohort who live near in the region; £ times children"
        f" and {WEEKS_A_YEAR} weeks.",
        "It takes a new place to cost what the near ones cost now. Where they cost more, nothing is saved.",
    ),
)
