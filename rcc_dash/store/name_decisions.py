"""What did people decide about names without a URN? A small file that can only grow, used by every build.

`name_decisions.csv` in the data home: one line a decision, the last one on a name counts.
"""

import csv
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass, fields
from io import StringIO
from typing import Final

import pandas as pd

from rcc_dash.settings import DataHome
from rcc_dash.store.locks import only_one

CONFIRMED: Final = "confirmed"
NOT_LISTED: Final = "not on a list"
TAKEN_BACK: Final = "taken back"

_FORMULA: Final = ("=", "+", "-", "@", "'")
"""A cell that begins so gets an apostrophe in front, as a spreadsheet might run it; reading takes it off."""

_SPACES: Final = re.compile(r"[ \t\n\r\f\v]+")
"""What DuckDB's expressions take for a space, so that the build finds the same names."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision: the names as a file wrote them, and the URN ("" unless the verdict is `CONFIRMED`).

    `decided_on` is an ISO date, `by` blank until people sign in.
    """

    decided_on: str
    by: str
    verdict: str
    provider_name: str
    home_name: str
    urn: str

    @property
    def key(self) -> tuple[str, str]:
        """Give the names in the form in which the build compares them."""
        return name_key(self.provider_name), name_key(self.home_name)


_HEADINGS: Final = tuple(field.name for field in fields(Decision))


def name_key(name: str | None) -> str:
    """Give a name in the form in which it is compared: case and the number of spaces do not count."""
    return _SPACES.sub(" ", (name or "").lower()).strip(" ")


def add(home: DataHome, decision: Decision) -> None:
    """Write a decision down and wait until it is on the disk."""
    path = home.name_decisions
    with only_one(path.with_suffix(".lock")), path.open("a+b") as file:
        whole = _whole(path.read_bytes())
        file.truncate(len(whole))
        rows = [astuple(decision)] if whole else [_HEADINGS, astuple(decision)]
        file.write(_lines(rows))
        file.flush()
        os.fsync(file.fileno())


def history(home: DataHome) -> tuple[Decision, ...]:
    """Give every decision, oldest first, without a line that a kill cut off."""
    path = home.name_decisions
    if not path.exists():
        return ()
    text = _whole(path.read_bytes()).decode("utf-8-sig")
    rows = csv.DictReader(StringIO(text, newline=""))
    return tuple(Decision(*(_bare(row[name] or "") for name in _HEADINGS)) for row in rows)


def standing(home: DataHome) -> dict[tuple[str, str], Decision]:
    """Give the decision that counts for each pair of names."""
    last = {decision.key: decision for decision in history(home)}
    return {key: decision for key, decision in last.items() if decision.verdict != TAKEN_BACK}


def frame(home: DataHome) -> pd.DataFrame:
    """Give the URNs decided on as builds join them: provider_key, home_key, urn."""
    rows = [(*key, decision.urn) for key, decision in standing(home).items() if decision.urn]
    return pd.DataFrame(rows, columns=["provider_key", "home_key", "urn"], dtype="str")


def _whole(held: bytes) -> bytes:
    return held[: held.rfind(b"\n") + 1]


def _lines(rows: Iterable[tuple[str, ...]]) -> bytes:
    out = StringIO()
    csv.writer(out, lineterminator="\n").writerows(map(_safe, rows))
    return out.getvalue().encode()


def _safe(cells: Iterable[str]) -> Iterator[str]:
    for cell in cells:
        one_line = _SPACES.sub(" ", cell).strip(" ")
        yield f"'{one_line}" if one_line.startswith(_FORMULA) else one_line


def _bare(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA) else cell
