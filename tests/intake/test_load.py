"""The door for files: refusals, the drop-folder, kept copies, faults."""

import logging
import shutil
import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest

from rcc_dash.domain.progress import silent
from rcc_dash.errors import UserError
from rcc_dash.intake import renew
from rcc_dash.intake.load import load, rebuild
from rcc_dash.intake.secret_keys import is_demo, pepper, publish_demo_keys, secrets_of
from rcc_dash.intake.status import status
from rcc_dash.intake.take import Said
from rcc_dash.settings import PROJECT, DataHome
from rcc_dash.store import manifest, staging
from rcc_dash.store.warehouse import current_build_id

REGION = PROJECT / "tests" / "fixtures" / "region"
LIST = REGION / "ofsted_list_31_march_2025.csv"
EPISODES = REGION / "Bolton" / "2025" / "episodes.csv"
NOW = datetime(2025, 6, 1, 9, 30, tzinfo=UTC)


@pytest.fixture
def home(tmp_path: Path) -> DataHome:
    return DataHome(tmp_path / "data")


def test_a_refused_file_does_not_stop_the_others_and_is_listed(home: DataHome, tmp_path: Path) -> None:
    folder = tmp_path / "came"
    folder.mkdir()
    (folder / "a.csv").write_text("colour,shape\nred,round\n")
    shutil.copy(LIST, folder)
    report = load([folder], Said(), home, NOW, silent)
    assert [file.file_name for file in report.refused] == ["a.csv"]
    assert not report.is_clean
    found = status(home)
    assert found["homes_by_date"][0]["homes"] == 5
    assert [one["file_name"] for one in found["refused"]] == ["a.csv"]
    assert found["refused"][0]["fix"]


def test_only_refused_files_make_no_build(home: DataHome, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("colour,shape\nred,round\n")
    report = load([tmp_path / "a.csv"], Said(), home, NOW, silent)
    assert report.build_id is None
    assert status(home)["loaded"] is False


def test_a_file_refused_for_want_of_an_la_is_loaded_once_it_is_told(home: DataHome, tmp_path: Path) -> None:
    lone = tmp_path / "episodes.csv"
    shutil.copy(EPISODES, lone)
    assert load([lone], Said(), home, NOW, silent).refused
    report = load([lone], Said(la="Bolton", year=2025), home, NOW, silent)
    assert report.is_clean
    assert status(home)["refused"] == []
    assert status(home)["children_by_la_and_date"][0]["children"] == 5


def test_a_path_that_is_not_there_is_said(home: DataHome, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no such file"):
        load([tmp_path / "nowhere"], Said(), home, NOW, silent)


def test_hidden_files_and_lock_files_are_not_meant(home: DataHome, tmp_path: Path) -> None:
    folder = tmp_path / "came"
    folder.mkdir()
    shutil.copy(LIST, folder)
    for name in (".DS_Store", "~$list.xlsx"):
        (folder / name).write_text("x")
    assert len(load([folder], Said(), home, NOW, silent).files) == 1


def test_a_fault_in_checking_is_a_refusal_with_a_reference_and_quotes_no_row(
    home: DataHome, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> None:
        message = "a secret value"
        raise KeyError(message)

    monkeypatch.setattr("rcc_dash.intake.check.check_file", fail)
    with caplog.at_level(logging.ERROR):
        report = load([LIST], Said(), home, NOW, silent)
    refused = report.refused[0].refused
    assert refused is not None
    assert refused.what.split("reference ")[1][:8] in caplog.text
    assert "a secret value" not in caplog.text


def test_a_file_with_which_no_build_can_be_made_is_set_aside(
    home: DataHome, monkeypatch: pytest.MonkeyPatch
) -> None:
    load([LIST], Said(), home, NOW, silent)
    good = current_build_id(home)

    def fail(*_: object, **__: object) -> str:
        raise UserError(title="No", what="It", fix="does not build.")

    with monkeypatch.context() as patched:
        patched.setattr(renew, "build", fail)
        with pytest.raises(UserError, match="does not build"):
            load([EPISODES], Said(), home, NOW, silent)
    assert current_build_id(home) == good
    assert [one.file_name for one in manifest.accepted(home)] == [LIST.name]
    assert load([LIST], Said(), home, NOW, silent).is_clean


def test_tables_of_an_older_layout_are_made_again_from_the_kept_files(
    home: DataHome, monkeypatch: pytest.MonkeyPatch
) -> None:
    load([LIST], Said(), home, NOW, silent)
    monkeypatch.setattr(staging, "LAYOUT_VERSION", staging.LAYOUT_VERSION + 1)
    rebuild(home, NOW, silent)
    assert status(home)["homes_by_date"][0]["homes"] == 5


def test_staged_tables_can_be_lost_without_loss(home: DataHome) -> None:
    load([REGION], Said(), home, NOW, silent)
    before = status(home)
    shutil.rmtree(home.staged)
    rebuild(home, NOW, silent)
    after = status(home)
    assert {**after, "build": None} == {**before, "build": None}


def test_progress_goes_from_nothing_to_all_and_never_back(home: DataHome) -> None:
    told: list[tuple[float, str]] = []
    load([REGION], Said(), home, NOW, lambda share, doing: told.append((share, doing)))
    shares = [share for share, _ in told]
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0.0, 1.0)
    assert any("episodes.csv" in doing for _, doing in told)


def test_the_manifest_tells_each_load(home: DataHome) -> None:
    for _ in range(2):
        load([LIST], Said(as_of=None, la="Bury"), home, NOW, silent)
    lines = home.manifest.read_text().splitlines()
    assert len(lines) == 2
    assert len(manifest.accepted(home)) == 1
    assert manifest.accepted(home)[0].la == "Bury"


def test_keys_are_made_once_and_for_their_owner_only(home: DataHome, tmp_path: Path) -> None:
    other = DataHome(tmp_path / "other")
    assert secrets_of(home) == secrets_of(home)
    assert pepper(home) == pepper(home)
    assert secrets_of(home) != secrets_of(other)
    assert pepper(home) != pepper(other)
    modes = {stat.S_IMODE(path.stat().st_mode) for path in home.keys.glob("*.key")}
    assert modes == {0o600}
    assert not is_demo(home)


def test_the_demonstration_has_published_keys(home: DataHome, tmp_path: Path) -> None:
    other = DataHome(tmp_path / "other")
    for one in (home, other):
        publish_demo_keys(one)
    assert secrets_of(home) == secrets_of(other)
    assert pepper(home) == pepper(other)
    assert is_demo(home)
    load([LIST], Said(), home, NOW, silent)
    assert status(home)["is_demo"] is True
