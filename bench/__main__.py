"""Run as `python -m bench [PART…]`: how fast and how steady is the app, beside other ways, all in one run?

Nothing here passes or fails: the ratios are for reading, since what is compared is measured in turns on the
same machine. What was to be reached and is not is printed beside its goal.

Parts: starts, pages, questions (each of our questions alone), sent, people, sizes (named statements beside
pandas and polars, and pages, at every size), engines (one DuckDB file beside other databases), load (beside
pandas), disclosure, regions (five synthetic ones: every released number reckoned anew), kills. None: all but
the last five.
"""

import argparse
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from bench import engines, growth, kills, pages, people, questions, regions, sent, servers, starts
from bench.browser import chromium
from bench.disclosure import disclosure
from bench.load import time_load
from bench.told import bar, load_words
from rcc_dash.settings import DataHome
from rcc_dash.store.warehouse import current_build_id

_USUAL: Final = ("starts", "pages", "questions", "sent", "people", "sizes")


def main() -> None:
    """Print the tables."""
    asked = _asked()
    print(f"Measured on {os.cpu_count()} processors; {load_words()}\n", flush=True)
    home = _with_data(asked.home)
    for name in asked.parts or _USUAL:
        _PARTS[name](asked, home)
        sys.stdout.flush()
    print(load_words())


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m bench", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(_PARTS))
    parser.add_argument("--home", type=Path, help="data folder, as RCC_DATA_DIR (default: the same)")
    parser.add_argument("--starts", type=int, default=5, help="warm starts")
    parser.add_argument("--clicks", type=int, default=20, help="clicks of each kind; 0: no pages in sizes")
    parser.add_argument("--card", action="store_true", help="pages: let the processor play a graphics card")
    parser.add_argument("--only", nargs="*", default=[], metavar="PAGE", help="only these pages")
    parser.add_argument("--questions", type=int, default=15, help="repeats of each question")
    parser.add_argument("--sizes", type=int, nargs="*", default=growth.SIZES, metavar="EPISODES")
    _people_options(parser)
    parser.add_argument("--copies", type=int, default=5, help="times the synthetic region in the load")
    parser.add_argument("--targets", type=int, default=560, help="hidden counts to attack")
    parser.add_argument("--others", type=Path, help="Python of an environment that has DuckLake and chDB")
    parser.add_argument(
        "--regions", type=int, default=5, help="so many synthetic regions in the part regions"
    )
    parser.add_argument("--acro", type=Path, help="Python of an environment that has acro")
    parser.add_argument("--load", action="append_const", dest="parts", const="load", help="the part load")
    parser.add_argument("--disclosure", action="append_const", dest="parts", const="disclosure",
                        help="the part disclosure")  # fmt: skip
    parser.add_argument("--kills", type=int, default=0, help="the part kills, so many of them")
    asked = parser.parse_args()
    return _checked(parser, asked)


def _people_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--people", type=int, nargs="*", default=[1, 10, 50], metavar="N", help="at once")
    parser.add_argument(
        "--grown-people", type=int, default=10, metavar="N", help="at once at every size; 0: none"
    )
    parser.add_argument("--think", type=float, default=7.0, help="mean seconds between a person's clicks")
    parser.add_argument("--each", type=int, default=12, help="clicks of each person")
    parser.add_argument(
        "--minutes", type=float, default=0.0, help="let people go on for so long: is memory flat?"
    )


def _checked(parser: argparse.ArgumentParser, asked: argparse.Namespace) -> argparse.Namespace:
    asked.parts = list(dict.fromkeys([*asked.parts, *(["kills"] if asked.kills else [])]))
    strange = [name for name in asked.parts if name not in _PARTS]
    if strange:
        parser.error(f"no such part: {', '.join(strange)}")
    return asked


def _with_data(given: Path | None) -> Path:
    home = DataHome(given.resolve()) if given else DataHome.chosen(os.environ)
    if current_build_id(home) is None and current_build_id(home.demo) is None:
        environment = {**os.environ, "RCC_DATA_DIR": str(home.root)}
        subprocess.run([sys.executable, "-m", "rcc_dash", "demo"], env=environment, check=True)
    return home.root


def _starts(asked: argparse.Namespace, home: Path) -> None:
    with chromium() as browser, bar() as progress:
        starts.told(browser, home, asked.starts, progress)


def _pages(asked: argparse.Namespace, home: Path) -> None:
    with chromium(is_card_played=asked.card) as browser, bar() as progress:
        found = pages.clicked(browser, home, pages.Clicks(asked.clicks, asked.only), progress)
    pages.told(found, pages.MOST, "on demonstration data")


def _questions(asked: argparse.Namespace, home: Path) -> None:
    questions.told(home if current_build_id(DataHome(home)) else DataHome(home).demo.root, asked.questions)


def _sent(_asked: argparse.Namespace, home: Path) -> None:
    with bar() as progress:
        sent.told(home, progress)


def _people(asked: argparse.Namespace, home: Path) -> None:
    print("People at once, each looking at what nobody else looks at")
    pace = people.Pace(asked.think, asked.each, asked.minutes * 60)
    for count in asked.people:
        with servers.app(home) as server, bar() as progress:
            met = people.meet(server, count, pace, progress)
        people.told(met, count, pace)
    print()


def _sizes(asked: argparse.Namespace, home: Path) -> None:
    demo = DataHome(home).demo
    if current_build_id(demo) is None:
        print("Sizes need the demonstration: python -m rcc_dash demo\n")
        return
    clicks, pace = pages.Clicks(asked.clicks, asked.only), people.Pace(asked.think, asked.each)
    measured = growth.Asked(asked.sizes, asked.questions, clicks, asked.grown_people, pace)
    with bar() as progress:
        growth.told(demo, measured, progress)


def _engines(asked: argparse.Namespace, home: Path) -> None:
    sizes = [size for size in asked.sizes if size >= engines.SMALLEST]
    with bar() as progress:
        engines.told(DataHome(home).demo, sizes, min(asked.questions, 5), asked.others, progress)


def _load(asked: argparse.Namespace, _home: Path) -> None:
    time_load(asked.copies)


def _disclosure(asked: argparse.Namespace, home: Path) -> None:
    disclosure(home, asked.targets, asked.acro)


def _regions(asked: argparse.Namespace, _home: Path) -> None:
    regions.print_regions(asked.regions)


def _kills(asked: argparse.Namespace, _home: Path) -> None:
    with bar() as progress:
        kills.told(asked.kills or 200, progress)


_PARTS: Final[Mapping[str, Callable[[argparse.Namespace, Path], None]]] = {
    "starts": _starts, "pages": _pages, "questions": _questions, "sent": _sent, "people": _people,
    "sizes": _sizes, "engines": _engines, "load": _load, "disclosure": _disclosure,
    "regions": _regions, "kills": _kills,
}  # fmt: skip


if __name__ == "__main__":
    main()
