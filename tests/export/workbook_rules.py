"""What every workbook that we write must be: all of it seen, none of it run, nobody named."""

import re
import zipfile
from io import BytesIO

PARTS = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|docProps/(app|core)\.xml|xl/workbook\.xml|xl/_rels/workbook\.xml\.rels"
    r"|xl/styles\.xml|xl/sharedStrings\.xml|xl/theme/theme1\.xml|xl/worksheets/sheet\d+\.xml"
)
"""No comments, links to other files, pivot caches, macros, pictures or settings of a printer."""

NEVER = {
    "a formula": r"<f[ >/]",
    "a link": r"<hyperlink",
    "something hidden": r'\b(hidden|veryHidden|zeroHeight|collapsed)="?(1|true|hidden|veryHidden)?"?|state="',
    "a filter that hides rows": r"<autoFilter|filterMode",
    "a name of cells": r"<definedName",
    "grouped rows or columns": r"outlineLevel(Row|Col)?=",
    "protection, which hides": r"<sheetProtection|<workbookProtection",
}


def faults(workbook: bytes) -> list[str]:
    """Name all that is wrong with a workbook; none where it is as it must be."""
    with zipfile.ZipFile(BytesIO(workbook)) as parts:
        text = {name: parts.read(name).decode() for name in parts.namelist()}
    found = [f"the part {name}" for name in text if not PARTS.fullmatch(name)]
    looked_at = {name: xml for name, xml in text.items() if "sheet" in name or "workbook" in name}
    for name, xml in looked_at.items():
        plain = re.sub(r"<pane[^>]*>", "", xml)  # a frozen heading is a pane whose state is "frozen"
        found += [f"{what} in {name}" for what, pattern in NEVER.items() if re.search(pattern, plain)]
    return found + _who(text["docProps/core.xml"], text["docProps/app.xml"])


def _who(core: str, app: str) -> list[str]:
    said = re.findall(r"<(dc:creator|cp:lastModifiedBy|dc:description|dc:subject|cp:keywords)>([^<]+)<", core)
    said += re.findall(r"<(Company|Manager|HyperlinkBase)>([^<]+)<", app)
    dates = set(re.findall(r">(\d{4}-\d\d-\d\dT[\d:]+Z)<", core))
    return [f"{name} {value}" for name, value in said] + sorted(dates - {"2025-01-01T00:00:00Z"})
