"""Is every number of a release reckoned anew, or named here with the reason why it need not be?

What stands in neither list is told by name (`unreckoned`): a new table, column, question or figure is not
covered until somebody reckons it or says why not.
"""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final

import duckdb

from bench.oracle_beds import BEDS
from bench.oracle_returns import STATES
from bench.oracle_rows import EVERY
from bench.oracle_slices import PARTS

RECKONED: Final[Mapping[str, tuple[str, ...]]] = {
    "cell": ("children",),
    "children_shown": (*PARTS, "nearly_all"),
    "bed": ("homes", "places", "told_homes", "told_places", *STATES, "known", "days"),
    "figure": ("value",),
    "source_rows": (
        "las", "files", "rows_read", "rows_loaded", "rows_mended", "rows_rejected", "rows_repeated",
    ),
    "finding_rows": ("files", "rows"),
}  # fmt: skip
"""What `bench.oracle` holds against another reckoning, by table."""

_WHAT: Final = "says what a number is of, and is none itself"
_DATES: Final = "dates and a word: whose children stand on which day, and what may be looked at"
_OFSTED: Final = "Ofsted's, as published: homes, their registered places and judgements, and no child"
_PUBLISHED: Final = "published by DfE, ONS or MHCLG, with what these hide hidden"
_AREAS: Final = "codes and names of areas, and which are alike by published comparisons"
_SLICE: Final = "as_of area_code parted_by placement age sector legal care cost dols solo"
_HOME: Final = "as_of urn provision_type la_code sector places"
_OF_A_HOME: Final = (
    "is_childrens_home home_name constituency short_break_only judgement inspected_on registered_on"
    " owner_name status list_scope position_basis lat lon spread_miles"
)
_PREMISES: Final = "as_of urn la_code sector places category registered_on closed_on precision"
_FIGURE: Final = (
    "source dataset release period_start period_end area_code area_level measure dimension category"
    " dimension_2 category_2 value value_state mark unit rounding is_current sha256"
)
NAMED: Final[tuple[tuple[str, str, str], ...]] = (
    ("asked", "asked question option as_of scope attributes parts", _WHAT),
    ("cell", "asked la_code placement age sector value_1 value_2", _WHAT),
    ("children_shown", _SLICE, _WHAT),
    ("bed", "asked la_code sector group", _WHAT),
    ("figure", "asked name mark", _WHAT),
    ("source_rows", "source period loaded_on", _WHAT),
    ("finding_rows", "severity source code what fix", _WHAT),
    ("standing", "la_code as_of children_of state", _DATES),
    ("as_of_date", "as_of has_children has_homes", _DATES),
    ("meta", "build_id made_on is_demo complete files", "the release itself; files is always null"),
    ("home_at", f"{_HOME} {_OF_A_HOME}", _OFSTED),
    ("home_change", f"{_HOME} joined left registered_on closed_on", _OFSTED),
    ("home_inspection", f"{_HOME} inspection_type inspected_on judgement", _OFSTED),
    ("home_total", "as_of homes places", _OFSTED),
    ("la_inspection", "as_of la_code inspected_on judgement", _OFSTED),
    ("supported_premises", _PREMISES, _OFSTED),
    ("area", "la_code name dfe_code region_name rcc_code sub_region_code", _AREAS),
    ("neighbour", "model la_code rank neighbour_la_code closeness", _AREAS),
    ("published_figure", _FIGURE, _PUBLISHED),
    ("published_definition", "source dataset measure title polarity unit_words description", _PUBLISHED),
)
"""What is not reckoned: table, columns, and why it need not be."""

_COLUMNS: Final = "SELECT table_name, column_name FROM duckdb_columns() WHERE NOT internal ORDER BY ALL"
_SAID: Final = {
    "cell": "SELECT DISTINCT question, '' AS name FROM cell JOIN asked USING (asked) ORDER BY ALL",
    "bed": "SELECT DISTINCT question, '' AS name FROM bed JOIN asked USING (asked) ORDER BY ALL",
    "figure": "SELECT DISTINCT question, name FROM figure JOIN asked USING (asked) ORDER BY ALL",
}


def covered() -> dict[str, list[str]]:
    """Give every column that is reckoned or named, by table."""
    named = {table: columns.split() for table, columns, _ in NAMED}
    return {table: [*columns, *RECKONED.get(table, ())] for table, columns in named.items()}


def unreckoned(release: Path, of: Callable[[str, str], object]) -> list[str]:
    """Name what a release tells that is neither reckoned nor named; `of` gives how a figure is worked out."""
    with duckdb.connect(str(release), read_only=True) as file:
        columns = file.execute(_COLUMNS).fetchall()
        said = {table: file.execute(sql).fetchall() for table, sql in _SAID.items()}
    known = covered()
    strange = [f"{table}.{column}" for table, column in columns if column not in known.get(table, [])]
    return strange + [f"{table}: {what}" for table, what in _strange(said, of)]


def _strange(
    said: Mapping[str, list[tuple[str, str]]], of: Callable[[str, str], object]
) -> Iterator[tuple[str, str]]:
    yield from (("cell", question) for question, _ in said["cell"] if question not in EVERY)
    yield from (("bed", question) for question, _ in said["bed"] if question not in BEDS)
    yield from (
        ("figure", f"{question} {name}") for question, name in said["figure"] if not of(question, name)
    )
