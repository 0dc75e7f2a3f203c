"""Is a row a total, or a note below the table, and no record?"""

from typing import Final

import pandas as pd

_SUMS: Final = r"(?:(?:grand|sub|overall)[\s-]*)?totals?(?:[\s:(].*)?|(?:count|sum|average)(?:[\s:(].*)?"
_NOTES: Final = r"\S+\s+\S+\s+\S.*"
"""Three words and more: no id has them, and a note at the end would be taken for a child."""


def are_sums(names: pd.Series) -> pd.Series:
    """Mark the cells that name a total where a record's own name stands."""
    return names.str.fullmatch(_SUMS, case=False)


def are_no_ids(ids: pd.Series) -> pd.Series:
    """Mark the cells that hold a total or a note where an id stands."""
    return are_sums(ids) | ids.str.fullmatch(_NOTES)
