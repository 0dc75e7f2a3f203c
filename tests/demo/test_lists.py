"""Do the synthetic lists of homes match what is published, and do returns name homes with room?"""

from pathlib import Path

import pandas as pd
import pytest

from rcc_dash.demo.kinds import YEARS
from rcc_dash.domain.places import cooperatives, local_authorities
from rcc_dash.reference.published import figures

MEMBERS = {la for rcc in cooperatives().values() for la in rcc.la_codes}
KINDS = {
    "Children's home": "Children's home",
    "Secure children's home": "Secure children's home",
    "Residential special school (registered as a children's home)": (
        "Residential special school registered as children's home"
    ),
}


def _list(demo: Path, name: str, year: int) -> pd.DataFrame:
    path = demo / "ofsted" / f"synthetic_{name}_31_march_{year}.csv"
    return pd.read_csv(path, skiprows=3, dtype="str", keep_default_na=False, encoding="utf-8-sig")


@pytest.fixture(scope="module")
def listed(demo: Path) -> pd.DataFrame:
    codes = {la.name: la.la_code for la in local_authorities().values()}
    every = [_list(demo, "providers_and_places", year).assign(period=year) for year in YEARS]
    both = pd.concat(every, ignore_index=True)
    homes = both[both["Provision type"].isin(list(KINDS))]
    return homes.assign(la_code=homes["Local authority"].map(codes), places=homes["Places"].astype(int))


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize(("column", "prefix"), [("Provision type", ""), ("Sector", "Sector: ")])
def test_homes_and_places_are_as_published(listed: pd.DataFrame, year: int, column: str, prefix: str) -> None:
    suffix = "_reconstructed" if year == 2024 else ""
    groups = listed[listed["period"] == year].assign(
        breakdown=lambda rows: (
            rows[column].replace(KINDS) if column == "Provision type" else prefix + rows[column]
        )
    )
    found = groups.groupby(["la_code", "breakdown"])["places"].agg(number="count", places="sum")
    wanted = figures().query("period == @year").set_index(["la_code", "breakdown"])
    labels = list(KINDS.values()) if column == "Provision type" else groups["breakdown"].unique()
    for what in ("number", "places"):
        published = wanted.loc[wanted["measure"] == f"childrens_homes_{what}{suffix}", "value"]
        published = published[[key[0] in MEMBERS and key[1] in labels for key in published.index]]
        assert len(published) >= 28
        assert found[what].reindex(published.index).fillna(0).tolist() == published.tolist()


@pytest.mark.parametrize("year", YEARS)
def test_judgements_are_as_published(demo: Path, year: int) -> None:
    codes = {la.name: la.la_code for la in local_authorities().values()}
    judged = _list(demo, "provider_level", year)
    judged = judged[judged["Provision type"].isin(list(KINDS))]
    overall = "Overall experiences and progress of children and young people"
    found = judged.groupby([judged["Local authority"].map(codes), overall]).size()
    wanted = figures().query("measure == 'childrens_homes_overall_judgement_number' and period == @year")
    wanted = wanted[wanted["la_code"].isin(MEMBERS) & ~wanted["breakdown"].str.startswith("Not yet")]
    keys = pd.MultiIndex.from_frame(wanted[["la_code", "breakdown"]])
    assert found.reindex(keys).fillna(0).tolist() == wanted["value"].tolist()


def test_homes_are_redacted_and_obviously_synthetic(listed: pd.DataFrame) -> None:
    assert (listed[["Name", "Address 1", "Postcode"]] == "REDACTED").all(axis=None)
    assert listed["URN"].str.fullmatch(r"9\d{6}").all()
    assert listed["Organisation name"].str.startswith("Synthetic").all()


def test_a_home_has_one_postcode_and_never_more_children_than_places(
    demo: Path, listed: pd.DataFrame
) -> None:
    paths = sorted(demo.glob("ssda903/*/2025/*_episodes.csv"))
    assert len(paths) == len(MEMBERS)
    episodes = pd.concat([pd.read_csv(path, dtype="str", keep_default_na=False) for path in paths])
    inside = episodes[episodes["PLACE"].isin(["K1", "K2"]) & (episodes["URN"] != "")]
    assert not inside[["URN", "PL_POST"]].drop_duplicates().duplicated("URN").any()
    now = inside[inside["DEC"] == ""].groupby("URN").size()
    places = listed[listed["period"] == 2025].set_index("URN")["places"]
    assert now.index.isin(places.index).all()
    assert (now <= places.reindex(now.index)).all()


def test_vacancy_return_adds_up(demo: Path, listed: pd.DataFrame) -> None:
    *_, last = paths = sorted(demo.glob("vacancies/*.csv"))
    for path in paths:
        rows = pd.read_csv(path).set_index("URN")
        blocked = rows.filter(like="Unavailable").sum(axis=1)
        assert (rows["Available places"] + blocked == rows["Registered places"]).all()
        assert (rows["Occupied places"] <= rows["Available places"]).all()
    rows = pd.read_csv(last)
    members = listed[(listed["period"] == 2025) & listed["la_code"].isin(MEMBERS)]
    assert 0.33 < len(rows) / len(members) < 0.47


def test_supported_premises_are_as_published(demo: Path) -> None:
    premises = _list(demo, "supported_accommodation_premises", 2025)
    wanted = figures().query("breakdown == 'All categories' and period == 2025")
    wanted = wanted[wanted["la_code"].isin(MEMBERS)].groupby("measure")["value"].sum()
    assert len(premises) == wanted["supported_accommodation_premises_number"]
    assert premises["Places"].astype(int).sum() == wanted["supported_accommodation_places"]
