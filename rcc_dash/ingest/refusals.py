"""Why is a file refused of which no sheet can be loaded, and how is it put right?"""

from collections.abc import Iterable, Sequence
from typing import Final

from rcc_dash.domain.words import and_list
from rcc_dash.errors import UserError
from rcc_dash.ingest.checked import PassedOver
from rcc_dash.ingest.headings import HEADING_ROWS_SEARCHED
from rcc_dash.ingest.quoted import quoted
from rcc_dash.ingest.recognise import NearMiss

NO_ROWS: Final = "no rows below them"
_NO_TABLE: Final = "It holds no table that is known here."
_SHEETS_NAMED: Final = 3

_CHOOSE: Final = (
    "Choose an Ofsted list, an SSDA903 file, a placements census, referrals, a vacancy return, "
    "a cost extract or published figures."
)
_CHILD: Final = frozenset({"CHILD", "Child ID", "Identifier", "childId"})


def passed(result: PassedOver | NearMiss) -> PassedOver:
    """Say why a sheet is not loaded."""
    if isinstance(result, PassedOver):
        return result
    if not result.found:
        return PassedOver(result.sheet, _NO_TABLE)
    return PassedOver(
        result.sheet, f"It is nearest to '{result.title}' and lacks {_columns(result.missing)}."
    )


def refuse_clashes(file_name: str, misses: Iterable[NearMiss]) -> None:
    """Refuse a file in which two headings lay claim to one field. Raises UserError."""
    for miss in misses:
        if miss.clashes:
            raise UserError(
                title=f"{file_name} has two columns for one thing",
                what=f"{_where(miss.sheet)}{' '.join(miss.clashes)}",
                fix="Delete or rename the column that is not meant, and load the file again.",
                code="F10",
            )


def unknown(file_name: str, misses: Sequence[NearMiss], sheets: Sequence[PassedOver]) -> UserError:
    """Give the refusal of a file without a sheet that can be loaded: nearest layout, and what it lacks."""
    nearest = max(misses, key=lambda miss: miss.found / (miss.found + len(miss.missing)), default=None)
    if nearest is None or not nearest.found:
        return _nothing(file_name, sheets)
    return UserError(
        title=f"{file_name} is not a file that is known here",
        what=f"{_where(nearest.sheet)}{passed(nearest).why}{_not_understood(nearest)}",
        fix="Add or rename the columns and load the file again.",
        code="P02" if len(nearest.missing) == 1 and set(nearest.missing) <= _CHILD else "F01",
    )


def _nothing(file_name: str, sheets: Sequence[PassedOver]) -> UserError:
    title = f"{file_name} holds nothing that can be loaded"
    what = " ".join(dict.fromkeys(f"{_where(one.sheet)}{one.why}" for one in sheets[:_SHEETS_NAMED]))
    if any(NO_ROWS in one.why for one in sheets):
        return UserError(
            title,
            what,
            "Put its rows below the headings, or export it again with them, and load that.",
            code="F02",
        )
    if any(_NO_TABLE in one.why for one in sheets):
        what += f" Headings are looked for in the first {HEADING_ROWS_SEARCHED} rows of a sheet."
    return UserError(title, what, f"See that the headings are there. {_CHOOSE}", code="F03")


def _not_understood(miss: NearMiss) -> str:
    """Name the headings that may be the missing columns under another name."""
    if not (miss.missing and miss.unused):
        return ""
    return f" Headings in row {miss.row} that are not understood: {quoted(miss.unused)}."


def _where(sheet: str) -> str:
    return f"Sheet '{sheet}': " if sheet else ""


def _columns(missing: tuple[str, ...]) -> str:
    if not missing:
        return "nothing, but has columns of another kind of list"
    word = "a column" if len(missing) == 1 else "columns"
    named = [f"'{name}'" for name in missing]
    return f"{word} for {and_list(named)}"
