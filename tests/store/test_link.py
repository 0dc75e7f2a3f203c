"""Records of other sources are linked to the 903 stays by LA, child, family and window; never merged."""

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from rcc_dash.settings import DataHome
from rcc_dash.store.warehouse import Warehouse
from tests.store.staged_by_hand import BOLTON, MANCHESTER, built, episode, listing, load, returns, sheet

_KEYS = ("la_code", "year", "child_key", "record_key")
MARCH = date(2024, 3, 31)
PARTS = ("known", "exact", "window", "child_only", "unknown", "not_open", "only_returns")


@pytest.fixture
def home(tmp_path: Path) -> DataHome:
    return DataHome(tmp_path)


def record(name: str, **more: object) -> dict[str, object]:
    """A census row of a child in foster care in Bolton since 1 May 2023, at the end of March 2024."""
    row = episode(name, "2023-05-01")
    plain = {
        "as_of": MARCH, "row_class": "child", "started_on": date(2023, 5, 1), "family_code": "foster",
        "sector_hint": "own_la", "placement_la": BOLTON,
    }  # fmt: skip
    return {**{key: row[key] for key in _KEYS}, **plain, **more}


def census(home: DataHome, *rows: dict[str, object]) -> None:
    load(home, "census", sheet("census", "placements_census", list(rows), BOLTON, str(MARCH)))


def table(warehouse: Warehouse, name: str) -> pd.DataFrame:
    with warehouse._connection.cursor() as cursor:  # noqa: SLF001 -- no question of the app asks for rows
        cursor.execute("USE wh")
        return cursor.execute(f"SELECT * FROM {name}").df()  # noqa: S608 -- a name of ours


def link(home: DataHome, one: dict[str, object], *episodes: dict[str, object]) -> pd.Series:
    census(home, one)
    returns(home, *episodes)
    found = table(built(home), "link")
    assert len(found) == 1
    return found.astype(object).iloc[0]


@pytest.mark.parametrize(
    ("started", "family", "how", "days"),
    [
        (date(2023, 5, 1), "foster", "exact", 0),
        (date(2023, 5, 29), "foster", "window", 28),
        (date(2023, 4, 3), "foster", "window", -28),
        (date(2023, 5, 30), "foster", "child_only", None),
        (date(2023, 5, 1), "home", "child_only", None),
        (date(2023, 5, 1), None, "child_only", None),
        (None, "foster", "window", None),
        (None, "home", "child_only", None),
    ],
)
def test_a_link_needs_the_family_and_a_start_within_four_weeks(
    home: DataHome, started: date | None, family: str | None, how: str, days: int | None
) -> None:
    found = link(home, record("a", started_on=started, family_code=family), episode("a", "2023-05-01"))
    assert found["how"] == how
    assert found["start_days"] == days if days is not None else pd.isna(found["start_days"])


def test_a_child_that_the_las_returns_do_not_know_is_not_linked(home: DataHome) -> None:
    found = link(home, record("a"), episode("a", "2023-05-01", la_code=MANCHESTER))
    assert found["how"] == "none"
    assert found[["start_differs", "family_differs", "la_differs"]].isna().all()


def test_the_nearest_of_several_stays_is_linked(home: DataHome) -> None:
    stays = (
        episode("a", "2023-05-01", "2023-05-20", end_reason="X1"),
        episode("a", "2023-05-20", start_reason="P", placement_la=MANCHESTER),
    )
    found = link(home, record("a", started_on=date(2023, 5, 18)), *stays)
    assert (found["how"], found["start_days"], found["la_differs"]) == ("window", -2, True)


def test_an_episode_that_a_legal_change_began_is_a_start_too(home: DataHome) -> None:
    stays = (
        episode("a", "2023-05-01", "2023-09-01", end_reason="X1"),
        episode("a", "2023-09-01", start_reason="L"),
    )
    assert link(home, record("a", started_on=date(2023, 9, 1)), *stays)["how"] == "exact"


