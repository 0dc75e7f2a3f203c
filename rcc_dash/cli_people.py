"""The command line for whoever looks after access: list, check, add, remove and confirm people."""

import argparse
from collections.abc import Callable
from datetime import date, datetime
from typing import Final

from rcc_dash.domain.people import COLUMNS, People, Person, line_fault
from rcc_dash.domain.places import la_name
from rcc_dash.domain.roles import roles
from rcc_dash.domain.words import and_list, counted, short_date
from rcc_dash.errors import UserError
from rcc_dash.settings import DataHome
from rcc_dash.store import audit
from rcc_dash.store.people import Lines, change_people, change_tenants, read_people

Change = Callable[[argparse.Namespace, DataHome, datetime], str]

_NOBODY: Final = "Nobody is listed yet. Begin with: people trust ISSUER, then people add."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what can be asked: `people list`, `people add --subject …`."""
    doing = parser.add_subparsers(dest="doing", required=True, metavar="WHAT")
    doing.add_parser("list", help="who is listed, and whose line is due")
    doing.add_parser("check", help="say what is wrong with the two files, line by line")
    adding = doing.add_parser("add", help="let somebody in, or change their line")
    for name in ("--issuer", "--subject", "--name", "--role"):
        adding.add_argument(name, required=True, metavar=name[2:].upper())
    adding.add_argument("--la", action="append", default=[], metavar="NAME", help="again for each LA")
    adding.add_argument("--steward", action="store_true", help="may load files, where the role can")
    adding.add_argument("--until", default="", metavar="YYYY-MM-DD", help="last day")
    for name, says in (("remove", "take somebody's access away"), ("review", "confirm somebody's line")):
        one = doing.add_parser(name, help=says)
        one.add_argument("subject", metavar="SUBJECT", help="as people list shows it")
    for name, says in (("trust", "accept people of a sign-in provider"), ("distrust", "accept them no more")):
        one = doing.add_parser(name, help=says)
        one.add_argument("issuer", metavar="ISSUER", help="https://… as the provider writes it")
        one.add_argument("--tenant", default="", help="only people of this tenant")
        one.add_argument("--name", default="", help="whose it is")


def people_command(asked: argparse.Namespace, home: DataHome, now: datetime) -> tuple[list[str], bool]:
    """Do what was asked; gives lines to print, and whether all is well. Raises UserError where it cannot."""
    change: Change | None = _CHANGES.get(asked.doing)
    if change:
        return [change(asked, home, now), *read_people(home).faults], True
    table = read_people(home)
    if asked.doing == "list":
        return list_lines(table, now.date()), not table.faults
    good = f"{counted(len(table.people), 'line', 'lines')} in order."
    return [*table.faults, good], not table.faults


def list_lines(table: People, today: date) -> list[str]:
    """Say who is listed: name, role, LAs, until when, and how they are known."""
    said = [line for one in table.people for line in _person_lines(one, today)]
    return [*(said or [_NOBODY]), *table.faults]


def _person_lines(one: Person, today: date) -> list[str]:
    why_not = one.why_not(today)
    las = and_list([la_name(code) for code in one.la_codes])
    state = f"NO ACCESS: {why_not}" if why_not else f"confirm by {short_date(one.review_by)}"
    parts = [one.name, roles()[one.role].title, las, "steward" if one.is_steward else "", state]
    return [", ".join(filter(None, parts)), f"  {one.subject} at {one.issuer}"]


def _add(asked: argparse.Namespace, home: DataHome, now: datetime) -> str:
    values = (
        *(asked.issuer, asked.subject, asked.name, asked.role, "; ".join(asked.la)),
        *("yes" if asked.steward else "", now.date().isoformat(), asked.until, ""),
    )
    line = dict(zip(COLUMNS, values, strict=True))
    table = read_people(home)
    if fault := line_fault(line):
        raise _not_added(fault)
    if asked.issuer not in {one.issuer for one in table.tenants}:
        raise _no_such_provider(asked.issuer)

    def put(lines: Lines) -> None:
        lines[:] = [*_without(lines, asked.subject, asked.issuer), line]

    change_people(home, put)
    _log(home, audit.Event.GRANTED, (asked.issuer, asked.subject, asked.role), now)
    return f"{asked.name} is let in as {roles()[asked.role].title}. {roles()[asked.role].what}."


def _remove(asked: argparse.Namespace, home: DataHome, now: datetime) -> str:
    gone = Lines()

    def take(lines: Lines) -> None:
        gone.extend(line for line in lines if line["subject"] == asked.subject)
        if not gone:
            raise _no_such_person(asked.subject)
        lines[:] = _without(lines, asked.subject)

    change_people(home, take)
    for line in gone:
        _log(home, audit.Event.REVOKED, (line["issuer"], line["subject"], line["role"]), now)
    return "Removed. Whoever it was loses access at their next click, within a minute at the latest."


def _review(asked: argparse.Namespace, home: DataHome, now: datetime) -> str:
    def confirm(lines: Lines) -> None:
        found = [line for line in lines if line["subject"] == asked.subject]
        if not found:
            raise _no_such_person(asked.subject)
        for line in found:
            line["reviewed_on"] = now.date().isoformat()

    change_people(home, confirm)
    return "Confirmed for another three months."


def _trust(asked: argparse.Namespace, home: DataHome, _now: datetime) -> str:
    line = {"issuer": asked.issuer, "tenant": asked.tenant, "name": asked.name}
    change_tenants(home, lambda lines: lines.append(line))
    return "Accepted. Add the people whom you want to let in: people add."


def _distrust(asked: argparse.Namespace, home: DataHome, _now: datetime) -> str:
    def take(lines: Lines) -> None:
        wanted = (asked.issuer, asked.tenant)
        lines[:] = [line for line in lines if (line["issuer"], line["tenant"]) != wanted]

    change_tenants(home, take)
    return "Nobody of that provider is let in from now on."


_CHANGES: Final[dict[str, Change]] = {
    "add": _add,
    "remove": _remove,
    "review": _review,
    "trust": _trust,
    "distrust": _distrust,
}


def _log(home: DataHome, event: audit.Event, who: tuple[str, str, str], now: datetime) -> None:
    issuer, subject, role = who
    viewer = audit.Viewer(audit.subject_of(issuer, subject), role if role in roles() else "")
    audit.record(home, event, viewer, audit.Seen("people"), now)


def _without(lines: Lines, subject: str, issuer: str = "") -> Lines:
    """Leave out a person: of one provider, or of all where none is named."""
    return [line for line in lines if line["subject"] != subject or issuer not in ("", line["issuer"])]


def _not_added(fault: str) -> UserError:
    return UserError("Nobody was added", fault[:1].upper() + fault[1:], "Then run it again.")


def _no_such_person(subject: str) -> UserError:
    what = f"No line has the subject {subject!r}."
    return UserError("Nobody was changed", what, "Copy the subject from: people list.")


def _no_such_provider(issuer: str) -> UserError:
    what = f"{issuer} is not among the sign-in providers that are accepted."
    return UserError("Nobody was added", what, f"If it is right, first run: people trust {issuer}")
