"""Releases go to a bucket and from it to a host: whole or not at all, the list last, nothing restated."""

import hashlib
import stat
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from rcc_dash import cli
from rcc_dash.errors import UserError
from rcc_dash.settings import DataHome
from rcc_dash.store import bucket, files, releases
from rcc_dash.store.releases import Release


def published(home: DataHome, name: str, what: str, *, is_demo: bool = True) -> None:
    """Let a file stand for a release."""
    made = files.unfinished(releases.release_file(home, name))
    made.write_text(what)
    hashed = hashlib.sha256(what.encode()).hexdigest()
    releases.add(
        home, made, Release(name, "2026-11-22T10:00:00", is_demo=is_demo, sha256=hashed, contents="")
    )


@pytest.fixture
def ours(tmp_path: Path) -> DataHome:
    home = DataHome(tmp_path / "ours")
    published(home, "2026-10", "October")
    return home


@pytest.fixture
def host(tmp_path: Path) -> DataHome:
    return DataHome(tmp_path / "host")


@pytest.fixture
def place(tmp_path: Path) -> str:
    return (tmp_path / "bucket").as_uri()


def served(home: DataHome) -> tuple[str, str]:
    serves = releases.listed(home).serves
    return serves, releases.release_file(home, serves).read_text()


def test_what_is_published_here_serves_there_and_comes_once(
    ours: DataHome, host: DataHome, place: str
) -> None:
    assert bucket.send(ours, place) == bucket.fetch(host, place) == ("2026-10",)
    assert served(host) == ("2026-10", "October")
    assert stat.S_IMODE(releases.release_file(host, "2026-10").stat().st_mode) == 0o444
    published(ours, "2026-11", "November")
    assert bucket.send(ours, place) == bucket.fetch(host, place) == ("2026-11",)
    assert bucket.send(ours, place) == bucket.fetch(host, place) == ()
    releases.serve(ours, "2026-10")
    bucket.send(ours, place)
    bucket.fetch(host, place)
    assert served(host) == ("2026-10", "October")


def test_a_release_that_is_kept_no_longer_goes_from_the_bucket_and_the_host(
    ours: DataHome, host: DataHome, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(releases, "KEPT_RELEASES", 1)
    bucket.send(ours, place)
    bucket.fetch(host, place)
    published(ours, "2026-11", "November")
    bucket.send(ours, place)
    bucket.fetch(host, place)
    for folder in (host.releases, host.root.parent / "bucket"):
        assert [path.name for path in folder.glob("*.duckdb")] == ["release-2026-11.duckdb"]


def test_what_does_not_arrive_as_it_was_sent_leaves_the_release_that_serves(
    ours: DataHome, host: DataHome, place: str, tmp_path: Path
) -> None:
    bucket.send(ours, place)
    bucket.fetch(host, place)
    published(ours, "2026-11", "November")
    bucket.send(ours, place)
    (tmp_path / "bucket" / "release-2026-11.duckdb").write_text("Novembre")
    with pytest.raises(UserError, match="did not arrive"):
        bucket.fetch(host, place)
    (tmp_path / "bucket" / "release-2026-11.duckdb").unlink()
    with pytest.raises(UserError, match="does not answer"):
        bucket.fetch(host, place)
    assert served(host) == ("2026-10", "October")
    assert not list(host.releases.glob(".making-*"))


@pytest.mark.parametrize("text", ["{", '{"serves": "x", "releases": [{"name": "../../x"}]}', "[]"])
def test_a_list_that_is_none_or_names_another_folder_is_refused(
    host: DataHome, place: str, tmp_path: Path, text: str
) -> None:
    (tmp_path / "bucket").mkdir()
    full = text.replace("}]", ', "made_on": "", "is_demo": true, "sha256": "", "contents": ""}]')
    (tmp_path / "bucket" / "current.json").write_text(full)
    with pytest.raises(UserError, match="list of releases"):
        bucket.fetch(host, place)


def test_a_release_is_never_restated_nor_fetched_over_ones_own(
    ours: DataHome, tmp_path: Path, place: str
) -> None:
    other = DataHome(tmp_path / "other")
    published(other, "2026-10", "Another October")
    bucket.send(ours, place)
    with pytest.raises(UserError, match="never restated"):
        bucket.send(other, place)
    ours.release_state.mkdir()
    with pytest.raises(UserError, match="publishes releases itself"):
        bucket.fetch(ours, place)


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


def test_an_address_that_is_none_is_refused_without_its_words(
    host: DataHome, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RCC_DATA_DIR", str(host.root))
    assert cli.main(["releases", "--fetch", "nowhere://key:secret@bucket/folder"]) == 1
    assert "secret" not in capsys.readouterr().err


@pytest.mark.parametrize("seconds", ["-1", "0", "nan", "inf", "often"])
def test_nobody_looks_into_a_bucket_without_a_pause(
    seconds: str, place: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        cli.main(["releases", "--fetch", place, "--every", seconds])
    assert "--every: write seconds from 1 to 86,400" in capsys.readouterr().err


class Bucket(BaseHTTPRequestHandler):
    """As much of S3 as fetching asks for: an object's size and parts of it."""

    held: dict[str, bytes]
    protocol_version = "HTTP/1.1"

    def do_HEAD(self) -> None:
        self.answered(self.held.get(self.key), body=False)

    def do_GET(self) -> None:
        found = self.held.get(self.key)
        asked = self.headers.get("Range", "")
        if found is not None and asked:
            first, _, last = asked.removeprefix("bytes=").partition("-")
            found = found[int(first) : int(last) + 1]
        self.answered(found, status=206 if asked else 200)

    @property
    def key(self) -> str:
        return self.path.partition("?")[0]

    def answered(self, found: bytes | None, *, status: int = 200, body: bool = True) -> None:
        self.send_response(404 if found is None else status)
        self.send_header("Content-Length", str(len(found or b"")))
        self.send_header("ETag", '"1"')
        self.end_headers()
        if body and found:
            self.wfile.write(found)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def s3(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Bucket)
    Thread(target=server.serve_forever, daemon=True).start()
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "none")
    at = f"http://127.0.0.1:{server.server_address[1]}"
    yield f"s3://bucket/releases?endpoint_override={at}&region=eu-west-2"
    server.shutdown()
    server.server_close()


def test_a_host_fetches_by_the_protocol_of_s3(s3: str, ours: DataHome, host: DataHome) -> None:
    Bucket.held = {f"/bucket/releases/{path.name}": path.read_bytes() for path in ours.releases.iterdir()}
    assert bucket.fetch(host, s3) == ("2026-10",)
    assert bucket.fetch(host, s3) == ()
    assert served(host) == ("2026-10", "October")
