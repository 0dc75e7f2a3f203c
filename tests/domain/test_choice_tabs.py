"""A tab is asked for by its code; a page that has none of that code opens its first."""

import pytest

from rcc_dash.domain.choice_tabs import TAB, TABS, open_tab


@pytest.mark.parametrize("group", TABS)
def test_every_tab_can_be_asked_for_and_is_named_once(group: str) -> None:
    assert [open_tab(group, code) for code in TABS[group]] == list(TABS[group])
    assert open_tab(group, "") == open_tab(group, "colours") == next(iter(TABS[group]))
    assert all(TAB.spelling(code) == code for code in TABS[group])
    assert len(set(TABS[group].values())) == len(TABS[group])
