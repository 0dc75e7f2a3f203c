"""Whose children live far from home: the same bars for every way of parting them."""

from dataclasses import replace
from functools import partial
from typing import Final

import pandas as pd
import streamlit as st

from rcc_dash.domain.dimensions import dimensions
from rcc_dash.domain.distance_base import NOT_APPLICABLE
from rcc_dash.domain.headline import Figure
from rcc_dash.domain.splits import splits
from rcc_dash.figures.distance_bands import Group, band_bars, band_legend
from rcc_dash.figures.picks import clickable
from rcc_dash.queries.distance_bands import bands_by, is_told
from rcc_dash.ui.band_table import BAND_HEADINGS, band_cells, band_table
from rcc_dash.ui.cached import ask
from rcc_dash.ui.copy_link import is_narrow
from rcc_dash.ui.distance_scope import Scope, keep_only, look_at_band, on_click, scope
from rcc_dash.ui.downloads import Sheet, sheet_download
from rcc_dash.ui.shell import Context
from rcc_dash.ui.shown import show_chart
from rcc_dash.ui.text import quiet

_BRINGS: Final = {
    "dols": "the Placements Northwest census, or the return's DoLO file",
    "solo": "the Placements Northwest census, or referrals",
    "care": "SSDA903 episodes of the whole period of care",
    "cost": "a placement cost extract",
}
"""Which file tells what the returns do not."""


def whose_part(scope: Scope) -> None:
    """Draw the small multiples, one for each way of parting the children."""
    st.html(band_legend())
    for pair in _pairs():
        for column, code in zip(st.columns(2, gap="medium"), pair, strict=False):
            with column:
                _panel(scope, code)
    sheet_download(scope.now, "Distance by group", _sheet)


def far_shares(scope: Scope) -> list[tuple[str, Figure]]:
    """Give each placement type to which distance applies, with the share who live over 20 miles away.

    Of known distances only: for most children in supported accommodation it is not known, so that
    shares of all cannot be compared (design/methods.md 1.1).
    """
    rows = ask(bands_by, scope.now.reader, replace(scope.asked, base="known"), "placement")
    return [(row.label, row.far) for row in rows if row.code not in NOT_APPLICABLE]


def _pairs() -> list[list[str]]:
    codes = list(splits())
    return [codes[at : at + 2] for at in range(0, len(codes), 2)]


def _panel(scope: Scope, code: str) -> None:
    title = splits()[code].title
    st.html(f"<h2>{title}</h2>")
    if not is_told(scope.now.reader, scope.asked, code):
        source = _BRINGS.get(code, "SSDA903 returns")
        quiet(f"Nothing loaded tells this for the date. What would: {source}.")
        return
    rows = ask(bands_by, scope.now.reader, scope.asked, code)
    if not rows:
        quiet("No more than three attributes of children are crossed. Take a filter away above to see this.")
        return
    groups = [Group(row.code, row.label, row.children, row.bands) for row in rows if row.children.value]
    if not groups:
        quiet("Too few children to show any of these groups.")
        return
    _bars(scope, code, groups)
    with st.expander("Table"):
        band_table(title, title, rows)


def _bars(scope: Scope, code: str, groups: list[Group]) -> None:
    chosen = scope.asked.filters.chosen(code) if code in dimensions() else ()
    lit = chosen[0] if len(chosen) == 1 else ""
    spec = band_bars(splits()[code].title, groups, lit, is_narrow=is_narrow())
    key = f"d-bands-{code}"
    asked = on_click(key, partial(_clicked, code))
    show_chart(clickable(spec, ["code", "band"]), key=key, keys=band_legend(), on_select=asked)


def _clicked(code: str, row: dict[str, str]) -> None:
    """Keep the children of the bar where the filter bar knows them; else look at the band."""
    if code in dimensions():
        keep_only(code, row["code"])
    else:
        look_at_band(row["band"])


def _sheet(now: Context) -> Sheet:
    asked = scope(now)
    headings = {
        "split": "By",
        "group": "Group",
        **BAND_HEADINGS,
    }
    found = [
        {"split": split.title, "group": row.label, **band_cells(row)}
        for code, split in splits().items()
        if asked and is_told(now.reader, asked.asked, code)
        for row in bands_by(now.reader, asked.asked, code)
    ]
    hidden = sum(cell == "[c]" for row in found for cell in row.values())
    frame = pd.DataFrame(found, columns=list(headings))
    filters = asked.asked.filters if asked else now.state.filters
    return Sheet(frame, headings, filters, hidden, ("SSDA903 returns", "placement cost extracts"))
