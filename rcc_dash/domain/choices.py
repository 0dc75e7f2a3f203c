"""Which settings do pages have besides the filter and the map, and what was chosen?

A page adds its settings to `CHOICES` and reads them from `State.choices`; the link carries
them by their key, defaults left out. A value is always a short code: of an option, or a
whole number within a range.
"""

from dataclasses import dataclass
from functools import partial
from typing import Final

from rcc_dash.domain.choice import Choice, Later, named, steps
from rcc_dash.domain.choice_tabs import TAB
from rcc_dash.domain.cohorts import NEEDS_PAGE, VOIDS_PAGE, Thresholds, cohorts_of
from rcc_dash.domain.explore import dimension_titles, measure_options
from rcc_dash.domain.explore_published import published_options
from rcc_dash.domain.register_search import Spoken
from rcc_dash.domain.registered import EVERYTHING, entry_options


def _titles(page: str) -> dict[str, str]:
    return {code: cohort.title for code, cohort in cohorts_of(page).items()}


def _whom(page: str) -> dict[str, str]:
    said = {code: cohort.said(Thresholds()) for code, cohort in cohorts_of(page).items()}
    return {code: words[:1].upper() + words[1:] for code, words in said.items()}


def _columns() -> dict[str, str]:
    return {"none": "Nothing", **dimension_titles()}


CHOICES: Final = {
    choice.key: choice
    for choice in (
        named(
            "d-part",
            "Part of the Distance page",
            many="How many",
            whose="Whose children",
            where="Where they went",
            why="Why",
            nearer="What would be nearer",
        ),
        named(
            "d-of",
            "Which distance",
            far="Over 20 miles",
            outside="Outside their LA",
            far_outside="Over 20 miles and outside",
            out_region="Outside the region",
            out_england="Outside England",
        ),
        named(
            "d-base",
            "As a share of",
            all="All children, as DfE counts",
            known="Known distances only",
        ),
        named(
            "d-near",
            "Nearer means",
            now="Nearer than where the child lives",
            limit="No more than 20 miles from home",
        ),
        named("d-why", "Reasons shown", supply="Failure of supply", all="All reasons"),
        named("d-sort", "Order of the table", name="By name", sent="Most sent out", taken="Most taken in"),
        named(
            "v-part",
            "Part of the Voids page",
            beds="Where beds stand empty",
            cost="What that costs",
            match="Whose child could have had one",
            block="Sharing a block of beds",
        ),
        named(
            "v-by",
            "Compare homes by",
            la_code="Local authority",
            sector="Sector",
            size="Size",
            judgement="Judgement",
            age="Age of the home",
            owner="Owner",
            kind="Type",
        ),
        named("v-days", "Count returns of the last", d31="31 days", d60="60 days", d92="92 days"),
        Choice("v-miles", "Miles from home", "20", span=(5, 50, 5)),
        named("v-whom", "For whom", all="All who live that far", recent="Placed in the last 26 weeks"),
        named(
            "v-beds",
            "In which places",
            returned="Known to be empty",
            most="All that are not known to be used",
        ),
        Choice("v-for", "Beds for children", "dear", Later(partial(_whom, VOIDS_PAGE))),
        Choice("v-n", "Beds in the block", "10", span=(1, 60, 1)),
        Choice("v-gbp", "£ a week for each bed", "7500", span=(3_000, 20_000, 250)),
        named(
            "r-part",
            "Part of the Rare needs page",
            who="Who and how many",
            where="Where they live",
            pool="What pooling gives",
            group="The smallest group",
            gap="The gaps",
        ),
        Choice("r-for", "Children", "dear", Later(partial(_titles, NEEDS_PAGE))),
        named("r-by", "High cost means", gbp="£ a week", top="The region's dearest"),
        Choice("r-gbp", "At least", "10000", steps("£{:,} a week", 5_000, 7_500, 10_000, 15_000, 20_000)),
        Choice("r-top", "Dearest", "2", steps("{}% of placements", 1, 2, 5, 10)),
        named("r-staff", "Staffing of", s2="2:1 or more", s1="1:1 or more", s3="More than 2:1"),
        Choice("r-young", "Age", "10", steps("Under {}", 8, 10, 12)),
        Choice("r-free", "A place is free, % of the time", "95", span=(80, 99, 1)),
        Choice("r-beds", "Beds in a home", "2", span=(1, 8, 1)),
        Choice("r-full", "Full at least, %", "85", span=(50, 95, 5)),
        Choice("r-miles", "Miles between members", "30", span=(10, 100, 5)),
        Choice("r-usable", "Places that can be used, %", "85", span=(50, 100, 5)),
        named("e-part", "Part of the Explore page", ours="Slice our figures", published="Official figures"),
        Choice("e-of", "Count", "children", Later(measure_options)),
        named("e-as", "Shares as", share="%", number="Number of children"),
        Choice("e-rows", "Rows", "la_code", Later(dimension_titles)),
        Choice("e-cols", "Columns", "placement", Later(_columns)),
        named("e-sort", "Order of rows", plain="As they are", high="Highest first"),
        Choice("m-of", "Find a figure, a rule or a source", EVERYTHING, Later(entry_options)),
        Choice("m-q", "Words in names and definitions", EVERYTHING, Spoken()),
        Choice("e-pub", "Published figure", "far_share", Later(published_options)),
        TAB,
    )
}
"""Every page's settings by key; keys begin with their page's letter so that pages never collide."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What was chosen: values by key, and only those that differ from the default."""

    pairs: tuple[tuple[str, str], ...] = ()

    def get(self, key: str) -> str:
        """Give the value of a setting; raises KeyError for a setting that is not registered."""
        default = CHOICES[key].default
        return next((value for known, value in self.pairs if known == key), default)

    def number(self, key: str) -> int:
        """Give the value of a setting that is a number."""
        return int(self.get(key))

    def having(self, key: str, value: str) -> "Choices":
        """Give these choices with another value of one setting, in their one spelling."""
        return Choices((*(pair for pair in self.pairs if pair[0] != key), (key, value))).normalised()

    def normalised(self) -> "Choices":
        """Give the one spelling: known settings in order, possible values, defaults left out."""
        last = dict(self.pairs)
        found = ((key, choice.spelling(last[key])) for key, choice in CHOICES.items() if key in last)
        return Choices(tuple((key, v) for key, v in found if v is not None and v != CHOICES[key].default))
