"""No XML file can swell, reach out, nest or run on without end: each is refused in words."""

import resource
import subprocess
import sys
from pathlib import Path

import pytest

from rcc_dash.errors import UserError
from rcc_dash.ingest import xml_stream
from rcc_dash.ingest.read import read_workbook
from rcc_dash.ingest.xml_stream import stream


def written(folder: Path, text: str) -> Path:
    path = folder / "return.xml"
    path.write_text(text, encoding="utf-8")
    return path


def test_elements_come_in_order_with_their_lines_and_own_text(tmp_path: Path) -> None:
    path = written(tmp_path, "<x:a xmlns:x='u'>\n<B> one &amp; two </B>\n</x:a>")
    assert [tuple(event) for event in stream(path)] == [
        ("A", 1, "", False), ("B", 2, "", False), ("B", 2, "one & two", True), ("A", 3, "", True),
    ]  # fmt: skip


BOMB = "<!DOCTYPE l [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;'>]>"
OUTSIDE = "<!DOCTYPE l [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (f"<?xml version='1.0'?>{BOMB}<EXPSSDA903><CHILD>&c;</CHILD></EXPSSDA903>", "document type"),
        (f"<?xml version='1.0'?>{OUTSIDE}<EXPSSDA903><CHILD>&x;</CHILD></EXPSSDA903>", "document type"),
        ("<?xml version='1.0'?><!DOCTYPE l SYSTEM 'http://localhost/l.dtd'><EXPSSDA903/>", "document type"),
        ("<EXPSSDA903><CHILD>", "breaks off"),
        ("<EXPSSDA903><CHILD></EXPSSDA903>", "breaks off"),
        ("<EXPSSDA903>&nothing;</EXPSSDA903>", "breaks off"),
        ("<?xml version='1.0'?><Workbook/>", "first element is another"),
        ("<EXPSSDA903/>", "without a record"),
        ("<EXPSSDA903>" + "<A>" * 9, "deeper"),
        ("<EXPSSDA903><CHILD><A>" + "x" * 2000, "more text"),
        ("<EXPSSDA903><CHILD a='" + "x" * 3_000_000, "no end"),
        ("<EXPSSDA903><!--" + "x" * 3_000_000, "no end"),
    ],
)
def test_what_is_no_return_is_refused_in_words(tmp_path: Path, text: str, why: str) -> None:
    with pytest.raises(UserError) as refused:
        read_workbook(written(tmp_path, text))
    assert why in refused.value.what


def test_records_without_end_stay_within_memory(tmp_path: Path) -> None:
    """Small records without end are refused for their number, in a process that may use 1.5 GB."""
    path = tmp_path / "huge.xml"
    record = b"<CHILD><HEADER><CHILDID>1</CHILDID></HEADER><EPISODE><DECOM>1</DECOM></EPISODE></CHILD>\n"
    path.write_bytes(b"<EXPSSDA903>" + record * 105_000)
    limit = 3 * 2**29
    code = (
        "from pathlib import Path; from rcc_dash.ingest.read import read_workbook\n"
        f"try: read_workbook(Path({str(path)!r}))\nexcept Exception as e: print(e)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (limit, limit)),
        capture_output=True, text=True, check=True, timeout=120,
    )  # fmt: skip
    assert "more than 200,000 records" in done.stdout


def test_elements_without_end_are_refused_for_their_number(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(xml_stream, "_MOST_ELEMENTS", 100)
    with pytest.raises(UserError) as refused:
        read_workbook(written(tmp_path, "<EXPSSDA903><CHILD>" + "<A>1</A>" * 100))
    assert "elements" in refused.value.what
