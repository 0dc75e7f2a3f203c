from datetime import UTC, datetime
from pathlib import Path

import pytest

from rcc_dash.domain.progress import silent
from rcc_dash.errors import UserError
from rcc_dash.intake.load import rebuild
from rcc_dash.settings import DataHome
from rcc_dash.store.warehouse import current_build_id


def test_nothing_loaded_makes_no_empty_build_that_would_hide_the_demonstration(tmp_path: Path) -> None:
    home = DataHome(tmp_path)
    with pytest.raises(UserError, match="nothing to build from"):
        rebuild(home, datetime(2026, 1, 1, tzinfo=UTC), silent)
    assert current_build_id(home) is None
