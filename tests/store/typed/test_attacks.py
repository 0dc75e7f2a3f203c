"""Nothing typed gets out: no file read or written, no other LA's row, no setting, no long wait."""

from pathlib import Path
from threading import Event

import duckdb
import pytest

from rcc_dash.errors import UserError
from rcc_dash.store import pointer
from rcc_dash.store.connect import open_locked
from rcc_dash.store.typed.answers import result
from tests.store.typed import bombs, hostile
from tests.store.typed.conftest import CANARY, Room

OVER = {
    "The question needed too much memory",
    "The question took too long",
    "The question could not be worked out",
}
STATEMENTS = (*hostile.FILES_READ, *hostile.WRITES, *hostile.SETTINGS, *hostile.PEEKS, *hostile.OTHERS)


def filled(room: Room, sql: str) -> str:
    return sql.format(
        db=room.file,
        secret=room.beside / "secret.csv",
        out=room.beside / "out",
        warehouse=pointer.warehouse_file(room.home, room.build_id),
        canary=CANARY,
    )


def on_disk(room: Room) -> dict[Path, bytes]:
    folders = (room.file.parent, room.beside, room.home.builds)
    return {path: path.read_bytes() for folder in folders for path in folder.rglob("*") if path.is_file()}


def told(room: Room, sql: str) -> UserError:
    """Ask, and give what a person reads; fails where there is a table."""
    answer = room.ask(sql)
    with pytest.raises(UserError) as caught:
        result(answer, room.limits, ())
    return caught.value


@pytest.mark.parametrize("sql", STATEMENTS)
def test_it_is_refused_in_words_that_tell_nothing_and_leaves_nothing(room: Room, sql: str) -> None:
    before = on_disk(room)
    error = told(room, filled(room, sql))
    words = str(error).replace(filled(room, sql), "")
    assert CANARY not in words.replace(f"'{CANARY}'", "")
    assert str(room.home.root) not in words
    assert "root" not in words
    assert on_disk(room) == before


@pytest.mark.parametrize("sql", [*hostile.FILES_READ, *hostile.WRITES])
def test_the_engine_alone_reads_and_writes_no_file_even_if_the_gate_were_open(room: Room, sql: str) -> None:
    before = on_disk(room)
    connection = open_locked(room.file, "512MB")
    try:
        connection.execute("USE wh")
        connection.execute("BEGIN TRANSACTION READ ONLY")
        shown = str(connection.execute(filled(room, sql)).fetchall())
    except (duckdb.Error, TypeError) as error:
        shown = type(error).__name__
    finally:
        connection.close()
    assert CANARY not in shown
    assert on_disk(room) == before


@pytest.mark.parametrize("sql", hostile.HARMLESS)
def test_what_runs_shows_no_other_las_row_and_nothing_that_names_a_child(room: Room, sql: str) -> None:
    shown = result(room.ask(sql), room.limits, ()).frame.to_csv()
    assert CANARY not in shown
    assert "SC2,4" not in shown


@pytest.mark.parametrize("sql", bombs.BOMBS)
def test_a_bomb_is_over_in_time_and_the_next_question_runs(room: Room, sql: str) -> None:
    assert told(room, sql).title in OVER
    assert result(room.ask("SELECT 1"), room.limits, ()).frame.shape == (1, 1)


@pytest.mark.parametrize("sql", bombs.LONG.values(), ids=bombs.LONG)
def test_a_monstrous_text_is_refused(room: Room, sql: str) -> None:
    assert told(room, sql).title
    assert result(room.ask("SELECT 1"), room.limits, ()).frame.shape == (1, 1)


def test_a_huge_answer_is_cut_and_says_so(room: Room) -> None:
    rows = result(room.ask("SELECT * FROM range(1000000000)"), room.limits, ())
    assert len(rows.frame) == room.limits.rows
    assert rows.cut == "Only the first 10,000 rows are given; there are more."
    wide = result(room.ask("SELECT repeat('x', 9999) FROM range(10000)"), room.limits, ())
    assert len(wide.frame) == 499
    assert wide.cut == "Only the first 499 rows are given: more would be over 5 MB."


def test_a_row_too_big_for_any_answer_is_left_out_and_said(room: Room) -> None:
    found = result(room.ask("SELECT repeat('x', 6000000)"), room.limits, ())
    assert (len(found.frame), found.cut) == (0, "No row is given: the first one alone is over 5 MB.")


def test_a_stop_ends_it_at_once(room: Room) -> None:
    stop = Event()
    stop.set()
    room.ask("SELECT 1")
    assert room.process is not None
    answer = room.process.ask(bombs.BOMBS[5], stop)
    room.end()
    with pytest.raises(UserError, match="You stopped it"):
        result(answer, room.limits, ())
