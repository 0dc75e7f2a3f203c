"""Scorecard 1 and D3: each cell of a release is reckoned anew by the bench's oracle, which shares no code."""

import shutil
from pathlib import Path

import duckdb

from bench.oracle import audit
from rcc_dash.queries.pack_walk import Kind
from rcc_dash.settings import DataHome
from rcc_dash.store import pack_children, pointer, releases
from tests.queries.published_by_hand import PEPPER, SIZES, loaded, published

SPOILED = (  # most sets of slices go, which take long
    "DELETE FROM children_shown WHERE parted_by NOT IN ('', 'placement', 'age+care+legal')",
    "UPDATE cell SET children = children + 5 WHERE rowid = 0",
    "UPDATE children_shown SET children = children + 5 WHERE area_code = 'gm' AND parted_by = ''",
)


def test_every_cell_is_what_another_reckoning_gives_but_those_that_were_spoiled(tmp_path: Path) -> None:
    home, file = DataHome(tmp_path / "home"), tmp_path / "spoiled.duckdb"
    home.root.mkdir()
    loaded(home, SIZES)
    published(home, "one", kinds=frozenset({Kind.PLACES, Kind.SLICES}))
    shutil.copyfile(releases.release_file(home, "one"), file)
    with duckdb.connect(str(file)) as connection:
        for statement in SPOILED:
            connection.execute(statement)
    build = pointer.warehouse_file(home, pointer.kept(home)[0].build_id)
    found = audit(file, pack_children.state_file(home, "one"), build, PEPPER)
    assert (found.few, found.other, len(found.wrong), found.unknown) == (0, 2, 2, set())
    assert found.edges.certain == 0
    assert found.cells > 100
