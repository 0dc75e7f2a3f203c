"""Two loads and a build at the same time wait for each other; all count, in whatever order they came (R9)."""

import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

from rcc_dash.domain.progress import silent
from rcc_dash.intake.load import load, rebuild
from rcc_dash.intake.status import status
from rcc_dash.intake.take import Said
from rcc_dash.settings import PROJECT, DataHome
from rcc_dash.store import manifest

REGION = PROJECT / "tests" / "fixtures" / "region"
LATER = datetime(2025, 6, 2, 9, 30, tzinfo=UTC)


def test_all_count_and_the_order_does_not_matter(listed: DataHome, region: DataHome, tmp_path: Path) -> None:
    home = DataHome(Path(shutil.copytree(listed.root, tmp_path / "data")))
    wanted: list[Callable[[], object]] = [
        lambda: load([REGION / "Manchester", REGION / "Bury"], Said(), home, LATER, silent),
        lambda: load([REGION / "Bolton"], Said(), home, LATER, silent),
        lambda: rebuild(home, LATER, silent),
    ]
    with ThreadPoolExecutor(len(wanted)) as pool:
        for one in [pool.submit(job) for job in wanted]:
            one.result()
    found, expected = status(home), status(region)
    for part in ("children_by_la_and_date", "homes_by_date"):
        assert found[part] == expected[part]
    assert len(manifest.accepted(home)) == len(manifest.accepted(region))
    assert found["build"]["warning"] is None
