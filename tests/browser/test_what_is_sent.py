"""What goes over the wire to a real browser holds nothing of any one child."""

import csv
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.browser.on_page import go

NewPage = Callable[..., Any]


def test_no_childs_number_goes_over_the_wire(app: str, demo_home: Path, new_page: NewPage) -> None:
    children = set()
    for file in (demo_home / "demo" / "written" / "ssda903").rglob("*.csv"):
        with file.open(encoding="utf-8-sig", newline="") as lines:
            children |= {row["CHILD"] for row in csv.DictReader(lines)}
    assert len(children) > 10_000
    page = new_page()
    frames: list[bytes | str] = []

    def keep(frame: bytes | str) -> None:
        frames.append(frame)

    page.on("websocket", lambda socket: socket.on("framereceived", keep))
    for path in ("", "homes_and_origins", "data"):
        go(page, f"{app}/{path}?r=se&show=shade.homes.flows.origins")
    wire = b"".join(frame if isinstance(frame, bytes) else frame.encode() for frame in frames).decode(
        "latin-1"
    )
    assert len(wire) > 50_000
    assert children.isdisjoint(re.findall(r"\b[0-9]{9}\b", wire))
