"""Which SQL gives the official figures that are shown, when it is typed?"""

from collections.abc import Iterable

from rcc_dash.domain.published import Comparison, Wanted
from rcc_dash.domain.published_areas import region_of
from rcc_dash.reference.published import ENGLAND


def published_sql(found: Comparison) -> str:
    """Write the SQL of the figures of one date: area_code, value, and the publisher's mark or state.

    Blank where the app works them out of two published numbers, which one row does not hold.
    """
    figures = [beside.own for beside in found.by_la.values()] + [found.england]
    if any(figure.is_worked_out for figure in figures if figure):
        return ""
    regions = (region.code for la in found.by_la if (region := region_of(la)))
    areas = [ENGLAND, *dict.fromkeys(regions), *found.by_la]
    is_loaded = any(figure.cited.is_loaded for figure in figures if figure)
    return _loaded(found, areas) if is_loaded else _brought(found, areas)


def _brought(found: Comparison, areas: Iterable[str]) -> str:
    breakdown = ": ".join(filter(None, (found.wanted.category, found.wanted.category_2)))
    return (
        f"-- {found.wanted.label}\nSELECT area_code, value, mark\nFROM published_brought\n"
        f"WHERE measure = {_text(found.wanted.measure)}\n  AND breakdown = {_text(breakdown)}\n"
        f"  AND year = {found.day.year}\n  AND area_code IN ({_texts(areas)})\nORDER BY area_code"
    )


def _loaded(found: Comparison, areas: Iterable[str]) -> str:
    wanted: Wanted = found.wanted
    return (
        f"-- {wanted.label}\nSELECT area_code, value, value_state AS mark, dataset\nFROM published_figure\n"
        f"WHERE measure = {_text(wanted.measure)}\n  AND category = {_text(wanted.category)}\n"
        f"  AND coalesce(category_2, '') = {_text(wanted.category_2)}\n"
        f"  AND period_end = DATE '{found.day.isoformat()}'\n  AND area_code IN ({_texts(areas)})\n"
        "ORDER BY area_code, dataset"
    )


def _texts(codes: Iterable[str]) -> str:
    return ", ".join(map(_text, codes))


def _text(words: str) -> str:
    doubled = words.replace("'", "''")
    return f"'{doubled}'"
