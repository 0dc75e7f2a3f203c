"""The one door for a file: read, recognise, check."""

from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import Final

from rcc_dash.ingest.checked import CheckedFile, CheckedTable, PassedOver
from rcc_dash.ingest.hopeless import refuse_empty, refuse_hopeless
from rcc_dash.ingest.keys import Secrets
from rcc_dash.ingest.layouts import ALL, leave_out, pass_over
from rcc_dash.ingest.month_first import refuse_month_first
from rcc_dash.ingest.nobody import left_out, marked, told_nobody
from rcc_dash.ingest.personal_columns import personal_in_match, personal_in_other, refusal
from rcc_dash.ingest.read import Sheet, read_workbook
from rcc_dash.ingest.recognise import Matched, NearMiss, recognise
from rcc_dash.ingest.refusals import NO_ROWS, passed, refuse_clashes, unknown
from rcc_dash.ingest.return_xml import XML
from rcc_dash.ingest.told import Told

Found = Matched | PassedOver | NearMiss

_UNHIDE: Final = "If it is meant, unhide it and load the file again."


def check_file(path: Path, told: Told, secrets: Secrets) -> CheckedFile:
    """What does this file hold, in our tables, and what is wrong with it?

    Raises UserError when no sheet is of a known layout (naming the nearest one and the
    columns that it lacks), when two headings claim one field, when columns hold people's names
    or addresses, when the LA, year or date is nowhere to be found, or when no row can be loaded.
    """
    workbook = read_workbook(path)
    found = [(sheet, _recognised(sheet)) for sheet in workbook.sheets]
    _refuse_personal(workbook.file_name, found)
    results = [_checked(one, told, secrets) for one in _seen(found)]
    misses = [result for result in results if isinstance(result, NearMiss)]
    refuse_clashes(workbook.file_name, misses)
    tables = tuple(result for result in results if isinstance(result, CheckedTable))
    told_of = tuple(passed(result) for result in results if not isinstance(result, CheckedTable))
    if not tables and not any(one.is_right for one in told_of):
        raise unknown(workbook.file_name, misses, told_of)
    refuse_empty(workbook.file_name, tables, _may_say(found))
    silent = left_out(tables, ALL) if workbook.encoding == XML else ()
    return CheckedFile(workbook.file_name, workbook.encoding, (*tables, *silent), told_of)


def _recognised(sheet: Sheet) -> Found:
    if sheet.rows.empty:
        return PassedOver(sheet.name, "It is empty.")
    found = recognise(sheet, ALL)
    if isinstance(found, NearMiss):
        return _known_otherwise(sheet) or found
    return _only_headings(found) if _is_empty(found) and not _may_be_empty(sheet, found) else found


def _is_empty(found: Found) -> bool:
    return isinstance(found, Matched) and found.data.empty


def _may_be_empty(sheet: Sheet, found: Matched) -> bool:
    """A hidden sheet without rows is a form that nobody filled in, not what somebody says."""
    return bool(found.layout.empty_says) and not sheet.is_hidden


def _only_headings(found: Matched) -> PassedOver:
    return PassedOver(found.sheet, f"It has the headings of '{found.layout.title}' and {NO_ROWS}.")


def _seen(found: Sequence[tuple[Sheet, Found]]) -> list[Found]:
    """Pass over hidden tables beside ones that can be seen: an old year, or a draft, that nobody meant.

    So are headings alone beside a table of their kind, hidden or not: they do not say that there is nobody.
    """
    full = [(sheet, one) for sheet, one in found if isinstance(one, Matched) and not _is_empty(one)]
    kinds = {one.layout.source for _, one in full}
    is_any_seen = any(not sheet.is_hidden for sheet, _ in full)
    return [_passed(sheet, one, kinds, is_any_seen=is_any_seen) for sheet, one in found]


def _passed(sheet: Sheet, one: Found, kinds: Collection[str], *, is_any_seen: bool) -> Found:
    if not isinstance(one, Matched):
        return one
    if _is_empty(one):
        return _only_headings(one) if one.layout.source in kinds else one
    if sheet.is_hidden and is_any_seen:
        return PassedOver(sheet.name, f"It has '{one.layout.title}' and is hidden. {_UNHIDE}")
    return one


def _may_say(found: Iterable[tuple[Sheet, Found]]) -> str:
    """Give what the file would say without its rows; blank where nothing, or where it holds several kinds."""
    says = {one.layout.empty_says for _, one in found if isinstance(one, Matched)}
    return says.pop() if len(says) == 1 else ""


def _refuse_personal(file_name: str, found: Iterable[tuple[Sheet, Found]]) -> None:
    """Look at headings only; a file that is refused for them leaves no copy of its rows."""
    for sheet, one in found:
        if isinstance(one, Matched):
            personal = personal_in_match(one)
        else:
            personal = personal_in_other(sheet) if isinstance(one, NearMiss) else ()
        if personal:
            raise refusal(file_name, sheet.name, personal)


def _checked(found: Found, told: Told, secrets: Secrets) -> CheckedTable | PassedOver | NearMiss:
    if not isinstance(found, Matched):
        return found
    if _is_empty(found):
        return told_nobody(found, told)
    refuse_month_first(found, told.file_name)
    refuse_hopeless(found, told, secrets)
    return marked(found.layout.check(found, told, secrets), found, told)


def _known_otherwise(sheet: Sheet) -> PassedOver | None:
    if reason := leave_out(sheet):
        return PassedOver(sheet.name, reason, is_right=True)
    reason = pass_over(sheet)
    return PassedOver(sheet.name, reason) if reason else None
