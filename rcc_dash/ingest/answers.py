"""Is a cell a yes or a no, however it is written?"""

from typing import Final

import pandas as pd

_YES: Final = frozenset(("1", "1.0", "y", "yes", "true", "t"))
_NO: Final = frozenset(("0", "0.0", "n", "no", "false", "f"))


def to_yes_no(cells: pd.Series) -> pd.Series:
    """Read 1 and 0, yes and no, true and false; null where blank or anything else."""
    said = {text: _answer(text.strip().lower()) for text in cells.unique()}
    return cells.map(said).astype("boolean")


def _answer(text: str) -> bool | None:
    return text in _YES if text in _YES | _NO else None
