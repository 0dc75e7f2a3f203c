"""How many homes and places were searched, what does not fit together, and what is loaded? Told anew.

These are the figures of a release that are of homes, or answer yes or no: 1 or 0.
"""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final

import duckdb
import pandas as pd

from bench.oracle_homes import Homes, home_key
from bench.oracle_law import tallied, together
from bench.oracle_returns import homes_shown, places_shown
from bench.oracle_rows import Rows
from bench.oracle_sets import REASONS
from bench.oracle_slices import las_of

One = Mapping[str, Any]
"""What is released of a figure: question, option, as_of, scope."""
_FRESH, _NEAR_DAYS = 0.25, 31
_STEP_PCT, _LEAST_HOMES, _LEAST_PLACES = 5, 3, 10
_SHOWN: Final = "SELECT DISTINCT a.as_of, c.value_1, c.la_code FROM cell AS c JOIN asked AS a USING (asked)"


class Searched:
    """The homes of a build and the children of a release, as the figures about them have them."""

    def __init__(self, release: Path, rows: Rows, homes: Homes, pepper: str) -> None:
        """Take what the figures are of, and which sources are shown of which LA."""
        self._rows: Final = rows
        self._homes: Final = homes
        self._pepper: Final = pepper
        with duckdb.connect(str(release), read_only=True) as file:
            shown = file.execute(f"{_SHOWN} WHERE a.question = 'reconciliation' ORDER BY ALL").fetchall()
        self._shown: Final = {(day, f"{source}/{la}") for day, source, la in shown}

    def make(self, question: str, name: str) -> Callable[[One, str], float | None] | None:
        """Give how a figure is worked out; None where nobody does here, as a saving, which is of children."""
        if name == "saving":
            return None
        if name == "asked":
            return lambda _one, _name: 1.0
        if name == "priced":
            return self._priced
        return {
            "flags": self._flag, "nearer_homes": self._near, "search": self._searched, "told": self._told,
            "reasons": self._reasons, "rare_told": self._rare, "rare_costed": self._costed,
            "loads_told": self._loads, "reconciled": self._reconciled,
        }.get(question)  # fmt: skip

    def _children(self, one: One, day: date | None = None) -> pd.DataFrame:
        """Give all children of a cooperative on the day."""
        rcc = str(one["scope"]).partition("/")[0]
        rows = self._rows.of("children", "", rcc, day or one["as_of"].date())
        return pd.DataFrame() if rows is None else rows[rows["la_code"].isin(las_of(rcc, ""))]

    def _priced(self, one: One, _name: str) -> float:
        living = self._rows.living(str(one["scope"]), one["as_of"].date())
        return self._some(living[living["is_main"] & living["weekly_cost_gbp"].notna()])

    def _told(self, one: One, _name: str) -> float:
        rows = self._children(one)
        return self._some(rows[rows[str(one["option"])].fillna("unknown").ne("unknown")])

    def _reasons(self, one: One, _name: str) -> float:
        rows = self._children(one)
        return self._some(rows[rows["reason"].isin(REASONS)])

    def _rare(self, one: One, name: str) -> float:
        rows = self._children(one)
        return self._some(rows[rows[f"known_{name}"].astype(bool)])

    def _costed(self, one: One, _name: str) -> float:
        rows = self._children(one)
        return self._some(rows[rows["weekly_cost_gbp"].notna()])

    def _some(self, rows: pd.DataFrame) -> float:
        """Tell that somebody is there, if a number of them may be shown: a few are as good as none."""
        return float(together(tallied(rows, ["la_code"]), [], self._pepper)["expected"].gt(0).any())

    def _loads(self, one: One, name: str) -> float:
        day, _, la = name.partition("/")
        cohort, rows = one["option"].partition("/")[0], self._children(one, date.fromisoformat(day))
        return self._some(rows[rows["la_code"].eq(la) & rows[f"known_{cohort}"].astype(bool)])

    def _reconciled(self, one: One, name: str) -> float:
        return float((one["as_of"].date(), name) in self._shown)

    def _flag(self, one: One, name: str) -> float | None:
        day, days = one["as_of"].date(), int(one["option"])
        if name in {"unknown", "other", "closed", "later"}:
            return float(self._astray(day, days).count(name))
        homes = self._homes.on(day, days)
        homes = homes[homes["la_code"].isin(las_of(one["scope"], ""))]
        if name == "places_differ":
            told = homes[homes["told"]]
            return float((told["returned_places"] != told["places"]).sum())
        is_so = {
            "over_returned": homes["told"] & homes["returned_held"].gt(homes["places"]),
            "over_known": homes["lives"].gt(homes["places"]),
            "fewer": homes["told"] & homes["returned_held"].lt(homes["lives"]),
        }[name]
        return homes_shown(homes[is_so], self._pepper)[0]

    def _astray(self, day: date, days: int) -> list[str]:
        """Say why each home that returned is not on the list of the day."""
        listed = self._homes.listed(day)
        homes = listed[listed["is_childrens_home"]]
        now, ever, anywhere = (
            set(some["urn"]) for some in (homes[homes["is_now"]], homes, listed)
        )  # fmt: skip
        earlier = set(listed.loc[listed["as_of"] < listed.loc[listed["is_now"], "as_of"].max(), "urn"])
        return [
            "unknown" if urn not in anywhere else "other" if urn not in ever
            else "closed" if urn in earlier else "later"
            for urn in self._homes.returned(day, days) if urn not in now
        ]  # fmt: skip

    def _near(self, one: One, name: str) -> float:
        homes = self._homes.on(one["as_of"].date(), _NEAR_DAYS)
        homes = homes[homes["is_open"]]
        if name == "empty_places":
            return self._places(homes[homes["told"]])
        kept = {"homes": homes["is_open"], "rough_homes": homes["position_basis"].eq("la"),
                "returns": homes["told"]}[name]  # fmt: skip
        return float(kept.sum())

    def _places(self, homes: pd.DataFrame) -> float:
        keys = sum(map(home_key, homes["urn"]))
        return float(places_shown(int(homes["void"].sum()), keys, self._pepper))

    def _searched(self, one: One, name: str) -> float:
        """Tell of homes with an empty place that is searched: by `most` with all not known to be used."""
        *settings, days = one["option"].split("/")
        homes = self._homes.on(one["as_of"].date(), int(days))
        homes = homes[homes["is_open"] & homes["la_code"].isin(las_of(one["scope"], ""))]
        if name == "still":
            return _still(homes)
        fresh = homes["void"].where(homes["still"] >= _FRESH, 0)
        homes = homes.assign(free=homes["void"] + homes["untold"] if "most" in settings else fresh)
        number, places = homes_shown(homes[homes["free"] > 0], self._pepper, "free")
        return float((number if name == "homes" else places) or 0)


def _still(homes: pd.DataFrame) -> float:
    """Give the share of places that are still empty to five parts of a hundred; of few all of them."""
    fresh = homes[homes["told"] & (homes["void"] > 0) & (homes["still"] >= _FRESH)]
    if len(fresh) < _LEAST_HOMES or fresh["void"].sum() < _LEAST_PLACES:
        return 100.0
    share = sum(fresh["still"] * fresh["void"]) / sum(fresh["void"])
    return float(_STEP_PCT * round(100 * share / _STEP_PCT))
