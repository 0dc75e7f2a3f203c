"""A bucket that lost a file, a wrong folder, a full disk: no host loses the release that serves."""

from pathlib import Path

import pytest

from rcc_dash import cli
from rcc_dash.errors import UserError
from rcc_dash.settings import DataHome
from rcc_dash.store import bucket, files, releases
from tests.store.released_by_hand import published, served


def test_what_got_lost_or_was_cut_short_in_the_bucket_is_sent_again(
    ours: DataHome, place: str, tmp_path: Path
) -> None:
    bucket.send(ours, place)
    held = tmp_path / "bucket" / "release-2026-10.duckdb"
    held.unlink()
    assert bucket.send(ours, place) == ("2026-10",)
    held.write_text("Oct")
    assert bucket.send(ours, place) == ("2026-10",)
    assert held.read_text() == "October"


def test_a_release_published_while_others_are_sent_is_not_named_before_it_is_there(
    ours: DataHome, host: DataHome, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = releases.listed

    def read_and_publish(home: DataHome) -> releases.Listed:
        found = read(home)
        monkeypatch.setattr(releases, "listed", read)
        published(home, "2026-11", "November")
        return found

    monkeypatch.setattr(releases, "listed", read_and_publish)
    assert bucket.send(ours, place) == bucket.fetch(host, place) == ("2026-10",)
    assert bucket.send(ours, place) == bucket.fetch(host, place) == ("2026-11",)


def test_an_empty_folder_and_synthetic_releases_take_nothing_from_the_hosts(
    ours: DataHome, host: DataHome, place: str, tmp_path: Path
) -> None:
    real = DataHome(tmp_path / "real")
    published(real, "2026-09", "September", is_demo=False)
    bucket.send(real, place)
    for home, why in ((DataHome(tmp_path / "empty"), "empty list"), (ours, "synthetic")):
        with pytest.raises(UserError, match=why):
            bucket.send(home, place)
    assert bucket.fetch(host, place) == ("2026-09",)


def test_a_full_disk_is_said_and_what_was_served_is_served_still(
    ours: DataHome, host: DataHome, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    bucket.send(ours, place)
    bucket.fetch(host, place)
    published(ours, "2026-11", "November")
    bucket.send(ours, place)

    def full(_text: str, _path: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files, "put_text", full)
    with pytest.raises(UserError, match="the disk here is full"):
        bucket.fetch(host, place)
    assert served(host) == ("2026-10", "October")


@pytest.mark.parametrize("seconds", ["-1", "0", "nan", "inf", "often"])
def test_nobody_looks_into_a_bucket_without_a_pause(
    seconds: str, place: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        cli.main(["releases", "--fetch", place, "--every", seconds])
    assert "--every: write seconds from 1 to 86,400" in capsys.readouterr().err
