"""The command line of the audit log: is it whole, who looked at an LA's exact figures in a month, forget."""

import argparse
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Final

from rcc_dash.domain.places import la_name, match_area
from rcc_dash.domain.words import counted
from rcc_dash.errors import UserError
from rcc_dash.settings import DataHome
from rcc_dash.store import audit
from rcc_dash.store.audit_uses import Use, forget_old, uses
from rcc_dash.store.audit_words import names_of, told

_MONTH: Final = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what can be asked of the log."""
    parser.add_argument("--la", metavar="NAME", help="who looked at this LA's exact figures: for its steward")
    parser.add_argument("--month", default="", metavar="YYYY-MM", help="with --la: in this month alone")
    parser.add_argument("--forget", action="store_true", help="drop lines of more than two years ago")


def audit_command(
    asked: argparse.Namespace, home: DataHome, now: datetime
) -> tuple[object, Sequence[str], bool]:
    """Report on one LA, forget, or sum up; gives values, lines to print, and whether the log is whole.

    Where only the synthetic region was ever looked at, its log is meant. Raises UserError for no LA or no
    month, or where a changed log was to forget.
    """
    is_demo_only = home.demo.audit.exists() and not home.audit.exists()
    kept = home.demo if is_demo_only else home
    if asked.forget:
        dropped = forget_old(kept, now)
        said = [f"{counted(dropped, 'line', 'lines')} of more than two years ago forgotten."]
        return {"forgotten": dropped}, said, True
    found = audit.summary(kept)
    if asked.la:
        lines = report_lines(kept, asked.la, asked.month, names_of(home))
        return lines, [*lines, *([f"BROKEN. {found.broken}"] if found.broken else [])], not found.broken
    return asdict(found), found.lines(), not found.broken


def report_lines(home: DataHome, la: str, month: str, names: Mapping[str, str] | None) -> list[str]:
    """Say who looked at exact figures of an LA, month by month: names come from the list of people.

    Raises UserError for no LA or no month: else it would say that nobody looked.
    """
    code = match_area(la).la_code
    if code is None:
        raise _no_such_la(la)
    if month and not _MONTH.fullmatch(month):
        raise _no_month(month)
    found = [use for use in uses(home) if use.la_code == code and month in ("", use.month)]
    head = f"Exact figures of {la_name(code)}, {month or 'all months that are kept'}:"
    return [head, *(_line(use, names) for use in found)] if found else [f"{head} nobody looked at them."]


def _no_such_la(la: str) -> UserError:
    return UserError("There is no report", f"{la!r} is no local authority.", "Write a name such as Bolton.")


def _no_month(month: str) -> UserError:
    return UserError("There is no report", f"{month!r} is no month.", "Write year and month: 2026-10.")


def _line(use: Use, names: Mapping[str, str] | None) -> str:
    said = told(use, names)
    return f"  {use.month}  {use.times:>5,} times  {said.who} ({said.role}): {use.event}; {said.why}"
