"""What does the answer of a typed question mean: a table, or what went wrong, in plain words?"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, cast

import pandas as pd

from rcc_dash.errors import UserError
from rcc_dash.store.typed.frames import frame_of
from rcc_dash.store.typed.limits import Limits

_A_PATH: Final = re.compile(r"""(?:[A-Za-z]:)?[\\/][^\s"'`,;:)]*|\bwh\.main\.|\bmemory\.main\.|\bwh\.""")
_HELP: Final = re.compile(
    r"\s*(LINE \d+:|See https?://|Did you mean to|If you|You can (?:use|set)).*", re.DOTALL
)
_MEMORY: Final = frozenset({"OutOfMemoryException", "MemoryError", "OverflowError"})
_OF_THE_TEXT: Final = frozenset({
    "BinderException", "CatalogException", "ParserException", "SyntaxException", "TypeMismatchException",
})  # fmt: skip
"""Faults whose words come from what was typed; others could hold a value of the data."""

_FIX: Final = "Mend it and run it again."


@dataclass(frozen=True, slots=True)
class TypedResult:
    """The answer of a typed question.

    `cut` says in words that there is more than is given, and is blank where this is all. `seconds` is
    how long the database took. `lacking` says what this operating system could not guard.
    """

    frame: pd.DataFrame
    cut: str
    seconds: float
    lacking: tuple[str, ...]


def result(answer: Mapping[str, object], limits: Limits, lacking: tuple[str, ...]) -> TypedResult:
    """Give the table that the process answered; raises UserError for anything else."""
    fault = _fault(answer, limits)
    if fault:
        raise fault
    columns = cast("Sequence[tuple[str, str]]", answer["columns"])
    rows = cast("Sequence[Sequence[object]]", answer["rows"])
    cut = _cut(str(answer["cut"]), len(rows), limits)
    return TypedResult(frame_of(columns, rows), cut, float(str(answer["seconds"])), lacking)


def stopped() -> UserError:
    """Say that a person stopped it."""
    return UserError("The question was stopped", "You stopped it before it had an answer.", "Run it again.")


def _fault(answer: Mapping[str, object], limits: Limits) -> UserError | None:
    if "ended" in answer:
        return _ended(str(answer["ended"]), limits)
    if "refused" in answer:
        return UserError("This question is not run", str(answer["refused"]), _FIX)
    if "mistake" in answer:
        return UserError("The question has a mistake", cleaned(str(answer["mistake"])), _FIX)
    return _error(str(answer["error"]), str(answer["text"]), limits) if "error" in answer else None


def _ended(how: str, limits: Limits) -> UserError:
    if how == "stop":
        return stopped()
    if how == "time":
        return UserError(
            "The question took too long",
            f"It had no answer after {limits.seconds:g} seconds and was ended.",
            "Ask for fewer rows, or join and sort less.",
        )
    return _too_big(limits)


def _too_big(limits: Limits) -> UserError:
    return UserError(
        "The question needed too much memory",
        f"It may use {limits.memory_mb} MB.",
        "Ask for fewer rows or shorter texts, or join and sort less.",
    )


def _error(kind: str, text: str, limits: Limits) -> UserError:
    if kind in _MEMORY:
        return _too_big(limits)
    if kind == "InterruptException":
        return _ended("time", limits)
    if kind in _OF_THE_TEXT:
        return UserError("The question has a mistake", cleaned(text), _FIX)
    what = "A value in the data does not fit what the question does with it."
    return UserError(
        "The question could not be worked out", what, "Check casts, dates and sums; try TRY_CAST."
    )


def cleaned(text: str) -> str:
    """Give DuckDB's own words without its paths, inner names, links and advice on settings."""
    return _A_PATH.sub("", _HELP.sub("", text)).strip()


def _cut(cut: str, rows: int, limits: Limits) -> str:
    if cut == "rows":
        return f"Only the first {limits.rows:,} rows are given; there are more."
    if cut == "bytes":
        megabytes = limits.answer_bytes / 1_000_000
        if not rows:
            return f"No row is given: the first one alone is over {megabytes:g} MB."
        return f"Only the first {rows:,} rows are given: more would be over {megabytes:g} MB."
    return ""
