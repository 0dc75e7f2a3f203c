"""What follows from each value of a column? Worked out once for each different value, not for each row."""

from collections.abc import Callable

import numpy as np
import pandas as pd


def by_value(words: pd.Series, follows: Callable[[str], object], of_null: object) -> pd.Series:
    """Give what follows from each word of a column, by its rows; `of_null` where there is no word."""
    number, apart = pd.factorize(words)
    found = pd.Series([*map(follows, map(str, apart)), of_null])
    return pd.Series(found.array.take(number), words.index)  # a null's number is -1: the last of them


def looked_up(words: pd.Series, table: pd.DataFrame) -> pd.DataFrame:
    """Give the row of a table that each word is the index of; nulls for a word that is not there."""
    number, apart = pd.factorize(words)
    at = np.append(table.index.get_indexer(apart), -1)[number]
    return pd.DataFrame(
        {name: column.array.take(at, allow_fill=True) for name, column in table.items()}, words.index
    )
