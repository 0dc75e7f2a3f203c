import base64
import re
from xml.etree import ElementTree as ET

import numpy as np
import pandas as pd
import pytest

from rcc_dash.domain.places import cooperatives
from rcc_dash.figures.base_map import region_ground
from rcc_dash.figures.shading import Shading
from rcc_dash.figures.shapes import bounds_of
from rcc_dash.figures.small_map import SmallMap, small_map
from rcc_dash.figures.view import fitted_view
from tests.figures.square_land import GROUND, SHADING

SVG = "{http://www.w3.org/2000/svg}"


def drawn(focus: str = "") -> SmallMap:
    return small_map("Square & land", GROUND, SHADING, (600, 450), focus)


def test_the_picture_is_well_formed_and_says_itself() -> None:
    root = ET.fromstring(drawn().svg)  # noqa: S314  made by us in this test
    assert root.find(f"{SVG}title").text == "Children placed outside: Square & land"  # type: ignore[union-attr]
    desc = root.find(f"{SVG}desc").text  # type: ignore[union-attr]
    assert desc == "Ashby 32%; Barton on Sea [c]; Combe not returned; Windsor and Maidenhead 61%"


def test_hidden_is_hatched_and_missing_is_dashed() -> None:
    root = ET.fromstring(drawn().svg)  # noqa: S314  made by us in this test
    by_title = {
        p.find(f"{SVG}title").text: p for p in root.iter(f"{SVG}path") if p.find(f"{SVG}title") is not None
    }  # type: ignore[union-attr]
    assert by_title["Barton on Sea: [c]"].get("fill") == "url(#hidden)"
    assert by_title["Combe: not returned"].get("stroke-dasharray")
    assert by_title["Ashby: 32%"].get("fill", "").startswith("#")


def test_each_name_carries_its_figure() -> None:
    texts = ["|".join(t.itertext()) for t in ET.fromstring(drawn().svg).iter(f"{SVG}text")]  # noqa: S314  made by us
    assert sorted(texts) == [
        "Ashby|32%",
        "Barton|on Sea|[c]",
        "Combe|not returned",
        "Windsor and|Maidenhead|61%",
    ]


@pytest.mark.parametrize("size", [(600, 430), (400, 370)])
@pytest.mark.parametrize("rcc", ["gm", "se"])
def test_every_area_is_named_with_its_figure_in_the_picture_or_beside_it(
    rcc: str, size: tuple[int, int]
) -> None:
    ground = region_ground(cooperatives()[rcc].la_codes)
    rows = {"la_code": [one.code for one in ground.members], "value": 40.0, "shown": "40%"}
    picture = small_map(rcc, ground, Shading("Far", "share_pct", pd.DataFrame(rows)), size)
    texts = [[*text.itertext()] for text in ET.fromstring(picture.svg).iter(f"{SVG}text")]  # noqa: S314  made by us
    inside = {" ".join(lines) for lines in texts}
    for one in ground.members:
        assert f"{one.name} 40%" in inside or re.search(rf"{one.name}( 40%)?([,.]| and )", picture.beside), (
            one.name
        )
    assert len(inside) + picture.beside.count("40%") == len(ground.members)
    assert (rcc == "gm") == (picture.beside == "")


def test_initials_are_spelt_out_beside_the_picture() -> None:
    ground = region_ground(cooperatives()["se"].la_codes)
    drawn = small_map("South East", ground, SHADING, (400, 370))
    assert "BF is Bracknell Forest." in drawn.beside
    assert drawn.beside.startswith("No room to name Slough. ")


def test_the_area_in_focus_is_outlined_in_ink() -> None:
    assert 'stroke-width="3.5"' in drawn("A1").svg
    assert 'stroke-width="3.5"' not in drawn().svg


def test_no_other_column_gets_into_the_picture() -> None:
    assert "s3cret" not in drawn().svg


def test_as_an_image_it_has_words_and_the_same_picture() -> None:
    html = drawn().img_html()
    source = re.search(r"base64,([^\"]+)\"", html)
    assert source
    assert base64.b64decode(source[1]).decode() == drawn().svg
    assert 'alt="Map of Square &amp; land: Children placed outside' in html


@pytest.mark.parametrize("rcc", ["gm", "se"])
def test_outlines_written_from_point_to_point_go_through_every_point(rcc: str) -> None:
    ground = region_ground(cooperatives()[rcc].la_codes)
    view = fitted_view(bounds_of(ground.members), (600, 430))
    root = ET.fromstring(small_map(rcc, ground, SHADING, (600, 430)).svg)  # noqa: S314  made by us in this test
    paths = [one for one in root.iter(f"{SVG}path") if one.find(f"{SVG}title") is not None]
    for shape, path in zip(ground.members, paths, strict=True):
        rings = [ring for polygon in shape.polygons for ring in polygon]
        written = [ring for ring in path.get("d", "").split("z") if ring]
        for ring, text in zip(rings, written, strict=True):
            numbers = np.array(re.findall(r"-?(?:\d+\.?\d*|\.\d+)", text), dtype=float).reshape(-1, 2)
            points = view.to_pixels(np.array(ring))[:-1]
            apart = np.abs(points[:, None] - numbers.cumsum(axis=0)[None]).max(axis=2).min(axis=1)
            assert apart.max() < 0.06, shape.name
