"""The app on a release alone: the same numbers as in the protected view, and nothing of a child beside it."""

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pandas as pd
import pytest

from rcc_dash.domain.churn import FRESH, Standing
from rcc_dash.domain.cohorts import Thresholds
from rcc_dash.domain.dimensions import dimensions
from rcc_dash.domain.disclosure import Rule
from rcc_dash.domain.explore import Slice
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.released import NOT_RELEASED, NotReleasedError
from rcc_dash.domain.views import MapView, Mode
from rcc_dash.notebooks import open_warehouse
from rcc_dash.queries.area_values import Day, area_values
from rcc_dash.queries.calendar import Calendar, calendar
from rcc_dash.queries.distance_bands import bands_by, bands_by_area
from rcc_dash.queries.distance_children import Asked
from rcc_dash.queries.distance_flows import destinations, exchanges, matrix
from rcc_dash.queries.distance_headlines import who_is_counted
from rcc_dash.queries.distance_shares import distance_shares
from rcc_dash.queries.distance_why import why
from rcc_dash.queries.explore import explore, list_days
from rcc_dash.queries.explore_sql import slice_sql
from rcc_dash.queries.fitness import fitness
from rcc_dash.queries.flows import flows
from rcc_dash.queries.homes import homes_by_area, homes_list
from rcc_dash.queries.loaded import completeness
from rcc_dash.queries.origins import origins
from rcc_dash.queries.pack_walk import Kind, walk
from rcc_dash.queries.rare_counts import RareAsked, rare_rows
from rcc_dash.queries.rare_years import rare_year
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.voids_homes import moment
from rcc_dash.settings import DataHome
from rcc_dash.store import pointer, raw, releases
from rcc_dash.store.connect import open_locked
from rcc_dash.store.noting import Noting
from rcc_dash.store.pack import Pack
from rcc_dash.store.pack_gate import pass_gate
from rcc_dash.store.pack_write import Contents, write_pack
from tests.ui.conftest import browser as visitor
from tests.ui.on_screen import Browser, html_of, must_be_whole

browser = visitor
NOW, BEFORE = date(2025, 3, 31), date(2024, 3, 31)
ASKED = {
    (NOW, Kind.COUNTS),
    (NOW, Kind.PLACES),
    (NOW, Kind.SLICES),
    (BEFORE, Kind.DISTANCES),
    (BEFORE, Kind.NEEDS),
}
MADE_ON = datetime(2026, 11, 22, tzinfo=UTC)


@pytest.fixture(scope="module")
def host(protected: Reader, demo_home: Path, tmp_path_factory: pytest.TempPathFactory) -> DataHome:
    """A folder with a release of Greater Manchester, and nothing else: counts now, the rest a year before."""
    demo, home = DataHome(demo_home).demo, DataHome(tmp_path_factory.mktemp("host"))
    build = pointer.warehouse_file(demo, pointer.kept(demo)[0].build_id)
    noting = Noting(open_locked(build))
    for part, (day, kind) in [(one, (one.day, one.kind)) for one in walk((BEFORE, NOW), ("gm",))]:
        if (day, kind) in ASKED:
            part.ask(Reader(noting, protected.rule))
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


@pytest.fixture(scope="module")
def released(host: DataHome) -> Iterator[Reader]:
    pack = Pack.open_serving(host)
    assert pack
    yield Reader(pack, Rule(""))
    pack.close()


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


