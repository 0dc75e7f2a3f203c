"""How long from starting the server to the first page painted, beside an empty page?"""

import time
from contextlib import AbstractContextManager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser

from bench import servers
from bench.browser import Visit
from rcc_dash.domain.progress import Progress


def told(browser: Browser, home: Path, times: int, progress: Progress) -> None:
    """Print seconds of so many starts with data built, each with a new server and browser profile."""
    pairs = []
    with TemporaryDirectory() as folder:
        for done in range(times):
            progress(done / times, f"Starting, {done + 1} of {times}")
            pairs.append((_start(browser, servers.app(home)), _start(browser, servers.empty(Path(folder)))))
    progress(1.0, "Started")
    print("Warm start (data built; new server, new browser profile), beside an empty page: seconds")
    print(f"  {'':<30}{'p50':>7}{'worst':>7}{'empty':>7}")
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
