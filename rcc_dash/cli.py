"""The command line: load, undo, build, demo, status, rounding. The same doors as the app's.

Environment and clock are read here, and nowhere below.
"""

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Final

from rcc_dash import cli_arguments, cli_audit, cli_releases, cli_tables
from rcc_dash.cli_json import load_values, preview_values
from rcc_dash.cli_people import add_arguments, people_command
from rcc_dash.cli_text import load_lines, names_lines, preview_lines, status_lines
from rcc_dash.domain.disclosure import Rule
from rcc_dash.domain.progress import Progress
from rcc_dash.errors import UserError, kind_and_place
from rcc_dash.intake.demo import ensure_demo
from rcc_dash.intake.desk import Desk
from rcc_dash.intake.found import find_files
from rcc_dash.intake.load import load, rebuild
from rcc_dash.intake.names import asked_of, decide, decisions, suggestions, take_back
from rcc_dash.intake.preview import preview
from rcc_dash.intake.secret_keys import pepper
from rcc_dash.intake.status import status
from rcc_dash.intake.take import Doubts, Said
from rcc_dash.intake.undo import undo
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.two_ways import two_ways
from rcc_dash.settings import DataHome
from rcc_dash.store.warehouse import Warehouse
from rcc_dash.terminal import progress_bar

_OK: Final = 0
_REFUSED: Final = 1
_MISUSED: Final = 2

