"""Bad text files, and files of other kinds under the name of one."""

import gzip
import random
from itertools import pairwise
from pathlib import Path

from tests.intake.hostile.case import HEAD, ROW, Case, loaded, raw, refused, text

VACANCIES = "URN,As-of date,Registered places,Occupied places"
EPISODES = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN"
STRANGE = ",".join(f"A heading of no list that is long: {n}" for n in range(900))
MILLION = 1_000_000
MANY = 100_000
"""Enough to be judged by a few rows of it (`hopeless`); a million only take longer to read."""

NOISE = random.Random(1).randbytes(20_000)  # noqa: S311 - noise, not a secret


def homes(number: int) -> list[str]:
    return [ROW.replace("SC000001", f"SC00000{n}") for n in range(number)]


def junk(path: Path) -> None:
    with path.open("w", encoding="ascii") as file:
        file.write("colour,shape,size\n")
        file.writelines(f"red{n},round,{n}\n" for n in range(MILLION))


def junk_under_headings(path: Path) -> None:
    with path.open("w", encoding="ascii") as file:
        file.write(f"{HEAD}\n")
        file.writelines(f"x{n},y{n},z{n},q,p,r\n" for n in range(MANY))


def many_blank_lines(path: Path) -> None:
    path.write_bytes(b"\n" * (2**20 + 5))


OTHER_KINDS = (
    refused("of_nothing.csv", raw(b""), "is empty"),
    refused("blank_lines.csv", text("", ",,", " ", '""'), "is empty"),
    refused("a_pdf.csv", raw(b"%PDF-1.7\n%\xe2\xe3\n" + NOISE), "is a PDF"),
    refused("a_picture.csv", raw(b"\x89PNG\r\n\x1a\n" + NOISE), "is a picture"),
    refused("a_photo.xlsx", raw(b"\xff\xd8\xff\xe0" + NOISE), "is a picture"),
    refused("a_web_page.xls", text("<html><table><tr><td>URN</td></tr></table></html>"), "is a web page"),
    refused("a_letter.csv", raw(b"{\\rtf1 Dear colleague}"), "is a text document"),
    refused("packed.csv", raw(gzip.compress(f"{HEAD}\n{ROW}\n".encode())), "is a compressed archive"),
    refused("packed_7z.csv", raw(b"7z\xbc\xaf\x27\x1c" + NOISE), "is a compressed archive"),
    refused("parquet.csv", raw(b"PAR1" + NOISE), "is a Parquet file"),
    refused("a_program.csv", raw(b"\x7fELF\x02\x01\x01" + bytes(9) + NOISE), "cannot be read as text"),
    refused("noise.csv", raw(NOISE), "cannot be read as text"),
    refused("a_poem.csv", text("Shall I compare thee", "to a summer's day?"), "holds nothing"),
    refused("other.xml", text("<?xml version='1.0'?><rss><item>1</item></rss>"), "is an XML file"),
    refused(
        "outside_entity.xml",
        text('<?xml version="1.0"?><!DOCTYPE E [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
             "<EXPSSDA903><CHILD><HEADER><CHILDID>&x;</CHILDID></HEADER></CHILD></EXPSSDA903>"),
        "document type",
    ),
    refused(
        "billion_laughs.xml",
        text('<?xml version="1.0"?><!DOCTYPE E [<!ENTITY a "ha">',
             *(f'<!ENTITY {b} "&{a};&{a};&{a};">' for a, b in pairwise("abcdefghij")),
             "]><EXPSSDA903><CHILD>&j;</CHILD></EXPSSDA903>"),
        "document type",
    ),
    refused("other.json", text('{"colour": "red", "shapes": [1, 2, 3]}'), "holds nothing"),
    refused("deep.json", raw(b"[" * 200_000), "too large for a table"),
)  # fmt: skip

LETTERS = (
    refused("nul_in_a_cell.csv", raw(f"{HEAD}\n{ROW}\x00\n".encode()), "cannot be read as text"),
    loaded("without_mark_31_march_2001.csv", text(HEAD, ROW, encoding="utf-16-le"), (1, 1, 0, 0)),
    loaded("big_end_31_march_2000.csv", text(HEAD, ROW, encoding="utf-16-be"), (1, 1, 0, 0)),
    refused("undefined_letter.csv", raw(f"{HEAD}\n".encode() + b"\x81,\x8d\n"), "cannot be read as text"),
    refused("two_encodings.csv", raw(f"{HEAD}\n".encode() + ROW.encode("utf-16")), "cannot be read as text"),
    refused("escape_codes.csv", text(HEAD, f"{ROW}\x1b[31m"), "cannot be read as text"),
    loaded("utf16_31_march_2024.csv", text(HEAD, ROW, encoding="utf-16"), (1, 1, 0, 0)),
    loaded("utf32_31_march_2023.csv", text(HEAD, ROW, encoding="utf-32"), (1, 1, 0, 0)),
    loaded("mark_31_march_2022.csv", text(HEAD, ROW, encoding="utf-8-sig"), (1, 1, 0, 0)),
    loaded(
        "windows_31_march_2021.csv", text(HEAD, f"{ROW} \u2013 caf\u00e9", encoding="cp1252"), (1, 1, 0, 0)
    ),
)

