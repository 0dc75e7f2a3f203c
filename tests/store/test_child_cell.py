"""In which values is each child counted? By hand, as the domain bands them, and in the synthetic region."""

from datetime import date, timedelta
from pathlib import Path

import duckdb
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcc_dash.domain.places import OUTSIDE_ENGLAND, rcc_of
from rcc_dash.domain.splits import LEGAL_GROUPS, UNKNOWN, care_bands, cost_bands
from rcc_dash.errors import UserError
from rcc_dash.settings import DataHome
from rcc_dash.store import known
from rcc_dash.store.build import _verify
from rcc_dash.store.statements import statement
from tests.store.staged_by_hand import BOLTON, BURY, built, episode, returns

MARCH = date(2024, 3, 31)
BRISTOL, KENT = "E06000023", "E10000016"
CHILD = {
    "placement": "foster", "age": "10to15", "provider": "private", "legal_status": "C2",
    "care_started_on": date(2023, 5, 1), "weekly_cost_gbp": 999.99, "dols": None, "solo": True,
    "outside_la": True, "far": True, "placement_la": BURY,
}  # fmt: skip
KINDS = (
    "as_of DATE, la_code VARCHAR, record_key UBIGINT, placement VARCHAR, age VARCHAR, provider VARCHAR,"
    " legal_status VARCHAR, care_started_on DATE, weekly_cost_gbp DOUBLE, dols BOOLEAN, solo BOOLEAN,"
    " outside_la BOOLEAN, far BOOLEAN, placement_la VARCHAR"
)


def cells(*children: dict[str, object]) -> pd.DataFrame:
    """Give the values of children of Bolton on a date, in their order; what is not said is `CHILD`'s."""
    with duckdb.connect(":memory:") as connection:
        connection.execute("ATTACH ':memory:' AS wh")
        known.tell(connection)
        connection.execute(statement("build/10_area").sql)
        connection.execute(f"CREATE TABLE wh.as_at ({KINDS})")
        for number, child in enumerate(children):
            row = {"as_of": MARCH, "la_code": BOLTON, "record_key": number, **CHILD, **child}
            connection.execute(f"INSERT INTO wh.as_at VALUES ({', '.join('?' * len(row))})", [*row.values()])  # noqa: S608 -- question marks
        connection.execute(statement("build/78_child_cell").sql)
        return connection.execute("SELECT * FROM wh.child_cell").df()


def test_what_is_told_of_a_child_stands_in_words_of_the_lists() -> None:
    (found,) = cells({}).drop(columns=["as_of", "record_key"]).to_dict("records")
    assert found == {
        "la_code": BOLTON, "placement": "foster", "age": "10to15", "sector": "private", "legal": "full",
        "care": "6to12m", "cost": "under1k", "dols": "unknown", "solo": "yes",
        "outside": True, "far": True, "far_outside": True, "out_region": False, "out_england": False,
    }  # fmt: skip


def test_what_nobody_tells_is_unknown_and_never_away() -> None:
    (found,) = cells(dict.fromkeys(CHILD)).drop(columns=["as_of", "la_code", "record_key"]).to_dict("records")
    away = ("outside", "far", "far_outside", "out_region", "out_england")
    assert {name: found.pop(name) for name in away} == dict.fromkeys(away, False)
    assert set(found.values()) == {UNKNOWN}


@pytest.mark.parametrize(
    ("lives_in", "out_region", "out_england"),
    [(BOLTON, False, False), (BURY, False, False), (KENT, True, False), (BRISTOL, True, False)]
    + [(nation, True, True) for nation in OUTSIDE_ENGLAND]
    + [(None, False, False)],
)
def test_who_lives_with_no_member_of_the_cooperative_is_out_of_the_region(
    lives_in: str | None,
    out_region: bool,  # noqa: FBT001 a parameter
    out_england: bool,  # noqa: FBT001 a parameter
) -> None:
    (found,) = cells({"placement_la": lives_in}).to_dict("records")
    assert (found["out_region"], found["out_england"]) == (out_region, out_england)


def test_children_of_an_la_without_a_cooperative_are_out_of_no_region() -> None:
    assert not cells({"la_code": BRISTOL, "placement_la": KENT})["out_region"].any()


@given(
    st.lists(
        st.tuples(
            st.none() | st.integers(-3, 2_000),
            st.none() | st.integers(-500, 1_200_000),
            st.sampled_from([*LEGAL_GROUPS, "V3", None]),
        ),
        min_size=1,
        max_size=20,
    )
)
def test_bands_and_groups_are_those_of_the_domain(told: list[tuple[int | None, int | None, str]]) -> None:
    found = cells(
        *(
            {
                "care_started_on": None if days is None else MARCH - timedelta(days),
                "weekly_cost_gbp": None if pence is None else pence / 100,
                "legal_status": status,
            }
            for days, pence, status in told
        )
    )
    days, pence, statuses = zip(*told, strict=True)
    assert found["care"].tolist() == [*care_bands([float("nan") if one is None else one for one in days])]
    pounds = [float("nan") if one is None else one / 100 for one in pence]
    assert found["cost"].tolist() == [*cost_bands(pounds)]
    assert found["legal"].tolist() == [LEGAL_GROUPS.get(one, UNKNOWN) for one in statuses]


def test_the_synthetic_region_has_the_values_of_its_children(demo_home: Path) -> None:
    (made,) = DataHome(demo_home).demo.builds.glob("*.duckdb")
    with duckdb.connect(str(made), read_only=True) as connection:
        children = connection.sql("SELECT * FROM as_at").df()
        found = connection.sql("SELECT * FROM child_cell").df()
    assert found["record_key"].tolist() == children["record_key"].tolist()
    days = (children["as_of"] - children["care_started_on"]).dt.days
    assert found["care"].tolist() == [*care_bands(days)]
    assert found["cost"].tolist() == [*cost_bands(children["weekly_cost_gbp"])]
    own, there = (children[name].map(rcc_of, na_action="ignore") for name in ("la_code", "placement_la"))
    away = children["placement_la"].notna() & (own.fillna("") != there.fillna(""))
    assert found["out_region"].tolist() == away.tolist()
    assert found["far_outside"].sum() == (children["far"].eq(True) & children["outside_la"].eq(True)).sum()  # noqa: FBT003 -- null is not


def test_a_build_whose_cells_lack_a_child_does_not_serve(tmp_path: Path) -> None:
    returns(DataHome(tmp_path), episode("a", "2023-05-01"), episode("b", "2023-05-01"))
    built(DataHome(tmp_path))
    (made,) = DataHome(tmp_path).builds.glob("*.duckdb")
    with duckdb.connect(str(made)) as connection:
        connection.execute(
            "DELETE FROM child_cell WHERE record_key = (SELECT min(record_key) FROM child_cell)"
        )
    with pytest.raises(UserError, match="did not pass its checks"):
        _verify(made)
