"""How much may one typed question take?"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one typed question: time, memory and size of the answer.

    `seconds` is wall time from asking to the whole answer; the process is killed then. `memory_mb` is
    what the database may use, `address_mb` what the whole process may ask of the system.
    """

    seconds: float = 10.0
    rows: int = 10_000
    answer_bytes: int = 5_000_000
    columns: int = 500
    letters: int = 20_000
    memory_mb: int = 512
    address_mb: int = 1400


USUAL: Final = Limits()
"""design/disclosure.md 3.3; the address space is that of design/database.md 7, layer 5."""
