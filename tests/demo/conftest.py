"""The synthetic region's files, written once for all tests of the folder."""

from pathlib import Path

import pytest

from rcc_dash.demo.write import write_demo
from rcc_dash.domain.progress import silent


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo")
    write_demo(folder, silent)
    return folder
