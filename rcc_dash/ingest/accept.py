"""The one door for a file: read, recognise, check."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from rcc_dash.errors import UserError
from rcc_dash.ingest.checked import CheckedFile, CheckedTable, PassedOver
from rcc_dash.ingest.keys import Secrets
from rcc_dash.ingest.layouts import ALL, leave_out, pass_over
from rcc_dash.ingest.read import Sheet, Workbook, read_workbook
from rcc_dash.ingest.recognise import NearMiss, recognise
from rcc_dash.ingest.told import Told

_SHEETS_NAMED: Final = 3
"""More would be a list that nobody reads."""


def check_file(path: Path, told: Told, secrets: Secrets) -> CheckedFile:
    """What does this file hold, in our tables, and what is wrong with it?

    Raises UserError when no sheet is of a known layout (naming the nearest one and the
    columns that it lacks), when two headings claim one field, or when the LA, year or date
    is nowhere to be found.
    """
    workbook = read_workbook(path)
    results = [_check_sheet(sheet, told, secrets) for sheet in workbook.sheets]
    misses = [result for result in results if isinstance(result, NearMiss)]
    _refuse_clashes(workbook, misses)
    tables = tuple(result for result in results if isinstance(result, CheckedTable))
    passed = tuple(_passed(result) for result in results if not isinstance(result, CheckedTable))
    if not tables and not any(one.is_right for one in passed):
        raise _unknown(workbook, misses, passed)
    return CheckedFile(workbook.file_name, workbook.encoding, tables, passed)


def _check_sheet(sheet: Sheet, told: Told, secrets: Secrets) -> CheckedTable | PassedOver | NearMiss:
    if sheet.rows.empty:
        return PassedOver(sheet.name, "It is empty.")
    found = recognise(sheet, ALL)
    if isinstance(found, NearMiss):
        return _known_otherwise(sheet) or found
    if found.data.empty:
        return PassedOver(
            sheet.name, f"It has the headings of '{found.layout.title}' and no rows below them."
        )
    return found.layout.check(found, told, secrets)


def _known_otherwise(sheet: Sheet) -> PassedOver | None:
    if reason := leave_out(sheet):
        return PassedOver(sheet.name, reason, is_right=True)
    reason = pass_over(sheet)
    return PassedOver(sheet.name, reason) if reason else None


def _passed(result: PassedOver | NearMiss) -> PassedOver:
    if isinstance(result, PassedOver):
        return result
    if not result.found:
        return PassedOver(result.sheet, "It holds no table that is known here.")
    return PassedOver(
        result.sheet, f"It is nearest to '{result.title}' and lacks {_columns(result.missing)}."
    )


def _refuse_clashes(workbook: Workbook, misses: Iterable[NearMiss]) -> None:
    for miss in misses:
        if miss.clashes:
            raise UserError(
                title=f"{workbook.file_name} has two columns for one thing",
                what=f"{_where(miss.sheet)}{' '.join(miss.clashes)}",
                fix="Delete or rename the column that is not meant, and load the file again.",
            )


def _unknown(workbook: Workbook, misses: list[NearMiss], passed: tuple[PassedOver, ...]) -> UserError:
    nearest = max(misses, key=lambda miss: miss.found / (miss.found + len(miss.missing)), default=None)
    if nearest is None or not nearest.found:
        return UserError(
            title=f"{workbook.file_name} holds nothing that can be loaded",
            what=" ".join(dict.fromkeys(f"{_where(one.sheet)}{one.why}" for one in passed[:_SHEETS_NAMED])),
            fix="Choose an Ofsted list, an SSDA903 file, a placements census, referrals, a vacancy return, "
            "a cost extract or published figures.",
        )
    return UserError(
        title=f"{workbook.file_name} is not a file that is known here",
        what=f"{_where(nearest.sheet)}{_passed(nearest).why}",
        fix="Add or rename the columns and load the file again.",
    )


def _where(sheet: str) -> str:
    return f"Sheet '{sheet}': " if sheet else ""


def _columns(missing: tuple[str, ...]) -> str:
    if not missing:
        return "nothing, but has columns of another kind of list"
    word = "a column" if len(missing) == 1 else "columns"
    return f"{word} for " + " and ".join(f"'{name}'" for name in missing)
