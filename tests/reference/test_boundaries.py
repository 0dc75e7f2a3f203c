import json
import shutil
from pathlib import Path

import pytest
import shapely
from pyproj import Transformer

from rcc_dash.reference.boundaries import Area, areas
from rcc_dash.reference.tables import rows
from rcc_dash.settings import BOUNDARIES_DIR, PROJECT

OFFICIAL = PROJECT.parent / "shared" / "data" / "geo" / "CTYUA_Dec_2023_EN_BSC.geojson"
needs_official = pytest.mark.skipif(
    not OFFICIAL.exists(), reason="the official file lies outside the project (../shared)"
)
IN_ENGLAND = [row["la_code"] for row in rows("local_authorities")]
SQUARE_METRES = 9_000


def square(number: int) -> list[list[list[float]]]:
    """Give a made-up council's square on the grid, apart from all others."""
    west, south = 300_000 + number % 13 * 10_000, 200_000 + number // 13 * 10_000
    east, north = west + SQUARE_METRES, south + SQUARE_METRES
    return [[[west, south], [east, south], [east, north], [west, north], [west, south]]]


def write(path: Path, codes: list[str], named: str = "CTYUA25CD", *, degrees: bool = False) -> None:
    move = Transformer.from_crs(27700, 4326, always_xy=True).transform if degrees else lambda x, y: (x, y)
    features = [
        {
            "type": "Feature",
            "properties": {"FID": number, named: code},
            "geometry": {"type": "Polygon", "coordinates": [[move(*at) for at in square(number)[0]]]},
        }
        for number, code in enumerate(codes)
    ]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")


def feature(properties: str, geometry: str) -> str:
    return f'{{"features": [{{"properties": {properties}, "geometry": {geometry}}}]}}'


def area_of(folder: Path, code: str) -> Area:
    return next(area for area in areas(folder).areas if area.la_code == code)


def test_without_an_official_file_the_derived_outlines_are_drawn(tmp_path: Path) -> None:
    found = areas(tmp_path)
    assert [area.la_code for area in found.areas] == sorted(IN_ENGLAND)
    assert found.source_name == "Derived from the ONS Postcode Directory: approximate"
    assert "Royal Mail" in found.licence
    assert found.notice == ""


def test_the_same_object_comes_back_and_is_hashed_by_identity() -> None:
    assert areas() is areas(BOUNDARIES_DIR)
    assert hash(areas()) == hash(areas())


def test_rings_are_closed_and_names_stand_inside() -> None:
    for area in areas().areas:
        drawn = [shapely.Polygon(rings[0], rings[1:]) for rings in area.polygons]
        assert all(ring[0] == ring[-1] and len(ring) >= 4 for rings in area.polygons for ring in rings)
        assert any(polygon.contains(shapely.Point(area.label)) for polygon in drawn), area.name


@needs_official
def test_a_dropped_official_file_is_used_at_once_and_left_when_taken_away(tmp_path: Path) -> None:
    before = areas(tmp_path)
    shutil.copy(OFFICIAL, tmp_path)
    found = areas(tmp_path)
    assert found.source_name == "ONS boundaries (CTYUA_Dec_2023_EN_BSC.geojson)"
    assert found.licence.endswith("database right 2023.")
    assert (len(found.areas), found.notice) == (153, "")
    assert areas(tmp_path) is found
    (tmp_path / OFFICIAL.name).unlink()
    assert areas(tmp_path) is before


@needs_official
def test_official_outlines_lie_where_ours_lie(tmp_path: Path) -> None:
    shutil.copy(OFFICIAL, tmp_path)
    ours = {area.la_code: area.label for area in areas().areas}
    for area in areas(tmp_path).areas:
        assert area.label == pytest.approx(ours[area.la_code], abs=0.35), area.name


