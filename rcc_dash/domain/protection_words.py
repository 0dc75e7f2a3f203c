"""What is done to numbers of children, in plain words: one truth for every page, file and the methods."""

from collections.abc import Mapping
from typing import Final

from rcc_dash.domain.disclosure import MARKS
from rcc_dash.domain.words import and_list

LINES: Final = {
    "rcc5": "Counts of children are rounded to multiples of 5 by a fixed random rule and hidden under 10"
    " ([c]), so that no child can be singled out; parts need not add up to totals.",
    "ons": "Counts of children are rounded by the cell key method of the Office for National Statistics and"
    " hidden under 10 ([c]), so that no child can be singled out; parts need not add up to totals.",
}
EXACT: Final = "Exact figures."
_ROUNDING: Final = {
    "rcc5": "Counts of children are multiples of 5. Chance decides whether a count goes up or down, once and"
    " for all for the same children: a number shown is at most six from the true one, and right on average."
    " The same children have the same number on every page, in every file and behind every link.",
    "ons": "What is added to a count or taken from it is read from a table of the Office for National"
    " Statistics, by the number of children and by who they are. The same children have the same number on"
    " every page, in every file and behind every link.",
}
_REST: Final = {
    "Hiding": "Fewer than ten children are never shown, and none looks the same as a few: [c] in a table, no"
    " bar in a chart, the same hatching or nothing at all on a map.",
    "Adding up": "Every number is rounded by itself, totals too, so parts need not add up. Several values or"
    " areas chosen together are the sum of what each of them shows.",
    "Several LAs": "Each LA knows its own children. A number of several LAs is rounded as one only where"
    " three or more have ten children or more each, or seven have any and ten remain without the largest;"
    " else it is the sum of what each shows.",
    "Shares": "In whole %, from rounded numbers, and only where both the part and the rest are shown. Where"
    " the placements chosen hold 90% of a group or more, their number is not told either.",
    "Three at most": "Children are parted by no more than three things at once beside the area and the date;"
    " with three filters on, shares are not worked out.",
    "Miles and costs": "A middle needs twelve children on either side and is taken a few children aside. A"
    " mean has its largest twentieth drawn in. A cost is to £50, of 20 children and three providers or more,"
    " none of whom stands out. No smallest or largest value is shown anywhere.",
    "Maps": "Hexagons of about 36 square kilometres and flows between LAs, in classes, always of all children"
    " looked after. Nothing smaller, and no point, is drawn for children.",
    "Homes": "A home stands on the map only where Ofsted publishes its address. What homes returned of their"
    " places is rounded like children, and shown of three homes and ten children or more.",
    "Exact figures": "Can be switched on where the app runs on a machine of one's own. Each use is written"
    " down. Links stay protected; so do files and pictures, unless exact ones are ticked.",
}
_WHY: Final = (
    "A small number can tell who a child is. So every number of children is changed a little by fixed"
    " rules, and small ones are not shown."
)
TREATED: Final = {
    "child": "Rounded and hidden like every count of children.",
    "share": "In whole %, worked out from rounded numbers; hidden where the part or the rest is too small.",
    "rate": "Worked out from rounded numbers of children; hidden where they are.",
    "cost": "To £50, the dearest twentieth drawn in; of 20 children and three providers or more.",
    "open": "Nothing: homes and places are published by Ofsted and shown as they are.",
    "returned": "What homes returned is rounded like children, and shown of three homes and ten children or"
    " more.",
}
"""What is done to a figure, by the code in the register of figures."""


def rules_told(method: str) -> Mapping[str, str]:
    """Give every rule by its name, in the order in which they are read; `method` rounds the counts."""
    marks = and_list([f"{mark} {words}" for mark, words in MARKS.items()])
    return {"Why": _WHY, "Rounding": _ROUNDING[method], **_REST, "Marks": f"{marks}."}
