"""What does pooling change, who would fill a home, and what is missing? In plain and true sentences."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from rcc_dash.domain.headline import Figure
from rcc_dash.domain.words import and_list, counted
from rcc_dash.figures.void_sentences import pounds
from rcc_dash.models.provision import Needed, Provision

_SMALL: Final = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve",
)  # fmt: skip
_A_FEW: Final = 10


@dataclass(frozen=True, slots=True)
class RareSubject:
    """Whose children a sentence is about ("the South East"), who they are, and of how many LAs.

    `whom` goes on from "children"; `about` stands before a rounded count.
    """

    who: str
    whom: str
    las: int
    about: str = ""


def amount(load: float) -> str:
    """Write a load: one decimal below ten, whole from there."""
    return f"{load:,.1f}" if load < _A_FEW else f"{load:,.0f}"


def las_words(number: int) -> str:
    """Count local authorities as a sentence does: "ten local authorities"."""
    many = _SMALL[number] if number < len(_SMALL) else f"{number}"
    return f"{many} local {'authority' if number == 1 else 'authorities'}"


def what_pooling_changes(
    of: RareSubject, example: str, alone: Provision, together: Provision, verdict: str
) -> str:
    """Say what one LA needs alone and all need together, and at which level the need stops being rare."""
    return (
        f"Alone, {example} would need {counted(alone.beds, 'bed', 'beds')} for children {of.whom} and keep"
        f" {_them(alone.beds)} {alone.full:.0%} full; {las_words(of.las)} together need {together.beds:,} and"
        f" keep {_them(together.beds)} {together.full:.0%} full. {verdict}"
    )


def price_of_being_ready(together: Provision, apart: Provision, weekly_gbp: float | None) -> str:
    """Say how seldom the last bed is needed, and what empty beds cost together and apart."""
    said = (
        f"Together, the last of the {counted(together.beds, 'bed', 'beds')} would be needed"
        f" {together.last_used:.0%} of the time."
    )
    if weekly_gbp is None:
        return f"{said} What empty beds cost cannot be shown: too few costs are known."
    return (
        f"{said} Empty beds would cost about {pounds(together.empty_gbp(weekly_gbp))} a year at"
        f" {pounds(weekly_gbp)} a week, against {pounds(apart.empty_gbp(weekly_gbp))} if each provided alone."
    )


def how_sure(needed: Needed) -> str:
    """Say what the counts leave open of the beds that all need together."""
    if needed.low == needed.high:
        return f"The counts leave hardly open how many beds: {needed.low:,} in four cases of five."
    return f"So few counts leave open from {needed.low:,} to {needed.high:,} beds, in four cases of five."


def too_few_to_pool(of: RareSubject, together: Provision) -> str:
    """Say the most that can be needed where even the region's number is hidden."""
    return (
        f"In {of.who} children {of.whom} are too few to show. Even all {las_words(of.las)} together would"
        f" need no more than {together.beds:,} beds, and keep them no more than {together.full:.0%} full."
    )


def verdict(least: str, full: float, *, knows_nation: bool) -> str:
    """Say at which level beds are filled enough: "la", "sub", "region", "nation", or blank for none."""
    at_all = "even for England" if knows_nation else "even for the whole region"
    return {
        "la": f"Local authorities alone fill their beds to {full:.0%}: this need is not rare.",
        "sub": "The need stops being rare at the level of sub-regions.",
        "region": "The need stops being rare at the level of the region.",
        "nation": "The need is rare even for the region; England as a whole would fill its beds.",
        "": f"The need is rare {at_all}: beds would stay less than {full:.0%} full.",
    }[least]


def who_fills_a_home(
    of: RareSubject, names: Sequence[str], load: float, host: tuple[str, float], home: str
) -> str:
    """Say who is the smallest group; `host` is where the home would stand, and mean miles to there."""
    if len(names) == 1:
        return f"{names[0]} alone can fill {home} with children {of.whom}: about {amount(load)} at one time."
    return (
        f"The smallest group that fills {home} with children {of.whom}: {and_list(names)}, about"
        f" {amount(load)} at one time. In {host[0]} it would be {host[1]:.0f} straight miles from them on"
        " average."
    )


def nobody_fills_a_home(of: RareSubject, load: float, need: float, home: str, links: str) -> str:
    """Say that there is no such group, and how many children are missing."""
    if load < need:
        return (
            f"Not even all {las_words(of.las)} together can fill {home} with children"
            f" {of.whom}: about {amount(load)} at one time, where it takes {amount(need)}."
        )
    return (
        f"No group of local authorities {links} can fill {home} with children {of.whom}: it takes"
        f" {amount(need)} at one time."
    )


def who_cannot_be_told(of: RareSubject, need: float, home: str) -> str:
    """Say what a home takes where even the region's number is hidden."""
    return (
        f"In {of.who} children {of.whom} are too few to say which local authorities have them. It takes"
        f" {amount(need)} at one time to fill {home}."
    )


def what_is_missing(of: RareSubject, needed: Needed, gap: tuple[int, int], away: Figure) -> str:
    """Say how many beds are needed, how many are missing, and who lives away for want of one."""
    head = (
        f"In {of.who} children {of.whom} need about {needed.middle:,} beds, {needed.prudent:,} to be prudent;"
        f" {gap_words(gap)}."
    )
    if away.value is None:
        return f"{head} Too few of them to show live far away or outside the region for want of a place."
    live = "lives" if away.value == 1 else "live"
    return (
        f"{head} {_capital(of.about)}{away.value:,.0f} {live} outside the region or over 20 miles away for"
        " want of a place."
    )


def gap_words(gap: tuple[int, int]) -> str:
    """Write a gap with its interval: "4 to 9 places are missing", "up to 4 places may be missing"."""
    if gap[1] == 0:
        return "no place is missing"
    if gap[0] == 0:
        return f"up to {counted(gap[1], 'place', 'places')} may be missing"
    is_one = gap == (1, 1)
    return f"{span_words(*gap)} place{' is' if is_one else 's are'} missing"


def span_words(low: int, high: int) -> str:
    """Write a range of whole numbers: "4 to 9", "4"."""
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"


def who_pays(whom: str, parts: Mapping[str, str]) -> str:
    """Say what each agency pays a week on average for such a child; `parts` are written, or marks."""
    if not any(words.startswith("£") for words in parts.values()):
        return f"What health and education pay for children {whom} cannot be shown: too few parts are known."
    paid = [f"{agency.lower()} {words}" for agency, words in parts.items()]
    return f"Of what children {whom} cost a week on average, where it is known: {and_list(paid)}."


def _them(beds: int) -> str:
    return "it" if beds == 1 else "them"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
