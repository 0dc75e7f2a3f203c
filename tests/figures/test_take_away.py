"""Pictures that leave the app: whole, crisp, in the screen's colours, and saying what they are."""

import re
from io import BytesIO

import pandas as pd
import pytest
from pypdf import PdfReader

from rcc_dash.figures.charts import ranked_bars
from rcc_dash.figures.deck import deck_spec, layer, lookup
from rcc_dash.figures.legend import Group, Item, Legend, Mark
from rcc_dash.figures.svg_deck import deck_piece
from rcc_dash.figures.svg_legend import keys_piece, legend_piece
from rcc_dash.figures.svg_parts import Piece
from rcc_dash.figures.svg_table import PaperTable
from rcc_dash.figures.take_away import Caption, KeyFigure, card_svg, page_svg, to_pdf, to_png
from rcc_dash.figures.take_away_pictures import bars_piece, chart_piece
from rcc_dash.figures.view import View
from rcc_dash.figures.void_bars import PLACES, Bar

CAPTION = Caption(
    area="Greater Manchester: Bolton",
    title="Living outside their LA <b>",
    sentence="On 31 March 2025 about 590 children of Bolton were looked after.",
    filters="Filters: Greater Manchester; children aged 10 to 15",
    lines=("Note: Synthetic demonstration data", "As at: 31 March 2025", "Sources: SSDA903 returns"),
    label="Protected view: counts of children are rounded",
)
EXACT = Caption("A", "T", "", "F", (), "Exact figures: OFFICIAL-SENSITIVE, do not share", is_alarm=True)
SQUARE = [[-2.5, 53.4], [-2.3, 53.4], [-2.3, 53.6], [-2.5, 53.6]]
FAR_SQUARE = [[-9.0, 50.0], [5.0, 50.0], [5.0, 58.0], [-9.0, 58.0]]
VIEW = View(-2.4, 53.5, 9.0, 400, 300)


def chart() -> Piece:
    frame = pd.DataFrame({
        "la_code": ["a", "b"], "name": ["Bolton", "Bury"], "value": [43.0, None], "shown": ["43%", "[c]"],
    })  # fmt: skip
    return chart_piece(ranked_bars("Outside", "share_pct", frame), "", 600)


def words(svg: str) -> str:
    return re.sub(r"\s+", " ", PdfReader(BytesIO(to_pdf(svg))).pages[0].extract_text())


def test_a_card_names_area_filters_sources_date_and_label_and_can_be_read_back() -> None:
    said = words(card_svg(chart(), CAPTION))
    told = (
        CAPTION.area,
        CAPTION.title,
        CAPTION.filters,
        *CAPTION.lines,
        CAPTION.label,
        "Bolton",
        "43%",
        "[c]",
    )
    assert [part for part in told if part not in said] == []


def test_a_hand_out_is_one_sheet_of_a4_with_its_sentence_figures_and_picture() -> None:
    figures = [KeyFigure("Children looked after", "6,120", ("95 fewer in a year", "England 81,770"))]
    svg = page_svg(CAPTION, figures, [chart(), chart()])
    pages = PdfReader(BytesIO(to_pdf(svg))).pages
    assert [round(float(size)) for size in pages[0].mediabox[2:]] == [794, 1123]
    said = words(svg)
    told = (
        CAPTION.sentence,
        CAPTION.filters,
        "6,120",
        "95 fewer in a year",
        "As at: 31 March 2025",
        "Bolton",
    )
    assert len(pages) == 1
    assert [part for part in told if part not in said] == []


def test_a_table_stands_on_the_sheet_as_far_as_it_fits_and_says_what_is_left() -> None:
    rows = [(f"Area {number}", f"{number:,}", "[c]") for number in range(200)]
    said = words(page_svg(CAPTION, [], [], [PaperTable("Children by area", ("LA", "Children", "Far"), rows)]))
    told = ("Children by area", "Area 0", "Area 20", "[c]", "more rows.", CAPTION.lines[2])
    assert [part for part in told if part not in said] == []
    assert "Area 199" not in said


def test_figures_of_a_table_on_the_sheet_end_below_each_other_and_no_name_is_cut() -> None:
    rows = [("Windsor and Maidenhead", "1,090"), ("Manchester", "[c]"), ("Wigan", "30")]
    svg = page_svg(CAPTION, [], [], [PaperTable("T", ("LA", "Children"), rows, frozenset({1}))])
    ends = re.findall(r'<text x="([\d.]+)"[^>]*text-anchor="end">(1,090|\[c\]|30|Children)<', svg)
    assert [said for _, said in ends] == ["Children", "1,090", "[c]", "30"]
    assert len({x for x, _ in ends}) == 1
    assert all(f">{name}<" in svg for name, _ in rows)


def test_a_sheet_with_many_tables_and_charts_is_a_pdf_too() -> None:
    table = PaperTable("T", ("LA", "Children"), [("Bolton", "10"), ("Bury", "20"), ("Wigan", "30")])
    assert words(page_svg(CAPTION, [], [chart()] * 8, [table] * 20)).count("Wigan") > 2