def test_what_disagrees_is_said_of_the_stay_on_the_day(home: DataHome) -> None:
    other = {"family_code": "home", "sector_hint": "independent", "placement_la": MANCHESTER}
    found = link(home, record("a", **other), episode("a", "2023-05-01"))
    assert found[["family_differs", "sector_differs", "la_differs"]].tolist() == [True, True, True]


def test_a_referral_is_linked_by_the_day_of_its_placement(home: DataHome) -> None:
    keys = {key: record("a")[key] for key in _KEYS}
    asked = {"as_of": date(2023, 5, 10), "placed_on": date(2023, 5, 10), "family_code": "foster"}
    rows = [{**keys, **asked, "standard": "rcc"}]
    load(home, "referral", sheet("referral", "rcc_referrals", rows, BOLTON, "2024"))
    returns(home, episode("a", "2023-05-01"))
    assert table(built(home), "link")["how"].tolist() == ["window"]


def test_every_child_is_counted_once_on_either_side(home: DataHome) -> None:
    census(
        home,
        record("both"),
        record("late", started_on=date(2023, 5, 9)),
        record("left"),
        record("stranger"),
        record("adult", row_class="post_18"),
    )
    returns(
        home,
        episode("both", "2023-05-01"),
        episode("late", "2023-05-01"),
        episode("left", "2023-05-01", "2024-01-01"),
        episode("only here", "2023-05-01"),
        episode("adult", "2023-05-01"),
    )
    one = built(home).ask("reconciliation", {"date": MARCH}).iloc[0]
    counts = [int(one[f"{part}_n"]) for part in PARTS]
    assert dict(zip(PARTS, counts, strict=True)) == {
        "known": 4, "exact": 2, "window": 1, "child_only": 0, "unknown": 1, "not_open": 2, "only_returns": 2,
    }  # fmt: skip
    assert int(one["known_n"]) == sum(int(one[f"{how}_n"]) for how in PARTS[1:5])


def codes(home: DataHome) -> dict[str, int]:
    found = built(home).ask("findings", {"date": MARCH})
    return dict(zip(found["code"], found["children_n"].astype(int), strict=True))


def test_children_without_a_partner_in_the_other_source_are_findings(home: DataHome) -> None:
    census(home, record("gone"), record("elsewhere", placement_la=MANCHESTER), record("well"))
    cost = {"as_of": MARCH, "started_on": date(2023, 5, 1), "place_code": "U4", "weekly_cost_gbp": 900.0}
    rows = [{**{key: record(name)[key] for key in _KEYS}, **cost} for name in ("well", "unknown")]
    load(home, "cost", sheet("placement_cost", "placement_costs", rows, BOLTON, str(MARCH)))
    returns(home, episode("elsewhere", "2023-05-01"), episode("well", "2023-05-01"))
    assert codes(home) == {"X02": 1, "G07": 1, "X03a": 1, "X03b": 1}


def test_an_open_episode_that_the_next_return_does_not_tell_is_a_finding(home: DataHome) -> None:
    returns(home, episode("a", "2023-05-01"), episode("b", "2024-06-01", year=2025))
    assert codes(home) == {"E13": 1}


def test_homes_that_do_not_fit_are_findings(home: DataHome) -> None:
    listed = [
        listing("1000001", as_of=MARCH, places=1),
        listing("1000002", as_of=MARCH, sector="la", registered_on=date(2023, 6, 1)),
        listing("1000003", as_of=MARCH, provision_type="secure_childrens_home"),
    ]
    load(home, "list", sheet("home_listing", "ofsted_places", listed, None, str(MARCH)))
    inside = {"place_code": "K2", "provider_code": "PR4"}
    returns(
        home,
        episode("full 1", "2023-05-01", home_urn="1000001", **inside),
        episode("full 2", "2023-05-01", home_urn="1000001", **inside),
        episode("early", "2023-05-01", home_urn="1000002", **inside),
        episode("not on a list", "2023-05-01", home_urn="1000009", **inside),
        episode("other regulator", "2023-05-01", home_urn="XXXXXXX", **inside),
    )
    assert codes(home) == {"U04": 1, "U05": 1, "U07": 1, "U11": 2}
