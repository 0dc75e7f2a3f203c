"""Which settings do pages have besides the filter and the map, and what was chosen?

A page adds its settings to `CHOICES` and reads them from `State.choices`; the link carries
them by their key, defaults left out. A value is always a short code: of an option, or a
whole number within a range.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from types import MappingProxyType
from typing import Final

from rcc_dash.domain.cohorts import NEEDS_PAGE, VOIDS_PAGE, Thresholds, cohorts_of

_NUMBER: Final = re.compile(r"[0-9]{1,6}")


@dataclass(frozen=True, slots=True)
class Choice:
    """One setting: its key in links, its title, and its options as codes with their words.

    A setting with a `span` (lowest, highest, step) takes whole numbers and has no options.
    """

    key: str
    title: str
    default: str
    options: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    span: tuple[int, int, int] | None = None

    def spelling(self, value: str) -> str | None:
        """Give the one spelling of a value; None if it cannot be chosen."""
        if self.span is None:
            return value if value in self.options else None
        low, high, step = self.span
        number = int(value) if _NUMBER.fullmatch(value) else low - 1
        return str(number) if low <= number <= high and (number - low) % step == 0 else None

    def possible(self) -> str:
        """Say in words what can be chosen instead."""
        if self.span is None:
            return f"“{self.options[self.default]}” is shown."
        low, high, step = self.span
        steps = f" in steps of {step}" if step > 1 else ""
        return f"{low} to {high}{steps} can be chosen."


class Later(Mapping[str, str]):
    """Options that a reference file names: read when they are first asked for, not when the app starts."""

    def __init__(self, read: Callable[[], Mapping[str, str]]) -> None:
        """Take what reads them."""
        self._read = read

    def __getitem__(self, code: str) -> str:
        """Give an option in words."""
        return self._read()[code]

    def __iter__(self) -> Iterator[str]:
        """Give the codes in order."""
        return iter(self._read())

    def __len__(self) -> int:
        """Count the options."""
        return len(self._read())


def _titles(page: str) -> dict[str, str]:
    return {code: cohort.title for code, cohort in cohorts_of(page).items()}


def _whom(page: str) -> dict[str, str]:
    said = {code: cohort.said(Thresholds()) for code, cohort in cohorts_of(page).items()}
    return {code: words[:1].upper() + words[1:] for code, words in said.items()}


def _named(key: str, title: str, **options: str) -> Choice:
    """Make a setting of named options; the first is the default."""
    return Choice(key, title, next(iter(options)), MappingProxyType(options))


CHOICES: Final = {
    choice.key: choice
    for choice in (
        _named(
            "d-part",
            "Part of the Distance page",
            many="How many",
            whose="Whose children",
            where="Where they went",
            why="Why",
            nearer="What would be nearer",
        ),
        _named(
            "d-of",
            "Which distance",
            far="Over 20 miles",
            outside="Outside their LA",
            far_outside="Over 20 miles and outside",
            out_region="Outside the region",
            out_england="Outside England",
        ),
        _named(
            "d-base",
            "As a share of",
            all="All children, as DfE counts",
            known="Known distances only",
        ),
        _named(
            "d-near",
            "Nearer means",
            now="Nearer than where the child lives",
            limit="No more than 20 miles from home",
        ),
        _named("d-why", "Reasons shown", supply="Failure of supply", all="All reasons"),
        _named("d-sort", "Order of the table", name="By name", sent="Most sent out", taken="Most taken in"),
        _named(
            "v-part",
            "Part of the Voids page",
            beds="Where beds stand empty",
            cost="What that costs",
            match="Whose child could have had one",
            block="Sharing a block of beds",
        ),
        _named(
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
        _named("v-days", "Count returns of the last", d31="31 days", d60="60 days", d92="92 days"),
        Choice("v-miles", "Miles from home", "20", span=(5, 50, 5)),
        _named("v-whom", "For whom", all="All who live that far", recent="Placed in the last 26 weeks"),
        _named(
            "v-beds",
            "In which places",
            returned="Known to be empty",
            most="All that are not known to be used",
        ),
        Choice("v-for", "Beds for children", "dear", Later(partial(_whom, VOIDS_PAGE))),
        Choice("v-n", "Beds in the block", "10", span=(1, 60, 1)),
        Choice("v-gbp", "£ a week for each bed", "7500", span=(3_000, 20_000, 250)),
        _named(
            "r-part",
            "Part of the Rare needs page",
            who="Who and how many",
            where="Where they live",
            pool="What pooling gives",
            group="The smallest group",
            gap="The gaps",
        ),
        Choice("r-for", "Children", "dear", Later(partial(_titles, NEEDS_PAGE))),
        _named("r-by", "High cost means", gbp="£ a week", top="The region's dearest"),
        Choice("r-gbp", "£ a week or more", "10000", span=(2_000, 30_000, 500)),
        Choice("r-top", "Dearest, % of placements", "2", span=(1, 10, 1)),
        _named("r-staff", "Staffing of", s2="2:1 or more", s1="1:1 or more", s3="More than 2:1"),
        Choice("r-young", "Under the age of", "10", span=(5, 14, 1)),
        Choice("r-free", "A place is free, % of the time", "95", span=(80, 99, 1)),
        Choice("r-beds", "Beds in a home", "2", span=(1, 8, 1)),
        Choice("r-full", "Full at least, %", "85", span=(50, 95, 5)),
        Choice("r-miles", "Miles between members", "30", span=(10, 100, 5)),
        Choice("r-usable", "Places that can be used, %", "85", span=(50, 100, 5)),
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
        """Give the value of a setting with a range."""
        return int(self.get(key))

    def having(self, key: str, value: str) -> "Choices":
        """Give these choices with another value of one setting, in their one spelling."""
        return Choices((*(pair for pair in self.pairs if pair[0] != key), (key, value))).normalised()

    def normalised(self) -> "Choices":
        """Give the one spelling: known settings in order, possible values, defaults left out."""
        last = dict(self.pairs)
        found = ((key, choice.spelling(last[key])) for key, choice in CHOICES.items() if key in last)
        return Choices(tuple((key, v) for key, v in found if v is not None and v != CHOICES[key].default))
