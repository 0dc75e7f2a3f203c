"""What is in a release: every cell is what another reckoning gives, and nothing else passes the gate."""

import shutil
from hashlib import sha256
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from rcc_dash.errors import UserError
from rcc_dash.settings import DataHome
from rcc_dash.store import pack_children, releases
from rcc_dash.store.pack_gate import pass_gate
from tests.queries.published_by_hand import PEPPER, as_at_of, with_one_release


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> DataHome:
    """A home with one release."""
    return with_one_release(tmp_path_factory.mktemp("published"))


def test_what_a_host_gets_holds_no_key_and_no_child(first: DataHome) -> None:
    assert sorted(path.name for path in first.releases.iterdir()) == ["current.json", "release-one.duckdb"]
    raw = releases.release_file(first, "one").read_bytes()
    children = pack_children.state_file(first, "one")
    assert PEPPER.encode() not in raw
    assert children.stat().st_mode & 0o077 == 0
    keys = as_at_of(first)["record_key"]
    assert not any(int(key).to_bytes(8, "little") in raw or str(key).encode() in raw for key in keys)


def test_every_cell_is_what_another_reckoning_gives(first: DataHome) -> None:
    """Scorecard 1: all cells of each LA recomputed from the children, by nothing of ours but the law."""
    told = {
        (attributes, tuple(key), part): number
        for attributes, rows in cells(first).items()
        for *key, part, number in rows
    }
    children = as_at_of(first).rename(columns={"provider": "sector"})
    expected = {
        (attributes, key, part): number
        for attributes in cells(first)
        for part, mask in parts_of(children, len(attributes)).items()
        for key, own in children[mask].groupby(["la_code", *attributes])
        if (number := reckoned([int(one) for one in own["record_key"]]))
    }
    assert told == expected
    assert len(told) > 50


def parts_of(children: pd.DataFrame, attributes: int) -> dict[str, pd.Series]:
    """Say who is in each part; beside three attributes no part is told that is a fourth."""
    whole = {"children": children["la_code"].notna(), "residential": children["placement"].eq("home")}
    if attributes == 3:
        return whole
    found = {
        part: children[column].fillna(value=False).astype(bool)
        for part, column in (("outside", "outside_la"), ("far", "far"))
    }
    return {**whole, **found, **{f"not_{part}": ~mask for part, mask in found.items()}}


def reckoned(keys: list[int]) -> int | None:
    """Round as design/disclosure.md 1.3 words it, from the ends of its intervals."""
    n, total = len(keys), sum(keys)
    u = int.from_bytes(sha256(f"{PEPPER}:{total}:{n}".encode()).digest()[:4], "big") / 2**32
    ends = {0: (0.12, 0.88, 1.0), 1: (0.04, 0.76, 1.0), 2: (0.0, 0.6, 1.0), 3: (0.0, 0.4, 1.0)}
    low, middle, high = ends.get(n % 5, (0.0, 0.24, 0.96))
    step = -5 if u < low else 0 if u < middle else 5 if u < high else 10
    y = n - n % 5 + step
    return y if n >= 10 and y >= 10 else None


def cells(home: DataHome) -> dict[tuple[str, ...], list[tuple[object, ...]]]:
    """Read the file itself, past everything of ours."""
    with duckdb.connect(str(releases.release_file(home, "one")), read_only=True) as file:
        asked = file.execute(
            "SELECT asked, attributes FROM asked WHERE question = 'children' AND scope = 'gm/each'"
        ).fetchall()
        return {
            tuple(filter(None, attributes.split(","))): file.execute(
                f"SELECT {', '.join(['la_code', *filter(None, attributes.split(','))])}, value_1, children"  # noqa: S608 -- names of ours
                " FROM cell WHERE asked = $asked",
                {"asked": number},
            ).fetchall()
            for number, attributes in asked
        }