@pytest.mark.parametrize("degrees", [False, True])
def test_metres_and_degrees_give_the_same_place(tmp_path: Path, *, degrees: bool) -> None:
    write(tmp_path / "uk.json", IN_ENGLAND, degrees=degrees)
    to_degrees = Transformer.from_crs(27700, 4326, always_xy=True).transform
    middle = to_degrees(300_000 + SQUARE_METRES / 2, 200_000 + SQUARE_METRES / 2)
    assert area_of(tmp_path, IN_ENGLAND[0]).label == pytest.approx(middle, abs=0.005)


def test_codes_of_ons_become_those_that_dfe_publishes(tmp_path: Path) -> None:
    newer = {"E08000016": "E08000038", "E08000019": "E08000039"}
    write(tmp_path / "new.geojson", [newer.get(code, code) for code in IN_ENGLAND])
    assert areas(tmp_path).notice == ""
    assert area_of(tmp_path, "E08000016").name == "Barnsley"


def test_districts_are_put_together_and_other_nations_left_out(tmp_path: Path) -> None:
    districts = ["E07000150", "E07000151", "E07000152", "E07000153", "E07000154", "E07000155", "E07000156"]
    rest = [code for code in IN_ENGLAND if code not in {"E06000061", "E06000062"}]
    write(tmp_path / "lad.geojson", [*rest, *districts, "W06000001", "S12000005"], "LAD19CD")
    found = areas(tmp_path)
    assert (len(found.areas), found.notice) == (153, "")
    assert len(area_of(tmp_path, "E06000061").polygons) == 4
    assert len(area_of(tmp_path, "E06000062").polygons) == 3


def test_a_file_of_ten_councils_is_not_used_and_the_notice_says_how_to_mend_it(tmp_path: Path) -> None:
    write(tmp_path / "ten.geojson", IN_ENGLAND[:10])
    found = areas(tmp_path)
    assert len(found.areas) == 153
    assert found.source_name.startswith("Derived")
    assert "ten.geojson lacks" in found.notice
    assert "and 139 more, so it is not used" in found.notice
    assert "Download 'Counties and Unitary Authorities" in found.notice


@pytest.mark.parametrize(
    "text",
    [
        '{"type": "Fea',
        "[]",
        "null",
        '{"features": 3}',
        '{"features": [1]}',
        '{"features": [{"properties": null}]}',
        '{"features": []}',
        "\x00",
        feature('{"A": "E06000001"}', '{"type": "Point"}'),
        feature('{"A": "E06000001"}', '{"type": "Polygon", "coordinates": [[[0, 0]]]}'),
        feature('{"A": "none of ours"}', "null"),
        feature('{"A": "E06000001"}', '{"type": "Point", "coordinates": [1, 2]}'),
        "[" * 100_000,
    ],
)
def test_a_file_that_is_no_map_is_not_used_and_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "broken.json").write_text(text, encoding="utf-8")
    found = areas(tmp_path)
    assert found.source_name.startswith("Derived")
    assert found.notice.startswith("broken.json ")
    assert "not used" in found.notice


def test_a_good_file_beside_a_broken_one_is_used_and_the_broken_one_named(tmp_path: Path) -> None:
    write(tmp_path / "good.geojson", IN_ENGLAND)
    (tmp_path / "broken.json").write_text("{", encoding="utf-8")
    found = areas(tmp_path)
    assert found.source_name == "ONS boundaries (good.geojson)"
    assert found.notice.startswith("broken.json") or found.notice == ""


def test_a_mended_file_is_read_again(tmp_path: Path) -> None:
    (tmp_path / "mine.json").write_text("{", encoding="utf-8")
    assert areas(tmp_path).notice
    write(tmp_path / "mine.json", IN_ENGLAND)
    assert areas(tmp_path).source_name == "ONS boundaries (mine.json)"


def test_a_folder_that_is_not_there_gives_the_derived_outlines(tmp_path: Path) -> None:
    assert areas(tmp_path / "none").source_name.startswith("Derived")
