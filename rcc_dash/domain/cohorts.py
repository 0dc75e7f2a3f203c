"""Which children have rare and costly needs? Cohorts are data: two small files that an analyst can change.

`data/reference/cohorts.csv` says what each cohort is in words, `cohort_rules.csv` who belongs to it.
A child may be in several; whoever adds cohorts up counts each child once (decision 11).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, reduce
from itertools import groupby
from typing import Final

import pandas as pd

from rcc_dash.domain.cohort_columns import NUMBER, ORDER
from rcc_dash.domain.cohort_rules import FILE, Answer, Condition, condition, refused
from rcc_dash.reference.tables import Row, rows

NEEDS_PAGE, VOIDS_PAGE = "rare", "voids"
_FILE: Final = "cohorts.csv"
_RESIDENTIAL: Final = ("childrens_home", "secure", "school_home")
_STAFFING_WORDS: Final = {"standard": "standard", "1:1": "1:1", "2:1": "2:1", "over_2:1": "more than 2:1"}


@dataclass(frozen=True, slots=True)
class Thresholds:
    """What a director can switch: £ a week (None: cannot be told), adults to a child, and whole years.

    With `top_pct` the £ a week are those at which the region's dearest n % begin: queries work them out.
    """

    cost_gbp: int | None = 10_000
    staffing: str = "2:1"
    young: int = 10
    top_pct: int | None = None

    def limits(self) -> dict[str, object]:
        """Give each by the name that rules call it by."""
        return {"cost_gbp": self.cost_gbp, "staffing": self.staffing, "young": self.young}

    def words(self) -> dict[str, str]:
        """Give each as texts write it."""
        cost = "a cost that cannot be told" if self.cost_gbp is None else f"£{self.cost_gbp:,}"
        return {"cost": cost, "staffing": _STAFFING_WORDS[self.staffing], "young": str(self.young)}


_NAMES: Final = {"cost_gbp": NUMBER, "staffing": ORDER, "young": NUMBER}
"""Each threshold, and what the columns hold that it can be held against."""


@dataclass(frozen=True, slots=True)
class Cohort:
    """One cohort: its words, the files that tell it, the home that serves it, and the ways into it."""

    code: str
    title: str
    whom: str
    """Goes on from "children": "who need a solo placement"; thresholds stand in braces."""
    definition: str
    source: str
    told_by: str
    home_types: tuple[str, ...]
    """Codes of Ofsted's kinds of homes; empty where none of them serves it."""
    max_places: int | None
    home_words: str
    pages: tuple[str, ...]
    ways: tuple[tuple[Condition, ...], ...]

    @property
    def thresholds(self) -> frozenset[str]:
        """Give the names of the thresholds that it listens to."""
        values = (condition.value for way in self.ways for condition in way)
        return frozenset(value[1:] for value in values if value.startswith("@"))

    def said(self, thresholds: Thresholds) -> str:
        """Say whom it is about, to go on from "children"."""
        return self.whom.format(**thresholds.words())

    def defined(self, thresholds: Thresholds) -> str:
        """Say who belongs to it, in a sentence."""
        return self.definition.format(**thresholds.words())


@cache
def cohorts() -> dict[str, Cohort]:
    """Give every cohort by code, in the order of the file. Raises UserError where a row cannot be meant."""
    return read_cohorts(rows("cohorts"), rows("cohort_rules"))


def cohorts_of(page: str) -> dict[str, Cohort]:
    """Give the cohorts that a page offers."""
    return {code: cohort for code, cohort in cohorts().items() if page in cohort.pages}


def members(cohort: Cohort, children: pd.DataFrame, thresholds: Thresholds) -> Answer:
    """Say which children belong to a cohort, and of which that is known.

    A child of whom nothing that decides it is known is neither: unknown is not "no".
    """
    limits = thresholds.limits()
    ways = (
        reduce(Answer.also, (condition.holds(children, limits) for condition in way)) for way in cohort.ways
    )
    return reduce(Answer.either, ways)


def read_cohorts(told: Sequence[Row], rules: Sequence[Row]) -> dict[str, Cohort]:
    """Read the rows of both files; lines are counted from 2, below the headings."""
    ways = _ways(rules, {row["code"] for row in told})
    found = {row["code"]: _cohort(row, at, ways) for at, row in enumerate(told, start=2)}
    if len(found) < len(told):
        codes = [row["code"] for row in told]
        at = next(at for at, code in enumerate(codes) if code in codes[:at])
        raise refused(_FILE, at + 2, "code", codes[at], "Give each cohort a code of its own.")
    return found


def _ways(rules: Sequence[Row], codes: set[str]) -> Mapping[str, tuple[tuple[Condition, ...], ...]]:
    for at, row in enumerate(rules, start=2):
        if row["cohort"] not in codes:
            raise refused(FILE, at, "cohort", row["cohort"], f"Add it to data/reference/{_FILE} first.")
    read = [(row["cohort"], condition(row, at, _NAMES)) for at, row in enumerate(rules, start=2)]
    ordered = sorted(read, key=lambda pair: (pair[0], pair[1].way))
    ways: dict[str, tuple[tuple[Condition, ...], ...]] = {}
    for (code, _way), pairs in groupby(ordered, key=lambda pair: (pair[0], pair[1].way)):
        ways[code] = (*ways.get(code, ()), tuple(one for _, one in pairs))
    return ways


def _cohort(row: Row, at: int, ways: Mapping[str, tuple[tuple[Condition, ...], ...]]) -> Cohort:
    code, kinds, size = row["code"], tuple(row["home_type"].split()), row["max_places"]
    if not code.isascii() or not code.replace("_", "").isalnum():
        raise refused(_FILE, at, "code", code, "Use small letters, digits and _ only: it stands in links.")
    if code not in ways:
        raise refused(_FILE, at, "code", code, f"Say who belongs to it in data/reference/{FILE}.")
    if not set(kinds) <= set(_RESIDENTIAL):
        raise refused(_FILE, at, "home_type", row["home_type"], f"Use some of {', '.join(_RESIDENTIAL)}.")
    if size and not size.isdecimal():
        raise refused(_FILE, at, "max_places", size, "Write a whole number, or leave it blank.")
    for column in ("title", "whom", "definition"):
        _check_words(row, at, column)
    return Cohort(
        code, row["title"], row["whom"], row["definition"], row["source"], row["told_by"],
        kinds, int(size) if size else None, row["home_words"], tuple(row["pages"].split()), ways[code],
    )  # fmt: skip


def _check_words(row: Row, at: int, column: str) -> None:
    try:
        words = row[column].format(**Thresholds().words())
    except (KeyError, IndexError, ValueError):
        words = ""
    if not words:
        named = ", ".join(f"{{{name}}}" for name in Thresholds().words())
        raise refused(_FILE, at, column, row[column], f"Write words; in braces only {named}.")
