"""In which areas is what was chosen true of nearly all children, so that its number would tell of each?"""

from datetime import date
from functools import lru_cache

from rcc_dash.domain.filters import Filters
from rcc_dash.queries.children import children_by_area
from rcc_dash.queries.reader import Reader


@lru_cache(maxsize=128)
def nearly_all(reader: Reader, filters: Filters, day: date) -> frozenset[str]:
    """Give the areas (`ALL_AREAS` among them) where the placements chosen hold nearly all alike but for them.

    There a count of the children chosen is shown as `[high]`. It is decided by shown numbers only. The
    placement is the one sensitive attribute among the filters. A release holds the cells, and whoever looks
    them up is asked again: while it is written every placement is chosen, which always are all.
    """
    if reader.rule.exact or not filters.placement or reader.noting is not None:
        return frozenset()
    part = children_by_area(reader, filters, day)
    whole = children_by_area(reader, filters.with_chosen("placement", ()), day)
    return frozenset(
        code
        for code, row in part.items()
        if (number := row["children"]) is not None
        and reader.rule.is_nearly_all(number, whole.get(code, {}).get("children"))
    )
