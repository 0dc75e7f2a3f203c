"""Run as `python -m bench`: how fast is the app, next to an empty page, all in one run?

Nothing here passes or fails: the numbers are for reading, and the ratios for comparing, since
an empty page is timed in turns with the app on the same machine.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from contextlib import AbstractContextManager
from pathlib import Path
from statistics import median, quantiles

from playwright.sync_api import Browser

from bench import servers
from bench.browser import Visit, chromium
from bench.disclosure import disclosure
from bench.load import time_load
from bench.map_size import deck_kilobytes
from bench.questions import timed
from bench.rounds import Kind, kinds
from rcc_dash.settings import DataHome
from rcc_dash.store.warehouse import current_build_id


def main() -> None:
    """Print the tables."""
    asked = _asked()
    if asked.load:
        time_load(asked.copies)
        print(_load())
        return
    home = _with_data(asked.home)
    if asked.disclosure:
        disclosure(home, asked.targets, asked.acro)
        return
    print(f"Measured on {os.cpu_count()} processors; {_load()}\n")
    with chromium() as browser, tempfile.TemporaryDirectory() as folder:
        _starts(browser, home, Path(folder), asked.starts)
        _clicks(browser, home, Path(folder), asked.clicks)
    _sizes(home)
    _questions(home, asked.questions)
    print(_load())


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--home", type=Path, help="data folder, as RCC_DATA_DIR (default: the same)")
    parser.add_argument("--clicks", type=int, default=20, help="clicks of each kind")
    parser.add_argument("--starts", type=int, default=5, help="warm starts")
    parser.add_argument("--questions", type=int, default=15, help="repeats of each question")
    parser.add_argument("--load", action="store_true", help="time only the load of ten years of returns")
    parser.add_argument("--copies", type=int, default=5, help="times the synthetic region in that load")
    parser.add_argument("--disclosure", action="store_true", help="only what the protected view gives away")
    parser.add_argument("--targets", type=int, default=560, help="hidden counts to attack")
    parser.add_argument("--acro", type=Path, help="Python of an environment that has acro")
    return parser.parse_args()


def _with_data(given: Path | None) -> Path:
    home = DataHome(given.resolve()) if given else DataHome.chosen(os.environ)
    if current_build_id(home) is None and current_build_id(home.demo) is None:
        environment = {**os.environ, "RCC_DATA_DIR": str(home.root)}
        subprocess.run([sys.executable, "-m", "rcc_dash", "demo"], env=environment, check=True)
    return home.root


def _load() -> str:
    if not hasattr(os, "getloadavg"):
        return "load of the machine not known"
    return "load of the machine {:.1f} over 1 minute, {:.1f} over 5".format(*os.getloadavg())


def _starts(browser: Browser, home: Path, folder: Path, times: int) -> None:
    print("Warm start (data built; new server, new browser profile), beside an empty page: seconds")
    print(f"  {'':<30}{'p50':>7}{'worst':>7}{'empty':>7}")
    pairs = [
        (_start(browser, servers.app(home)), _start(browser, servers.empty(folder))) for _ in range(times)
    ]
    ours, floor = ([*zip(*rows, strict=True)] for rows in zip(*pairs, strict=True))
    for name, app, empty in zip(("server answers", "first page painted", "both"), ours, floor, strict=True):
        print(f"  {name:<30}{median(app):7.2f}{max(app):7.2f}{median(empty):7.2f}")
    print()


def _start(browser: Browser, serving: AbstractContextManager[servers.Server]) -> tuple[float, float, float]:
    with serving as server:
        started = time.perf_counter()
        visit = Visit(browser, server.url)
        painted = time.perf_counter() - started
        visit.close()
        return server.up_seconds, painted, server.up_seconds + painted


def _clicks(browser: Browser, home: Path, folder: Path, times: int) -> None:
    with servers.app(home) as app, servers.empty(folder) as empty:
        found = kinds(browser, app, empty)
        for _ in range(times):
            for kind in found:
                kind.once()
        _print_clicks(found)


def _print_clicks(found: Iterable[Kind]) -> None:
    print("From click to repainted: milliseconds, beside an empty page; what the server sent and worked")
    print(f"  {'':<56}{'p50':>7}{'p95':>7}{'ratio':>7}{'KB':>8}{'CPU ms':>8}")
    floor = 0.0
    for kind in found:
        ms = [click.ms for click in kind.clicks]
        floor = floor or median(ms)
        sent = median(click.kilobytes for click in kind.clicks)
        worked = f"{median(kind.cpu_ms):8.0f}" if kind.cpu_ms else f"{'':>8}"
        late = quantiles(ms, n=20)[-1] if len(ms) > 1 else ms[0]
        print(f"  {kind.name:<56}{median(ms):7.0f}{late:7.0f}{median(ms) / floor:7.1f}{sent:8.1f}{worked}")
    print()


def _sizes(home: Path) -> None:
    print("The map's picture as it is sent (JSON): kilobytes")
    for name, kilobytes in deck_kilobytes(home).items():
        print(f"  {name:<30} {kilobytes:7.1f}")
    print()


def _questions(home: Path, times: int) -> None:
    built = home if current_build_id(DataHome(home)) else DataHome(home).demo.root
    print("Each question: median milliseconds, asked anew and asked again")
    for one in timed(built, times):
        print(f"  {one.name:<56}{one.new_ms:9.1f}{one.again_ms:9.1f}")
    print()


if __name__ == "__main__":
    main()
