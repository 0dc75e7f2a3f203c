"""Does a published cell hold a number, or a mark for why not? Suppressed is not missing is not zero."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final

from rcc_dash.reference.tables import rows


class State(StrEnum):
    """Whether a published figure has a number, and if not why; the last four stand beside a number."""

    KNOWN = "known"
    SUPPRESSED = "suppressed"
    NOT_AVAILABLE = "not_available"
    NOT_APPLICABLE = "not_applicable"
    LOW = "low"
    NOT_TOLD = "not_told"
    UNRELIABLE = "unreliable"
    ESTIMATED = "estimated"
    PROVISIONAL = "provisional"
    REVISED = "revised"


@dataclass(frozen=True, slots=True)
class Code:
    """One mark of a publisher: what it says, how we write it, and whether a number stands beside it."""

    state: State
    keeps_value: bool
    mark: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Cell:
    """One published cell: `value` is null where `state` says why; `mark` is as the publisher wrote it."""

    value: float | None
    state: State
    mark: str | None = None


_ANY: Final = "any"
_NOTE: Final = re.compile(r"\[note\s*\d*\]", re.IGNORECASE)
_NUMBER: Final = re.compile(r"-?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?(?:e[+-]?\d{1,3})?", re.IGNORECASE)
_BESIDE: Final = re.compile(r"(?P<number>.+?)\s*(?P<mark>\[[a-z]{1,3}\])", re.IGNORECASE)


def read_cell(text: str, publisher: str) -> Cell | None:
    """Read one cell of a publisher (`dfe`, `lait`, `mhclg`, `ons`); None if it is neither number nor mark."""
    said = text.strip()
    code = _code(said, publisher)
    if code:
        return Cell(None, code.state, said)
    number = _number(said)
    if number is not None:
        return Cell(number, State.KNOWN)
    return _with_mark(said, publisher)


def written_mark(state: str, mark: str | None) -> str:
    """Say how a mark is written beside our own figures: `[c]`, `[x]`, `[low]` ...; "" for a plain number."""
    if state == State.KNOWN:
        return ""
    own = _by_state(State(state))
    exact = next((code for code in own if code.mark.strip("[]") == (mark or "").strip("[]").lower()), None)
    return (exact or own[0]).mark


def meaning(mark: str) -> str:
    """Say in words what a mark of a published figure means; "" for a mark that is none."""
    return next((code.meaning for code in _marks() if code.mark == mark), "")


@cache
def _codes() -> dict[tuple[str, str], Code]:
    return {
        (r["publisher"], r["code"].lower()): Code(
            State(r["state"]), r["keeps_value"] == "yes", r["mark"], r["meaning"]
        )
        for r in rows("published_codes")
    }


def _marks() -> tuple[Code, ...]:
    """Every mark, the publisher-neutral wording of each first."""
    return tuple(code for _, code in sorted(_codes().items(), key=lambda pair: pair[0][0] != _ANY))


def _by_state(state: State) -> list[Code]:
    return [code for code in _marks() if code.state is state]


def _code(said: str, publisher: str) -> Code | None:
    wanted = _NOTE.sub("[note]", said).lower()
    found = _codes().get((publisher, wanted)) or _codes().get((_ANY, wanted))
    return found if found and not found.keeps_value else None


def _number(said: str) -> float | None:
    bare = said.removeprefix("£").removesuffix("%").strip()
    return float(bare.replace(",", "")) if _NUMBER.fullmatch(bare) else None


def _with_mark(said: str, publisher: str) -> Cell | None:
    """Read a number with a mark behind it: "12.3 [r]"."""
    parts = _BESIDE.fullmatch(said)
    number = _number(parts["number"]) if parts else None
    if parts is None or number is None:
        return None
    mark = parts["mark"].lower()
    code = _codes().get((publisher, mark)) or _codes().get((_ANY, mark))
    return Cell(number, code.state, mark) if code and code.keeps_value else None
