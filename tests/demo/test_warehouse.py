"""Does the synthetic region still match what is published once it has been loaded like any other data?"""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from rcc_dash.domain.places import cooperatives
from rcc_dash.reference.published import figures
from rcc_dash.reference.tables import rows
from rcc_dash.settings import DataHome

MEMBERS = [la for rcc in cooperatives().values() for la in rcc.la_codes]
GROUPINGS = {
    "placement": "cla_31_march_by_placement_number",
    "provider": "cla_31_march_by_provider_number",
    "age": "cla_31_march_by_age_number",
    "locality": "cla_31_march_by_locality_distance_number",
    "uasc": "cla_31_march_uasc_number",
}
COUNT = """
SELECT la_code, year(as_of) AS period, {what} AS code, count(*) AS children
FROM as_at GROUP BY ALL
"""
LOCALITY = """
CASE WHEN far IS NULL THEN if(outside_la, '6', '5') WHEN far THEN if(outside_la, '4', '3')
ELSE if(outside_la, '2', '1') END
"""


@pytest.fixture(scope="module")
def warehouse(demo_home: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    (built,) = DataHome(demo_home).demo.builds.glob("*.duckdb")
    with duckdb.connect(str(built), read_only=True) as connection:
        yield connection


def _labelled(grouping: str, codes: "pd.Series[str]") -> "pd.Series[str]":
    """Turn the warehouse's codes into the publisher's words."""
    if grouping == "uasc":
        return codes.astype(str).str.lower().map({"true": "UASC", "false": "Non-UASC"})
    if grouping == "locality":
        names = figures().query("measure == @GROUPINGS['locality']")["breakdown"].unique()
        return codes.map({name[0]: name for name in names})
    dimension = {"provider": "sector"}.get(grouping, grouping)
    known = {r["code"]: r["published_label"] for r in rows("dimensions") if r["dimension"] == dimension}
    return codes.map(known)


@pytest.mark.parametrize("grouping", GROUPINGS)
def test_loaded_children_match_published_numbers(warehouse: duckdb.DuckDBPyConnection, grouping: str) -> None:
    what = LOCALITY if grouping == "locality" else grouping
    found = warehouse.sql(COUNT.format(what=what)).df()
    found["breakdown"] = _labelled(grouping, found["code"])
    wanted = figures().query("measure == @GROUPINGS[@grouping] and breakdown != 'Total'")
    wanted = wanted[wanted["la_code"].isin(MEMBERS) & wanted["value"].notna()]
    both = wanted.merge(found, on=["la_code", "period", "breakdown"], how="left", validate="1:1")
    difference = (both["children"].fillna(0) - both["value"]).abs()
    off = both[difference > (both["value"] * 0.02).clip(lower=3)]
    assert len(both) > 200
    assert off.empty, off.to_string()


def test_mending_is_seen_at_work_and_loses_nobody(warehouse: duckdb.DuckDBPyConnection) -> None:
    mended = dict(warehouse.sql("SELECT rule, sum(rows)::INTEGER FROM mend GROUP BY rule").fetchall())
    assert mended["RULE_1"] > 20
    assert mended["RULE_2"] > 20
    totals = warehouse.sql(COUNT.format(what="'all'")).df().set_index(["la_code", "period"])["children"]
    wanted = figures().query("measure == 'cla_31_march_number'").set_index(["la_code", "period"])["value"]
    wanted = wanted[wanted.index.get_level_values("la_code").isin(MEMBERS)]
    difference = (totals.reindex(wanted.index) - wanted).abs()
    assert (difference <= (wanted * 0.02).clip(lower=3)).all()
