"""What empty places cost: bed-weeks at a price, three costs never added, long voids, homes never filled."""

from typing import Final

import pandas as pd
import streamlit as st

from rcc_dash.domain.disclosure import HIDDEN, LOW
from rcc_dash.domain.headline import Figure
from rcc_dash.domain.measures import Unit
from rcc_dash.domain.missing import Missing
from rcc_dash.domain.places import la_name
from rcc_dash.domain.voids import RUN_BY
from rcc_dash.domain.words import short_date
from rcc_dash.figures.tables import TableColumn, TableRow, table_html
from rcc_dash.figures.void_sentences import pounds
from rcc_dash.figures.written import written
from rcc_dash.models.void_range import Band
from rcc_dash.queries.voids_cost import TARGET_SHARE, Priced, VoidCosts
from rcc_dash.queries.voids_standing import LENGTHS, LongVoids, long_voids, never_filled
from rcc_dash.ui.cached import ask
from rcc_dash.ui.downloads import Sheet, sheet_download, show_table
from rcc_dash.ui.shell import Context
from rcc_dash.ui.text import quiet
from rcc_dash.ui.voids_head import found_costs
from rcc_dash.ui.voids_scope import Scope, scope
from rcc_dash.ui.voids_table import band_words

_NOT_KNOWN: Final = "cannot be told"
_TOO_FEW_RETURNS: Final = Missing(
    "To know how long a place stands empty takes two returns of a home within a year. A monthly return would"
    " tell.",
    "earlier ones",
)
_COLUMNS: Final = {
    "void": "Bed-weeks empty each week, known",
    "likely": "Bed-weeks empty each week, likely",
    "fee": "Price: mean cost a week",
    "told": "£ a week, known",
    "range": "£ a week, likely",
}
_COSTS: Final = {
    "cash": (
        "Cash: empty places in the LAs' own homes",
        "Likely empty places at the cost of a place: a child's mean cost spread over all places.",
    ),
    "embedded": (
        "Embedded: in the fees of other homes",
        f"What occupied places of homes that returned would cost less at an occupancy of {TARGET_SHARE:.0%}.",
    ),
    "opportunity": (
        "Opportunity: far placements instead of empty places near home",
        "Of the children who could have been placed within {where}: how much dearer the far placement is.",
    ),
}
_BEDS: Final = {"returned": "known to be empty", "most": "that are not known to be used"}


def cost_part(scope: Scope) -> None:
    """Draw the prices, the three costs, long voids and homes that were never filled."""
    found = found_costs(scope)
    columns = [TableColumn(key, words) for key, words in _COLUMNS.items()]
    st.html(table_html("Empty places at the price of a place of their kind", "Homes", columns, _rows(found)))
    quiet(_basis(found))
    sheet_download(scope.now, "Cost of empty places", _sheet)
    st.html("<h2>Three different costs: do not add them</h2>")
    costs = _three(scope, found)
    show_table("£ a week on the day", "Cost", _cost_columns(), costs, "Three costs of empty places")
    left, right = st.columns(2, gap="medium")
    with left:
        st.html("<h2>Places that have stood empty for long</h2>")
        _long(scope)
    with right:
        st.html("<h2>Registered and never filled</h2>")
        _never(scope)


def _rows(found: VoidCosts) -> list[TableRow]:
    """Write both kinds of homes together, then each."""
    each = [TableRow(RUN_BY[code], _priced(priced)) for code, priced in found.priced.items()]
    whole = found.together
    if whole is None:
        return each
    cells = {
        "void": written(whole.told["void"], Unit.PLACES),
        "likely": band_words(whole.likely.void if whole.likely else None),
        "fee": "" if found.price is None else pounds(found.price),
        "told": _NOT_KNOWN if found.told_gbp is None else pounds(found.told_gbp),
        "range": _range(found.likely_gbp),
    }
    return [TableRow(whole.label, cells, is_total=True), *each]


