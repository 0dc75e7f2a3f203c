"""How is what was measured told? A goal beside what was found, and how busy the machine was."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import quantiles

from rcc_dash.domain.progress import Progress
from rcc_dash.terminal import progress_bar


@dataclass(frozen=True, slots=True)
class Goal:
    """What was to be reached, at most `most`, and what was found."""

    what: str
    most: float
    found: float
    unit: str = ""

    def tell(self) -> bool:
        """Print it where it is not reached; says whether it is."""
        if self.found > self.most:
            unit = f" {self.unit}" if self.unit else ""
            print(f"  NOT REACHED: {self.what}: goal ≤ {self.most:g}{unit}, found {_short(self.found)}{unit}")
        return self.found <= self.most


def _short(number: float) -> str:
    return f"{number:,.0f}" if number >= 100 or number == int(number) else f"{number:.1f}"  # noqa: PLR2004 three figures


def late(values: Sequence[float], percentile: int = 95) -> float:
    """Give the 95th percentile, or another."""
    return quantiles(values, n=100, method="inclusive")[percentile - 1] if len(values) > 1 else values[0]


def load_words() -> str:
    """Say how busy the machine is."""
    if not hasattr(os, "getloadavg"):
        return "load of the machine not known"
    return "load of the machine {:.1f} over 1 minute, {:.1f} over 5".format(*os.getloadavg())


@contextmanager
def bar() -> Iterator[Progress]:
    """Show progress of what takes long, apart from the tables."""
    with progress_bar(sys.stderr) as progress:
        yield progress
