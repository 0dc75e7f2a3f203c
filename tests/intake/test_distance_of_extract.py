"""An extract with every awkward child: unknown origins, UASC, Scotland, Wales, parents, short breaks.

Places are public buildings: town halls, a county hall, the city chambers. Nobody is real.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from rcc_dash.domain.disclosure import Rule
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.progress import silent
from rcc_dash.intake.load import load
from rcc_dash.intake.take import Said
from rcc_dash.queries.distance_children import Asked
from rcc_dash.queries.distance_flows import matrix
from rcc_dash.queries.distance_headlines import who_is_counted
from rcc_dash.queries.distance_shares import distance_shares
from rcc_dash.queries.reader import Reader
from rcc_dash.settings import DataHome
from rcc_dash.store.warehouse import Warehouse

DAY = date(2025, 3, 31)
BOLTON, CARDIFF, EDINBURGH, LONDON = "BL1 1RU", "CF10 4UW", "EH1 1YJ", "SE1 7PB"
HEADINGS = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN"
CHILDREN = (
    ("01", "C2", "U6", BOLTON, BOLTON),
    ("02", "C2", "K2", BOLTON, CARDIFF),
    ("03", "C2", "U6", BOLTON, EDINBURGH),
    ("04", "C2", "U6", "", LONDON),
    ("05", "C2", "U6", BOLTON, ""),
    ("06", "V2", "K3", "", LONDON),
    ("07", "C2", "P1", BOLTON, BOLTON),
    ("08", "E1", "A5", BOLTON, LONDON),
    ("09", "V3", "U6", BOLTON, BOLTON),
)
UNACCOMPANIED = "06"


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    folder = written(tmp_path_factory.mktemp("extract") / "Bolton" / "2025")
    home = DataHome(tmp_path_factory.mktemp("data"))
    report = load([folder.parent.parent], Said(), home, datetime(2025, 6, 1, tzinfo=UTC), silent)
    assert report.is_clean
    opened = Warehouse.open_current(home)
    assert opened is not None
    yield Reader(opened, Rule("pepper", exact=True))
    opened.close()


def written(folder: Path) -> Path:
    folder.mkdir(parents=True)
    provider = {"P1": "PR0", "A5": "PR1"}
    rows = [
        f"MADEUP{number},01/06/2024,S,{status},N1,{place},{provider.get(place, 'PR4')},,,,{home},{placed},"
        for number, status, place, home, placed in CHILDREN
    ]
    (folder / "episodes.csv").write_text("\n".join([HEADINGS, *rows]), encoding="utf-8")
    heads = [f"MADEUP{number},M,01/04/2012,WBRI,UN5," for number, *_ in CHILDREN]
    header = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER"
    (folder / "header.csv").write_text("\n".join([header, *heads]), encoding="utf-8")
    uasc = ["CHILD,SEX,DOB,DUC", f"MADEUP{UNACCOMPANIED},M,01/04/2012,"]
    (folder / "uasc.csv").write_text("\n".join(uasc), encoding="utf-8")
    return folder


def test_denominators_are_as_the_definitions_say(reader: Reader) -> None:
    told = {
        k: one.value for k, one in who_is_counted(reader, Asked(Filters(las=("E08000001",)), DAY)).items()
    }
    assert told == {"all": 8, "known": 3, "unknown": 2, "adoption": 1, "parents": 1, "no_origin": 1}


def test_shares_of_all_and_of_known(reader: Reader) -> None:
    filters = Filters(las=("E08000001",))
    of_all, of_known = (
        distance_shares(reader, filters, (DAY,), base)[DAY].together for base in ("all", "known")
    )
    counts = {code: figure.value for code, figure in of_all.counts.items()}
    assert counts == {
        "outside": 5, "far": 3, "far_outside": 3, "out_region": 5, "out_england": 2, "far_inside": 0,
    }  # fmt: skip
    assert of_all.shares["far"].value == 38  # 3 of 8
    assert (of_known.children.value, of_known.counts["far"].value) == (3, 2)
    assert of_known.shares["far"].value == 67


def test_the_other_nations_and_the_unknown_are_destinations_of_their_own(reader: Reader) -> None:
    found = matrix(reader, Filters(las=("E08000001",)), DAY)
    row = {to: found.cells["E08000001", to].value for to in ("E08000001", "england", "nations", "unknown")}
    assert row == {"E08000001": 2, "england": 3, "nations": 2, "unknown": 1}
