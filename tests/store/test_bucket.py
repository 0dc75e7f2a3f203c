"""Releases go to a bucket and from it to a host: whole or not at all, the list last, nothing restated."""

import stat
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from rcc_dash import cli
from rcc_dash.errors import UserError
from rcc_dash.settings import DataHome
from rcc_dash.store import bucket, releases
from tests.store.released_by_hand import published, served


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


def test_an_address_that_is_none_is_refused_without_its_words(
    host: DataHome, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RCC_DATA_DIR", str(host.root))
    assert cli.main(["releases", "--fetch", "nowhere://key:secret@bucket/folder"]) == 1
    assert "secret" not in capsys.readouterr().err


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
