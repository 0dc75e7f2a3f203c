"""Data homes with a good build, which every fault must leave serving."""

from datetime import UTC, datetime

import pytest

from rcc_dash.domain.progress import silent
from rcc_dash.intake.load import load
from rcc_dash.intake.take import Said
from rcc_dash.settings import PROJECT, DataHome

REGION = PROJECT / "tests" / "fixtures" / "region"
NOW = datetime(2025, 6, 1, 9, 30, tzinfo=UTC)


@pytest.fixture(scope="session")
def listed(tmp_path_factory: pytest.TempPathFactory) -> DataHome:
    """One list of homes, loaded once; to be copied by whoever changes it."""
    home = DataHome(tmp_path_factory.mktemp("listed") / "data")
    load([REGION / "ofsted_list_31_march_2025.csv"], Said(), home, NOW, silent)
    return home


@pytest.fixture(scope="session")
def region(tmp_path_factory: pytest.TempPathFactory) -> DataHome:
    """The countable region, loaded once; to be copied by whoever changes it."""
    home = DataHome(tmp_path_factory.mktemp("steady") / "data")
    load([REGION], Said(), home, NOW, silent)
    return home
