"""One bad file: how it is made, and the verdict that it must get."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

REFUSED, LOADED = "refused", "loaded"
HEAD = "URN,Provision type,Local authority,Sector,Places,Registration status"
ROW = "SC000001,Children's home,Bolton,Private,4,Active"
"""A list of homes as Ofsted publishes it, of which most bad files are a spoilt copy."""


@dataclass(frozen=True, slots=True)
class Case:
    """`says` are words of the refusal, or (for a file that is loaded) of a finding; blank for none.

    `rows` are those read, loaded, mended and rejected of a file that is loaded.
    """

    name: str
    make: Callable[[Path], object]
    verdict: str
    says: str = ""
    rows: tuple[int, int, int, int] | None = None


def refused(name: str, make: Callable[[Path], object], says: str) -> Case:
    return Case(name, make, REFUSED, says)


def loaded(
    name: str, make: Callable[[Path], object], rows: tuple[int, int, int, int], says: str = ""
) -> Case:
    return Case(name, make, LOADED, says, rows)


def raw(content: bytes) -> Callable[[Path], object]:
    """Write these bytes."""
    return lambda path: path.write_bytes(content)


def text(*lines: str, encoding: str = "utf-8") -> Callable[[Path], object]:
    """Write these lines in an encoding."""
    return raw("".join(f"{line}\n" for line in lines).encode(encoding))
