"""A release of the synthetic region, as a host of it has one: made once for all tests of it."""

import random
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pandas as pd

from rcc_dash.domain.churn import FRESH, Standing
from rcc_dash.domain.dimensions import dimensions
from rcc_dash.domain.filters import Filters
from rcc_dash.queries.calendar import calendar
from rcc_dash.queries.distance_children import Asked
from rcc_dash.queries.distance_nearer import nearer
from rcc_dash.queries.distance_redeal import redeal
from rcc_dash.queries.pack_filters import every_filter
from rcc_dash.queries.pack_walk import Kind, walk
from rcc_dash.queries.pack_walk_homes import ask_beds, ask_loads
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.voids_homes import Moment, moment
from rcc_dash.queries.voids_match import Search
from rcc_dash.queries.voids_mismatch import mismatch
from rcc_dash.settings import DataHome
from rcc_dash.store import pointer, raw, releases
from rcc_dash.store.connect import open_locked
from rcc_dash.store.noting import Noting
from rcc_dash.store.pack_gate import pass_gate
from rcc_dash.store.pack_write import Contents, write_pack

NOW, BEFORE = date(2025, 3, 31), date(2024, 3, 31)
ASKED = {
    (NOW, Kind.COUNTS),
    (NOW, Kind.PLACES),
    (NOW, Kind.SLICES),
    (BEFORE, Kind.DISTANCES),
    (BEFORE, Kind.NEEDS),
}
MADE_ON = datetime(2026, 11, 22, tzinfo=UTC)


def made_release(protected: Reader, demo_home: Path, folder: Path) -> DataHome:
    """A folder with a release of Greater Manchester, and nothing else: counts now, the rest a year before."""
    demo, home = DataHome(demo_home).demo, DataHome(folder)
    build = pointer.warehouse_file(demo, pointer.kept(demo)[0].build_id)
    noting = Noting(open_locked(build))
    for part, (day, kind) in [(one, (one.day, one.kind)) for one in walk((BEFORE, NOW), ("gm",))]:
        if (day, kind) in ASKED:
            part.ask(Reader(noting, protected.rule))
    asked_of_homes(Reader(noting, protected.rule))
    noting.close()
    stood = tuple(Standing(la, day, day, FRESH) for day in (BEFORE, NOW) for la in Filters().la_codes)
    made = home.releases / ".making-release.duckdb"
    home.releases.mkdir()
    hashed = write_pack(
        build, made, Contents("2026-11", MADE_ON, is_demo=True, standings=stood, notes=noting.notes)
    )
    pass_gate(made)
    release = releases.Release("2026-11", MADE_ON.isoformat(), True, raw.digest(made), hashed)  # noqa: FBT003 is_demo
    releases.add(home, made, release)
    return home


def asked_of_homes(noting: Reader) -> None:
    """What the walk asks about homes and beds, less of it: one age of returns, one search, one date."""
    ask_beds(noting, "gm", 60)
    ask_loads(noting, "gm", BEFORE)
    search, listed = (
        Search("gm", at_sixty_days(noting), 20, "all", "returned"),
        calendar(noting).homes_on(NOW),
    )
    assert listed
    for chosen in every_filter(Filters()):
        mismatch(noting, chosen, search)
        nearer(noting, Asked(chosen, NOW), listed, "now")
        redeal(noting, Asked(chosen, NOW), listed)


def at_sixty_days(reader: Reader) -> Moment:
    found = moment(reader, calendar(reader), NOW, 60)
    assert found
    return found


def filters(rng: random.Random) -> Filters:
    """Some areas, and some values of some attributes."""
    chosen = Filters()
    if rng.random() < 0.6:
        chosen = replace(chosen, las=tuple(rng.sample(chosen.la_codes, rng.randint(1, 4))))
    for code, dimension in dimensions().items():
        if rng.random() < 0.5:
            chosen = chosen.with_chosen(code, tuple(rng.sample(dimension.codes, rng.randint(1, 3))))
    return chosen.normalised()


def same(one: object, other: object) -> bool:
    if isinstance(one, pd.DataFrame) and isinstance(other, pd.DataFrame):
        return one.astype(str).equals(other.astype(str))
    if hasattr(one, "frame") and hasattr(other, "frame"):
        return same(one.frame, other.frame)
    return one == other
