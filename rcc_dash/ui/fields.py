"""Settings of a page as fields of the browser's own, drawn by one small component (decisions/0028).

A field shows what is looked at and nothing else: there is no value of a widget to keep in step with the link.
What the reader does comes as the field's name with the values chosen, and is taken only where the field
offered them. The browser counts what it tells; the count is said back, so that it knows what is answered.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, cast

import streamlit as st

from rcc_dash.ui.faults import fault_words
from rcc_dash.ui.page_part import Width, draw_part
from rcc_dash.ui.session import put_fault

_TURNS: Final = "_turns"
Values = tuple[str, ...]


class Kind(StrEnum):
    """How a field is drawn; `page_parts/field_kinds.js` has a class for each."""

    LIST = "list"
    ONE = "one"
    SEVERAL = "several"
    NUMBER = "number"
    RANGE = "range"
    CHIPS = "chips"
    RESET = "reset"
    TABS = "tabs"
    MENU = "menu"
    LINK = "link"


_ANY_NUMBER_OF: Final = {Kind.SEVERAL}
_NUMERIC: Final = {Kind.NUMBER, Kind.RANGE}
_MOST_DIGITS: Final = 9
"""Python reads no number of thousands of digits, and says so with an error."""


@dataclass(frozen=True, slots=True)
class Field:
    """One setting: what it offers, what of it is chosen, and who takes what the reader chooses."""

    name: str
    kind: Kind
    label: str
    options: Mapping[str, str]
    """Words by code; none for a number."""
    chosen: Values
    take: Callable[[Values], None]
    width_px: int = 0
    is_titled: bool = True
    span: tuple[int, int, int] | None = None
    """Least, most and step of a number."""
    panel: str = ""
    """The box that the open one of several tabs fills, or that a menu opens over the page."""
    closed: Mapping[str, str] = field(default_factory=dict)
    """Options that cannot be chosen now, and why."""
    hint: str = ""

    def sent(self) -> dict[str, object]:
        """Give what the browser needs to draw it."""
        return {
            "name": self.name,
            "kind": self.kind,
            "label": self.label,
            "shows": self.is_titled,
            "width": self.width_px,
            "options": [(code, self._words(code)) for code in self.options],
            "closed": list(self.closed),
            "span": self.span,
            "panel": self.panel,
            "hint": self.hint,
            "chosen": list(self.chosen),
        }

    def read(self, told: object) -> Values | None:
        """Give the values that a browser tells of, none if the field does not offer them."""
        if not isinstance(told, list) or not all(isinstance(value, str) for value in told):
            return None
        values: Values = tuple(cast("list[str]", told))
        if self.kind not in _ANY_NUMBER_OF and len(values) != 1:
            return None
        return values if all(self._offers(value) for value in values) else None

    def _words(self, code: str) -> str:
        why = self.closed.get(code)
        return f"{self.options[code]}: {why}" if why else self.options[code]

    def _offers(self, value: str) -> bool:
        if self.kind not in _NUMERIC or self.span is None:
            return value in self.options and value not in self.closed
        low, high, _step = self.span
        is_number = value.isascii() and value.isdigit() and len(value) <= _MOST_DIGITS
        return is_number and low <= int(value) <= high


@dataclass(frozen=True, slots=True)
class Part:
    """Fields beside each other, or below each other behind a button that says `menu`."""

    fields: Sequence[Field]
    menu: str = ""
    name: str = ""


def draw_fields(key: str, parts: Sequence[Part], *, width: Width = "content") -> None:
    """Draw fields under a key of their own; what the reader chooses goes to each field's `take`."""

    def told() -> None:
        message = cast("Mapping[str, object]", st.session_state[key])["told"]
        if isinstance(message, dict):
            _turns()[key] = _turn(message)
            for field, values in heard(parts, message.get("touched")):
                _taken(field, values)

    data = {"turn": _turns().get(key, 0), "parts": [_sent(part) for part in parts]}
    draw_part("fields", key, data, width, on_told_change=told)


def heard(parts: Sequence[Part], touched: object) -> Iterator[tuple[Field, Values]]:
    """Give the fields that a message of the browser names, in its order, with what was chosen in each.

    Leaves out what no field is called and what the field does not offer: a message can be forged.
    """
    fields = {field.name: field for part in parts for field in part.fields}
    for name, told in touched.items() if isinstance(touched, dict) else ():
        field = fields.get(name)
        values = field.read(told) if field else None
        if field and values is not None:
            yield field, values


def _sent(part: Part) -> dict[str, object]:
    return {"name": part.name, "menu": part.menu, "fields": [field.sent() for field in part.fields]}


def _taken(field: Field, values: Values) -> None:
    try:
        field.take(values)
    except Exception as error:  # noqa: BLE001 Streamlit would log its message, which could hold a value
        put_fault(fault_words(error, "That could not be done"))


def _turn(message: Mapping[str, object]) -> int:
    turn = message.get("turn")
    return turn if isinstance(turn, int) else 0


def _turns() -> dict[str, int]:
    return cast("dict[str, int]", st.session_state.setdefault(_TURNS, {}))
