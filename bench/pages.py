"""From a click to the last repaint, on every page, beside an empty page in the same browser."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Final

from playwright.sync_api import Browser

from bench import servers
from bench.rounds import Kind, kinds
from bench.told import Goal, late
from rcc_dash.domain.progress import Progress

MOST: Final = 2.0
"""Times the empty page, at the 95th percentile, on demonstration data."""
MOST_GROWN: Final = 3.0
"""The same at three million episodes."""


@dataclass(frozen=True, slots=True)
class Clicks:
    """How often everything is clicked, on which pages (all if none is named)."""

    times: int
    only: Collection[str] = ()


def clicked(browser: Browser, home: Path, clicks: Clicks, progress: Progress) -> list[Kind]:
    """Click everything so often, in turns; the first kind is the empty page."""
    with TemporaryDirectory() as folder, servers.app(home) as app, servers.empty(Path(folder)) as empty:
        progress(0.0, "Opening every page")
        found = kinds(browser, app, empty, clicks.only)
        for done in range(clicks.times):
            progress((done + 1) / (clicks.times + 1), f"Clicking, round {done + 1} of {clicks.times}")
            for kind in found:
                kind.once()
        for context in browser.contexts:
            context.close()
    progress(1.0, "Clicked")
    return found


def ratios(found: Iterable[Kind]) -> dict[str, float]:
    """Give for each kind its 95th percentile as times the empty page's."""
    first, *rest = found
    floor = late([click.ms for click in first.clicks])
    return {kind.name: late([click.ms for click in kind.clicks]) / floor for kind in rest}


def told(found: list[Kind], most: float, what: str) -> None:
    """Print the table, and what is not reached."""
    print(f"From click to repainted, {what}: milliseconds; as times the empty page; sent and worked")
    print(f"  {'':<56}{'p50':>7}{'p95':>7}{'of p50':>8}{'of p95':>8}{'KB':>8}{'CPU ms':>8}")
    late_ratios = {found[0].name: 1.0} | ratios(found)
    floor = median(click.ms for click in found[0].clicks)
    for kind in found:
        ms = [click.ms for click in kind.clicks]
        sent = median(click.kilobytes for click in kind.clicks)
        worked = f"{median(kind.cpu_ms):8.0f}" if kind.cpu_ms else f"{'':>8}"
        print(f"  {kind.name:<56}{median(ms):7.0f}{late(ms):7.0f}{median(ms) / floor:8.1f}"
              f"{late_ratios[kind.name]:8.1f}{sent:8.1f}{worked}")  # fmt: skip
    for kind in found[1:]:
        Goal(f"{kind.name}, p95 to the empty page's", most, late_ratios[kind.name]).tell()
    print()
