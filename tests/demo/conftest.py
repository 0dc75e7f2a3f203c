"""The synthetic region's files, as a first start writes them."""

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def demo(demo_home: Path) -> Path:
    return demo_home / "demo" / "written"
