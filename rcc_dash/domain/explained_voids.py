"""What the numbers on empty places mean, what goes in, and how they are worked out."""

from typing import Final

from rcc_dash.domain.explained import Explained
from rcc_dash.domain.voids import HALF_FILLED_DAYS, REASONS, STILL_EMPTY_LEAST
from rcc_dash.domain.words import or_list

_WHY: Final = or_list([words[:1].lower() + words[1:] for words in REASONS.values()])

PLACES: Final = (
    Explained(
        "Void: an empty place",
        "A registered place in a children's home that could be used and stands empty, as its home returned.",
        ("Vacancy returns of the last 31 days, or as set on the page", "Registered places on Ofsted's list"),
        "Every registered place is one of four: occupied, empty and ready, not usable"
        f" ({_WHY}), or not known.",
        "A place of which no return tells is not known: neither empty nor used. Places less the children who"
        " are known there are not voids: other LAs' children live there too.",
    ),
    Explained(
        "Void rate",
        "How many of the places that can be used stand empty.",
        ("Places empty and ready", "Registered places of the homes that returned, less those not usable"),
        "The first divided by the second. Occupancy is occupied places divided by all registered ones.",
        "Short-break homes, secure homes, residential special schools and homes not active on the date are"
        " left out and shown apart.",
    ),
    Explained(
        "Likely empty places",
        "The range in which the empty and ready places of all homes lie four times in five.",
        (
            "Places, and how many were occupied and usable, in homes that returned",
            "Places of homes that did not, and children known to live there",
        ),
        "A thousand draws, the same each time: homes that did not return are filled as homes alike that did,"
        " where 30 of these or more returned, else as all that did; with no return at all, 60 to 85% full,"
        " most likely 69%, which is England's children over places in 2025. Where fewer than 30 returned,"
        " 20 to 60% of empty places are taken to be not usable.",
        "Likely and known are never added. Returns from one home in three cut the range by more than half.",
    ),
    Explained(
        "Empty, at the most",
        "Places that are not known to be occupied or not usable.",
        ("Registered places", "Returns", "Children known to live there"),
        "All places, less those known to be occupied or not usable.",
        "A ceiling, not an estimate.",
    ),
    Explained(
        "Still empty",
        "How likely a place is empty now that a return told of some days ago.",
        ("Days since the return",),
        f"Half of such places are taken to be filled in {HALF_FILLED_DAYS:.0f} days. One less likely than"
        f" {STILL_EMPTY_LEAST:.0%} is not offered to anybody.",
        "Our assumption, until returns one after another tell.",
    ),
)
WHAT_THEY_COST: Final = (
    Explained(
        "Price of a place",
        "What an empty place stands for in a week.",
        ("Weekly cost of children in such homes, by cost extract, else census", "Own or others' homes"),
        "The mean weekly cost of a child there, the dearest twentieth drawn in, to £50; times empty places.",
        "It is the cost of a child, not what is saved by filling a place.",
    ),
    Explained(
        "Three costs of empty places",
        "Cash: empty places in LAs' own homes. Embedded: what fees of others' homes would be less, were they"
        " 85% full. Opportunity: what far placements cost more than empty places near home.",
        ("Likely empty places", "Returned occupancy", "Children who could have been placed near home"),
        "Each by itself, in £ a week on the day.",
        "Three views of the same places: they must not be added up.",
    ),
)
SHARED: Final = (
    Explained(
        "Who could have had an empty place",
        "How many far children could have had a suitable empty place near home, all at the same time.",
        ("Far children", "Known empty places", "The rules of suitability", "Miles that count as near"),
        "Places are given out so that most children have one, and then with fewest miles. All of the"
        " cooperative's far children take part, whatever the filter. At the least: were every need there"
        " that no file tells of; at the most: were every place empty that is not known to be used.",
        "A count for planning. No pair of a child and a home is shown or kept.",
    ),
    Explained(
        "Sharing a block of beds",
        "How full beds would be that some LAs buy together, whom they would serve, and what each LA pays.",
        ("Children at one time, by LA", "Beds and £ a week for each"),
        "Erlang's loss formula, as on the page Rare needs. The cost of the beds in a year is parted in three"
        " ways: equally, by expected use, and by use as it may turn out.",
        "A bed in a block costs the same whether it is used or not.",
    ),
)
