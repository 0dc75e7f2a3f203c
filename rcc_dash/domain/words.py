"""How do people write lists, dates and counts? GOV.UK style, in one place."""

from collections.abc import Sequence
from datetime import date


def and_list(items: Sequence[str]) -> str:
    """Join as people do: "a", "a and b", "a, b and c"."""
    return _joined(items, "and")


def or_list(items: Sequence[str]) -> str:
    """Join as people do for a choice: "a", "a or b", "a, b or c"."""
    return _joined(items, "or")


def long_date(day: date) -> str:
    """Write a date out: "31 March 2025"."""
    return f"{day.day} {day:%B %Y}"


def short_date(day: date) -> str:
    """Write a date short: "31 Mar 2025"."""
    return f"{day.day} {day:%b %Y}"


def counted(number: int, one: str, many: str) -> str:
    """Write a count with its noun: "1 child", "1,234 children"."""
    return f"{number:,} {one if number == 1 else many}"


def _joined(items: Sequence[str], word: str) -> str:
    if len(items) <= 1:
        return "".join(items)
    return f"{', '.join(items[:-1])} {word} {items[-1]}"