@pytest.mark.parametrize(
    ("spoiled", "says"),
    [
        ("ALTER TABLE cell ADD COLUMN record_key UBIGINT", "cell.record_key"),
        ("CREATE TABLE as_at AS SELECT 1 AS age_years", "as_at.age_years"),
        ("CREATE VIEW more AS SELECT * FROM cell", "more"),
        ("UPDATE cell SET value_1 = 'BL1 2AB' WHERE rowid = 0", "postcode"),
        ("UPDATE cell SET value_1 = 'bl1 2' WHERE rowid = 0", "postcode"),
        ("UPDATE cell SET value_1 = '1234567' WHERE rowid = 0", "postcode"),
        ("UPDATE cell SET children = 9 WHERE rowid = 0", "ten children or more"),
        ("UPDATE cell SET children = 12 WHERE rowid = 0", "ten children or more"),
        ("UPDATE cell SET placement = 'Anna' WHERE rowid = 0", "placement type"),
        ("UPDATE asked SET attributes = 'placement,age,sector', parts = 'legal'", "three attributes"),
        ("INSERT INTO bed (asked, \"group\", told_homes, held) VALUES (0, '', 3, 5)", "three homes"),
        (
            "INSERT INTO bed (asked, \"group\", told_homes, held, void) VALUES (0, '', 2, 20, 5)",
            "three homes",
        ),
        ("INSERT INTO bed (asked, \"group\", known) VALUES (0, '', 12)", "three homes"),
        ("INSERT INTO bed (asked, \"group\") VALUES (0, 'BL1 2AB')", "postcode"),
        ("INSERT INTO source_rows (source, rows_read) VALUES ('ssda903_episodes', 7)", "Rows of files"),
        ("INSERT INTO finding_rows (what) VALUES ('Row of BL1 2AB')", "Rows of files"),
        ("UPDATE cell SET asked = NULL WHERE rowid = 0", "belongs to a question"),
        ("INSERT INTO asked (asked, question) VALUES (9999, 'children')", "three attributes"),
        ("INSERT INTO standing (as_of) VALUES ('2024-03-31')", "an LA, a placement type"),
        ("INSERT INTO bed (asked, \"group\", held) VALUES (0, '', 20)", "three homes"),
        ("DROP TABLE standing", "Missing"),
    ],
)
def test_the_gate_stops_what_is_not_allowed(first: DataHome, tmp_path: Path, spoiled: str, says: str) -> None:
    made = tmp_path / "made.duckdb"
    shutil.copyfile(releases.release_file(first, "one"), made)
    pass_gate(made)
    with duckdb.connect(str(made)) as file:
        file.execute(spoiled)
    with pytest.raises(UserError, match=says):
        pass_gate(made)


SLICES = """
INSERT INTO asked VALUES (9999, 'slices', '', DATE '2024-03-31', 'gm/each', '', '');
INSERT INTO children_shown BY NAME
SELECT DATE '2024-03-31' AS as_of, 'gm' AS area_code, 'age' AS parted_by, 'all' AS placement, '5to9' AS age,
  'all' AS sector, 'all' AS legal, 'all' AS care, 'all' AS cost, 'all' AS dols, 'all' AS solo, 20 AS children,
  false AS nearly_all
FROM range(14);
"""
SPOILED = """
UPDATE children_shown SET age = NULL WHERE rowid = 1;
UPDATE children_shown SET age = 'all' WHERE rowid = 2;
UPDATE children_shown SET age = 'Anna' WHERE rowid = 3;
UPDATE children_shown SET sector = 'private' WHERE rowid = 4;
UPDATE children_shown SET area_code = NULL WHERE rowid = 5;
UPDATE children_shown SET as_of = NULL WHERE rowid = 6;
UPDATE children_shown SET children = 9 WHERE rowid = 7;
UPDATE children_shown SET far = 12 WHERE rowid = 8;
UPDATE children_shown SET nearly_all = true WHERE rowid = 9;
UPDATE children_shown SET nearly_all = NULL WHERE rowid = 10;
UPDATE children_shown SET parted_by = NULL WHERE rowid = 11;
UPDATE children_shown SET parted_by = 'age+name' WHERE rowid = 12;
UPDATE children_shown SET parted_by = '' WHERE rowid = 13;
"""


def test_a_slice_says_of_what_it_is_or_does_not_pass(first: DataHome, tmp_path: Path) -> None:
    made = tmp_path / "made.duckdb"
    shutil.copyfile(releases.release_file(first, "one"), made)
    with duckdb.connect(str(made)) as file:
        file.execute(SLICES)
    pass_gate(made)
    with duckdb.connect(str(made)) as file:
        file.execute(SPOILED)
    with pytest.raises(UserError, match=r"A cell of slices .* Found: 13\."):
        pass_gate(made)
