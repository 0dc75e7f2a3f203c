"""What DfE published of each area, of England and the regions: columns and rows beside our own shares."""

from typing import Final

from rcc_dash.domain.published import Comparison, PublishedFigure
from rcc_dash.figures.published import (
    comparison_columns,
    comparison_rows,
    published_meaning,
    published_text,
)
from rcc_dash.figures.tables import TableRow

_OWN: Final = "own"
_SHOWN: Final = (_OWN, "rank", "median", "mean")
_NATION: Final = "England"


def beside_columns(beside: Comparison | None) -> dict[str, str]:
    """Name the columns, definitions and polarity in their headings; none where nothing alike is published."""
    if beside is None:
        return {}
    headings = {column.key: column.heading for column in comparison_columns(beside)}
    keys = _SHOWN if has_ranks(beside) else (_OWN,)
    return {_key(key): "DfE published" if key == _OWN else headings[key] for key in keys}


def has_ranks(beside: Comparison) -> bool:
    """Say whether the LAs of all England are at hand, to rank among and to take neighbours from."""
    return any(one.rank or one.neighbours for one in beside.by_la.values())


def beside_rows(beside: Comparison | None) -> dict[str, TableRow]:
    """Give each LA's published cells by code; every mark says what it means."""
    if beside is None:
        return {}
    rows = zip(beside.by_la, comparison_rows(beside), strict=True)
    return {code: _prefixed(row) for code, row in rows}


def wider_rows(beside: Comparison | None) -> tuple[TableRow, ...]:
    """Give a row of England's published share and one of each region's; none where it is not at hand."""
    if beside is None:
        return ()
    regions = {f"{one.region_name} (region)": one.region for one in beside.by_la.values()}
    return tuple(
        _wider(name, figure, beside.unit)
        for name, figure in ({_NATION: beside.england} | regions).items()
        if figure
    )


def _wider(name: str, figure: PublishedFigure, unit: str) -> TableRow:
    key = _key(_OWN)
    return TableRow(name, {key: published_text(figure, unit)}, meanings={key: published_meaning(figure)})


def _prefixed(row: TableRow) -> TableRow:
    cells = {_key(key): text for key, text in row.cells.items()}
    return TableRow(row.name, cells, meanings={_key(key): words for key, words in row.meanings.items()})


def _key(key: str) -> str:
    """Keep the published columns apart from ours of the same name."""
    return f"dfe_{key}"