def test_a_second_picture_comes_too_where_both_fit_when_shrunk_a_little() -> None:
    high = Piece("<g/>", 700, 500)
    assert page_svg(CAPTION, [], [high, high]).count("<g/>") == 2
    assert page_svg(CAPTION, [], [high, high, high, high]).count("<g/>") == 2


def test_exact_figures_have_the_banner_on_top_and_at_the_foot() -> None:
    for svg in (card_svg(chart(), EXACT), page_svg(EXACT, [], [])):
        assert svg.count(EXACT.label) == 2
        assert svg.index(EXACT.label) < svg.index(">T<")


def test_a_png_is_twice_as_sharp_as_the_picture() -> None:
    svg = card_svg(chart(), CAPTION)
    width = int(re.search(r'width="(\d+)"', svg)[1])  # type: ignore[index]
    png = to_png(svg)
    assert png.startswith(b"\x89PNG")
    assert int.from_bytes(png[16:20]) == 2 * width


def test_a_picture_names_nobody_and_no_machine() -> None:
    svg = card_svg(chart(), CAPTION)
    assert set(PdfReader(BytesIO(to_pdf(svg))).metadata or {}) <= {"/Producer"}
    png = to_png(svg)
    chunks = {
        png[at - 4 : at] for at in range(4, len(png)) if png[at - 4 : at] in {b"tEXt", b"iTXt", b"eXIf"}
    }
    assert chunks == set()
    assert "<metadata" not in svg


def test_names_within_pictures_never_meet() -> None:
    svg = page_svg(CAPTION, [], [chart(), chart()])
    names = re.findall(r'\bid="([^"]+)"', svg)
    assert len(names) == len(set(names))


def deck() -> str:
    layers = [
        layer("SolidPolygonLayer", "hexes", [{"p": SQUARE, "k": 1}], getPolygon="@@=p",
              getFillColor=lookup([[1, 2, 3, 255], [10, 20, 30, 128]], "k")),
        layer("PolygonLayer", "land", [{"p": FAR_SQUARE}], getPolygon="@@=p", getFillColor=[241, 243, 244],
              stroked=False),
        layer("PathLayer", "lines", [{"p": SQUARE}], getPath="@@=p", getColor=[255, 0, 0], getWidth=2,
              getDashArray=[4, 3]),
        layer("ScatterplotLayer", "rings", [{"at": [-2.4, 53.5], "r": 16093}], getPosition="@@=at",
              getRadius="@@=r", radiusUnits="meters", stroked=True, filled=False, getLineColor=[0, 0, 255]),
        layer("TextLayer", "names", [{"at": [-2.4, 53.5], "text": "Bolton\n<43%>"}], getPosition="@@=at",
              getText="@@=text", getSize=13, getColor=[11, 12, 12, 255], fontWeight=700, background=True,
              getBackgroundColor=[255, 255, 255, 205], backgroundPadding=[3, 1, 3, 1]),
    ]  # fmt: skip
    return deck_piece(deck_spec(VIEW, layers), (400, 300)).svg


def test_the_map_comes_out_in_the_colours_and_places_of_its_layers() -> None:
    svg = deck()
    assert 'fill="#0a141e" fill-opacity="0.50"' in svg
    assert 'stroke="#ff0000" stroke-width="2" stroke-linejoin="round" stroke-dasharray="8 6"' in svg
    assert "&lt;43%&gt;</tspan>" in svg
    ring = re.search(r'<circle cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)" fill="none" stroke="#0000ff"', svg)
    assert ring
    assert [float(part) for part in ring.groups()] == pytest.approx(
        [200, 150, VIEW.miles_to_pixels(10)], abs=0.2
    )


def test_land_beyond_the_window_is_cut_off_at_it() -> None:
    numbers = [float(one) for one in re.findall(r"-?\d+\.\d(?= |L|Z)", deck())]
    assert max(numbers) <= 401
    assert min(numbers) >= -1


def test_every_mark_of_a_legend_has_a_sample_and_its_words() -> None:
    items = tuple(Item(mark, "#123456", f"words of {mark}", 8.0) for mark in Mark)
    svg = legend_piece(Legend((Group("Title & more", items),)), 200).svg
    assert "Title &amp; more" in svg
    for mark in Mark:
        assert f"words of {mark}" in svg
    assert svg.count("<rect") + svg.count("<circle") + svg.count("<path") >= len(Mark)


def test_the_key_of_a_chart_is_read_from_its_html() -> None:
    html = (
        '<ul class="keys"><li><span style="background:#d4351c;border-radius:50%"></span>Over 20 &amp; up</li>'
    )
    svg = keys_piece(f"{html}<li>Left out</li></ul>", 400).svg
    assert 'r="5.5" fill="#d4351c"' in svg
    assert ">Over 20 &amp; up<" in svg
    assert ">Left out<" in svg


def test_parted_bars_are_as_wide_as_their_numbers() -> None:
    bar = Bar("Bolton", "88 places", {"held": 25.0, "void": 25.0}, is_total=True)
    widths = re.findall(r'<rect x="[\d.]+" y="0.5" width="([\d.]+)"', bars_piece([bar], PLACES, 602).svg)
    assert widths == ["225.0", "225.0"]
