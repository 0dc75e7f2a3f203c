"""A few children look like none: the same marks, the same picture, the same chart, the same file."""

from collections.abc import Mapping
from dataclasses import asdict, replace

import pandas as pd
import pytest

from rcc_dash.domain.explore import Slice
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.headline import Figure
from rcc_dash.domain.measures import measures
from rcc_dash.domain.places import cooperatives, la_name
from rcc_dash.figures.base_map import region_ground
from rcc_dash.figures.charts import ranked_bars
from rcc_dash.figures.map_frames import shading_of
from rcc_dash.figures.small_map import small_map
from rcc_dash.figures.written import written
from rcc_dash.queries.area_values import AreaValues, Day, area_values
from rcc_dash.queries.calendar import Calendar
from rcc_dash.queries.distance_bands import bands_by, bands_by_area
from rcc_dash.queries.distance_children import Asked
from rcc_dash.queries.distance_flows import matrix
from rcc_dash.queries.distance_shares import distance_shares
from rcc_dash.queries.distance_why import why
from rcc_dash.queries.explore import explore
from rcc_dash.queries.explore_cells import Wanted, shown_sets, together_areas
from rcc_dash.queries.reader import Reader
from tests.queries.conftest import DAY, HandMade, ReaderMaker, hand_made, reader

BOLTON, BURY, WIGAN = "E08000001", "E08000002", "E08000010"
HOMES = Filters(placement=("home",))
LOADED = Calendar((DAY,), (), frozenset())
fixtures = (hand_made, reader)
FEW = {
    "la_code": BURY, "placement": "home", "placement_la": "E10000016", "outside_la": True, "far": True,
    "distance_miles": 60.0,
}  # fmt: skip


@pytest.fixture
def region(hand_made: HandMade) -> HandMade:
    """Every LA has returned; no child of Bury lives in a home."""
    for la in cooperatives()["gm"].la_codes:
        hand_made.children(60, la_code=la, distance_miles=3.0)
    for la in (BOLTON, WIGAN):
        hand_made.children(40, la_code=la, placement="home", distance_miles=30.0, far=True, outside_la=True)
    return hand_made


def everything(asked: Reader) -> dict[str, object]:
    """Give all that pages make of the children of homes in Bury, and the pictures of all LAs."""
    values = area_values(asked, HOMES, Day(DAY, None))
    shares = distance_shares(asked, HOMES, (DAY,), "all")[DAY].areas
    return {
        "figures": values.figures[BURY],
        "hidden": values.hidden,
        "picture": picture(values, "residential"),
        "shares": picture(values, "outside"),
        "chart": chart(values.figures),
        "distance": asdict(shares[BURY]),
        "bands": [row for row in bands_by_area(asked, Asked(HOMES, DAY)) if row.code == BURY],
        "ages": bands_by(asked, Asked(replace(HOMES, las=(BURY,)), DAY), "age"),
        "where": {to: figure for (la, to), figure in matrix(asked, HOMES, DAY).cells.items() if la == BURY},
        "why": why(asked, Asked(replace(HOMES, las=(BURY,)), DAY)),
        "slice": sliced(asked),
        "typed": typed(asked),
    }


def sliced(asked: Reader) -> dict[str, Figure]:
    """Give what the page Explore says of the same children."""
    found = {one: explore(asked, Slice(one, "la_code", "none"), HOMES, LOADED) for one in ("children", "far")}
    return {one: pivot.figure(BURY, "") for one, pivot in found.items() if pivot}


def typed(asked: Reader) -> list[dict[str, object]]:
    """Give the rows of them that typed SQL can read, of some of the sets of attributes."""
    sets = (("placement",), ("placement", "age"))
    rows = shown_sets(asked, Wanted(sets, (DAY,), HOMES.la_codes, together_areas(), "far"), Filters())
    told = rows["children"].notna() | rows["nearly_all"]
    mine = rows[told & rows["area_code"].eq(BURY) & rows["placement"].eq("home")]
    return mine.astype(object).where(mine.notna(), None).to_dict("records")  # type: ignore[return-value]


def picture(values: AreaValues, code: str) -> str:
    figures = {la: values.figures[la][code] for la in HOMES.la_codes}
    base = region_ground(HOMES.la_codes)
    return small_map("Greater Manchester", base, shading_of(measures()[code], figures), (400, 300)).img_html()


def chart(figures: Mapping[str, Mapping[str, Figure]]) -> object:
    rows = [(la, la_name(la), figures[la]["residential"]) for la in HOMES.la_codes]
    frame = pd.DataFrame({
        "la_code": [la for la, _, _ in rows], "name": [name for _, name, _ in rows],
        "value": [figure.value for _, _, figure in rows],
        "shown": [written(figure, measures()["residential"].unit) for _, _, figure in rows],
    })  # fmt: skip
    return ranked_bars("Children in homes", "children", frame)


@pytest.mark.parametrize("few", [1, 4, 9])
def test_a_few_children_change_nothing_that_is_sent(region: HandMade, reader: ReaderMaker, few: int) -> None:
    before = everything(reader(pepper="a"))
    region.children(few, **FEW)
    assert everything(reader(pepper="a")) == before
    region.children(40, **FEW)
    assert everything(reader(pepper="a")) != before


def test_the_mark_is_c_and_never_nought(region: HandMade, reader: ReaderMaker) -> None:
    region.children(4, **FEW)
    found = area_values(reader(), HOMES, Day(DAY, None)).figures
    for la in (BURY, "E08000009"):  # four, and none
        assert written(found[la]["children"], measures()["children"].unit) == "[c]"
        assert found[la]["children"] == found[BURY]["children"]
    exact = area_values(reader(exact=True), HOMES, Day(DAY, None)).figures
    assert (exact[BURY]["children"].value, exact["E08000009"]["children"].value) == (4, 0)
