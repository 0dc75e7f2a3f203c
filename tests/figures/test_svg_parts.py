"""Text in lines, and pieces of a picture put together."""

from rcc_dash.figures.svg_parts import Piece, Type, paragraph, scaled, stacked, width_of, wrapped


def test_text_goes_over_lines_and_no_word_is_wider_than_its_room() -> None:
    how = Type(13)
    lines = wrapped(f"Some words and {'x' * 200}", 120, how)
    assert "".join(lines).replace(" ", "") == f"Somewordsand{'x' * 200}"
    assert max(width_of(line, how) for line in lines) <= 130
    assert paragraph("", 100, how).height == 0


def test_pieces_are_stacked_and_shrunk_to_fit() -> None:
    piece = Piece("<g/>", 200, 100)
    assert scaled(piece, 100).height == 50
    assert scaled(piece, 300) is piece
    assert stacked([piece, Piece("", 0, 0), piece], 10).height == 210
