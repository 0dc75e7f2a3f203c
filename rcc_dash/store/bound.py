"""How do Python's, numpy's and pandas' values reach DuckDB as values that it takes?"""

from collections.abc import Iterable
from datetime import date, datetime

import numpy as np
import pandas as pd

Value = str | int | float | bool | bytes | date | datetime | list["Value"] | None


def plain(value: object) -> Value:
    """Give a parameter as a plain Python value; collections become lists, any kind of null None.

    Raises TypeError for a value that no question takes.
    """
    if isinstance(value, np.generic):  # first: numpy's text and floats are also Python's
        return plain(value.item())
    if isinstance(value, str | bytes):
        return value
    if isinstance(value, np.ndarray | pd.Series | pd.Index | list | tuple | set | frozenset):
        return _listed(value)
    return _single(value)


def _listed(values: Iterable[object]) -> list[Value]:
    given = sorted(values, key=str) if isinstance(values, set | frozenset) else values
    return [plain(value) for value in given]


def _single(value: object) -> Value:
    if value is None or value is pd.NaT or value is pd.NA:
        return None
    if isinstance(value, pd.Timestamp):
        return value.to_pydatetime()
    if isinstance(value, bool | int | float | date):
        return value
    message = f"no question takes a value of type {type(value).__name__}"
    raise TypeError(message)
