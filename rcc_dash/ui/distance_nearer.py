"""What would have been nearer: suitable homes, known empty places, and what each explains of the miles."""

from typing import Final

import pandas as pd
import streamlit as st

from rcc_dash.domain.disclosure import HIDDEN
from rcc_dash.domain.headline import Figure
from rcc_dash.domain.measures import Unit
from rcc_dash.domain.missing import Missing
from rcc_dash.domain.places import la_name
from rcc_dash.domain.suitability import rules
from rcc_dash.domain.words import counted, long_date
from rcc_dash.figures.tables import TableColumn, TableRow, table_html
from rcc_dash.figures.waterfall import waterfall
from rcc_dash.figures.written import written
from rcc_dash.queries.children import ALL_AREAS
from rcc_dash.queries.distance_nearer import CLASSES, Nearer, nearer
from rcc_dash.ui.cached import ask
from rcc_dash.ui.choice_widgets import choose_segment
from rcc_dash.ui.distance_redeal import FEW, LEFT, answer_redeal, redeal_cells, redeal_part
from rcc_dash.ui.distance_scope import Scope, scope
from rcc_dash.ui.downloads import Sheet, sheet_download, show_table
from rcc_dash.ui.shell import Context
from rcc_dash.ui.shown import show_chart
from rcc_dash.ui.text import quiet

NO_HOMES: Final = Missing(
    "No Ofsted list is loaded for this date or before, so no home's distance is known.", "one"
)

_GAPS: Final = (
    "Nothing suitable nearer is the sufficiency gap: only new homes would help. The rest is the matching"
    " gap: a suitable home was nearer, full or empty. One empty place may be the nearest one for many"
    " children: “room for at once” gives each place to one child of the region only, and a child who must"
    " live alone fills a home. Not asked about: children whose distance was chosen for them (safety, family)."
)
_COLUMNS: Final = {
    "far": "Far children",
    "covered": "In homes or schools, not by choice",
    "void": "Empty place nearer",
    "together": "Room for at once",
    "full": "Nearer home, none known empty",
    "none": "Nothing suitable nearer",
    "none_share": "Sufficiency gap",
}


def answer(scope: Scope) -> Nearer | None:
    """Ask what was nearer; None where there is no list of homes."""
    list_date = scope.now.calendar.homes_on(scope.whole.day)
    return ask(nearer, scope.now.reader, scope.asked, list_date, scope.near) if list_date else None


def nearer_part(scope: Scope) -> None:
    """Draw the parts of the mean distance, the two gaps by area, and the rules that they rest on."""
    found = answer(scope)
    if found is None:
        quiet(NO_HOMES)
        return
    choose_segment("d-near", is_titled=True)
    chart, table = st.columns([2, 3], gap="medium")
    with chart:
        st.html("<h2>Of what the far children's mean distance is made</h2>")
        _waterfall(found)
    with table:
        st.html("<h2>Could they have lived nearer?</h2>")
        st.html(_table(scope, found))
        quiet(_GAPS)
        sheet_download(scope.now, "What would be nearer", _sheet)
    quiet(_homes(found))
    redeal_part(scope)
    with st.expander("Which home suits which child: the rules, and how to change them"):
        _rules()
        quiet(
            "The rules are data/reference/suitability.csv: change or add rows there and open the app again."
            " They are a start, not agreed with practitioners. A ferry is never near: homes on the Isle of"
            " Wight count for its own children only."
        )


def _waterfall(found: Nearer) -> None:
    actual, home, void = (found.miles[name].value for name in ("actual", "home", "void"))
    if actual is None or home is None:
        quiet(FEW)
        return
    steps = _steps(actual, home, void if found.returns else None)
    spec = waterfall(
        "Mean miles of far children in homes and schools, not by choice", steps, "Actual distance"
    )
    show_chart(spec, key="d-waterfall")
    with st.expander("Table"):
        miles = [TableColumn("miles", "Miles")]
        rows = [
            TableRow(name, {"miles": f"{length:,.0f}"})
            for name, length in (*steps, ("Actual distance", actual))
        ]
        show_table("Parts of the mean distance", "Part", miles, rows)
    quiet(
        "Means of straight-line miles, the longest twentieth drawn in. The last step may be negative where"
        " places became empty after the child moved."
    )


def _steps(actual: float, home: float, void: float | None) -> list[tuple[str, float]]:
    if void is None:
        return [("To the nearest suitable home", home), ("Voids, choice and matching", actual - home)]
    return [
        ("To the nearest suitable home", home),
        ("On to one with a known empty place", void - home),
        ("Choice, timing and matching", actual - void),
    ]


def _table(scope: Scope, found: Nearer) -> str:
    columns = [TableColumn(key, words) for key, words in _COLUMNS.items()]
    size = {code: counts["covered"].value or 0 for code, counts in found.counts.items()}
    order = sorted(size, key=lambda code: (code != ALL_AREAS, -size[code], la_name(code)))
    asked = scope.asked.filters
    rows = [
        TableRow(la_name(c) if c else asked.area_phrase(), _cells(found, c), is_total=c == ALL_AREAS)
        for c in order
    ]
    return table_html("Far children: over 20 miles from home", "Local authority", columns, rows)


def _cells(found: Nearer, code: str) -> dict[str, str]:
    def children(figure: Figure) -> str:
        return written(figure, Unit.CHILDREN)

    counts, shares = found.counts[code], found.shares[code]
    return {
        **{key: children(counts[key]) for key in ("far", "covered", "together", *CLASSES)},
        "none_share": written(shares["none"], Unit.SHARE_PCT),
    }


def _homes(found: Nearer) -> str:
    voids = counted(found.empty_places, "empty place", "empty places")
    known = (
        f"{counted(found.returns, 'home', 'homes')} told of {voids} in the month before"
        if found.returns
        else "no vacancy return of the month before is loaded"
    )
    return (
        f"Searched: {counted(found.homes, 'home', 'homes')} of Ofsted's list as at"
        f" {long_date(found.list_date)}, without those for short breaks, judged inadequate or not active;"
        f" {found.rough_homes:,} stand at the middle"
        f" of their LA, because no more is known; {known}. Distances start at the middle of the child's"
        " postcode sector."
    )


def _rules() -> None:
    columns = [
        TableColumn("ages", "Ages", is_number=False),
        TableColumn("type", "Kind of home", is_number=False),
        TableColumn("places", "At most places"),
    ]
    rows = [
        TableRow(
            rule.words,
            {
                "ages": f"{rule.from_age} to {rule.to_age}",
                "type": rule.home_type.replace("_", " "),
                "places": "" if rule.max_places is None else str(rule.max_places),
            },
        )
        for rule in rules()
    ]
    show_table(
        "A home suits a child if any row says so", "Rule", columns, rows, title="Which home suits which child"
    )


def _sheet(now: Context) -> Sheet:
    asked = scope(now)
    found, left = (answer(asked), answer_redeal(asked)) if asked else (None, None)
    headings = {"area": "Local authority", **_COLUMNS, **LEFT}
    filters = asked.asked.filters if asked else now.state.filters
    rows = [
        {
            "area": la_name(code) if code else filters.area_phrase(),
            **_cells(found, code),
            **{key: cell for key, cell in redeal_cells(left, code).items() if key in LEFT},
        }
        for code in (found.counts if found else ())
        if found
    ]
    hidden = sum(cell == HIDDEN for row in rows for cell in row.values())
    sources = ("SSDA903 returns", "Ofsted list of providers and places", "vacancy returns")
    return Sheet(pd.DataFrame(rows, columns=list(headings)), headings, filters, hidden, sources)
