"""The raw files, the list of loads, decisions and keys alone bring everything back elsewhere (R16)."""

import hashlib
import shutil
from datetime import UTC, datetime
from pathlib import Path

from rcc_dash.domain.progress import silent
from rcc_dash.intake.load import rebuild
from rcc_dash.settings import DataHome
from rcc_dash.store import manifest
from rcc_dash.store.warehouse import Warehouse
from tests.store.staged_by_hand import contents

YEARS_LATER = datetime(2031, 2, 3, 4, 5, tzinfo=UTC)


def logical_hash(home: DataHome) -> str:
    """Hash every row of every table, whatever the bytes of the file and the time of the build are."""
    opened = Warehouse.open_current(home)
    assert opened is not None
    assert opened.warning is None
    told = repr(sorted(contents(opened).items()))
    opened.close()
    return hashlib.sha256(told.encode()).hexdigest()


def test_what_a_backup_holds_comes_back_the_same(region: DataHome, tmp_path: Path) -> None:
    clean = DataHome(tmp_path / "another" / "machine")
    clean.root.mkdir(parents=True)
    for folder in (region.raw, region.keys):
        shutil.copytree(folder, clean.root / folder.name)
    shutil.copy(region.manifest, clean.manifest)
    rebuild(clean, YEARS_LATER, silent)
    assert logical_hash(clean) == logical_hash(region)
    assert manifest.loads(clean) == manifest.loads(region)
