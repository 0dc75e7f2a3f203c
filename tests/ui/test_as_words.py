"""What somebody named a file, or wrote as a heading, is drawn as it stands."""

from types import SimpleNamespace

import pytest
import streamlit as st

from rcc_dash.errors import UserError
from rcc_dash.ui import loads_panel, upload_panel
from rcc_dash.ui.as_words import as_words
from rcc_dash.ui.faults import fault_words
from rcc_dash.ui.progress_shown import progress_shown

NAMED = r"![x](https:\\evil.example\seen.png) :red[now] $a$ `b` <i> ~c~ **d**.csv"


def test_no_mark_of_markdown_is_left() -> None:
    drawn = as_words(NAMED)
    assert drawn.startswith(r"!\[x](https:\\\\evil.example\\seen.png) :red\[now] \$a\$ \`b\` \<i>")
    assert as_words("Bolton_2025 (903).csv") == "Bolton_2025 (903).csv"


def test_a_fault_that_names_a_file_fetches_no_picture() -> None:
    said = fault_words(UserError(f"{NAMED} is empty", f"Sheet '{NAMED}'", "Save it again."), "")
    assert said.count("![x]") == 0
    assert said.count(r"!\[x]") == 2


def test_progress_names_a_file_as_it_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []
    place = SimpleNamespace(progress=lambda _share, words: drawn.append(words), empty=lambda: None)
    monkeypatch.setattr(st, "empty", lambda: place)
    with progress_shown("Loading") as progress:
        progress(0.5, f"Reading {NAMED}")
    assert drawn == ["Loading", as_words(f"Reading {NAMED}")]


@pytest.mark.parametrize(("module", "draws"), [(upload_panel, "_files"), (loads_panel, "_confirm")])
def test_panels_that_name_files_draw_them_as_they_stand(module: object, draws: str) -> None:
    assert "as_words" in getattr(module, draws).__code__.co_names
