"""What was done to the numbers: in one line, and in plain words behind it for whoever asks."""

from html import escape
from typing import Final

from rcc_dash.domain.disclosure import MARKS, Rule
from rcc_dash.domain.words import and_list

_LINES: Final = {
    "rcc5": "Counts of children are rounded to multiples of 5 by a fixed random rule and hidden under 10"
    " ([c]), so that no child can be singled out; parts need not add up to totals.",
    "ons": "Counts of children are rounded by the cell key method of the Office for National Statistics and"
    " hidden under 10 ([c]), so that no child can be singled out; parts need not add up to totals.",
}
_EXACT: Final = "Exact figures."
_SUMMARY: Final = "What was done to these numbers, and why"
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
    " three or more take part and ten children remain without the largest; else it is the sum of what each"
    " shows.",
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


def treated_words(rule: Rule) -> str:
    """Say in one line what was done to the counts of children."""
    return _EXACT if rule.exact else _LINES[rule.method]


def protection_html(rule: Rule) -> str:
    """Draw one closed line that opens the rules in plain words; blank for exact figures."""
    if rule.exact:
        return ""
    why = (
        "A small number can tell who a child is. So every number of children is changed a little by fixed"
        " rules, and small ones are not shown."
    )
    marks = and_list([f"{mark} {words}" for mark, words in MARKS.items()])
    told = {"Why": why, "Rounding": _ROUNDING[rule.method], **_REST, "Marks": f"{marks}."}
    rows = "".join(f"<dt>{escape(name)}</dt><dd>{escape(words)}</dd>" for name, words in told.items())
    return f'<details class="explained"><summary>{_SUMMARY}</summary><dl>{rows}</dl></details>'
