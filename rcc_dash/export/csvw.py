"""How is a table written for programs of any kind: a plain CSV, and beside it W3C metadata (CSVW)?"""

import json
from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from rcc_dash.export.citation import Citation, header_lines
from rcc_dash.export.columns import Written
from rcc_dash.export.csv_text import BOM, csv_lines


def csvw_zip(columns: Sequence[Written], citation: Citation, csv_name: str) -> bytes:
    """Put both files into a zip: the CSV begins with its headings, and its numbers have no commas or units.

    Marks stand in the CSV as text; the metadata list them as nulls, so that a reader of CSVW has numbers.
    """
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as zipped:
        for name, text in (
            (csv_name, _plain_csv(columns)),
            (f"{csv_name}-metadata.json", metadata(columns, citation, csv_name)),
        ):
            zipped.writestr(_entry(name, citation.made_on), text)
    return out.getvalue()


def metadata(columns: Sequence[Written], citation: Citation, csv_name: str) -> str:
    """Describe the CSV and its columns as CSVW metadata in JSON."""
    told = dict(header_lines(citation))
    return json.dumps(
        {
            "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
            "url": csv_name,
            "dc:title": citation.title,
            "dc:description": "\n".join(f"{label}: {text}" for label, text in told.items()),
            "dc:source": list(citation.sources),
            "dc:created": citation.made_on.isoformat(timespec="seconds"),
            "dc:rights": citation.treated,
            "dialect": {"encoding": "utf-8", "header": True, "delimiter": ","},
            "tableSchema": {"columns": [_described(column) for column in columns]},
        },
        ensure_ascii=False,
        indent=1,
    )


def _described(column: Written) -> dict[str, object]:
    about: dict[str, object] = {
        "name": column.name,
        "titles": column.heading,
        "dc:description": column.meaning,
    }
    if column.numbers is None:
        return {**about, "datatype": "string"}
    marks = sorted({cell for cell, n in zip(column.cells, column.numbers, strict=True) if n is None})
    return {
        **about,
        "datatype": "decimal" if column.decimals else "integer",
        "null": ["", *filter(None, marks)],
    }


def _plain_csv(columns: Sequence[Written]) -> str:
    cells = [_plain(column) for column in columns]
    rows = zip(*cells, strict=True) if cells else ()
    return csv_lines(([column.heading for column in columns], *rows)).removeprefix(BOM)


def _plain(column: Written) -> list[str]:
    if column.numbers is None:
        return list(column.cells)
    return [
        cell if number is None else f"{number:.{column.decimals}f}"
        for cell, number in zip(column.cells, column.numbers, strict=True)
    ]


def _entry(name: str, made_on: datetime) -> ZipInfo:
    """Date the file by the citation, so that the same answer is the same zip."""
    entry = ZipInfo(name, made_on.timetuple()[:6])
    entry.compress_type = ZIP_DEFLATED
    return entry
