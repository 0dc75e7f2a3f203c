"""Children by distance from home as a table: each band, and the quarter points in miles."""

from collections.abc import Sequence
from typing import Final

from rcc_dash.domain.measures import Unit
from rcc_dash.figures.tables import TableColumn, TableRow
from rcc_dash.figures.written import written
from rcc_dash.queries.distance_bands import ALL_BANDS, BandRow
from rcc_dash.ui.downloads import show_table

_MILES: Final = {
    "lower": "A quarter live within",
    "median": "Half live within",
    "upper": "Three quarters within",
}
BAND_HEADINGS: Final = {
    "all": "Children",
    **{band.code: band.label for band in ALL_BANDS},
    **{code: f"{words} (miles)" for code, words in _MILES.items()},
}


def band_table(title: str, first: str, rows: Sequence[BandRow]) -> None:
    """Draw and offer the table; `first` heads the column that names the groups."""
    columns = [TableColumn(code, words) for code, words in BAND_HEADINGS.items()]
    table = [TableRow(row.label, band_cells(row), is_total=not row.code) for row in rows]
    show_table(f"{title}: children by distance from home", first, columns, table)


def band_cells(row: BandRow) -> dict[str, str]:
    """Write one group's cells, with their marks."""
    miles = {code: f.mark if f.value is None else f"{f.value:,.0f}" for code, f in row.miles.items()}
    bands = {code: written(figure, Unit.CHILDREN) for code, figure in row.bands.items()}
    return {"all": written(row.children, Unit.CHILDREN), **bands, **miles}
