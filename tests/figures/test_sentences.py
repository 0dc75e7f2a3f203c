"""The sentences of the first pages read as a person would say them."""

from datetime import date

import pandas as pd

from rcc_dash.domain.filters import Filters
from rcc_dash.domain.headline import Figure, Headline
from rcc_dash.domain.measures import OVERVIEW_MEASURES, measures
from rcc_dash.domain.missing import Missing, Way
from rcc_dash.figures.sentences import overview_sentence, region_flow_sentence
from rcc_dash.figures.shading import Shading, shaded

DAY = date(2025, 3, 31)
NO_FLOWS = pd.DataFrame(columns=["placement_la", "la_name", "placement_name", "children"])


def test_a_share_does_not_run_into_the_year() -> None:
    figures = {"children": Figure(6_120.0, ""), "outside": Figure(43.0, "")}
    said = region_flow_sentence("Greater Manchester", DAY, figures, NO_FLOWS)
    assert said.startswith("On 31 March 2025, 43% of about 6,120 children of Greater Manchester lived")
    hidden = {"children": Figure(None, "[c]"), "outside": Figure(None, "[c]")}
    assert region_flow_sentence("Bolton", DAY, hidden, NO_FLOWS) == (
        "On 31 March 2025, no flow between areas has enough children to show."
    )


def test_whom_a_filter_leaves_stands_apart_from_what_they_are() -> None:
    filters = Filters(placement=("home",), age=("16plus",))
    none = Figure(None, "")
    heads = tuple(
        Headline(
            measures()[code], Figure(45.0, "", DAY) if code == "children" else none, none, none, "", none
        )
        for code in OVERVIEW_MEASURES
    )
    assert overview_sentence(filters, heads) == (
        "On 31 March 2025 about 45 children of Greater Manchester were looked after (children's home or"
        " secure home, aged 16 and over)."
    )


def test_an_area_without_a_return_has_not_too_few_children() -> None:
    gone = Figure(None, "[x]")
    heads = tuple(Headline(measures()[code], gone, gone, gone, "", gone) for code in OVERVIEW_MEASURES)
    said = overview_sentence(Filters(), heads)
    assert isinstance(said, Missing)
    assert said.to(Way.LOAD) == (
        "No children's return of Greater Manchester is loaded for this date. Load it on the page Load files."
    )


def test_a_legend_names_the_marks_that_the_map_has() -> None:
    frame = pd.DataFrame({"la_code": ["A", "B"], "value": [None, None], "shown": ["[high]", "[c]"]})
    legend = shaded(Shading("Outside", "share_pct", frame.astype({"value": "float64"})), ["A", "B"]).legend()
    assert [item.words for item in legend.items] == ["Too few children to show [c] and [high]"]
