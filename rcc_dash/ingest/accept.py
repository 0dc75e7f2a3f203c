"""The one door for a file: read, recognise, check."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from rcc_dash.errors import UserError
from rcc_dash.ingest.checked import CheckedFile, CheckedTable, PassedOver
from rcc_dash.ingest.hopeless import refuse_empty, refuse_hopeless
from rcc_dash.ingest.keys import Secrets
from rcc_dash.ingest.layouts import ALL, leave_out, pass_over
from rcc_dash.ingest.personal_columns import personal_in_match, personal_in_other, refusal
from rcc_dash.ingest.read import Sheet, Workbook, read_workbook
from rcc_dash.ingest.recognise import Matched, NearMiss, recognise
from rcc_dash.ingest.told import Told

_SHEETS_NAMED: Final = 3
"""More would be a list that nobody reads."""


def check_file(path: Path, told: Told, secrets: Secrets) -> CheckedFile:
    """What does this file hold, in our tables, and what is wrong with it?

    Raises UserError when no sheet is of a known layout (naming the nearest one and the
    columns that it lacks), when two headings claim one field, when columns hold people's names
    or addresses, when the LA, year or date is nowhere to be found, or when no row can be loaded.
    """
    workbook = read_workbook(path)
    found = [(sheet, _recognised(sheet)) for sheet in workbook.sheets]
    _refuse_personal(workbook.file_name, found)
    results = [_checked(one, told, secrets) for _, one in found]
    misses = [result for result in results if isinstance(result, NearMiss)]
    _refuse_clashes(workbook, misses)
    tables = tuple(result for result in results if isinstance(result, CheckedTable))
    passed = tuple(_passed(result) for result in results if not isinstance(result, CheckedTable))
    if not tables and not any(one.is_right for one in passed):
        raise _unknown(workbook, misses, passed)
    refuse_empty(workbook.file_name, tables)
    return CheckedFile(workbook.file_name, workbook.encoding, tables, passed)


def _recognised(sheet: Sheet) -> Matched | PassedOver | NearMiss:
    if sheet.rows.empty:
        return PassedOver(sheet.name, "It is empty.")
    found = recognise(sheet, ALL)
    if isinstance(found, NearMiss):
        return _known_otherwise(sheet) or found
    if found.data.empty:
        return PassedOver(
            sheet.name, f"It has the headings of '{found.layout.title}' and no rows below them."
        )
    return found


def _refuse_personal(file_name: str, found: Iterable[tuple[Sheet, Matched | PassedOver | NearMiss]]) -> None:
    """Look at headings only; a file that is refused for them leaves no copy of its rows."""
    for sheet, one in found:
        if isinstance(one, Matched):
            personal = personal_in_match(one)
        else:
            personal = personal_in_other(sheet) if isinstance(one, NearMiss) else ()
        if personal:
            raise refusal(file_name, sheet.name, personal)


def _checked(
    found: Matched | PassedOver | NearMiss, told: Told, secrets: Secrets
) -> CheckedTable | PassedOver | NearMiss:
    if not isinstance(found, Matched):
        return found
    refuse_hopeless(found, told, secrets)
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
