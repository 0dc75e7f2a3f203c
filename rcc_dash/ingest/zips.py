"""Is this zip file a spreadsheet, whole, and small enough to be opened?"""

import zipfile
import zlib
from pathlib import Path
from typing import Final

from rcc_dash.errors import UserError
from rcc_dash.settings import MAX_UNZIP_RATIO, MAX_UNZIPPED_BYTES

MAX_ENTRIES: Final = 500
"""A workbook of 200 sheets has about 220 parts (design/disclosure.md section 4)."""

_RATIO_MATTERS_BYTES: Final = 20 * 2**20
"""Below this an opened file harms nobody, and small sheets of one repeated word shrink a great deal."""

_MANIFEST: Final = "META-INF/manifest.xml"
_MANIFEST_BYTES: Final = 2**20
_HEARTS: Final = ("content.xml", "xl/workbook.xml", "xl/workbook.bin")
_SAVE_AGAIN: Final = "Download or save the file again and load the new copy."


def check_zip(path: Path) -> None:
    """Refuse what is cut off, is no spreadsheet, is locked or would swell, before anything is unpacked.

    Reads the zip's directory only. Raises UserError.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            locked = _is_locked(archive)
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError) as error:
        what = "It begins as a spreadsheet and breaks off, as after a download that did not finish."
        raise UserError(title=f"{path.name} is cut off or damaged", what=what, fix=_SAVE_AGAIN) from error
    _refuse_other_zips(path.name, entries)
    if locked:
        fix = "Take the password off and load it again."
        raise UserError(title=f"{path.name} is locked", what="A password protects it.", fix=fix)
    _refuse_bombs(path, entries)


def _refuse_other_zips(name: str, entries: list[zipfile.ZipInfo]) -> None:
    names = {entry.filename for entry in entries}
    if not names.intersection(_HEARTS):
        what = "It is a zip file with no spreadsheet's parts in it."
        raise UserError(
            title=f"{name} is not a spreadsheet", what=what, fix="Unpack it and load the files that it holds."
        )


def _is_locked(archive: zipfile.ZipFile) -> bool:
    """Tell whether a password protects it: ODS says so in its manifest, other zips on each part."""
    entries = archive.infolist()
    manifest = next((e for e in entries if e.filename == _MANIFEST and e.file_size < _MANIFEST_BYTES), None)
    said = archive.read(manifest) if manifest and not manifest.flag_bits & 1 else b""
    return b"encryption-data" in said or any(entry.flag_bits & 1 for entry in entries)


def _refuse_bombs(path: Path, entries: list[zipfile.ZipInfo]) -> None:
    opened = sum(entry.file_size for entry in entries)
    ratio = opened / max(path.stat().st_size, 1)
    swells = opened > _RATIO_MATTERS_BYTES and ratio > MAX_UNZIP_RATIO
    if opened > MAX_UNZIPPED_BYTES or swells or len(entries) > MAX_ENTRIES:
        size = f"{opened / 2**20:.0f} MB in {len(entries)} parts, {ratio:.0f} times its size"
        what = f"Opened, it would hold {size}."
        fix = "Save only the sheets that are needed as a new file, or as CSV, and load that."
        raise UserError(title=f"{path.name} would be too large when opened", what=what, fix=fix)
