"""How do columns and rows as JSON holds them become a table whose types are right?"""

from collections.abc import Sequence
from datetime import date
from typing import Final

import pandas as pd

_WHOLE_BITS: Final = 63


def frame_of(columns: Sequence[tuple[str, str]], rows: Sequence[Sequence[object]]) -> pd.DataFrame:
    """Make the table of columns (name and DuckDB's type) and rows; a name that comes again gets a number."""
    names: list[str] = []
    for name, _ in columns:
        names.append(_unlike(name, names))
    values = zip(*rows, strict=True) if rows else ([] for _ in columns)
    series = [_series(list(told), kind) for told, (_, kind) in zip(values, columns, strict=True)]
    return pd.DataFrame(dict(enumerate(series))).set_axis(names, axis=1)


def _unlike(name: str, names: Sequence[str]) -> str:
    found, again = name, 1
    while found in names:
        again += 1
        found = f"{name} ({again})"
    return found


def _series(values: list[object], kind: str) -> pd.Series:
    """Give a column its type: whole numbers stay whole beside nulls, days stay days."""
    if kind == "DATE":
        return pd.Series([_day(value) for value in values], dtype="object")
    known = [value for value in values if value is not None]
    if all(isinstance(value, bool) for value in known):
        return pd.Series(values, dtype="boolean" if known else "object")
    if all(type(value) is int for value in known):
        fits = all(int(str(value)).bit_length() <= _WHOLE_BITS for value in known)
        return pd.Series(values, dtype="Int64") if fits else pd.Series([*map(_text, values)], dtype="str")
    if all(isinstance(value, int | float) for value in known):
        return pd.Series(values, dtype="float64")
    return pd.Series([*map(_text, values)], dtype="str")


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _day(value: object) -> date | str | None:
    if value is None:
        return None
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return str(value)
