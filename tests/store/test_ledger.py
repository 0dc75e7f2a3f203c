import json
from multiprocessing.context import SpawnContext
from pathlib import Path

import pytest

from rcc_dash.errors import UserError
from rcc_dash.store.ledger import append, entries


def test_nothing_written_is_no_entries(tmp_path: Path) -> None:
    assert entries(tmp_path / "none.jsonl") == ()


def test_records_come_back_in_order(tmp_path: Path) -> None:
    path = tmp_path / "list.jsonl"
    for number in range(3):
        append(path, {"number": number, "name": "é"})
    assert entries(path) == tuple({"number": number, "name": "é"} for number in range(3))


def test_a_changed_line_is_found(tmp_path: Path) -> None:
    path = tmp_path / "list.jsonl"
    append(path, {"number": 1})
    append(path, {"number": 2})
    path.write_text(path.read_text().replace('"number": 1', '"number": 7'))
    with pytest.raises(UserError, match="Line 1"):
        entries(path)


def test_a_removed_line_is_found(tmp_path: Path) -> None:
    path = tmp_path / "list.jsonl"
    for number in range(3):
        append(path, {"number": number})
    lines = path.read_text().splitlines(keepends=True)
    path.write_text(lines[0] + lines[2])
    with pytest.raises(UserError, match="Line 2"):
        entries(path)


def test_a_line_cut_short_by_a_kill_is_dropped_and_the_list_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "list.jsonl"
    append(path, {"number": 1})
    with path.open("a") as file:
        file.write('{"number": 2, "ha')
    assert entries(path) == ({"number": 1},)
    append(path, {"number": 3})
    assert entries(path) == ({"number": 1}, {"number": 3})


def _append_some(path: Path, who: int) -> None:
    for number in range(8):
        append(path, {"who": who, "number": number})


def test_processes_that_append_together_lose_nothing(tmp_path: Path, processes: SpawnContext) -> None:
    path = tmp_path / "list.jsonl"
    jobs = [processes.Process(target=_append_some, args=(path, who)) for who in range(3)]
    for job in jobs:
        job.start()
    for job in jobs:
        job.join()
    assert len(entries(path)) == 24
    assert all(json.loads(line)["hash"] for line in path.read_text().splitlines())
