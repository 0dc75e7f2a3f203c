"""Small files made by hand."""

import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

Rows = Sequence[Sequence[str]]
WriteOds = Callable[[str, Mapping[str, Rows]], Path]
WriteText = Callable[..., Path]

_NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"'
    for short in ("office", "table", "text")
)
_KIND = "application/vnd.oasis.opendocument.spreadsheet"
_MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_KIND}"/>{{more}}</manifest:manifest>'
)


def _cell(text: str) -> str:
    if text.startswith("="):
        return f'<table:table-cell office:value-type="float" office:value="{text[1:]}"/>'
    if text.startswith("@"):
        return f'<table:table-cell office:value-type="date" office:date-value="{text[1:]}"/>'
    if not text:
        return "<table:table-cell/>"
    return f'<table:table-cell office:value-type="string"><text:p>{escape(text)}</text:p></table:table-cell>'


def _table(name: str, rows: Rows) -> str:
    body = "".join(f"<table:table-row>{''.join(map(_cell, row))}</table:table-row>" for row in rows)
    return f'<table:table table:name="{name}">{body}</table:table>'


@pytest.fixture
def write_ods(tmp_path: Path) -> WriteOds:
    """Write an ODS; a cell "=5" is the number 5, "@2025-03-31" a date, all others are text."""

    def write(name: str, sheets: Mapping[str, Rows], more: str = "") -> Path:
        tables = "".join(_table(sheet, rows) for sheet, rows in sheets.items())
        spreadsheet = f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
        content = f"<office:document-content {_NAMES}>{spreadsheet}</office:document-content>"
        with zipfile.ZipFile(tmp_path / name, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("mimetype", _KIND)
            archive.writestr("META-INF/manifest.xml", _MANIFEST.format(more=more))
            archive.writestr("content.xml", content)
        return tmp_path / name

    return write


@pytest.fixture
def write_text(tmp_path: Path) -> WriteText:
    """Write a text file in an encoding."""

    def write(name: str, text: str, encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        path.write_bytes(text.encode(encoding))
        return path

    return write
