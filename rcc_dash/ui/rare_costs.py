"""What rare needs cost a week and a year, what leaves the region, and which agency pays how much."""

from typing import Final

import pandas as pd
import streamlit as st

from rcc_dash.domain.disclosure import HIDDEN
from rcc_dash.domain.explained_rare import COSTS
from rcc_dash.domain.headline import Figure
from rcc_dash.domain.measures import Unit
from rcc_dash.domain.missing import Missing
from rcc_dash.domain.rare import BEYOND, OWN, PAYERS, REGION
from rcc_dash.figures.explained import explained_html
from rcc_dash.figures.need_bars import cost_row
from rcc_dash.figures.numbers import shown_number
from rcc_dash.figures.range_bars import range_bars, range_key
from rcc_dash.figures.tables import TableColumn, TableRow, table_html
from rcc_dash.figures.written import written
from rcc_dash.queries.rare_children import ANY
from rcc_dash.queries.rare_costs import NO_COST, RareCost, rare_costs, rare_payers
from rcc_dash.queries.rare_places import EVERYONE
from rcc_dash.ui.cached import ask
from rcc_dash.ui.copy_link import is_narrow
from rcc_dash.ui.downloads import Sheet, sheet_download, show_table
from rcc_dash.ui.rare_scope import SOURCES, Scope, scope
from rcc_dash.ui.shell import Context
from rcc_dash.ui.shown import show_chart
from rcc_dash.ui.text import quiet

_NO_COSTS: Final = Missing(
    "No cost of any child is loaded for this date. A placement cost extract or the Placements Northwest"
    " census would tell.",
    "one",
)
_COLUMNS: Final = {
    "priced": "Children with a known cost",
    "mean": "Mean, £ a week",
    "lower": "A quarter cost less than",
    "median": "Half cost less than",
    "upper": "A quarter cost more than",
    "year": "£ a year, all of them",
}
_PARTS: Final = "Parts of the weekly cost, where the source tells all three"
_PAYER_COLUMNS: Final = {
    "children": "Children it pays for",
    "mean": "Mean over all, £ a week",
    "share": "Share of the cost",
}
_PLACES: Final = {
    OWN: "of them: in their own LA",
    REGION: "of them: in another LA",
    BEYOND: "of them: outside the region",
}


def costs_panel(scope: Scope) -> None:
    """Draw weekly costs by where children live, what that is in a year, and who pays."""
    found = ask(rare_costs, scope.now.reader, scope.asked)
    if found[EVERYONE].mean == NO_COST:
        quiet(_NO_COSTS)
        return
    if len(scope.filters.las) > 1 and not scope.now.reader.rule.exact:
        quiet("Costs are shown of one local authority, or of a whole area, not of several that were chosen.")
    chart, table = st.columns([2, 3], gap="medium")
    with chart:
        st.html("<h2>£ a week for a child</h2>")
        _chart(scope, found)
    with table:
        st.html("<h2>The same as figures, and in a year</h2>")
        columns = [TableColumn(key, words) for key, words in _COLUMNS.items()]
        cells = [TableRow(_name(scope, code), _cells(one)) for code, one in _shown(scope, found)]
        st.html(table_html(f"Children {scope.whom}: known costs", "Children", columns, cells))
        sheet_download(scope.now, "Costs of rare needs", _costs_sheet)
    _payers(scope)
    st.html(explained_html("How costs are worked out", *COSTS))


def _chart(scope: Scope, found: dict[str, RareCost]) -> None:
    rows = [cost_row(_name(scope, code), one.points, one.mean) for code, one in _shown(scope, found)]
    if all(row.dot is None and row.narrow is None for row in rows):
        quiet("No cost can be shown: too few children, too few providers, or one of them stands out.")
        return
    keys = range_key("", "Half of the children", "The middle one")
    st.html(keys)
    spec = range_bars("Weekly cost", "£ a week", rows, is_narrow=is_narrow())
    show_chart(spec, key="r-costs", keys=keys)


def _shown(scope: Scope, found: dict[str, RareCost]) -> list[tuple[str, RareCost]]:
    codes = (scope.cohort.code, OWN, REGION, BEYOND, ANY, EVERYONE)
    return [(code, found[code]) for code in codes]


def _name(scope: Scope, code: str) -> str:
    return {**_PLACES, ANY: scope.any_need, EVERYONE: "All looked after"}.get(code, scope.cohort.title)


def _cells(one: RareCost) -> dict[str, str]:
    points = {name: _pounds(figure) for name, figure in one.points.items()}
    year = one.year.mark if one.year.value is None else shown_number(one.year.value, "gbp")
    return {"priced": written(one.priced, Unit.CHILDREN), "mean": _pounds(one.mean), **points, "year": year}


def _pounds(figure: Figure) -> str:
    return figure.mark or "not known" if figure.value is None else f"£{figure.value:,.0f}"


def _payers(scope: Scope) -> None:
    st.html("<h2>Who pays</h2>")
    found = ask(rare_payers, scope.now.reader, scope.asked)
    means = [one.mean.value for one in found.values() if one.mean.value is not None]
    if not means:
        quiet("Nothing loaded tells how the cost is shared, or it is shared for too few children to show.")
        return
    whole = sum(means) if len(means) == len(found) else 0.0
    columns = [TableColumn(key, words) for key, words in _PAYER_COLUMNS.items()]
    rows = [
        TableRow(
            PAYERS[payer],
            {
                "children": written(one.children, Unit.CHILDREN),
                "mean": _pounds(one.mean),
                "share": f"{100 * (one.mean.value or 0.0) / whole:.0f}%" if whole else HIDDEN,
            },
        )
        for payer, one in found.items()
    ]
    show_table(_PARTS, "Agency", columns, rows, "Who pays for rare needs")


def _costs_sheet(now: Context) -> Sheet:
    asked, headings = scope(now), {"children": "Children", **_COLUMNS}
    rows = (
        []
        if isinstance(asked, str)
        else [
            {"children": _name(asked, code), **_cells(one)}
            for code, one in _shown(asked, rare_costs(now.reader, asked.asked))
        ]
    )
    frame = pd.DataFrame(rows, columns=list(headings))
    return Sheet(frame, headings, now.state.filters, int(frame.isin([HIDDEN]).to_numpy().sum()), SOURCES)
