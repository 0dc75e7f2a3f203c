"""The app on a release alone: the same numbers as in the protected view, and nothing of a child beside it."""

import random
from collections.abc import Callable
from dataclasses import replace

import pytest

from rcc_dash.domain.cohorts import Thresholds
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
from rcc_dash.queries.rare_counts import rare_rows
from rcc_dash.queries.rare_parts import RareAsked
from rcc_dash.queries.rare_years import rare_year
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.voids_match import Search
from rcc_dash.queries.voids_mismatch import mismatch
from rcc_dash.queries.voids_totals import void_table
from rcc_dash.settings import DataHome
from tests.disclosure.released_region import (
    BEFORE,
    NOW,
    at_sixty_days,
    filters,
    same,
)
from tests.ui.conftest import browser as visitor
from tests.ui.on_fields import fields_of
from tests.ui.on_screen import Browser, html_of, must_be_whole

browser = visitor


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
    assert without_middles(bands_by_area(released, part)) == without_middles(bands_by_area(protected, part))
    assert bands_by_area(released, part)[0].miles["median"].mark == NOT_RELEASED
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
        lambda: void_table(released, Filters(), replace(at_sixty_days(released), days=92), "size"),
        lambda: mismatch(released, Filters(), Search("gm", at_sixty_days(released), 25, "all", "returned")),
        lambda: rare_rows(released, RareAsked(Filters(), NOW, "any", Thresholds(cost_gbp=5_000))),
        lambda: released.ask("children_by_area"),
        lambda: released.ask("children_by_la_and_date"),
    ):
        with pytest.raises(NotReleasedError):
            ask()


def test_older_vacancy_returns_are_offered_on_the_latest_date_alone(
    host: DataHome, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RCC_DATA_DIR", str(host.root))
    early = fields_of(browser.open("voids", f"at={BEFORE}&v-days=d92"))["v-days"]
    assert (early["chosen"], set(early["closed"])) == (["d31"], {"d60", "d92"})
    assert dict(early["options"])["d60"] == "60 days: in a release on its latest date only"
    latest = fields_of(browser.open("voids", "v-days=d92"))["v-days"]
    assert (latest["chosen"], latest["closed"]) == (["d92"], [])


def test_the_app_runs_on_it_without_a_key_and_without_the_exact_switch(
    host: DataHome, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RCC_DATA_DIR", str(host.root))
    app = browser.open("overview", "")
    must_be_whole(app)
    assert "Release 2026-11 of 22 November 2026" in " ".join(html_of(app))
    assert "exact" not in fields_of(app)
    load = browser.open("load", "")
    assert any(
        "not in this release" in one.value and "machine that publishes" in one.value for one in load.info
    )
    assert "<h1>Load files</h1>" in html_of(load)
    for page in ("explore", "sql", "methods"):
        must_be_whole(browser.open(page, ""))
    assert {path.name for path in host.root.iterdir()} <= {"releases", "typed"}
