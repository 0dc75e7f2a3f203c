"""What the numbers on rare needs and their costs mean, what goes in, and how they are worked out."""

from typing import Final

from rcc_dash.domain.explained import Explained
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
COUNTED: Final = (
    Explained(
        "Any of these needs",
        "Children with at least one of the needs of this page.",
        ("The children with each of them",),
        "A child with several is counted once, so this is less than all of them added up.",
    ),
    Explained(
        "Known for",
        "Of how many children the loaded files tell whether they have the need.",
        ("The columns that the rule of the need asks for, where a file fills them",),
        "A child counts as known if the rule says yes or no. Nothing told is not a no.",
        "Where few are known, there may be more such children than are counted.",
    ),
    Explained(
        "Expected where hidden",
        "What the region's number would give an area of this size, where its own is too small to show.",
        ("Children with the need in all areas", "Children looked after by the area, as a share of all"),
        "The first times the second, at most 9, and then made to add up with the areas that are shown.",
        "An estimate from shown numbers only. It says nothing of the children of this area.",
    ),
)
COSTS: Final = (
    Explained(
        "£ a year",
        "What placements like today's cost in a whole year, if the children stay as many.",
        ("Children with a known cost, as shown", "Their mean £ a week, as shown", f"{WEEKS_A_YEAR} weeks"),
        "The three multiplied. Both numbers are those of the table, so anybody can check it.",
        "Children without a known cost are left out, so the true sum is higher.",
    ),
    Explained(
        "£ leaving the region",
        "What is paid for children who live in no member of the cooperative.",
        ("The same three numbers, of children outside the region only",),
        "As above. It is what is spent there, not what could be saved by a place here.",
    ),
    Explained(
        "A quarter cost less, half, a quarter more",
        "How widely costs are spread: half of all children cost between the first and the last.",
        ("Known weekly costs, in order",),
        "The cost a quarter, half and three quarters of the way up. In the protected view the place is moved"
        " by up to two children, and costs are given to £50.",
    ),
    Explained(
        "Share of the cost",
        "How much of the weekly cost an agency pays.",
        ("Each agency's mean £ a week over the same children, nothing counting as £0",),
        "The agency's mean divided by the three added up.",
        "Only children for whom the source tells the parts of all three agencies.",
    ),
)
