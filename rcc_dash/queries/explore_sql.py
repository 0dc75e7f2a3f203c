"""Which SQL over the protected tables gives the very numbers of a slice, when it is typed?

One SELECT for the cells and one for each kind of total: a total is a cell of its own. What the page
marks as hidden has no row here, or no value.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from rcc_dash.domain.disclosure import SENSITIVE
from rcc_dash.domain.explore import AREA, DATE, IN_HOMES, PER_100, Slice, in_a_sentence
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.measures import measures
from rcc_dash.domain.words import and_list
from rcc_dash.queries.explore_cells import EVERY, set_name
from rcc_dash.queries.explore_children import set_of, several_kept, splits_of, together_code
from rcc_dash.queries.homes import home_sectors
from rcc_dash.settings import PROTECT_CLASS_PCT

_OF_HOMES = {
    AREA: AREA,
    DATE: DATE,
    "home_sector": "coalesce(sector, 'unknown')",
    "home_type": "provision_type",
    "judgement": "coalesce(judgement, 'unknown')",
}


def slice_sql(asked: Slice, filters: Filters, days: Sequence[date], lists: Sequence[date] = ()) -> str:
    """Write the SQL of a slice: a column for each dimension (`all` in totals), and `value`.

    `lists` are the dates of Ofsted's lists where it is of places and children both.
    """
    order = ", ".join(asked.dimensions)
    return f"{_heading(asked)}\n{_body(asked, filters, days, lists)}\nORDER BY {order}"


def _body(asked: Slice, filters: Filters, days: Sequence[date], lists: Sequence[date]) -> str:
    if asked.measure == PER_100:
        places, children = (
            _body(asked.of(one), filters, on, ()) for one, on in (("places", lists), (IN_HOMES, days))
        )
        shared = ", ".join(asked.dimensions)
        return (
            f"WITH places AS (\n{places}\n),\nchildren AS (\n{children}\n)\n"
            f"SELECT {shared}, round_even(100.0 * coalesce(places.value, 0) / children.value, 0) AS value\n"
            f"FROM children LEFT JOIN places USING ({shared})"
        )
    select = _of_homes if asked.is_of_homes else _of_children
    return "\nUNION ALL\n".join(select(asked, filters, days, split) for split in splits_of(asked))


def _heading(asked: Slice) -> str:
    by = and_list([in_a_sentence(code) for code in asked.dimensions])
    return f"-- {measures()[asked.measure].label}" + (f" by {by}" if by else "")


def _of_children(asked: Slice, filters: Filters, days: Sequence[date], split: Sequence[str]) -> str:
    kept = asked.narrowed(filters)
    several = several_kept(asked, filters, split)
    attributes = set_of(asked, filters, split)
    sets = [attributes, *([[code for code in attributes if code != "placement"]] if several else [])]
    where = [
        _among("parted_by", [set_name(one) for one in sets]),
        _dates(days),
        _areas("area_code", kept)
        if AREA in split or kept.las
        else _among("area_code", [together_code(kept)]),
        *(
            _among(code, [*kept.chosen(code), *([EVERY] if several and code == "placement" else [])])
            for code in kept.attributes
        ),
    ]
    columns = {code: "area_code" if code == AREA else code for code in split}
    value = _value(asked, is_sensitive=bool(SENSITIVE & set(attributes)), several=several)
    return _select(asked, columns, value, "children_shown", where)


def _value(asked: Slice, *, is_sensitive: bool, several: bool) -> str:
    """Write the expression of a figure; null where the page shows a mark."""
    only = f" FILTER (WHERE placement <> '{EVERY}')" if several else ""
    sums = {name: f"sum({name}){only}" for name in ("children", asked.away, f"not_{asked.away}")}
    number = sums[asked.away or "children"]
    tests = [f"NOT bool_or(nearly_all){only}"] if is_sensitive else []
    if several:
        whole = f"sum(children) FILTER (WHERE placement = '{EVERY}')"
        tests.append(f"100 * {sums['children']} < {PROTECT_CLASS_PCT} * {whole}")
    if asked.away and not asked.as_number:
        tests += [f"{part} IS NOT NULL" for part in (number, sums[f"not_{asked.away}"])]
        number = f"floor(least(100.0 * {number} / {sums['children']}, 100) + 0.5)"
    return f"CASE WHEN {' AND '.join(tests)} THEN {number} END" if tests else number


def _of_homes(asked: Slice, filters: Filters, days: Sequence[date], split: Sequence[str]) -> str:
    sectors = home_sectors(filters)
    where = [
        "is_childrens_home",
        _dates(days),
        _areas("la_code", filters),
        *([_among("sector", sectors)] if sectors else []),
    ]
    value = "count(*)" if asked.measure == "homes" else "coalesce(sum(places), 0)"
    return _select(asked, {code: _OF_HOMES[code] for code in split}, value, "home_at", where)


def _select(asked: Slice, columns: dict[str, str], value: str, table: str, where: Iterable[str]) -> str:
    named = [
        (columns[code] if columns[code] == code else f"{columns[code]} AS {code}")
        if code in columns
        else f"'{EVERY}' AS {code}"
        for code in asked.dimensions
    ]
    chosen = ", ".join([*named, f"{value} AS value"])
    grouped = f"\nGROUP BY {', '.join(columns.values())}" if columns else ""
    return f"SELECT {chosen}\nFROM {table}\nWHERE " + "\n  AND ".join(where) + grouped


def _areas(column: str, filters: Filters) -> str:
    """Keep the LAs chosen, or all of a cooperative or its part."""
    if filters.las:
        return _among(column, filters.las)
    part = "sub_region_code" if filters.sub_region else "rcc_code"
    members = f"SELECT la_code FROM area WHERE {part} = '{together_code(filters)}'"  # noqa: S608 codes of ours
    return f"{column} IN ({members})"


def _dates(days: Sequence[date]) -> str:
    texts = [f"DATE '{day.isoformat()}'" for day in days]
    return f"as_of IN ({', '.join(texts)})"


def _among(column: str, values: Iterable[str]) -> str:
    texts = [f"'{value}'" for value in dict.fromkeys(values)]
    return f"{column} = {texts[0]}" if len(texts) == 1 else f"{column} IN ({', '.join(texts)})"
