"""A reference table is read as it stands, and a row that does not fit its columns is told."""

from pathlib import Path

import pytest

from rcc_dash.reference.tables import rows


def test_cells_are_text_under_their_headings_and_blank_lines_are_no_rows(tmp_path: Path) -> None:
    (tmp_path / "colours.csv").write_text('code,words\n1,"red, deep"\n\n2,\n', encoding="utf-8")
    assert rows("colours", tmp_path) == ({"code": "1", "words": "red, deep"}, {"code": "2", "words": ""})


@pytest.mark.parametrize("line", ["1", "1,red,round"])
def test_a_row_with_too_few_or_too_many_cells_is_refused(tmp_path: Path, line: str) -> None:
    (tmp_path / "colours.csv").write_text(f"code,words\n{line}\n", encoding="utf-8")
    with pytest.raises(ValueError, match="zip"):
        rows("colours", tmp_path)
