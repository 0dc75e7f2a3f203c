"""The command line: what it prints, and what it tells the shell."""

import json
from pathlib import Path

import pytest

from rcc_dash import cli
from rcc_dash.settings import DATA_DIR_VARIABLE, PROJECT

REGION = PROJECT / "tests" / "fixtures" / "region"


@pytest.fixture(autouse=True)
def data_dir(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(DATA_DIR_VARIABLE, str(tmp_path / "data"))
    return tmp_path / "data"


def test_status_of_nothing_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["status"]) == 0
    assert "Nothing is loaded" in capsys.readouterr().out


def test_what_was_not_foreseen_quotes_nothing_that_was_read(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> None:
        message = "Could not convert MADEUP01 of BL1 1RU"
        raise ValueError(message)

    monkeypatch.setattr(cli, "load", broken)
    assert cli.main(["load", str(REGION)]) == 1
    said = capsys.readouterr()
    assert "Not foreseen: ValueError at cli.py" in said.err
    assert "MADEUP01" not in said.out + said.err


def test_status_of_nothing_as_json_has_empty_lists(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["status", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["loaded"], found["sources"], found["homes_by_date"], found["refused"]) == (
        False,
        [],
        [],
        [],
    )


def test_a_clean_load_says_where_the_rows_went(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["load", str(REGION)]) == 0
    said = capsys.readouterr()
    assert "10 loaded, 0 refused." in said.out
    row = next(
        line for line in said.out.splitlines() if line.startswith("SSDA903 episodes") and "2024" in line
    )
    assert row.split()[-5:] == ["Bolton", "2", "0", "1", "1"]
    assert "100%" in said.err


def test_status_as_json_is_one_document(capsys: pytest.CaptureFixture[str]) -> None:
    cli.main(["load", str(REGION), "--json"])
    loaded = json.loads(capsys.readouterr().out)
    assert (loaded["loaded"], loaded["refused"]) == (10, 0)
    cli.main(["status", "--json"])
    found = json.loads(capsys.readouterr().out)
    assert found["homes_by_date"] == [{"as_of": "2025-03-31", "homes": 5, "places": 20, "scope": "all"}]
    assert {row["source"] for row in found["sources"]} >= {"ssda903_episodes", "ofsted_places"}


def test_status_for_people_names_homes_and_children(capsys: pytest.CaptureFixture[str]) -> None:
    cli.main(["load", str(REGION)])
    capsys.readouterr()
    assert cli.main(["status"]) == 0
    said = capsys.readouterr().out
    assert "Bolton  2025-03-31  " in said.replace("Bolton    ", "Bolton")
    assert "2025-03-31      5      20  all" in said


def test_a_refused_file_is_named_with_its_reason_and_the_shell_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    odd = tmp_path / "odd.csv"
    odd.write_text("colour,shape\nred,round\n")
    assert cli.main(["load", str(odd)]) == 1
    assert "Refused: " in capsys.readouterr().out


def test_a_refusal_as_json_says_why(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    odd = tmp_path / "odd.csv"
    odd.write_text("colour,shape\nred,round\n")
    assert cli.main(["load", str(odd), "--json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert found["build_id"] is None
    assert set(found["files"][0]["refused"]) == {"title", "what", "fix", "asks", "code"}


def test_an_error_for_people_is_printed_as_written(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["load", "no/such/file.csv"]) == 1
    said = capsys.readouterr()
    assert "There is no such file or folder." in said.err
    assert "Traceback" not in said.err + said.out


def test_arguments_reach_the_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lone = tmp_path / "episodes.csv"
    lone.write_bytes((REGION / "Bolton" / "2025" / "episodes.csv").read_bytes())
    assert cli.main(["load", str(lone), "--la", "Bury", "--year", "2023"]) == 0
    assert "Bury" in capsys.readouterr().out


@pytest.mark.parametrize("wrong", [[], ["shred"], ["load", "--as-of", "yesterday"]])
def test_a_misuse_is_explained(wrong: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        cli.main(wrong)
    assert stopped.value.code == 2
    assert "usage:" in capsys.readouterr().err


def test_build_makes_a_new_build(capsys: pytest.CaptureFixture[str]) -> None:
    cli.main(["load", str(REGION)])
    capsys.readouterr()
    assert cli.main(["build", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["build_id"]


def test_a_check_only_loads_nothing_and_says_what_would_be(
    data_dir: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["load", "--check-only", str(REGION)]) == 0
    said = capsys.readouterr().out
    assert "Would be loaded: ofsted_list_31_march_2025.csv" in said
    assert "Rows: 5 read, 5 loaded, 0 mended, 0 not needed, 0 rejected" in said
    assert "Nothing was loaded" in said
    assert not (data_dir / "manifest.jsonl").exists()


def test_a_check_only_tells_the_shell_of_a_file_that_would_be_refused_or_needs_a_second_look(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    odd = tmp_path / "odd.csv"
    odd.write_text("colour,shape\nred,round\n")
    assert cli.main(["load", "--check-only", "--json", str(odd)]) == 1
    assert json.loads(capsys.readouterr().out)[0]["refused"]["title"]
    mine = REGION / "Bolton" / "2025" / "episodes.csv"
    assert cli.main(["load", "--check-only", str(mine), "--la", "Bury"]) == 1
    assert "Look again: episodes.csv" in capsys.readouterr().out


def test_a_load_is_undone_by_the_number_that_status_gives(capsys: pytest.CaptureFixture[str]) -> None:
    cli.main(["load", str(REGION)])
    cli.main(["status", "--json"])
    loads = json.loads(capsys.readouterr().out.partition("refused.\n")[2])["loads"]
    number = next(row["load"] for row in loads if row["holds"] == ["SSDA903 episodes, Bury, 2025"])
    assert cli.main(["undo", str(number)]) == 0
    assert "is undone; its file is kept" in capsys.readouterr().out
    cli.main(["status"])
    said = capsys.readouterr().out
    assert "Bury        2025-03-31" not in said
    assert "undone" in said
    assert cli.main(["undo", str(number)]) == 1


def test_status_of_many_loads_lists_the_latest(capsys: pytest.CaptureFixture[str]) -> None:
    cli.main(["load", str(REGION)])
    capsys.readouterr()
    cli.main(["status"])
    said = capsys.readouterr().out
    assert "  10  " in said
    assert "SSDA903 episodes, Manchester, 2025" in said


def test_every_cell_of_children_is_rounded_twice(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["rounding", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"loaded": False}
    cli.main(["load", str(REGION)])
    capsys.readouterr()
    assert cli.main(["rounding"]) == 0
    assert "differently by Python and DuckDB: 0 (must be 0)." in capsys.readouterr().out


def test_a_file_that_looks_like_another_is_loaded_with_a_warning_or_held_back_if_so_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    named = tmp_path / "Bolton 2025" / "Bury 2025 episodes.csv"
    named.parent.mkdir()
    named.write_bytes((REGION / "Bolton" / "2025" / "episodes.csv").read_bytes())
    assert cli.main(["load", str(named), "--hold-back"]) == 1
    said = capsys.readouterr().out
    assert "Held back: Bolton 2025/Bury 2025 episodes.csv" in said
    assert "loaded as Bury, but the folder's name says Bolton" in said
    assert "0 loaded, 0 refused." in said
    assert cli.main(["load", str(named), "--hold-back", "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["held_back"] == 1
    assert cli.main(["load", str(named)]) == 0
    said = capsys.readouterr().out
    assert "warning: " in said
    assert "1 loaded, 0 refused." in said
    assert "1 loaded in doubt." in said
    assert "undo LOAD" in said
