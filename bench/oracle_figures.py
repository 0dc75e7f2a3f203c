"""Is every mean, middle and cost of a release that of its children, and may it be shown?

A figure is reckoned from the same rows as the cells (`bench.oracle_rows`). Who provides for a child, and what
a match gave it, is taken over from the build and from the app; the amounts are worked out by the words of
the design (`bench.oracle_amounts`). What is of homes, or answers yes or no, `bench.oracle_searched` reckons.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Final

import duckdb
import pandas as pd

from bench.oracle_amounts import cost_of, fifties, is_open, may_be_together, mean_of, middle_of
from bench.oracle_homes import Homes
from bench.oracle_law import rounded, tallied, together
from bench.oracle_rows import Rows
from bench.oracle_searched import Searched
from bench.oracle_sets import of_base
from bench.oracle_slices import las_of

_ASKED: Final = (
    "SELECT a.question, a.option, a.as_of, a.scope, f.name, f.value FROM figure AS f"
    " JOIN asked AS a USING (asked) WHERE f.value IS NOT NULL ORDER BY ALL"
)
_SHARES: Final = {"lower": 0.25, "median": 0.5, "upper": 0.75}
_MILES: Final = {"actual": "distance_miles", "home": "home_miles", "void": "void_miles"}
_COSTS: Final = ("rare_mean_cost", "rare_cost_points", "rare_saved", "rare_providers")
Make = Callable[[Mapping[str, object], str], float | None]
"""What is released of a figure (option, as_of, scope), and its name: what should be."""
Makes = Callable[[str, str], Make | None]
"""By question and name."""


@dataclass
class Figures:
    """How many figures are reckoned, and how many of these are another number or of too few, by question."""

    reckoned: int = 0
    wrong: dict[str, int] = field(default_factory=dict)


def figures(release: Path, of: Makes) -> Figures:
    """Reckon every figure of a release anew; what nobody reckons `bench.oracle_covers` names."""
    with duckdb.connect(str(release), read_only=True) as file:
        told = file.execute(_ASKED).df().to_dict("records")
    found = Figures()
    for one in told:
        question, name = str(one["question"]), str(one["name"])
        make = of(question, name)
        found.reckoned += make is not None
        if make and make(one, name) != one["value"]:
            found.wrong[question] = found.wrong.get(question, 0) + 1
    return found


def makes(release: Path, rows: Rows, homes: Homes, pepper: str) -> Makes:
    """Give how each figure is worked out, by question and name; None where nobody does."""
    children, searched = _Children(rows, homes, pepper), Searched(release, rows, homes, pepper)
    return lambda question, name: searched.make(question, name) or children.make(question, name)


class _Children:
    """The children of each figure, and what should be shown of them."""

    def __init__(self, rows: Rows, homes: Homes, pepper: str) -> None:
        self._rows: Final = rows
        self._homes: Final = homes
        self._pepper: Final = pepper
        self._owners: Final = lru_cache(maxsize=2)(self._owned)
        self._meant: Final = lru_cache(maxsize=2)(self._filtered)

    def make(self, question: str, name: str) -> Make | None:
        """Give how the figures of a question are worked out; None where nobody does."""
        if question.startswith("miles_by_"):
            return self._middle
        if name == "saving":
            return self._saving
        own: dict[str, Make] = {"nearer": self._nearer, "redeal": self._dealt, "fees": self._fee}
        return own.get(question, self._cost if question in _COSTS else None)

    def _of(self, one: Mapping[str, object], question: str = "children") -> pd.DataFrame:
        """Give the children of the areas and of the values of filters that a figure is of."""
        return self._meant(question, str(one["option"]), str(one["scope"]), _day(one))

    def _filtered(self, question: str, told: str, scope: str, day: date) -> pd.DataFrame:
        (rcc, _, area), option = scope.partition("/"), told.split("/")
        settings = "/".join(part for part in option if "=" not in part)
        rows = self._rows.of(question, settings, rcc, day)
        if rows is None:
            message = f"children of before stand for an LA: nobody knows {question} of {day}"
            raise LookupError(message)
        rows = rows[rows["la_code"].isin([area] if area.startswith("E") else las_of(rcc, area))]
        for code, _, value in (part.partition("=") for part in option if "=" in part):
            rows = rows[rows[code].eq(value)]
        return of_base(rows, option[0])

    def _middle(self, one: Mapping[str, object], name: str) -> float | None:
        rows, split = self._of(one), str(one["question"]).removeprefix("miles_by_")
        code, _, point = name.rpartition(" ")
        rows = rows if split == "la_code" else rows[rows[split].eq(code)]
        return middle_of(rows, "distance_miles", _SHARES[point], self._pepper)

    def _nearer(self, one: Mapping[str, object], name: str) -> float | None:
        rows = self._of(one, "nearer")
        covered = rows[rows["far"] & rows["nearer"].notna()]
        found = mean_of(covered[covered["void_miles"].notna()], _MILES[name])
        return mean_of(covered, _MILES[name]) if found is None and name != "void" else found

    def _dealt(self, one: Mapping[str, object], name: str) -> float | None:
        rows = self._of(one, "redeal")
        return mean_of(rows[rows["dealt"]], _MILES.get(name, f"miles_{name}"))

    def _saving(self, one: Mapping[str, object], _name: str) -> float | None:
        """Give how much dearer those placed are now than a place in the home that each was given."""
        rows, by = self._of(one, "mismatch"), ["la_code", "record_key"]
        living = self._rows.living(str(one["scope"]).partition("/")[0], _day(one))
        near = {code: self._fee(one, code) for code in ("own", "independent")}
        if None in near.values():
            return None
        placed = rows[rows["pooled"]].merge(living[[*by, "owner"]], on=by, how="left")
        fee = placed["sector_there"].eq("la").map({True: near["own"], False: near["independent"]})
        return cost_of(placed.assign(more=(placed["weekly_cost_gbp"] - fee).clip(lower=0)), "more")

    def _cost(self, one: Mapping[str, object], name: str) -> float | None:
        cohort = str(one["option"]).partition(" ")[0]
        rows = self._owners(_day(one), str(one["scope"]))
        code, _, what = name.rpartition(" ")
        if one["question"] == "rare_providers":
            return _providers(rows[rows[f"in_{cohort}"]], self._pepper)
        if one["question"] == "rare_saved":
            return _saved(rows[rows[f"in_{cohort}"]], code, what)
        priced = _grouped(rows[rows["weekly_cost_gbp"].notna()], cohort, code)
        if one["question"] == "rare_mean_cost":
            may = code != "told" or self._are_many(priced, what)
            return cost_of(priced, what, ("weekly_cost_gbp",)) if may else None
        if cost_of(priced, "weekly_cost_gbp") is None:
            return None
        return fifties(middle_of(priced, "weekly_cost_gbp", _SHARES[what], self._pepper))

    def _are_many(self, told: pd.DataFrame, payer: str) -> bool:
        """Say whether those whom an agency pays for, and those who are paid for together, may be counted."""
        shared = told[told["weekly_cost_gbp"] > told["social_care_gbp"]]
        groups = [one for one in (told[told[payer] > 0], shared) if len(one)]
        counts = [together(tallied(one, ["la_code"]), [], self._pepper)["expected"] for one in groups]
        return len(counts) == 2 and all(one.notna().all() for one in counts)  # noqa: PLR2004 both

    def _fee(self, one: Mapping[str, object], name: str) -> float | None:
        living = self._rows.living(str(one["scope"]).partition("/")[0], _day(one))
        return cost_of(living[living["is_main"] & living["run_by"].eq(name)], "weekly_cost_gbp")

    def _owned(self, day: date, scope: str) -> pd.DataFrame:
        """Give the children of a day with who provides for each: the home's owner, or else the home."""
        rows = self._of({"scope": scope, "option": "", "as_of": day})
        owners = self._homes.owners(day)
        return rows.assign(owner=rows["home_urn"].map(owners).fillna(rows["home_urn"]))


