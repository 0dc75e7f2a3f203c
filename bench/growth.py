"""How do questions and pages grow with the number of episodes, beside the smallest number?"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser

from bench import answers, pages, people, servers
from bench.browser import chromium
from bench.grown import grown
from bench.told import late
from rcc_dash.domain.progress import Progress, part
from rcc_dash.settings import DataHome

SIZES = (100_000, 1_000_000, 3_000_000)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is measured: sizes, repeats of each question, what is clicked, people at once and their pace.

    No pages are opened where nothing is clicked, and no people come where there are none.
    """

    sizes: Sequence[int]
    questions: int
    clicks: pages.Clicks
    at_once: int
    pace: people.Pace


def told(demo: DataHome, asked: Asked, progress: Progress) -> None:
    """Print the tables of every size, then how everything grows."""
    sized: dict[str, list[float]] = {}
    with chromium() as browser:
        for number, episodes in enumerate(asked.sizes):
            share = part(progress, number / len(asked.sizes), (number + 1) / len(asked.sizes))
            for name, found in _at(demo, episodes, asked, browser, share).items():
                sized.setdefault(name, []).append(found)
    _grows(asked.sizes, sized)


def _at(
    demo: DataHome, episodes: int, asked: Asked, browser: Browser, progress: Progress
) -> dict[str, float]:
    with grown(demo, episodes, part(progress, 0.0, 0.5)) as home:
        return _measured(home, episodes, asked, browser, part(progress, 0.5, 1.0))


def _measured(
    home: Path, episodes: int, asked: Asked, browser: Browser, progress: Progress
) -> dict[str, float]:
    found = answers.answered(DataHome(home).demo, asked.questions, part(progress, 0.0, 0.4))
    answers.told(found, episodes)
    sized = {f"{one.name}, ms": one.ms[0] for one in found}
    if asked.clicks.times:
        clicked = pages.clicked(browser, home, asked.clicks, part(progress, 0.4, 1.0))
        pages.told(clicked, pages.MOST_GROWN, f"at {episodes:,} episodes")
        sized |= {f"{name}, p95 to empty page's": ratio for name, ratio in pages.ratios(clicked).items()}
    if asked.at_once:
        sized |= _with_people(home, asked, progress)
    return sized


def _with_people(home: Path, asked: Asked, progress: Progress) -> dict[str, float]:
    with servers.app(home) as server:
        met = people.meet(server, asked.at_once, asked.pace, progress)
    people.told(met, asked.at_once, asked.pace)
    print()
    name = f"{asked.at_once} people"
    return {
        f"{name}, p95 ms": late(met.ms),
        f"{name}, MB each": met.mb_each,
        f"{name}, MB at the end": met.mb[-1],
    }


def _grows(sizes: Sequence[int], sized: dict[str, list[float]]) -> None:
    print("Growth with the number of episodes")
    print(f"  {'':<80}" + "".join(f"{size:>12,}" for size in sizes) + f"{'last/first':>12}")
    for name, found in sized.items():
        print(
            f"  {name:<80}"
            + "".join(f"{one:12.1f}" for one in found)
            + f"{found[-1] / (found[0] or 1):12.1f}"
        )
    print()