def _priced(priced: Priced) -> dict[str, str]:
    likely = priced.row.likely
    return {
        "void": written(priced.row.told["void"], Unit.PLACES),
        "likely": band_words(likely.void if likely else None),
        "fee": _pounds(priced.fee),
        "told": _NOT_KNOWN if priced.told_gbp is None else pounds(priced.told_gbp),
        "range": _range(priced.likely_gbp),
    }


def _pounds(figure: Figure) -> str:
    return pounds(figure.value) if figure.value is not None else figure.mark or "no cost loaded"


def _range(band: Band | None) -> str:
    return _NOT_KNOWN if band is None else f"{pounds(band.low)} to {pounds(band.high)}"


def _basis(found: VoidCosts) -> str:
    days = {priced.fee.as_of for priced in found.priced.values() if priced.fee.as_of}
    when = f" as at {short_date(max(days))}" if days else ""
    return (
        "Price basis: mean weekly cost of all the cooperative's children in children's homes run by such"
        f" providers{when}, of cost extracts or the census, the dearest twentieth drawn in, to £50. It is the"
        " cost of a child, not what an empty place saves. Of all homes together: the mean of both prices."
    )


def _cost_columns() -> list[TableColumn]:
    return [TableColumn("cost", "£ a week"), TableColumn("basis", "How it is worked out", is_number=False)]


def _three(scope: Scope, found: VoidCosts) -> list[TableRow]:
    single = {"embedded": found.embedded, "opportunity": found.opportunity}
    values = {
        code: _NOT_KNOWN if amount is None else f"about {pounds(amount)}" for code, amount in single.items()
    }
    values["cash"] = _range(found.cash)
    where = f"{scope.search.miles} miles of home, in places {_BEDS[scope.search.beds]}"
    return [
        TableRow(words, {"cost": values[code], "basis": basis.format(where=where)})
        for code, (words, basis) in _COSTS.items()
    ]


def _long(scope: Scope) -> None:
    found = ask(long_voids, scope.now.reader, scope.now.state.filters, scope.when)
    if not found.series:
        quiet(_TOO_FEW_RETURNS)
        return
    columns = [TableColumn("homes", "Homes"), TableColumn("places", "Places empty all through")]
    rows = [TableRow(words, _lengths(found, code)) for code, words in LENGTHS.items()]
    show_table("Empty in every return up to the last", "For how long", columns, rows, "Places empty for long")
    quiet(
        f"Returns one after another of {found.series:,} homes cover {found.covered_share:.0f}% of the year's"
        f" home-weeks and tell of {_number(found.bed_weeks)} empty bed-weeks in it."
    )


def _lengths(found: LongVoids, code: str) -> dict[str, str]:
    homes, places = found.lengths[code]
    return {"homes": _number(homes), "places": _number(places)}


def _number(number: int | None) -> str:
    return HIDDEN if number is None else f"{number:,}"


def _never(scope: Scope) -> None:
    found = ask(never_filled, scope.now.reader, scope.now.state.filters, scope.when)
    if not found:
        quiet("Every home that was registered half a year ago or earlier has had a child that is known here.")
        return
    columns = [TableColumn(key, words) for key, words in {
        "homes": "Homes", "places": "Places", "told": "Of them returned as empty",
    }.items()]  # fmt: skip
    rows = [
        TableRow(
            la_name(row.la_code) if row.la_code else "All",
            {"homes": _number(row.homes), "places": _number(row.places), "told": _number(row.told)},
            is_total=not row.la_code,
        )
        for row in found
    ]
    show_table(
        "No child known since registration, half a year or more",
        "Local authority",
        columns,
        rows,
        title="Registered and never filled",
    )
    quiet("Children of local authorities whose returns are not loaded may live there.")


def _sheet(now: Context) -> Sheet:
    asked = scope(now)
    headings = {"homes": "Homes", **_COLUMNS}
    rows = _rows(found_costs(asked)) if asked else []
    frame = pd.DataFrame([{"homes": row.name, **row.cells} for row in rows], columns=list(headings)).fillna(
        ""
    )
    sources = ("vacancy returns", "Ofsted list of providers and places", "placement cost extracts")
    return Sheet(frame, headings, now.state.filters, int(frame.isin([HIDDEN, LOW]).to_numpy().sum()), sources)