def _day(one: Mapping[str, object]) -> date:
    return pd.Timestamp(str(one["as_of"])).date()


def _grouped(rows: pd.DataFrame, cohort: str, code: str) -> pd.DataFrame:
    """Give everybody, those of any need, of the cohort, or of it those who live somewhere."""
    if code == "all":
        return rows
    if code in {"any", "cohort", "told", cohort}:
        rows = rows[rows[f"in_{'any' if code == 'any' else cohort}"]]
        payers = ["social_care_gbp", "education_gbp", "health_gbp"]
        return rows.dropna(subset=payers) if code == "told" else rows
    own = rows[rows[f"in_{cohort}"]]
    return own[own["lives"].eq(code)]


def _providers(own: pd.DataFrame, pepper: str) -> float | None:
    """Round the number of owners by the children's keys; five at least, as three are needed to show any."""
    if not (may_be_together(own) and is_open(own.assign(each=1.0), "each")):
        return None
    keys = int(own["high"].sum()) * 2**32 + int(own["low"].sum())
    return float(max(rounded(own["owner"].nunique(), keys, pepper), 5))


def _saved(own: pd.DataFrame, group: str, what: str) -> float | None:
    """Give a mean of those away, not by choice, or of those who live near, in the region."""
    away = (own["out_region"] | own["far"]) & own["reason"].ne("child_led")
    rows = own[away] if group == "away" else own[own["lives"].isin(["own", "region"]) & ~own["far"]]
    return mean_of(rows, "distance_miles") if what == "miles" else cost_of(rows, "weekly_cost_gbp")