Command = Callable[[argparse.Namespace, DataHome, Progress], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; gives 0 when all went well, 1 when something was refused, 2 for a misuse."""
    asked = _parser().parse_args(arguments)
    command: Command = asked.command
    try:
        with progress_bar(sys.stderr) as progress:
            return command(asked, DataHome.chosen(os.environ), progress)
    except UserError as error:
        print(error, file=sys.stderr)
        return _REFUSED
    except Exception as error:  # noqa: BLE001 its message could hold a value, and lands in a log of loads
        print(f"Not foreseen: {kind_and_place(error)}. What was served is served still.", file=sys.stderr)
        return _REFUSED
    except KeyboardInterrupt:
        print("Stopped. What was served before is served still.", file=sys.stderr)
        return _MISUSED


def _load(asked: argparse.Namespace, home: DataHome, progress: Progress) -> int:
    doubts = Doubts.HELD if asked.hold_back else Doubts.SAID
    said = Said(asked.la, asked.year, asked.as_of, doubts)
    if asked.check_only:
        return _check(asked, said, home, progress)
    report = load(asked.paths, said, home, datetime.now(UTC), progress)
    _say(asked, load_values(report), load_lines(report))
    return _OK if report.is_clean else _REFUSED


def _check(asked: argparse.Namespace, said: Said, home: DataHome, progress: Progress) -> int:
    with Desk(home) as desk:
        found = find_files(asked.paths or [home.inbox], home)
        seen = preview(desk, found, said, datetime.now(UTC), progress)
    _say(asked, [preview_values(one) for one in seen], preview_lines(seen))
    return _OK if all(one.looked.is_good and not one.is_doubtful for one in seen) else _REFUSED


def _undo(asked: argparse.Namespace, home: DataHome, progress: Progress) -> int:
    undone = undo(home, asked.load, datetime.now(UTC), progress)
    said = f"Load {undone.number} ({undone.arrival.file_name}) is undone; its file is kept."
    _say(asked, {"undone": asdict(undone)}, [said])
    return _OK


def _build(asked: argparse.Namespace, home: DataHome, progress: Progress) -> int:
    build_id = rebuild(home, datetime.now(UTC), progress)
    _say(asked, {"build_id": build_id}, [f"Build {build_id} serves now."])
    return _OK


def _demo(asked: argparse.Namespace, home: DataHome, progress: Progress) -> int:
    ensure_demo(home, datetime.now(UTC), progress)
    found = status(home.demo)
    _say(asked, found, status_lines(found))
    return _OK


def _status(asked: argparse.Namespace, home: DataHome, _progress: Progress) -> int:
    found = status(home)
    _say(asked, found, status_lines(found))
    return _OK


def _names(asked: argparse.Namespace, home: DataHome, _progress: Progress) -> int:
    now = datetime.now(UTC)
    if asked.confirm:
        decide(home, asked_of(home, asked.confirm[0]), asked.confirm[1], now)
    if asked.not_listed:
        decide(home, asked_of(home, asked.not_listed), None, now)
    if asked.take_back:
        take_back(home, asked.take_back, now)
    found, decided = suggestions(home), decisions(home)
    told = {key: asdict(one) for key, one in decided.items()}
    _say(asked, {"asked": [asdict(one) for one in found], "decided": told}, names_lines(found, decided))
    return _OK


def _rounding(asked: argparse.Namespace, home: DataHome, progress: Progress) -> int:
    opened = Warehouse.open_current(home)
    if opened is None:
        _say(asked, {"loaded": False}, [f"Nothing is loaded in {home.root}."])
        return _OK
    found = two_ways(Reader(opened, Rule(pepper(home), method="rcc5")), progress)
    opened.close()
    _say(asked, {"loaded": True, **asdict(found)}, found.lines())
    return _OK if found.is_safe else _REFUSED


def _audit(asked: argparse.Namespace, home: DataHome, _progress: Progress) -> int:
    values, lines, is_whole = cli_audit.audit_command(asked, home, datetime.now(UTC))
    _say(asked, values, lines)
    return _OK if is_whole else _REFUSED


def _tables(asked: argparse.Namespace, home: DataHome, _progress: Progress) -> int:
    _say(asked, lines := cli_tables.tables_command(asked, home), lines)
    return _OK


def _people(asked: argparse.Namespace, home: DataHome, _progress: Progress) -> int:
    lines, is_well = people_command(asked, home, datetime.now(UTC))
    _say(asked, {"lines": lines, "is_well": is_well}, lines)
    return _OK if is_well else _REFUSED


def _publish(asked: argparse.Namespace, home: DataHome, progress: Progress) -> int:
    _say(asked, *cli_releases.publish_command(asked, home, datetime.now(UTC), progress))
    return _OK


def _releases(asked: argparse.Namespace, home: DataHome, _progress: Progress) -> int:
    if asked.fetch and asked.every:
        cli_releases.fetch_on(asked, home, lambda said: print(said, flush=True))
    _say(asked, *cli_releases.releases_command(asked, home))
    return _OK


def _say(asked: argparse.Namespace, values: object, lines: Sequence[str]) -> None:
    text = json.dumps(values, indent=2, ensure_ascii=False) if asked.json else "\n".join(lines)
    print(text)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m rcc_dash", description="Homes for children in care: data."
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    loads = "load files or folders; the drop-folder if none is named"
    cli_arguments.add_load(_command(commands, "load", _load, loads))
    undoing = _command(commands, "undo", _undo, "take a load back; its file is kept")
    undoing.add_argument("load", type=int, metavar="LOAD", help="its number, as status lists it")
    _command(commands, "build", _build, "build again from what was loaded")
    _command(commands, "demo", _demo, "make the synthetic region, if it is not there yet")
    _command(commands, "status", _status, "say what is loaded")
    _command(commands, "rounding", _rounding, "round every cell of children twice, and compare")
    cli_audit.add_arguments(_command(commands, "audit", _audit, "verify the log of who saw exact figures"))
    add_arguments(
        _command(commands, "people", _people, "say who may use the app, in which role, where they sign in")
    )
    cli_tables.add_arguments(_command(commands, "tables", _tables, "list the protected tables for notebooks"))
    names = "list homes named without a URN, and what they might be"
    cli_arguments.add_names(_command(commands, "names", _names, names))
    publishes = "write a release of protected cells, for a host without any child's record"
    cli_releases.add_publish(_command(commands, "publish", _publish, publishes))
    cli_releases.add_releases(
        _command(commands, "releases", _releases, "list the releases, or serve another")
    )
    return parser


def _command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, run: Command, says: str
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=says, description=says.capitalize() + ".")
    parser.add_argument("--json", action="store_true", help="answer as JSON, for programs")
    parser.set_defaults(command=run)
    return parser
