"""How does the command line say what was loaded? Lines of plain text, tables aligned."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from rcc_dash.domain.accounts import SOURCES, Account
from rcc_dash.domain.places import la_name
from rcc_dash.domain.words import counted
from rcc_dash.intake.names import Asked
from rcc_dash.intake.preview import FilePreview
from rcc_dash.intake.report import FileReport, Finding, LoadReport
from rcc_dash.store.name_decisions import Decision

_COUNTS: Final = ("read", "loaded", "mended", "rejected")
_HEADS: Final = ("Source", "Period", "LA", *(name.capitalize() for name in _COUNTS))
_FINDINGS_SAID: Final = 5
_LOAD_HEADS: Final = ("Load", "Loaded on", "File", "What it is", "State")
_ANYWAY: Final = "What is right all the same is loaded without --hold-back."
_DOUBTED: Final = "See the warnings above. If one is right, take the file back: python -m rcc_dash undo LOAD."
_LOADS_SAID: Final = 40
"""The latest; `--json` lists all."""


def load_lines(report: LoadReport) -> list[str]:
    """Say what came of a load: each file with its findings, then where every row went."""
    said = [line for file in report.files for line in _file_lines(file)]
    held, doubted = len(report.held_back), len(report.doubted)
    done = len(report.files) - len(report.refused) - held
    return [
        *said,
        "",
        *_account_table([file.accounts for file in report.files]),
        "",
        f"{done} loaded, {len(report.refused)} refused.",
        *([f"{held} held back, nothing of it kept. {_ANYWAY}"] if held else []),
        *([f"{doubted} loaded in doubt. {_DOUBTED}"] if doubted else []),
    ]


def preview_lines(files: Sequence[FilePreview]) -> list[str]:
    """Say what would come of files that are only checked: verdict, columns, counts, findings."""
    said = [line for file in files for line in _preview_lines(file)]
    return [*said, "", "Nothing was loaded: this was a check only."]


def status_lines(found: dict[str, Any]) -> list[str]:
    """Say what is loaded, for people."""
    if not found["loaded"]:
        return [f"Nothing is loaded in {found['data_home']}.", *_refused_lines(found["refused"])]
    homes = [
        (row["as_of"], row["homes"], _blank(row["places"]), row["scope"]) for row in found["homes_by_date"]
    ]
    children = [(row["la_name"], row["as_of"], row["children"]) for row in found["children_by_la_and_date"]]
    return [
        *_build_lines(found),
        *_titled("Where the rows went", _HEADS, [_source_row(row) for row in found["sources"]]),
        *_titled("Children's homes in England", ("Date", "Homes", "Places", "List"), homes),
        *_titled(
            "Children looked after (exact: for this machine only)", ("LA", "Date", "Children"), children
        ),
        *_titled(
            "Loads (undo one by its number)",
            _LOAD_HEADS,
            [_load_row(row) for row in found["loads"][:_LOADS_SAID]],
        ),
        *_refused_lines(found["refused"]),
    ]


def names_lines(asked: Sequence[Asked], decided: Mapping[str, Decision]) -> list[str]:
    """Say which homes are named without a URN, what each might be, and what was decided already."""
    said = [line for one in asked for line in (*_asked_lines(one), "")]
    how = "Say which is meant: names --confirm KEY URN, or names --not-listed KEY. Then build."
    rows = [(key, _named(one), one.urn or one.verdict, one.decided_on) for key, one in decided.items()]
    known = _titled("Decided (names --take-back KEY asks again)", ("Key", "Name", "Home", "On"), rows)
    return [
        *(said or ["No home is named without a URN that nobody has decided on."]),
        *([how] if said else []),
        *known,
    ]


def _named(one: Asked | Decision) -> str:
    return ", ".join(filter(None, (one.home_name, one.provider_name)))


def _asked_lines(one: Asked) -> list[str]:
    rows = counted(one.rows, "row", "rows")
    might = [
        f"  {match.home.urn}  {match.score:.0f}%  {match.home.home_name or 'no name published'}, "
        f"{match.home.owner_name or 'owner not known'}, {_la(match.home.la_code) or 'area not known'}"
        f" ({', '.join(match.because) or 'little speaks for it'})"
        for match in one.matches
    ]
    return [
        f"{one.key}  {_named(one)} ({rows}, last {one.latest})",
        *(might or ["  Nothing alike on any list."]),
    ]


def _build_lines(found: dict[str, Any]) -> list[str]:
    build = found["build"]
    kind = "Synthetic demonstration data. " if found["is_demo"] else ""
    said = f"{kind}Build {build['build_id']} of {build['made_on']}, from {build['files']} files."
    return [said, build["warning"]] if build["warning"] else [said]


def _source_row(row: dict[str, Any]) -> tuple[object, ...]:
    counts = (row[f"rows_{name}"] for name in _COUNTS)
    return (SOURCES[row["source"]], row["period"], _la(row["la_code"]), *counts)


def _file_lines(file: FileReport) -> list[str]:
    name = f"{file.folder}/{file.file_name}" if file.folder else file.file_name
    if file.refused:
        return [f"Refused: {name}", f"  {file.refused}"]
    flags = [f"  {flag.severity}: {flag.what} {flag.fix}" for flag in file.flags]
    if file.held_back:
        return [f"Held back: {name}", *flags]
    before = " (the same file was loaded before)" if file.seen_before else ""
    said = [_finding_line(one) for one in file.findings]
    more = len(said) - _FINDINGS_SAID
    rest = [f"  and {more} more kinds of finding: see the Data page"] if more > 0 else []
    passed = [f"  Not loaded: {_of_sheet(one.sheet)}{one.why}" for one in file.passed_over]
    verdict = "Loaded" if file.accounts else "Passed over"
    return [f"{verdict}: {name}{before}", *flags, *said[:_FINDINGS_SAID], *rest, *passed]


def _of_sheet(sheet: str) -> str:
    return f"sheet '{sheet}': " if sheet else ""


def _preview_lines(file: FilePreview) -> list[str]:
    if file.looked.outcome.refused:
        return [f"Would be refused: {file.name}", f"  {file.looked.outcome.refused}"]
    verdict = "Look again" if file.is_doubtful else "Would be loaded"
    counts = ", ".join(f"{number:,} {name.replace('_', ' ')}" for name, number in file.counts.items())
    flags = [f"  {flag.severity}: {flag.what} {flag.fix}" for flag in file.flags]
    return [
        f"{verdict}: {file.name}",
        *flags,
        *(_finding_line(one) for one in (*file.of_columns, *file.of_rows)),
        f"  Rows: {counts}",
        *_account_table([file.looked.outcome.accounts]),
    ]


def _finding_line(one: Finding) -> str:
    where = f", column {one.column}" if one.column else ""
    return f"  {one.severity}: {one.rows:,} row{'s' * (one.rows != 1)}{where}: {one.what} {one.fix}"


def _account_table(files: Iterable[tuple[Account, ...]]) -> list[str]:
    totals: dict[tuple[str, str, str], list[int]] = {}
    for one in (account for accounts in files for account in accounts):
        key = (SOURCES[one.source], one.period, _la(one.la_code))
        counts = (one.rows_read, one.rows_loaded, one.rows_mended, one.rows_rejected)
        totals[key] = [a + b for a, b in zip(totals.get(key, [0] * 4), counts, strict=True)]
    rows = [(*key, *counts) for key, counts in sorted(totals.items())]
    return _table(_HEADS, rows) if rows else []


def _load_row(row: dict[str, Any]) -> tuple[object, ...]:
    holds = row["holds"][0] if row["holds"] else ""
    more = f" and {len(row['holds']) - 1} more" if len(row["holds"]) > 1 else ""
    return (row["load"], row["at"][:10], row["file_name"], f"{holds}{more}", row["state"])


def _refused_lines(refused: Sequence[dict[str, Any]]) -> list[str]:
    lines = [f"  {one['title']}. {one['what']} {one['fix']}" for one in refused]
    return ["", "Refused", *lines] if lines else []


def _titled(title: str, heads: Sequence[str], rows: Sequence[Sequence[object]]) -> list[str]:
    return ["", title, *_table(heads, rows)] if rows else []


def _table(heads: Sequence[str], rows: Sequence[Sequence[object]]) -> list[str]:
    cells = [[f"{cell:,}" if isinstance(cell, int) else str(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(heads, *cells, strict=True)]
    numeric = [isinstance(cell, int) for cell in rows[0]]
    return [_row(line, widths, numeric) for line in (list(heads), *cells)]


def _row(cells: Sequence[str], widths: Sequence[int], numeric: Sequence[bool]) -> str:
    padded = [
        cell.rjust(width) if right else cell.ljust(width)
        for cell, width, right in zip(cells, widths, numeric, strict=True)
    ]
    return "  ".join(padded).rstrip()


def _la(la_code: str | None) -> str:
    return la_name(la_code) if la_code else ""


def _blank(number: int | None) -> object:
    return "" if number is None else number
