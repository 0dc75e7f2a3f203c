"""How many rows of which files should a release tell of? A row may be a child: by decision 29, told anew."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

import duckdb
import pandas as pd

_LEAST, _BASE, _LAS = 10, 5, 3
_SUMS: Final = ("rows_read", "rows_loaded", "rows_mended", "rows_rejected", "rows_repeated")
_ACCOUNT: Final = ("source", "period")
_FOUND: Final = ("severity", "source", "code", "what", "fix")
Told = dict[str, int | None]
Keyed = Iterator[tuple[tuple[Any, ...], Told]]


def wrong_rows(release: Path, build: Path) -> tuple[int, int]:
    """Say how many rows about files a release has, and how many are not as the build's accounts say."""
    with duckdb.connect(str(release), read_only=True) as file:
        shown = [file.execute(f"FROM {table} ORDER BY ALL").df() for table in ("source_rows", "finding_rows")]
    with duckdb.connect(str(build), read_only=True) as file:
        loaded = file.execute("FROM account ORDER BY ALL").df()
        found = file.execute('FROM problem WHERE "source" IS NOT NULL ORDER BY ALL').df()
    small = _small(loaded)
    should = [dict(_accounts(loaded, small)), dict(_findings(found, small))]
    wrong = [
        told != truth.get(key)
        for rows, by, truth in zip(shown, (_ACCOUNT, _FOUND), should, strict=True)
        for key, told in _keyed(rows, by)
    ]
    return len(wrong), sum(wrong)


def _small(loaded: pd.DataFrame) -> set[tuple[Any, ...]]:
    """Name the sources of a period and LA that came in fewer than ten rows: they look as if not there."""
    rows = loaded.groupby([*_ACCOUNT, "la_code"], dropna=False)["rows_read"].sum()
    return {_named(key) for key, n in rows.items() if n < _LEAST}


def _named(key: Iterable[object]) -> tuple[Any, ...]:
    return tuple(None if pd.isna(one) else one for one in key)


def _is_large(rows: pd.DataFrame, small: set[tuple[Any, ...]]) -> pd.Series:
    keys = rows[[*_ACCOUNT, "la_code"]].itertuples(index=False, name=None)
    return pd.Series([_named(key) not in small for key in keys], rows.index, dtype=bool)


def _accounts(rows: pd.DataFrame, small: set[tuple[Any, ...]]) -> Keyed:
    for key, own in rows[_is_large(rows, small)].groupby([*_ACCOUNT]):
        sums = {name: _shown(own.groupby("la_code", dropna=False)[name].sum()) for name in _SUMS}
        yield key, {"las": own["la_code"].nunique(), "files": own["sha256"].nunique(), **sums}


def _findings(rows: pd.DataFrame, small: set[tuple[Any, ...]]) -> Keyed:
    for key, own in rows[_is_large(rows, small) | rows["la_code"].isna()].groupby([*_FOUND]):
        found = _shown(own.groupby("la_code", dropna=False)["rows"].sum())
        yield key, {"files": own["file_name"].nunique(), "rows": found}


def _shown(by_la: pd.Series) -> int | None:
    """Round rows of all LAs together; of fewer than three, or with one that is nearly all, each LA's own."""
    whole, las = int(by_la.sum()), int((by_la > 0).sum())
    if las != 1 and (las < _LAS or whole - int(by_la.max()) < _LEAST):
        each = [_BASE * round(n / _BASE) for n in by_la if n >= _LEAST]
        return sum(each) if each else None
    return _BASE * round(whole / _BASE) if whole >= _LEAST else None


def _keyed(rows: pd.DataFrame, by: tuple[str, ...]) -> Keyed:
    numbers = [name for name in rows if name not in {*by, "loaded_on"}]
    for row in rows.to_dict("records"):
        told = {str(name): None if pd.isna(row[name]) else int(row[name]) for name in numbers}
        yield tuple(row[name] for name in by), told
