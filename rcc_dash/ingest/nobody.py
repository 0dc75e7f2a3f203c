"""What does a file say by what is not in it, where it may be true that nobody is?

Not "not known": an LA in which no order deprives a child of liberty sends just this. Were it refused, to be
known would mean to have at least one, and whoever saw who is known would see who has some (decision 30).
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import Final

from rcc_dash.domain.accounts import Account
from rcc_dash.domain.problems import Problem, Severity
from rcc_dash.ingest.checked import CheckedTable
from rcc_dash.ingest.finish import nothing
from rcc_dash.ingest.layouts.ssda903_whose import whose_file
from rcc_dash.ingest.recognise import Layout, Matched
from rcc_dash.ingest.told import Told, la_told

NOBODY: Final = "F02"
"""Code of the finding that headings alone say so; as of the refusal of them where that cannot be meant."""
_LEFT_OUT: Final = "F19"
_WHOLE: Final = frozenset({"ssda903_header", "ssda903_episodes"})
"""What no whole return is without, as no LA has nobody in care."""

_FIX: Final = "If somebody is to be in it, export the file again with its rows, and load that."
_ONE_LA: Final = (
    "If the file is of one LA alone, put that LA's name in the file's name. If an LA has not sent this at"
    " all, load the others' rows in a file of each LA."
)


def told_nobody(matched: Matched, told: Told) -> CheckedTable:
    """Turn headings alone into an account of no rows, of the LA and return year that are told.

    Raises UserError, saying how to give it, where the LA or the year is nowhere to be found.
    """
    la_code, year = whose_file(matched, told)
    said = Problem(
        NOBODY, Severity.INFO, matched.sheet, matched.header_row, None, _nobody(matched.layout), _FIX, rows=0
    )
    made = _without_rows(matched.layout, matched.sheet, {(la_code, str(year))}, said)
    return replace(made, problems=(*matched.problems, said))


def left_out(tables: Sequence[CheckedTable], layouts: Iterable[Layout]) -> tuple[CheckedTable, ...]:
    """Say of whom a whole return tells nothing, which is that there is nobody: it is all that the LA returns.

    A return is whole of the LAs and years of which it has children and episodes. Rows that were all rejected
    are told of somebody.
    """
    every = [account for table in tables for account in table.accounts]
    whose = [{(a.la_code, a.period) for a in every if a.source == one and a.rows_read} for one in _WHOLE]
    whole = {(la, period) for la, period in set.intersection(*whose) if la and period}
    there = {account.source for account in every}
    silent = (one for one in layouts if one.empty_says and one.source not in there)
    made = [(one, {(la, year) for la, year in whole if int(year) >= one.since}) for one in silent]
    return tuple(_without_rows(one, "", of, _said_by_return(one)) for one, of in made if of)


def marked(checked: CheckedTable, matched: Matched, told: Told) -> CheckedTable:
    """Mark the accounts of a region's file, which names the LAs of its rows in a column.

    It is one LA's own where its rows are all of the LA that the sheet, file, folder or person names.
    """
    las = {account.la_code for account in checked.accounts if account.la_code}
    named = {la_told(told), la_told(told, (matched.banner, matched.sheet))}
    if not matched.layout.empty_says or not las or (len(las) == 1 and las <= named):
        return checked
    what = f"Of each LA of the region that is not in it, it says: {matched.layout.empty_says}."
    said = Problem(_LEFT_OUT, Severity.INFO, matched.sheet, None, None, what, _ONE_LA, rows=0)
    accounts = tuple(replace(one, is_regional=True) for one in checked.accounts)
    return replace(checked, accounts=accounts, problems=(*checked.problems, said))


def _nobody(layout: Layout) -> str:
    return f"{layout.empty_says[0].upper()}{layout.empty_says[1:]}, as told by the LA."


def _said_by_return(layout: Layout) -> Problem:
    what = f"The whole return has no record of it: {layout.empty_says}."
    return Problem(_LEFT_OUT, Severity.INFO, "", None, None, what, _FIX, rows=0)


def _without_rows(
    layout: Layout, sheet: str, whose: Collection[tuple[str, str]], said: Problem
) -> CheckedTable:
    accounts = (Account(layout.source, sheet, la, year, 0, 0, 0, 0) for la, year in sorted(whose))
    return CheckedTable(layout.table.name, nothing(layout.table), tuple(accounts), (said,))
