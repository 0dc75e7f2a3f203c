"""Bad spreadsheets and zip files."""

import io
import struct
import zipfile
from collections.abc import Callable, Mapping
from itertools import pairwise
from pathlib import Path

import openpyxl

from tests.intake.hostile.case import HEAD, ROW, Case, loaded, raw, refused

NAMES = "http://schemas.openxmlformats.org"
KIND = f"{NAMES}/officeDocument/2006/relationships"
MAIN = f'xmlns="{NAMES}/spreadsheetml/2006/main" xmlns:r="{KIND}"'
LINKS = f'<Relationships xmlns="{NAMES}/package/2006/relationships">{{}}</Relationships>'
CELLS = "".join(f'<c t="inlineStr"><is><t>{cell}</t></is></c>' for cell in HEAD.split(","))
WORKED = "".join(f'<c t="str"><f>"{cell}"</f><v>{cell}</v></c>' for cell in ROW.split(","))
ENTITY = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
LISTED = '<sheet name="S" sheetId="1" r:id="r1"/>'
OLD_EXCEL = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
Make = Callable[[Path], object]


def good() -> bytes:
    """Write a workbook of one home, without fault."""
    book = openpyxl.Workbook()
    for line in (HEAD, ROW):
        book.worksheets[0].append(line.split(","))
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def zipped(parts: Mapping[str, bytes | str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def with_parts(more: Mapping[str, bytes | str]) -> Make:
    """Write the good workbook with more parts in its zip."""

    def write(path: Path) -> None:
        book = zipfile.ZipFile(io.BytesIO(good()))
        path.write_bytes(zipped({name: book.read(name) for name in book.namelist()} | dict(more)))

    return write


def bomb(name: str, megabytes: int) -> Make:
    """Write the good workbook with a part of zeros, of which the zip holds next to nothing."""

    def write(path: Path) -> None:
        with_parts({name: bytes(megabytes * 2**20)})(path)

    return write


def of_sheet(xml: str, more: Mapping[str, bytes | str] | None = None) -> Make:
    """Write the least workbook there is, with this as its one sheet."""
    relation = '<Relationship Id="r{}" Type="' + KIND + '/{}" Target="{}"/>'
    book = relation.format(1, "worksheet", "worksheets/s.xml") + relation.format(
        2, "sharedStrings", "strings.xml"
    )
    parts = {
        "_rels/.rels": LINKS.format(relation.format(1, "officeDocument", "xl/workbook.xml")),
        "xl/_rels/workbook.xml.rels": LINKS.format(book),
        "xl/workbook.xml": f"<workbook {MAIN}><sheets>{LISTED}</sheets></workbook>",
        "xl/worksheets/s.xml": xml,
        "xl/strings.xml": f"<sst {MAIN}/>",
    }
    return raw(zipped(parts | dict(more or {})))


def rows(*inner: str, head: str = "") -> str:
    return f"{head}<worksheet {MAIN}><sheetData>{''.join(inner)}</sheetData></worksheet>"


def merged(path: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(good()))
    book.worksheets[0].merge_cells("A1:D1")
    book.save(path)


def formulas(path: Path) -> None:
    """Write formulas as a program does that works nothing out: without a result in the cell."""
    book = openpyxl.load_workbook(io.BytesIO(good()))
    book.worksheets[0]["E2"] = "=2+2"
    book.worksheets[0]["C2"] = '=HYPERLINK("http://example.org","Bolton")'
    book.save(path)


def hidden(path: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(good()))
    book.worksheets[0].sheet_state = "hidden"
    book.create_sheet("Seen").append(["Nothing here"])
    book.save(path)


def lying(path: Path) -> None:
    """Say in the zip's list that a part of 64 MB has 10 bytes."""
    content = bytearray(zipped({"content.xml": bytes(64 * 2**20)}))
    at = content.rindex(b"PK\x01\x02")
    content[at + 24 : at + 28] = struct.pack("<I", 10)
    path.write_bytes(bytes(content))


def damaged(path: Path) -> None:
    content = bytearray(good())
    at = content.index(b"xl/worksheets/sheet1.xml") + 60
    content[at : at + 60] = bytes(60)
    path.write_bytes(bytes(content))


def flagged_as_locked(path: Path) -> None:
    content = bytearray(zipped({"xl/workbook.xml": "x"}))
    content[content.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(bytes(content))


FAR = '<row r="1"><c r="A1"><v>1</v></c></row><row r="9"><c r="XFD1048576"><v>2</v></c></row>'
LOCKED_ODS = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"
LAUGHS = "".join(f'<!ENTITY {b} "&{a};&{a};&{a};&{a};&{a};&{a};">' for a, b in pairwise("abcdefghi"))
LAUGHING = f'<!DOCTYPE s [<!ENTITY a "ha">{LAUGHS}]><sst {MAIN}><si><t>&i;</t></si></sst>'
ASKS_OUTSIDE = rows("<row><c t='inlineStr'><is><t>&e;</t></is></c></row>", head=ENTITY)
ASKS_TO_LAUGH = rows(f"<row>{CELLS}</row>", '<row><c t="s"><v>0</v></c></row>')
RESULTS = rows(f"<row>{CELLS}</row>", f"<row>{WORKED}</row>")
NESTED = zipped({"a.zip": zipped({"b.zip": zipped({"c": b"c"})})})
CLIMBING = {"../../../evil.txt": "evil", "/evil.txt": "evil"}

CASES: tuple[Case, ...] = (
    refused("cut_off.xlsx", raw(good()[:-500]), "cut off or damaged"),
    refused("damaged.xlsx", damaged, "cannot be read as a spreadsheet"),
    refused("bomb.xlsx", bomb("xl/workbook.xml", 64), "too large when opened"),
    refused("bomb_beside.xlsx", bomb("xl/media/x.bin", 450), "too large when opened"),
    refused("lying_bomb.ods", lying, "cannot be read"),
    refused("parts.xlsx", with_parts({f"p{n}": b"" for n in range(600)}), "parts"),
    refused("zips_in_zips.xlsx", raw(NESTED), "not a spreadsheet"),
    refused("a_document.xlsx", raw(zipped({"word/document.xml": "<a/>"})), "not a spreadsheet"),
    refused("far_apart.xlsx", of_sheet(rows(FAR)), "too large when opened"),
    refused("locked.xlsx", raw(OLD_EXCEL + bytes(600) + "EncryptedPackage".encode("utf-16-le")), "is locked"),
    refused("locked_zip.xlsx", flagged_as_locked, "is locked"),
    refused("locked.ods", raw(zipped({"content.xml": "", "META-INF/manifest.xml": LOCKED_ODS})), "is locked"),
    refused("old_noise.xls", raw(OLD_EXCEL + bytes(3000)), "cannot be read as a spreadsheet"),
    refused("no_sheet.xlsx", raw(zipped({"xl/workbook.xml": "<workbook/>"})), "cannot be read"),
    refused("blank.xlsx", raw(saved(openpyxl.Workbook())), "holds nothing that can be loaded"),
    refused("merged_31_march_2024.xlsx", merged, "not a file that is known"),
    refused("wide.xlsx", of_sheet(rows(f"<row>{'<c><v>1</v></c>' * 3000}</row>")), "3,000 columns"),
    refused("outside_entity.xlsx", of_sheet(ASKS_OUTSIDE), "cannot be read"),
    refused("billion_laughs.xlsx", of_sheet(ASKS_TO_LAUGH, {"xl/strings.xml": LAUGHING}), "cannot be read"),
    loaded("macros_31_march_2014.xlsm", with_parts({"xl/vbaProject.bin": b"Sub Auto_Open()"}), (1, 1, 0, 0)),
    loaded("climbing_31_march_2013.xlsx", with_parts(CLIMBING), (1, 1, 0, 0)),
    loaded("hidden_31_march_2012.xlsx", hidden, (1, 1, 0, 0)),
    refused("formulas.xlsx", formulas, "holds formulas without results"),
    loaded("worked_31_march_2011.xlsx", of_sheet(RESULTS), (1, 1, 0, 0)),
)  # fmt: skip
