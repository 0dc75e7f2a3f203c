"""The same answer by pandas alone: read ten years of returns, mend and join them, count children.

Written from the rules, not from the SQL: this is what one would do in a notebook. It knows nothing of
checks, accounts, pseudonyms, superseded files or problems. Run as
`python -m bench.in_pandas FOLDER RESULT.parquet`.
"""

import sys
from pathlib import Path
from typing import Final

import numpy as np
import pandas as pd

from rcc_dash.domain.codes import SHORT_BREAK_STATUSES, age_bands, place_families, provider_sector
from rcc_dash.domain.distance import dfe_miles, is_far
from rcc_dash.domain.places import local_authorities
from rcc_dash.reference.postcodes import locate

_CHILD: Final = ["la_code", "CHILD"]
_STAY: Final = ["RNE", "LS", "PLACE", "PLACE_PROVIDER", "sector", "URN"]
_DAY: Final = pd.Timedelta(days=1)
GROUPS: Final = ["as_of", "la_code", "placement", "age", "sector"]


def children_by_group(folder: Path) -> pd.DataFrame:
    """Count the children looked after on 31 March of each year, outside their LA, and far, by `GROUPS`."""
    episodes = _located(_mended(_told(_read(folder, "episodes"))))
    header = _latest(_read(folder, "header"))[[*_CHILD, "DOB"]]
    every = [_open_on(episodes, year) for year in sorted(episodes["year"].unique())]
    stays = pd.concat(every, ignore_index=True)
    return _grouped(stays.merge(header, on=_CHILD, how="left"))


def _read(folder: Path, table: str) -> pd.DataFrame:
    codes = {la.dfe_code: la.la_code for la in local_authorities().values()}
    frames = []
    for path in sorted(folder.glob(f"*/*/*_{table}.csv")):
        frame = pd.read_csv(path, dtype="str", keep_default_na=False)
        frames.append(frame.assign(la_code=codes[path.parts[-3][:3]], year=int(path.parts[-2])))
    rows = pd.concat(frames, ignore_index=True)
    for column in rows.columns.intersection(["DECOM", "DEC", "DOB"]):
        rows[column] = pd.to_datetime(rows[column], format="%d/%m/%Y")
    return rows


def _told(episodes: pd.DataFrame) -> pd.DataFrame:
    """Keep one telling of each child and start: that with the latest end, then the latest return."""
    ordered = episodes.assign(latest=episodes.groupby("la_code")["year"].transform("max")).sort_values(
        [*_CHILD, "DECOM", "DEC", "year"], na_position="first", ignore_index=True
    )
    return ordered.drop_duplicates([*_CHILD, "DECOM"], keep="last", ignore_index=True)


def _mended(episodes: pd.DataFrame) -> pd.DataFrame:
    """Apply the rules for episodes left open (3, 3A, 2, 1A, 1), then for those that overlap (4, 5, cut)."""
    kept = _closed(episodes)
    by_child = kept.groupby(_CHILD)
    starts, years = by_child["DECOM"].shift(-1), by_child["year"].shift(-1)
    later = years > kept["year"]
    runs_over = starts.notna() & ~(starts >= kept["DEC"])
    falls_short = later & (kept["DEC"] < starts) & (kept["REC"] == "X1")
    return kept.assign(DEC=kept["DEC"].mask(runs_over | falls_short, starts))