@pytest.mark.parametrize("seed", range(3))
def test_pages_show_the_same_numbers_from_either(protected: Reader, released: Reader, seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311 -- the same choices every run
    chosen, plain = filters(rng), replace(filters(rng), placement=(), age=(), sector=())
    base, view = rng.choice(["all", "known"]), MapView(mode=rng.choice(list(Mode)))
    questions: list[Callable[[Reader], object]] = [
        lambda reader: area_values(reader, chosen, Day(NOW, NOW)),
        lambda reader: distance_shares(reader, chosen, (NOW,), base),
        lambda reader: flows(reader, chosen, view, NOW),
        lambda reader: origins(reader, chosen, NOW),
        lambda reader: homes_by_area(reader, chosen, [NOW]),
        lambda reader: homes_list(reader, chosen, NOW),
        lambda reader: matrix(reader, chosen, NOW),
        lambda reader: exchanges(reader, chosen, NOW),
        lambda reader: destinations(reader, chosen, NOW),
        lambda reader: fitness(reader, NOW, chosen.la_codes),
        lambda reader: {la: completeness(reader, NOW)[la] for la in chosen.la_codes},
        lambda reader: who_is_counted(reader, Asked(plain, BEFORE, base)),
        lambda reader: why(reader, Asked(plain, BEFORE, base)),
        lambda reader: without_middles(bands_by_area(reader, Asked(plain, BEFORE, base))),
        lambda reader: without_middles(bands_by(reader, Asked(plain, BEFORE, base), "legal")),
        lambda reader: rare_rows(reader, RareAsked(plain, BEFORE, "any", Thresholds())),
    ]
    assert [same(ask(protected), ask(released)) for ask in questions] == [True] * len(questions)


def without_middles(rows: tuple[object, ...]) -> list[object]:
    """Quarter points are of single areas or of all; those of some are in no release."""
    return [replace(row, miles={}) for row in rows]  # type: ignore[type-var]


def test_middles_and_costs_of_the_whole_region_are_there_and_others_say_so(
    protected: Reader, released: Reader
) -> None:
    whole, part = Asked(Filters(), BEFORE), Asked(Filters(age=("10to15",)), BEFORE)
    assert bands_by_area(released, whole) == bands_by_area(protected, whole)
    need = RareAsked(Filters(), BEFORE, "dear", Thresholds())
    assert rare_year(released, need) == rare_year(protected, need)
    with pytest.raises(NotReleasedError):
        bands_by_area(released, part)
    one_la = replace(need, filters=Filters(las=(Filters().la_codes[0],)))
    assert rare_year(released, one_la).figures["cost"].mark == NOT_RELEASED


@pytest.mark.parametrize(
    ("one", "chosen"),
    [
        (Slice("children", "la_code", "placement"), Filters(placement=("foster", "home", "supported"))),
        (Slice("children", "legal", "care"), Filters()),
        (Slice("far", "la_code", "dols"), Filters(age=("10to15", "16plus"))),
        (Slice("outside", "placement", "none", as_number=True), Filters(las=("E08000001", "E08000003"))),
        (Slice("places_per_100", "la_code", "none"), Filters(sector=("private",))),
        (Slice("homes", "judgement", "home_sector"), Filters()),
    ],
)
def test_slices_are_the_same_from_either_and_so_is_their_sql(
    protected: Reader, released: Reader, host: DataHome, one: Slice, chosen: Filters
) -> None:
    loaded = Calendar((NOW,), (NOW,), frozenset())
    ours, theirs = (explore(reader, one, chosen, loaded) for reader in (protected, released))
    assert ours
    assert ours == theirs
    sql = slice_sql(one, chosen, ours.days, list_days(one, chosen, loaded))
    with open_warehouse(host.root) as opened:
        typed = opened.ask(sql)["value"].dropna()
    shown = [figure.value for figure in ours.figures.values() if figure.value]
    assert sorted(number for number in typed if number) == sorted(shown)


def test_slices_of_a_day_that_was_not_asked_are_not_none(released: Reader) -> None:
    loaded = Calendar((BEFORE,), (BEFORE,), frozenset())
    with pytest.raises(NotReleasedError):
        explore(released, Slice("children", "la_code", "none"), Filters(), loaded)


def test_what_a_release_cannot_answer_is_refused_and_never_shown_as_none(released: Reader) -> None:
    loaded = calendar(released)
    assert loaded.children == (BEFORE, NOW)
    for ask in (
        lambda: moment(released, loaded, NOW, 31),
        lambda: rare_rows(released, RareAsked(Filters(), NOW, "any", Thresholds(cost_gbp=5_000))),
        lambda: released.ask("children_by_area"),
        lambda: released.ask("as_at_columns"),
    ):
        with pytest.raises(NotReleasedError):
            ask()


def test_the_app_runs_on_it_without_a_key_and_without_the_exact_switch(
    host: DataHome, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RCC_DATA_DIR", str(host.root))
    app = browser.open("overview", "")
    must_be_whole(app)
    assert "Release 2026-11 of 22 November 2026" in " ".join(html_of(app))
    assert [toggle.label for toggle in app.toggle if "Exact" in toggle.label] == []
    load = browser.open("load", "")
    assert any("not in this release" in one.value for one in load.info)
    for page in ("explore", "sql", "methods"):
        must_be_whole(browser.open(page, ""))
    assert {path.name for path in host.root.iterdir()} <= {"releases", "typed"}
