"""One walk through every part of every page.

Each number in a table is known to be public, or protected; each row of it stands, cell by cell, in a file
that the page offers.
"""

import json
import re
from collections.abc import Iterator
from html import unescape

from streamlit.testing.v1 import AppTest

from rcc_dash.export.table_file import TableFile
from tests.disclosure.test_planted_tokens import on_page_of, walked
from tests.ui.conftest import browser as visitor
from tests.ui.conftest import demo as synthetic_region
from tests.ui.on_screen import Browser, html_of, must_be_whole

browser, demo = visitor, synthetic_region
PUBLIC = re.compile(
    r"^(Homes|Places|Ages|At most places|Rank.*|.*DfE.*|Statistical.*|.*\(miles\)|Mean straight miles.*"
    r"|Miles.*|Local authorities.*|LAs|Files|Rows.*|Loaded.*|Rejected|of them told again later|Beds.*"
    r"|Empty beds|Joins as number|For every.*|Places in such homes, all uses|.*, likely|Empty, at the most"
    r"|England.*|Points apart|Times written down)$"
)
"""Headings of numbers that count no children: published, of homes and files, rates and beds."""
OF_HOMES = re.compile(r"^(Children&#x27;s homes|Places in children&#x27;s homes) by ")
"""Captions of tables that count homes and places only, whatever their columns are called."""
PLACES = re.compile(
    r"^(Cannot be used|Closed for .*|Held empty for matching|Promised to a child|Empty and ready|All"
    r"|Bed-weeks empty.*|Places empty all through"
    r"|Of them returned as empty|Of these known to be empty)$"
)
"""Headings of places that homes returned: rounded, and not hidden."""
WORKED_OUT = re.compile(r"^(Children at one time.*|Children away for want of a place|Taking them now)$")
"""Headings of what a model makes of shown numbers."""
NUMBER = re.compile(r"-?[0-9][0-9,]*(\.[0-9]+)?")
COUNTED = re.compile(r"\b([0-9][0-9,]*) (?:child|children)\b")
CHARTS_NEVER = ("boxplot", "errorbar", "errorband", '"min"', '"max"', '"extent"')


def test_every_number_is_known_to_be_public_or_is_protected(demo: Browser) -> None:
    seen = 0
    told: list[str] = []
    for page, query in walked(exact=False):
        app = demo.open(page, query)
        must_be_whole(app)
        for caption, heading, number in numbers(app):
            seen += 1
            if not OF_HOMES.match(caption) and not may_be_shown(heading, number):
                told.append(f"{page} {query}: {caption}: {heading}: {number}")
        said = [int(found.replace(",", "")) for found in COUNTED.findall(demo.wire.decode("latin-1"))]
        told += [f"{page} {query}: {number} children" for number in said if number % 5 or 0 < number < 10]
        told += [f"{page} {query}: not in any file: {lacking}" for lacking in not_exported(app)]
        told += [
            f"{page} {query}: chart with {part}"
            for spec in charts(app)
            for part in CHARTS_NEVER
            if part in spec
        ]
    assert seen > 500
    assert told == []


def may_be_shown(heading: str, number: int) -> bool:
    if PUBLIC.match(heading) or WORKED_OUT.match(heading):
        return True
    return number % 5 == 0 and (number >= 10 or bool(PLACES.match(heading)))


def numbers(app: AppTest) -> Iterator[tuple[str, str, int]]:
    """Give every whole number in a table: its caption, the heading of its column, and the number."""
    for caption, heads, row in rows(app):
        for heading, cell in list(zip(heads, row, strict=True))[1:]:
            if re.fullmatch(r"[0-9][0-9,]*", cell):
                yield caption, heading, int(cell.replace(",", ""))


def rows(app: AppTest) -> Iterator[tuple[str, list[str], list[str]]]:
    pieces = " ".join(html_of(app))
    for caption, body in re.findall(r"<caption>(.*?)</caption>(.*?)</table>", pieces, re.DOTALL):
        heads = [unescape(head) for head in re.findall(r'<th scope="col"[^>]*>(.*?)</th>', body)]
        for row in re.findall(r'<tr class="[^"]*">(.*?)</tr>', body):
            cells = re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row)
            yield caption, heads, [re.sub("<[^>]+>", "", cell) for cell in cells]


def not_exported(app: AppTest) -> Iterator[str]:
    """Give every row of a table on the screen that stands in no file that the page offers, cell by cell."""
    files = [made() for made in on_page_of(app).tables.values()]
    held = [one for file in files for one in cells_of(file)]
    for caption, heads, row in (*rows(app), *rows_scrolled_through(app)):
        want = dict(zip(heads, map(plain, row), strict=True))
        if not any(want.items() <= one.items() for one in held):
            yield f"{caption}: {want}"


def rows_scrolled_through(app: AppTest) -> Iterator[tuple[str, list[str], list[str]]]:
    """Give every row of the tables that Streamlit draws; what it has no value for, it shows as too few."""
    for element in app.dataframe:
        frame = element.value.astype(object).where(element.value.notna(), element.proto.placeholder)
        for row in frame.itertuples(index=False):
            yield element.proto.id, [str(name) for name in frame.columns], [str(cell) for cell in row]


def cells_of(file: TableFile) -> Iterator[dict[str, str]]:
    """Give each row of a file by the headings of its columns, as every form of it is written."""
    columns = file.columns
    for number in range(len(file.frame)):
        yield {column.heading: plain(column.cells[number]) for column in columns}


def plain(cell: str) -> str:
    """Give a cell as it reads: 21,982 and 21982.0 are the same."""
    read = unescape(cell).strip()
    return read.replace(",", "").removesuffix(".0") if NUMBER.fullmatch(read) else read


def charts(app: AppTest) -> Iterator[str]:
    for chart in app.get("vega_lite_chart"):
        yield json.dumps(json.loads(chart.proto.spec))