def _closed(episodes: pd.DataFrame) -> pd.DataFrame:
    by_child = episodes.groupby(_CHILD)
    starts, reasons = by_child["DECOM"].shift(-1), by_child["RNE"].shift(-1)
    sector = episodes["PL_POST"].str[:-2].str.strip()
    same = pd.MultiIndex.from_frame(episodes.assign(sector=sector)[_STAY])
    stay = pd.Series(pd.factorize(same)[0], index=episodes.index)
    beside = stay.groupby([episodes[name] for name in _CHILD])
    is_open = episodes["DEC"].isna() & (episodes["year"] < episodes["latest"])
    told_again = (stay == beside.shift(-1)) | (stay == beside.shift(1))
    told_before = by_child["year"].shift(1) > episodes["year"]
    ends = pd.to_datetime(episodes["year"].astype("str") + "-03-31")
    first = episodes["DECOM"]
    eve = starts - _DAY
    last = ends.where(ends > first, first).where(starts.isna(), starts)
    before = ends.where(ends < eve, eve)
    last = last.mask(reasons == "S", before.where(before > first, first))
    made_up = is_open & (starts.isna() | (reasons == "S"))
    mended = episodes.assign(
        DEC=episodes["DEC"].mask(is_open, last),
        REC=episodes["REC"].mask(is_open, "X1").mask(made_up, "E99"),
    )
    return mended[~(is_open & (told_again | told_before))].reset_index(drop=True)


def _located(episodes: pd.DataFrame) -> pd.DataFrame:
    """Measure each episode, and say of which stay a temporary one is a break."""
    postcodes = pd.unique(pd.concat([episodes["HOME_POST"], episodes["PL_POST"]]))
    places = locate(postcodes).set_axis(postcodes)
    home, placement = places.reindex(episodes["HOME_POST"]), places.reindex(episodes["PL_POST"])
    miles = dfe_miles(home["east"], home["north"], placement["east"], placement["north"])
    care = episodes.assign(
        family=episodes["PLACE"].map(place_families()),
        host=placement["la_code"].to_numpy(),
        far=pd.Series(is_far(miles), dtype="boolean").mask(np.isnan(miles)),
    )
    care = care[~care["LS"].isin(list(SHORT_BREAK_STATUSES))]
    period = (care["RNE"] == "S").groupby([care[name] for name in _CHILD]).cumsum()
    settled = care["DECOM"].where(care["family"] != "temporary")
    since = settled.groupby([care["la_code"], care["CHILD"], period]).ffill()
    return care.assign(since=since.fillna(care["DECOM"]))


def _open_on(episodes: pd.DataFrame, year: int) -> pd.DataFrame:
    """Give each child's stay on 31 March of a year, from the latest episode open on it."""
    day = pd.Timestamp(year, 3, 31)
    goes_on = episodes["DEC"].isna() | (episodes["DEC"] > day)
    counted = (episodes["DEC"] == day) & (episodes["REC"] == "E99")
    now = episodes[(episodes["DECOM"] <= day) & (goes_on | counted)]
    latest = now.sort_values("DECOM").drop_duplicates(_CHILD, keep="last")[[*_CHILD, "since"]]
    stay = episodes[[*_CHILD, "DECOM", "family", "PLACE_PROVIDER", "host", "far"]]
    return latest.merge(stay, left_on=[*_CHILD, "since"], right_on=[*_CHILD, "DECOM"]).assign(as_of=day)


def _latest(rows: pd.DataFrame) -> pd.DataFrame:
    return rows.sort_values("year").drop_duplicates(_CHILD, keep="last")


def _grouped(stays: pd.DataFrame) -> pd.DataFrame:
    months = (stays["as_of"].dt.year - stays["DOB"].dt.year) * 12 + 3 - stays["DOB"].dt.month
    sectors = {code: provider_sector(code) for code in stays["PLACE_PROVIDER"].unique()}
    known = stays.assign(
        placement=stays["family"].fillna("other").replace("temporary", "other"),
        age=age_bands(months // 12),
        sector=stays["PLACE_PROVIDER"].map(sectors),
        outside=stays["host"].notna() & (stays["host"] != stays["la_code"]),
        far=stays["far"].fillna(value=False).astype(bool),
    )
    groups = known.groupby(GROUPS, as_index=False)
    return groups.agg(children=("far", "size"), outside=("outside", "sum"), far=("far", "sum"))


if __name__ == "__main__":
    children_by_group(Path(sys.argv[1])).to_parquet(sys.argv[2])
