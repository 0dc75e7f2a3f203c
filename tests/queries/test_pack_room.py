"""Publishing where little is loaded, or where the disk takes no more: the last one serves."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from rcc_dash.errors import UserError
from rcc_dash.queries.pack_walk import Kind
from rcc_dash.settings import PROJECT, DataHome
from rcc_dash.store import releases
from tests.queries.published_by_hand import SIZES, loaded, published, shown, with_one_release
from tests.store.staged_by_hand import BURY

FULL = """
import resource, sys
from pathlib import Path
from rcc_dash.errors import UserError
from rcc_dash.settings import DataHome
from tests.queries.published_by_hand import published
most = int(sys.argv[2])
resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
try:
    published(DataHome(Path(sys.argv[1])), "two")
except UserError as why:
    print(why.title)
"""


def test_a_region_without_a_list_of_homes_is_published(tmp_path: Path) -> None:
    home = DataHome(tmp_path)
    loaded(home, SIZES)
    assert published(home, "one", kinds={Kind.BEDS, Kind.MATCHES, Kind.NEARER}).release.name == "one"


@pytest.mark.parametrize("most", [0, 4096, 300_000])
def test_a_full_disk_is_said_and_the_last_release_goes_on_serving(tmp_path: Path, most: int) -> None:
    home = with_one_release(tmp_path)
    before = shown(home)
    loaded(home, {**SIZES, BURY: 150})
    told = subprocess.run(
        [sys.executable, "-c", FULL, str(tmp_path), str(most)],
        cwd=PROJECT, check=True, capture_output=True, text=True,
    )  # fmt: skip
    assert told.stdout.strip() == "The release could not be written"
    assert shown(home) == before
    assert [releases.is_whole(home, one) for one in releases.listed(home).releases] == [True]
    assert not list(home.releases.glob("*two*"))


def test_a_folder_that_takes_nothing_is_said(tmp_path: Path) -> None:
    home = DataHome(tmp_path)
    loaded(home, SIZES)
    shutil.rmtree(home.release_state, ignore_errors=True)
    home.release_state.write_text("a file where a folder should be", encoding="utf-8")
    with pytest.raises(UserError, match="could not be written"):
        published(home, "one")
