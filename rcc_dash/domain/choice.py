"""What is one setting of a page, and which values can it have?"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

_NUMBER: Final = re.compile(r"[0-9]{1,6}")


@dataclass(frozen=True, slots=True)
class Choice:
    """One setting: its key in links, its title, and its options as codes with their words.

    A setting with a `span` (lowest, highest, step) takes whole numbers and has no options.
    """

    key: str
    title: str
    default: str
    options: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    span: tuple[int, int, int] | None = None

    def spelling(self, value: str) -> str | None:
        """Give the one spelling of a value; None if it cannot be chosen."""
        if self.span is None:
            return value if value in self.options else None
        low, high, step = self.span
        number = int(value) if _NUMBER.fullmatch(value) else low - 1
        return str(number) if low <= number <= high and (number - low) % step == 0 else None

    def possible(self) -> str:
        """Say in words what can be chosen instead."""
        if self.span is None:
            return f"“{self.options[self.default]}” is shown."
        low, high, step = self.span
        steps = f" in steps of {step}" if step > 1 else ""
        return f"{low} to {high}{steps} can be chosen."


class Later(Mapping[str, str]):
    """Options that a reference file names: read when they are first asked for, not when the app starts."""

    def __init__(self, read: Callable[[], Mapping[str, str]]) -> None:
        """Take what reads them."""
        self._read = read

    def __getitem__(self, code: str) -> str:
        """Give an option in words."""
        return self._read()[code]

    def __iter__(self) -> Iterator[str]:
        """Give the codes in order."""
        return iter(self._read())

    def __len__(self) -> int:
        """Count the options."""
        return len(self._read())


def named(key: str, title: str, **options: str) -> Choice:
    """Make a setting of named options; the first is the default."""
    return Choice(key, title, next(iter(options)), MappingProxyType(options))


def steps(words: str, *numbers: int) -> Mapping[str, str]:
    """Give a few fixed numbers as options: between two of any numbers single children would stand out."""
    return MappingProxyType({str(number): words.format(number) for number in numbers})
