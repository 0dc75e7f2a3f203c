"""The only exception whose words a person reads."""

from dataclasses import dataclass


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