SHAPES = (
    refused("never_closed.csv", text(HEAD, f'"{ROW}'), "has a broken row"),
    refused("headings_only_31_march_2024.csv", text(HEAD), "no rows below them"),
    refused("no_headings_31_march_2024.csv", text("", ROW), "holds nothing that can be loaded"),
    refused(
        "two_for_one_31_march_2024.csv", text(f"{HEAD},Capacity", f"{ROW},5"), "two columns for one thing"
    ),
    refused("wrong_headings.csv", text("URN,Kind,Where,Who,Beds", ROW), "not a file that is known"),
    refused(
        "a_column_short.csv",
        text("URN,Provision type,Places", "SC1,Home,4"),
        "lacks a column for 'Local authority'",
    ),
    refused("undated.csv", text(HEAD, ROW), "does not say of which date"),
    refused("huge_cell.csv", text(HEAD, "x" * 200_000), "too large for a table"),
    refused("thousands_of_columns.csv", text(",".join(f"c{n}" for n in range(5000))), "5,000 columns"),
    refused("endless_line.csv", raw(b"a," * 2**20), "too large for a table"),
    refused("million_blank_lines.csv", many_blank_lines, "too large for a table"),
    refused("million_of_junk.csv", junk, "holds nothing that can be loaded"),
    refused("junk_under_headings_31_march_2024.csv", junk_under_headings, "No row of"),
    refused("no_urn_at_all_31_march_2024.csv", text(HEAD, *[ROW.replace("SC000001", "")] * 3), "No row of"),
    refused("unreadable_days.csv", text(VACANCIES, "SC000001,some day,4,2"), "Of which day"),
    loaded("semicolons_31_march_2020.csv", text(HEAD.replace(",", ";"), ROW.replace(",", ";")), (1, 1, 0, 0)),
    loaded("stray_commas_31_march_2019.csv", text(HEAD + "," * 16_000, ROW + "," * 16_000), (1, 1, 0, 0)),
    loaded("wide_31_march_2010.csv", text(f"{HEAD},{STRANGE}", ROW), (1, 1, 0, 0)),
    loaded("banner_31_march_2018.csv", text("Title, of a list", "", HEAD, ROW), (1, 1, 0, 0)),
)

ODD_NUMBERS = ("1e308", "inf", "-4", "NaN", "9999999999", "4.5", "#REF!", "0x10", "4")
ODD_DAYS = ("31/03/2025", "2025-03-31", "31-Mar-25", "45747", "99/99/9999", "31/02/2025", "0001-01-01")
ODD_COUNTS = ("1e300,2", "4,99999999999", "4,2")
COMMAND = "cmd|' /C calc'!A0"

CELLS = (
    loaded(
        "formulas_31_march_2017.csv",
        text(
            f"{HEAD},Name",
            *(f'{row},"{start}{COMMAND}"' for start, row in zip("=+-@\t", homes(5), strict=True)),
        ),
        (5, 5, 0, 0),
    ),
    loaded(
        "script_31_march_2016.csv",
        text(f"{HEAD},Name", f"{ROW},<script>alert(1)</script>"),
        (1, 1, 0, 0),
    ),
    loaded(
        "odd_numbers_31_march_2015.csv",
        text(HEAD, *(row.replace(",4,", f",{n},") for n, row in zip(ODD_NUMBERS, homes(9), strict=True))),
        (9, 1, 8, 0),
        "no whole number",
    ),
    loaded(
        "mixed_days.csv",
        text(VACANCIES, *(f"SC00000{n},{day},4,2" for n, day in enumerate(ODD_DAYS))),
        (7, 4, 0, 3),
        "does not say of which day",
    ),
    loaded(
        "odd_counts.csv",
        text(VACANCIES, *(f"SC00001{n},31/03/2024,{count}" for n, count in enumerate(ODD_COUNTS))),
        (3, 1, 0, 2),
        "blank or no number",
    ),
    refused(
        "names.csv", text(f"{EPISODES},Child's name,Home address", "T-1"), "people's names and addresses"
    ),
    refused(
        "nhs_numbers.csv", text(f"{VACANCIES},NHS number", "SC000001,31/03/2025,4,2,1"), "people's numbers"
    ),
)

CASES: tuple[Case, ...] = (*OTHER_KINDS, *LETTERS, *SHAPES, *CELLS)
