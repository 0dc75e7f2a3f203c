"""The only exception whose words a person reads; of any other, its kind and its place in the code."""

import traceback
from dataclasses import dataclass
from typing import Final

_STEPS: Final = 6


@dataclass(eq=False)
class UserError(Exception):
    """What went wrong, said so that the reader can mend it.

    Carries a short title, what happened (with file, sheet, row and column where
    they are known) and how to put it right. Never holds a value from a child's row.
    `asks` names what the person could say to put it right: "la", "year" or "as_of"; blank if nothing.
    `code` is of design/sources.md 7.4 where a file is refused for one of those checks.
    Not frozen: Python sets the traceback of an error as it passes through.
    """

    title: str
    what: str
    fix: str
    asks: str = ""
    code: str = ""

    def __str__(self) -> str:
        """Read as one paragraph, for the command line."""
        return f"{self.title}. {self.what} {self.fix}"


def kind_and_place(error: BaseException) -> str:
    """Say what kind of error it is and where in the code; its own words stay out, they could hold a value."""
    frames = traceback.extract_tb(error.__traceback__)[-_STEPS:]
    steps = " > ".join(f"{frame.filename.rsplit('/', 1)[-1]}:{frame.lineno}" for frame in frames)
    return f"{type(error).__name__} at {steps}"
