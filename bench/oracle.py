"""Does every cell of a release describe ten children or more? Each is reckoned anew (scorecard row 1).

Nothing of the app's counting is used: children are read from the rows that a release was made of, counted by
pandas, and rounded as design/disclosure.md 1.3 words it. A cell that is shown must be of ten children or more
and show the number that this gives.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import duckdb
import pandas as pd

from bench.oracle_beds import places_and_rows
from bench.oracle_children import children
from bench.oracle_covers import unreckoned
from bench.oracle_edges import Edges, edges
from bench.oracle_figures import Figures, figures, makes
from bench.oracle_homes import Homes
from bench.oracle_law import LEAST, counted, tallied, together
from bench.oracle_nearly import nearly_all
from bench.oracle_rows import EVERY, Rows
from bench.oracle_slices import Slices, las_of
from rcc_dash.domain.dimensions import values_of

_ATTRIBUTES: Final = ("placement", "age", "sector")
_ALSO: Final = {"taken": ("placement_la",), "flows_elsewhere": ("placement_la",)}
"""What the cells of a question are made of, besides what they are by."""
_ASKED: Final = "SELECT * FROM asked WHERE asked IN (SELECT c.asked FROM cell AS c) ORDER BY asked"


@dataclass
class Audited:
    """What came of it: cells shown, of fewer than ten children, of another number, and what is not known."""

    cells: int = 0
    few: int = 0
    other: int = 0
    unknown: set[str] = field(default_factory=set)
    """What is not checked: questions whose children nobody said (`bench.oracle_rows`), and what nobody
    reckons (`bench.oracle_covers`)."""
    places: int = 0
    """Rows of homes and of files, and how many of them tell more than they may, or another number."""
    places_wrong: int = 0
    flags: int = 0
    """Cells by sensitive attributes, and how many are not told as nearly all of their group, or are and
    should not be."""
    flags_wrong: int = 0
    edges: Edges = field(default_factory=Edges)
    figures: Figures = field(default_factory=Figures)
    wrong: dict[str, int] = field(default_factory=dict)

    def add(self, about: str, shown: pd.DataFrame, truth: pd.DataFrame, by: list[str]) -> None:
        """Hold the cells that are shown against what they should be."""
        both = shown.merge(truth, on=by, how="left", validate="many_to_one")
        few = ~(both["n"] >= LEAST)
        bad = few | both["children"].ne(both["expected"])
        self.cells += len(both)
        self.few += int(few.sum())
        self.other += int((bad & ~few).sum())
        if bad.any():
            self.wrong[about] = self.wrong.get(about, 0) + int(bad.sum())


def audit(release: Path, state: Path, build: Path, pepper: str) -> Audited:
    """Reckon every number of a release anew."""
    everyone, found = children(state, build), Audited()
    rows, homes = Rows(everyone, build, pepper), Homes(build, everyone)
    found.places, found.places_wrong = places_and_rows(release, build, homes, pepper)
    of = makes(release, rows, homes, pepper)
    found.figures, found.unknown = figures(release, of), {*unreckoned(release, of)}
    _hold_cells(found, release, rows, pepper)
    with duckdb.connect(str(release), read_only=True) as file:
        shown = file.execute("FROM children_shown").df()
    slices = Slices(everyone, pepper)
    for about, few, truth, by in slices.held(shown):
        found.add(about, few, truth, by)
    found.flags, found.flags_wrong = nearly_all(slices, shown)
    found.edges = edges(shown)
    return found


def _hold_cells(found: Audited, release: Path, rows: Rows, pepper: str) -> None:
    """Hold every cell of a question against the children that are in it."""
    with duckdb.connect(str(release), read_only=True) as file:
        asked = file.execute(_ASKED).df()
        cells = dict(list(file.execute("SELECT * FROM cell").df().groupby("asked")))
    for (question, option, day), keys in asked.groupby(["question", "option", "as_of"]):
        for rcc, some in keys.groupby(keys["scope"].str.partition("/")[0]):
            of = (str(question), str(option), str(rcc))
            told = rows.of(*of, day.date()) if question in EVERY else None
            if told is None:
                found.unknown.add(str(question))
                continue
            one = _Question(*of, pepper, rows.besides(str(question), day.date()))
            tallies = one.tallies(told, some)
            for key in some.to_dict("records"):
                one.hold(found, tallies, key, cells[key["asked"]])


@dataclass(frozen=True)
class _Question:
    """One question of one day and cooperative, whose cells are all sums of the same tallies."""

    name: str
    option: str
    rcc: str
    pepper: str
    besides: pd.DataFrame
    """What it shows beside counts."""

    def tallies(self, rows: pd.DataFrame, keys: pd.DataFrame) -> pd.DataFrame:
        """Count the children of every part, by LA and all that any of its cells is by."""
        mine = rows if self.name == "taken" else rows[rows["la_code"].isin(las_of(self.rcc, ""))]
        parts = {one for told in keys["parts"] for one in str(told).split(",") if one}
        by = list(dict.fromkeys(["la_code", *_ATTRIBUTES, *sorted(parts), *_ALSO.get(self.name, ())]))
        sets = EVERY[self.name](mine, self.option, self.rcc)
        found = [tallied(own.assign(**told), by) for own, told in sets if len(own)]
        return pd.concat(found) if found else pd.DataFrame(columns=[*by, "n", "high", "low"])

    def hold(
        self, found: Audited, tallies: pd.DataFrame, key: Mapping[str, object], cells: pd.DataFrame
    ) -> None:
        """Hold the cells of one question against the children that are in them."""
        attributes, parts = (
            list(filter(None, str(key[name]).split(","))) for name in ("attributes", "parts")
        )
        by, area = [*attributes, *parts], str(key["scope"]).partition("/")[2]
        for code in attributes:
            tallies = tallies[tallies[code].isin([value.code for value in values_of(code)])]
        shown = _columns(cells, attributes, parts)
        if area == "each" or self.rcc == "all":
            found.add(self.name, shown, self._each(tallies, by), ["la_code", *by])
            return
        mine = tallies[tallies["la_code"].isin(las_of(self.rcc, area))]
        truth = _text(together(mine, by, self.pepper), by)
        found.add(self.name, shown.assign(all=0), truth, ["all", *by])

    def _each(self, tallies: pd.DataFrame, by: list[str]) -> pd.DataFrame:
        if self.name == "taken":
            arrived = together(tallies, ["placement_la"], self.pepper)
            return arrived.rename(columns={"placement_la": "la_code"})
        if self.name == "flows_elsewhere":
            return _elsewhere(tallies, self.pepper)
        return _text(pd.concat([counted(tallies, ["la_code", *by], self.pepper), self.besides]), by)


def _columns(cells: pd.DataFrame, attributes: list[str], parts: list[str]) -> pd.DataFrame:
    """Give the cells of one question by the names of their columns."""
    values = iter(("value_1", "value_2"))
    own = {"la_code", "placement", "age", "sector"}
    where = {name: name if name in own else next(values) for name in parts}
    told = {"la_code": "la_code", **{code: code for code in attributes}, **where, "children": "children"}
    return _text(pd.DataFrame({name: cells[column] for name, column in told.items()}), [*attributes, *parts])


def _text(frame: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    return frame.assign(**{name: frame[name].astype(object).where(frame[name].notna(), "") for name in by})


def _elsewhere(moved: pd.DataFrame, pepper: str) -> pd.DataFrame:
    """Merge the hidden flows of each LA into one cell, where there are two or more of them."""
    pairs = counted(moved, ["la_code", "placement_la"], pepper)
    hidden = pairs[pairs["expected"].isna()]
    several = hidden.groupby("la_code")["n"].transform("size") >= 2  # noqa: PLR2004 two or more
    merged = moved.merge(hidden.loc[several, ["la_code", "placement_la"]], on=["la_code", "placement_la"])
    return counted(merged, ["la_code"], pepper)
