"""What is worked out for a release at one go is what the pages' own questions give one by one."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from rcc_dash.domain.cohorts import Thresholds
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.headline import Figure
from rcc_dash.queries.distance_bands import bands_by, bands_by_area
from rcc_dash.queries.distance_children import Asked
from rcc_dash.queries.distance_middles import note_middles
from rcc_dash.queries.distance_shares import distance_shares
from rcc_dash.queries.pack_filters import sub_regions_of
from rcc_dash.queries.pack_walk_homes import ask_beds
from rcc_dash.queries.rare_costs import mean_cost, note_costs, rare_costs, rare_payers, rare_providers
from rcc_dash.queries.rare_parts import RareAsked
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.voids_cells import BedsAsked, note_returned, returned_by
from rcc_dash.queries.voids_homes import moment
from rcc_dash.store import pointer
from rcc_dash.store.connect import open_locked
from rcc_dash.store.noting import Noting
from tests.queries.conftest import Region

DAY = date(2025, 3, 31)


@pytest.fixture
def noting(region: Region) -> Iterator[Noting]:
    """The synthetic region, with nothing noted yet."""
    home, _, _ = region
    opened = Noting(open_locked(pointer.warehouse_file(home, pointer.kept(home)[0].build_id)))
    yield opened
    opened.close()


def test_with_a_cooperative_go_its_sub_regions_as_if_each_were_asked(region: Region, noting: Noting) -> None:
    """What is noted twice and differs raises."""
    reader = Reader(noting, region[1].rule)
    whole = Filters(rcc="se").with_chosen("age", ("under1", "1to4", "5to9", "10to15", "16plus"))
    distance_shares(reader, whole, (DAY,), "all")
    known = set(noting.notes.cells)
    for sub in sub_regions_of("se"):
        distance_shares(reader, replace(whole, sub_region=sub.sub_region), (DAY,), "all")
    assert {key.scope for key in known} == {
        "se",
        "se/each",
        *(f"se/{sub.sub_region}" for sub in sub_regions_of("se")),
    }
    assert set(noting.notes.cells) == known


@pytest.mark.parametrize(("split", "of"), [("legal", "age"), ("la_code", "placement")])
def test_middles_at_one_go_are_those_of_the_page(region: Region, noting: Noting, split: str, of: str) -> None:
    _, page, _ = region
    value = {"age": "10to15", "placement": "foster"}[of]
    asked = Asked(Filters().with_chosen(of, (value,)), DAY)
    note_middles(Reader(noting, page.rule), Asked(Filters(), DAY), split, [of])
    rows = bands_by_area(page, asked) if split == "la_code" else bands_by(page, asked, split)
    noted = {(key.scope, key.option, name): one for (key, name), one in noting.notes.figures.items()}

    def found(code: str, name: str) -> Figure:
        scope = f"gm/{code}" if split == "la_code" and code else "gm"
        return noted[scope, f"all/{of}={value}", name if split == "la_code" else f"{code} {name}"]

    shown = {(row.code, name): figure for row in rows for name, figure in row.miles.items()}
    assert any(figure.value for figure in shown.values())
    assert shown == {group: found(*group) for group in shown}


def test_homes_by_several_columns_at_once_are_those_of_each(region: Region, noting: Noting) -> None:
    _, page, calendar = region
    reader, when = Reader(noting, page.rule), moment(page, calendar, DAY, 60)
    assert when
    whole = replace(Filters(), las=Filters().la_codes)
    note_returned(reader, whole, when, ["", "size", "kind"])
    assert noting.notes.beds[BedsAsked("returns", whole, when, "kind").key]["told_homes"].sum() > 0
    for by in ("", "size", "kind"):
        returned_by(reader, whole, when, by)  # what is noted twice and differs raises


def test_costs_of_a_sub_region_are_noted_as_its_page_asks_for_them(region: Region, noting: Noting) -> None:
    """What is noted twice and differs raises; whether any cost is loaded is asked of the cooperative."""
    reader = Reader(noting, region[1].rule)
    sub = next(one for one in sub_regions_of("se") if one.sub_region == "berkshire")
    asked = RareAsked(sub, DAY, "dear", Thresholds())
    note_costs(reader, asked)
    known = dict(noting.notes.figures)
    for question in (rare_costs, rare_payers, rare_providers, mean_cost):
        question(reader, asked)
    assert {key.question for key, _ in set(noting.notes.figures) - set(known)} <= {"rare_costed"}
    assert any(one.value for (key, _), one in known.items() if key.scope == "se/berkshire")


def test_a_sub_region_has_no_mean_of_few_whom_an_agency_pays_for(region: Region, noting: Noting) -> None:
    """What its page hides is not noted either: a release would hold what nobody may read."""
    reader, hidden = Reader(noting, region[1].rule), 0
    for sub, cohort in product(sub_regions_of("se"), ("dear", "solo")):
        asked = RareAsked(sub, DAY, cohort, Thresholds())
        note_costs(reader, asked)
        told = {payer: one.mean.value for payer, one in rare_payers(reader, asked).items()}
        key = asked.measured("rare_mean_cost").key
        noted = {name: one.value for (of, name), one in noting.notes.figures.items() if of == key}
        assert {payer: noted.get(f"told {payer}") for payer in told} == told
        hidden += list(told.values()).count(None)
    assert hidden


def test_older_returns_of_a_date_before_are_noted_of_all_homes(region: Region, noting: Noting) -> None:
    """The latest date is compared with it: without it a release showed nothing of returns of 92 days."""
    reader = Reader(noting, region[1].rule)
    ask_beds(reader, "gm", 92)
    before = {key.as_of for key in noting.notes.beds if key.question == "returns" and key.option == "/92"}
    assert len(before) > 3
