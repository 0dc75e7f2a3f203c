"""Run as `python -m bench.screens [--home FOLDER]`: the README's pictures, drawn from the demonstration.

Needs Chromium. Writes PNG files of few colours into `.github/screens`; run it when a page looks different.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Final

from PIL import Image
from playwright.sync_api import Browser

from bench.browser import READY, chromium
from bench.servers import PROJECT, app

FOLDER: Final = PROJECT / ".github" / "screens"
_COLOURS: Final = 128
"""Enough for flat colours; a picture of all pages' colours would be four times as large."""
_STEADY_MS: Final = 3_000
_NO_OFFER: Final = "localStorage.setItem('rcc-tour-seen', 'no')"
_DESK: Final = (1440, 900)
_PHONE: Final = (390, 844)


@dataclass(frozen=True, slots=True)
class Screen:
    """One picture: the name of its file, the address within the app, and the size of the window."""

    name: str
    address: str
    size: tuple[int, int] = _DESK


SCREENS: Final = (
    Screen("overview", ""),
    Screen("map", "homes_and_origins?show=shade.homes.flows&shade=outside"),
    Screen("rare-needs", "rare?r=se&r-part=pool"),
    Screen("voids-on-a-phone", "voids", _PHONE),
)


def main() -> None:
    """Draw every picture, of synthetic data only."""
    parser = argparse.ArgumentParser(prog="python -m bench.screens", description=__doc__)
    parser.add_argument("--home", type=Path, help="data folder with nothing loaded (default: a new one)")
    FOLDER.mkdir(parents=True, exist_ok=True)
    with _demonstration(parser.parse_args().home) as home, app(home) as server, chromium() as browser:
        for screen in SCREENS:
            picture = FOLDER / f"{screen.name}.png"
            picture.write_bytes(drawn(browser, server.url, screen))
            print(f"{picture.relative_to(PROJECT)}: {picture.stat().st_size / 1024:.0f} kB")


@contextmanager
def _demonstration(given: Path | None) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        home = given.resolve() if given else Path(folder)
        environment = {**os.environ, "RCC_DATA_DIR": str(home)}
        command = [sys.executable, "-m", "rcc_dash", "demo"]
        subprocess.run(command, cwd=PROJECT, env=environment, check=True, stdout=subprocess.DEVNULL)
        yield home


def drawn(browser: Browser, url: str, screen: Screen) -> bytes:
    """Open an address and give its picture as a PNG; raises RuntimeError where the data are not synthetic."""
    width, height = screen.size
    page = browser.new_context(viewport={"width": width, "height": height}).new_page()
    page.add_init_script(_NO_OFFER)
    page.goto(f"{url}/{screen.address}")
    page.wait_for_selector("h1", timeout=60_000)
    page.wait_for_selector(READY, timeout=60_000)
    page.wait_for_timeout(_STEADY_MS)
    if "Synthetic demonstration data" not in page.inner_text("body"):
        message = f"{screen.name}: not the demonstration; give a folder with nothing loaded"
        raise RuntimeError(message)
    shot = page.screenshot()
    page.context.close()
    return _of_few_colours(shot)


def _of_few_colours(shot: bytes) -> bytes:
    small = BytesIO()
    Image.open(BytesIO(shot)).convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE).save(
        small, "PNG", optimize=True
    )
    return small.getvalue()


if __name__ == "__main__":
    main()
