"""Do the synthetic needs go together with placement, distance and price as in life?"""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from rcc_dash.demo.gaps import (
    TOLD_NO_ORDER,
    WITHOUT_CENSUS,
    WITHOUT_HEALTH,
    WITHOUT_MISSING,
    WITHOUT_ORDERS,
    words,
)
from rcc_dash.domain.places import cooperatives

MEMBERS = {la for rcc in cooperatives().values() for la in rcc.la_codes}
GAPS = {"missing": WITHOUT_MISSING, "oc2": WITHOUT_HEALTH, "dolo": WITHOUT_ORDERS}
GM_CENSUS = "synthetic_pnw_census_march_2025.csv"


def _read(paths: list[Path]) -> pd.DataFrame:
    every = [pd.read_csv(path, dtype="str", keep_default_na=False) for path in paths]
    return pd.concat(every, ignore_index=True)


def _days(cells: "pd.Series[str]") -> "pd.Series[pd.Timestamp]":
    return pd.to_datetime(cells, format="%d/%m/%Y")


@pytest.fixture(scope="module")
def census(demo: Path) -> pd.DataFrame:
    rows = _read([demo / "census" / GM_CENSUS])
    return rows.assign(
        weekly=rows["Total weekly cost"].astype(float),
        home=rows["Type of provision"].str.startswith("Residential - Mainstream"),
        dols=rows["Deprivation of Liberty Safeguards in place?"] == "DoLS (current)",
        solo=rows["Does this CYP require a solo placement?"].str.startswith("Yes"),
    )


@pytest.mark.parametrize("name", GAPS)
def test_every_la_but_a_few_sends_the_file(demo: Path, name: str) -> None:
    folders = {path.parent.parent.name for path in demo.glob(f"ssda903/*/2025/*_{name}.csv")}
    assert folders == {words(la) for la in MEMBERS - GAPS[name]}


def test_a_few_las_tell_of_no_order_by_headings_alone(demo: Path) -> None:
    orders = {path: len(pd.read_csv(path)) for path in demo.glob("ssda903/*/2025/*_dolo.csv")}
    assert {path.parent.parent.name for path, rows in orders.items() if not rows} == {
        words(la) for la in TOLD_NO_ORDER
    }


def test_one_la_of_greater_manchester_is_not_in_the_census(census: pd.DataFrame) -> None:
    assert census["Placing Authority"].nunique() == len(cooperatives()["gm"].la_codes) - len(WITHOUT_CENSUS)


def test_high_cost_is_rare_and_goes_with_need(census: pd.DataFrame) -> None:
    homes = census[census["home"]]
    high = homes["weekly"] >= 10_000
    assert 0.03 < high.mean() < 0.15
    assert (homes["dols"] | homes["solo"])[high].mean() > 3 * (homes["dols"] | homes["solo"])[~high].mean()


def test_orders_and_solo_are_of_children_in_homes(census: pd.DataFrame) -> None:
    in_home = census["Type of provision"].str.contains("Residential|Supported")
    assert in_home[census["solo"]].mean() > 0.95  # a few rows are called by another kind
    share = census.loc[census["home"], "dols"].mean()
    assert 0.06 < share < 0.20


def test_what_others_pay_and_social_care_pays_is_the_whole(census: pd.DataFrame) -> None:
    parts = census.filter(like="Contribution").astype(float).sum(axis="columns")
    assert (parts - census["weekly"]).abs().max() < 0.02
    assert (census["Contribution from Health"].astype(float) > 0).mean() > 0.01


def test_the_census_and_the_cost_extract_price_a_placement_alike(demo: Path, census: pd.DataFrame) -> None:
    extract = _read(sorted(demo.glob("costs/*.csv")))
    start = _days(extract["Placement start date"]).clip(lower=pd.Timestamp(2024, 4, 1))
    weeks = (pd.Timestamp(2025, 4, 1) - start).dt.days / 7
    paid = extract["Total committed cost accrued in FY to date"].astype(float) / weeks
    open_now = extract[extract["Placement end date"] == ""].assign(paid=paid)
    both = census.merge(open_now, left_on="Identifier", right_on="Child ID", validate="m:1")
    assert len(both) > 0.95 * len(census)
    alike = np.isclose(both["weekly"], both["paid"], rtol=0.01)
    assert alike.mean() > 0.99  # the census still lists a few placements that children have moved on from


def test_one_child_in_nine_goes_missing_most_of_them_teenagers(demo: Path) -> None:
    missing = _read(sorted(demo.glob("ssda903/*/2025/*_missing.csv")))
    header = _read(sorted(demo.glob("ssda903/*/2025/*_header.csv")))
    gone = missing.drop_duplicates("CHILD")
    assert 0.07 < len(gone) / len(header) < 0.15
    assert (_days(gone["DOB"]) < pd.Timestamp(2013, 4, 1)).mean() > 0.7
    ends = _days(missing["MIS_END"])
    assert not (ends < _days(missing["MIS_START"])).any()


def test_scores_are_near_the_published_mean_and_some_have_a_reason(demo: Path) -> None:
    oc2 = _read(sorted(demo.glob("ssda903/*/2025/*_oc2.csv")))
    scores = oc2.loc[oc2["SDQ_SCORE"] != "", "SDQ_SCORE"].astype(int)
    assert scores.between(0, 40).all()
    assert 13 < scores.mean() < 15.5
    assert not ((oc2["SDQ_SCORE"] != "") & (oc2["SDQ_REASON"] != "")).any()


def test_orders_begin_before_they_end_and_touch_the_year(demo: Path) -> None:
    orders = _read(sorted(demo.glob("ssda903/*/2025/*_dolo.csv")))
    start, end = _days(orders["DOLO_START"]), _days(orders["DOLO_END"])
    assert (start <= pd.Timestamp(2025, 3, 31)).all()
    assert not (end <= start).any()
    assert not (end < pd.Timestamp(2024, 4, 1)).any()


def test_referrals_name_no_officer_and_no_free_text(demo: Path) -> None:
    paths = sorted(demo.glob("referrals/*.csv"))
    assert len(paths) == 5
    for path in paths:
        headings = pd.read_csv(path, nrows=0).columns
        assert not [name for name in headings if "officer" in name.lower() or "other (please" in name.lower()]
