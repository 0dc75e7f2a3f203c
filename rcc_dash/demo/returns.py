"""Write SSDA903 returns as LAs submit them: header, episodes and UASC of each LA and year."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import numpy as np
import pandas as pd

from rcc_dash.demo.ages import adult_on
from rcc_dash.demo.dirt import dirtied, forgotten
from rcc_dash.demo.episodes import in_return
from rcc_dash.demo.gaps import words
from rcc_dash.demo.kinds import NEVER, YEARS, dates_text, day
from rcc_dash.demo.region import Region
from rcc_dash.domain.places import la_name
from rcc_dash.domain.progress import Progress

_LETTERS_FROM: Final = 2025
"""SEX is M or F from the 2025 return, 1 or 2 before."""
_SCHOOL_DAYS: Final = 5 * 365
_HEADER: Final = ["CHILD", "SEX", "DOB", "ETHNIC", "UPN", "MOTHER", "MC_DOB"]
_EPISODES: Final = [
    "CHILD", "DECOM", "RNE", "LS", "CIN", "PLACE", "PLACE_PROVIDER", "DEC", "REC", "REASON_PLACE_CHANGE",
    "HOME_POST", "PL_POST", "URN",
]  # fmt: skip
_UASC: Final = ["CHILD", "SEX", "DOB", "DUC"]


def write_returns(made: Region, folder: Path, progress: Progress) -> Iterator[Path]:
    """Write the returns under `folder` and give the paths.

    The last year's are as each LA submits them, in a folder of the LA and year. Earlier ones are one
    file per table with LA and YEAR columns, as regions keep them: many small files load slowly.
    """
    rng = np.random.default_rng([made.seed, 5])
    hidden = forgotten(made.episodes, rng)
    earlier: dict[str, list[pd.DataFrame]] = {}
    for done, year in enumerate(YEARS):
        progress(done / len(YEARS), f"Writing synthetic SSDA903 returns of {year}")
        tables = tables_of(in_return(made.episodes[~hidden[year]], year), made, year)
        for name, area, own in _by_area(tables, year):
            if year == YEARS[-1]:
                yield _written(own, folder, f"{words(area)}/{year}", name)
            else:
                earlier.setdefault(name, []).append(own.assign(LA=la_name(area), YEAR=year))
    for name, kept in earlier.items():
        yield _written(pd.concat(kept), folder, f"region/{YEARS[0]}_to_{YEARS[-2]}", name)


def _by_area(tables: dict[str, pd.DataFrame], year: int) -> Iterator[tuple[str, str, pd.DataFrame]]:
    for name, table in tables.items():
        for area, own in table.groupby("area", sort=False):
            yield name, str(area), dirtied(own.drop(columns="area"), str(area), year)


def _written(table: pd.DataFrame, folder: Path, whose: str, name: str) -> Path:
    path = folder / whose / f"synthetic_{whose.replace('/', '_')}_{name}.csv"
    path.parent.mkdir(parents=True, exist_ok=True)
    table.to_csv(path, index=False, lineterminator="\r\n")
    return path


def tables_of(shown: pd.DataFrame, made: Region, year: int) -> dict[str, pd.DataFrame]:
    """Give a return's header, episodes and uasc with the published columns, and `area` before them."""
    children = shown.drop_duplicates("person")
    return {
        "header": _header(children, year),
        "episodes": _episodes(shown, made),
        "uasc": _uasc(children[children["uasc"] == 1], year),
    }


def _header(children: pd.DataFrame, year: int) -> pd.DataFrame:
    at_school = day(year) - children["born"] > _SCHOOL_DAYS
    table = pd.DataFrame({
        "area": children["area"],
        "CHILD": children["child"],
        "SEX": _sex(children, year),
        "DOB": dates_text(children["born"].to_numpy()),
        "ETHNIC": children["ethnic"],
        "UPN": np.where(at_school, "UN5", "UN1"),
        "MOTHER": "",
        "MC_DOB": "",
    })  # fmt: skip
    return table[["area", *_HEADER]]


def _episodes(shown: pd.DataFrame, made: Region) -> pd.DataFrame:
    postcode = np.append(made.where.postcode, "")
    table = pd.DataFrame({
        "area": shown["area"],
        "CHILD": shown["child"],
        "DECOM": dates_text(shown["began"].to_numpy()),
        "RNE": shown["rne"],
        "LS": shown["ls"],
        "CIN": shown["need"],
        "PLACE": shown["place"],
        "PLACE_PROVIDER": shown["provider_code"],
        "DEC": dates_text(shown["ended"].to_numpy()),
        "REC": shown["rec"],
        "REASON_PLACE_CHANGE": shown["why"],
        "HOME_POST": postcode[shown["origin"]],
        "PL_POST": postcode[shown["at"]],
        "URN": shown["urn"],
    })  # fmt: skip
    return table[["area", *_EPISODES]]


def _uasc(children: pd.DataFrame, year: int) -> pd.DataFrame:
    adult = adult_on(children["born"].to_numpy())
    ended = np.where(adult <= day(year), adult, NEVER)
    table = pd.DataFrame({
        "area": children["area"],
        "CHILD": children["child"],
        "SEX": _sex(children, year),
        "DOB": dates_text(children["born"].to_numpy()),
        "DUC": dates_text(ended),
    })  # fmt: skip
    return table[["area", *_UASC]]


def _sex(children: pd.DataFrame, year: int) -> "pd.Series[str]":
    return children["sex"] if year >= _LETTERS_FROM else children["sex"].map({"M": "1", "F": "2"})
