"""Scorecard 1: the oracle reckons matches, loads and sources of a release too, and finds what is wrong."""

import shutil
from pathlib import Path

import duckdb

from bench.oracle import audit
from rcc_dash.intake.secret_keys import pepper
from rcc_dash.settings import DataHome
from rcc_dash.store import pointer, releases

RECKONED = ["mismatch", "nearer", "redeal", "loads", "rare_gap", "findings"]
MEASURED = [
    *("nearer", "redeal", "rare_saved", "rare_mean_cost", "fees", "search", "miles_by_age"),
    *("rare_providers", "rare_told", "rare_costed", "reasons", "told"),
]
OTHERS = """
    DELETE FROM cell WHERE asked NOT IN
    (SELECT asked FROM asked WHERE list_contains($some, question) AND attributes IN ('', 'age'))
"""
UNMEASURED = """
    DELETE FROM figure WHERE asked NOT IN (SELECT asked FROM asked WHERE list_contains($some, question))
"""
CHILDREN = "CREATE TABLE released AS FROM build.as_at"
"""Of every date, since loads of one are worked out from all before it; and of every LA, since homes of one
have children of others."""
ONE_OF_MATCHES = (
    "(SELECT min(c.rowid) FROM cell AS c JOIN asked AS a USING (asked) WHERE a.question = 'mismatch')"
)
SPOILED = (
    f"UPDATE cell SET children = children + 5 WHERE rowid = {ONE_OF_MATCHES}",  # noqa: S608 our own words
    "UPDATE bed SET void = void + 1 WHERE rowid = (SELECT min(rowid) FROM bed WHERE void IS NOT NULL)",
    "UPDATE figure SET value = value + 1 WHERE name = 'actual' AND value > 20",
    "UPDATE source_rows SET rows_read = 5 WHERE rowid = 0",
)


def test_matches_loads_and_sources_are_reckoned_anew_but_those_that_were_spoiled(
    host: DataHome, demo_home: Path, tmp_path: Path
) -> None:
    demo, file, state = DataHome(demo_home).demo, tmp_path / "release.duckdb", tmp_path / "state.duckdb"
    build = pointer.warehouse_file(demo, pointer.kept(demo)[0].build_id)
    shutil.copyfile(releases.release_file(host, "2026-11"), file)
    file.chmod(0o600)
    with duckdb.connect(str(state)) as connection:
        connection.execute(f"ATTACH '{build}' AS build (READ_ONLY)")
        connection.execute(CHILDREN)
    with duckdb.connect(str(file)) as connection:
        connection.execute(OTHERS, {"some": RECKONED})
        connection.execute(UNMEASURED, {"some": MEASURED})
        connection.execute("DELETE FROM children_shown")
        for statement in SPOILED:
            connection.execute(statement)
    found = audit(file, state, build, pepper(demo))
    assert (found.wrong, found.figures.wrong) == ({"mismatch": 1}, {"nearer": 1})
    assert (found.few, found.places_wrong, found.unknown) == (0, 2, set())
    assert min(found.cells, found.places, 5 * found.figures.reckoned) > 200
