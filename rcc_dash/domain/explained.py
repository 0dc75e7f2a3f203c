"""What does a number mean, what went into it, and how was it worked out?"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Explained:
    """One number: its name, its meaning, what goes into it, the formula in words, and what to beware of."""

    title: str
    meaning: str
    inputs: tuple[str, ...]
    formula: str
    beware: str = ""
