"""Row 1 of the scorecard in five synthetic regions: each is made, loaded, published, and reckoned anew.

The first is the demonstration itself; the others have the same published totals, and other children and
homes (another seed). `_PLANS` says what is published of each: both cooperatives and all five years of the
first, and of the others one cooperative with the last two years. One of these takes seven minutes of one
processor, and all five the better part of an hour.
"""

import csv
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from bench.oracle import Audited, audit
from bench.oracle_told import print_audit
from rcc_dash.demo.kinds import SEED
from rcc_dash.demo.write import write_demo
from rcc_dash.domain.places import cooperatives
from rcc_dash.domain.progress import silent
from rcc_dash.intake.load import load
from rcc_dash.intake.secret_keys import pepper, publish_demo_keys
from rcc_dash.intake.take import Doubts, Said
from rcc_dash.queries.pack_publish import Wanted, publish
from rcc_dash.settings import DataHome
from rcc_dash.store import pack_children, pointer, releases

_MADE_ON: Final = datetime(2026, 11, 22, tzinfo=UTC)
_NAME: Final = "bench"


@dataclass(frozen=True, slots=True)
class Plan:
    """One region: its seed, the first year whose returns and lists are loaded, and whom it publishes."""

    seed: int
    since: int
    rccs: tuple[str, ...]

    def said(self) -> str:
        """Say what is in it, in words."""
        names = " and ".join(cooperatives()[code].name for code in self.rccs)
        return f"seed {self.seed}, {names}, 31 March {self.since} to 2025"


_PLANS: Final = (
    Plan(SEED, 2021, tuple(cooperatives())),
    Plan(SEED + 1, 2024, ("gm",)),
    Plan(SEED + 2, 2024, ("gm",)),
    Plan(SEED + 3, 2024, ("gm",)),
    Plan(SEED + 4, 2024, ("se",)),
)


def print_regions(number: int, plans: tuple[Plan, ...] = _PLANS) -> None:
    """Print what came of so many regions, one after another, and of all together."""
    cells = few = other = figures = places = 0
    unknown: set[str] = set()
    for plan in plans[:number]:
        started = time.perf_counter()
        found = audited(plan)
        cells, few, other = cells + found.cells, few + found.few, other + found.other
        figures += sum(found.figures.wrong.values())
        places, unknown = places + found.places_wrong + found.flags_wrong, unknown | found.unknown
        print_audit(f"region of {plan.said()}", found)
        print(f"    made, published and reckoned in {time.perf_counter() - started:.0f} s", flush=True)
    print(
        f"1   {min(number, len(plans))} regions: {cells:,} cells reckoned anew; of fewer than ten children"
        f" {few} (0), of another number {other} (0); figures of another number or of too few {figures} (0);"
        f" rows of homes and files, and cells of nearly all, told wrong {places} (0);"
        f" not reckoned: {', '.join(sorted(unknown)) or 'none'}"
    )


def audited(plan: Plan) -> Audited:
    """Make a region in a folder of its own, publish it, and reckon its release anew."""
    with tempfile.TemporaryDirectory() as folder:
        home = DataHome(Path(folder) / "home")
        publish_demo_keys(home)
        written = write_demo(Path(folder) / "written", silent, plan.seed)
        report = load([*_since(written, plan.since)], Said(doubts=Doubts.PASSED), home, _MADE_ON, silent)
        if not report.is_clean:
            message = f"a file of seed {plan.seed} was refused: {report.refused[0].refused}"
            raise RuntimeError(message)
        publish(home, pepper(home), Wanted(_NAME, rccs=plan.rccs), _MADE_ON, silent)
        return audit(
            releases.release_file(home, _NAME),
            pack_children.state_file(home, _NAME),
            pointer.warehouse_file(home, pointer.kept(home)[0].build_id),
            pepper(home),
        )


def _since(written: tuple[Path, ...], year: int) -> Iterator[Path]:
    """Give the files from a year on; of a file of several years only the rows from then on."""
    before = [str(one) for one in range(2000, year)]
    for path in written:
        is_of_several = "_to_" in path.name
        if _keep_since(path, year) if is_of_several else not any(f"_{one}" in path.stem for one in before):
            yield path


def _keep_since(path: Path, year: int) -> bool:
    """Keep the rows from a year on, and say whether there are any."""
    with path.open(encoding="utf-8", newline="") as file:
        heads, *rows = csv.reader(file)
    at = heads.index("YEAR")
    kept = [row for row in rows if int(row[at]) >= year]
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([heads, *kept])
    return bool(kept)
