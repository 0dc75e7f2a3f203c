"""Seven of the app's questions as one would ask them in pandas, of the same tables in memory.

Answers have the columns of `rcc_dash/store/sql/<name>.sql`. Sums of keys go over 64 bits, so the two
halves of each key are summed apart.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

import pandas as pd

Frames = Mapping[str, pd.DataFrame]
Parts = Mapping[str, "pd.Series[bool]"]
_LOW = 0xFFFFFFFF
NEEDS = ("dols", "solo", "exploitation_risk", "self_harm_risk", "risk_to_others", "sdq_score")
LEVELS = ("load", "map", "distance", "cost", "need")


def _on(frames: Frames, table: str, day: date) -> pd.DataFrame:
    rows = frames[table]
    return rows[rows["as_of"] == pd.Timestamp(day)]


def _tally(rows: pd.DataFrame, by: Sequence[str], parts: Parts) -> pd.DataFrame:
    high, low = rows["record_key"] // (_LOW + 1), rows["record_key"] % (_LOW + 1)
    columns: dict[str, pd.Series] = {}
    for part, mask in parts.items():
        columns |= {f"{part}_n": mask.astype("int64"), f"{part}_h": high * mask, f"{part}_l": low * mask}
    sums = pd.DataFrame(columns).groupby([rows[name] for name in by], dropna=False).sum()
    for part in parts:
        halves = zip(sums.pop(f"{part}_h"), sums.pop(f"{part}_l"), strict=True)
        sums[f"{part}_keys"] = [str((int(h) << 32) + int(lo)) for h, lo in halves]
    return sums.reset_index()


def _all(rows: pd.DataFrame) -> "pd.Series[bool]":
    return pd.Series(data=True, index=rows.index)


def _true(cells: pd.Series) -> "pd.Series[bool]":
    return cells.fillna(value=False).astype(bool)


def _with_rest(rows: pd.DataFrame, parts: Parts) -> dict[str, "pd.Series[bool]"]:
    told = {"children": _all(rows)}
    for part, mask in parts.items():
        told |= {part: mask, f"not_{part}": ~mask}
    return told


def children_by_area(frames: Frames, day: date, *_: Sequence[str]) -> pd.DataFrame:
    """Count children alike in each LA: of one age, outside or not, far or not, in homes or not."""
    rows = _on(frames, "as_at", day)
    is_in = {"is_outside": _true(rows["outside_la"]), "is_far": _true(rows["far"])}
    rows = rows.assign(**is_in, is_residential=_true(rows["placement"] == "home"))
    found = _tally(rows, ["la_code", "age", *is_in, "is_residential"], {"children": _all(rows)})
    return found.assign(placement="", sector="")


def flows(frames: Frames, day: date, *_: Sequence[str]) -> pd.DataFrame:
    """Count children by responsible LA and LA of placement."""
    rows = _on(frames, "as_at", day)
    rows = rows[rows["placement_la"].notna()]
    return _tally(rows, ["la_code", "placement_la"], {"children": _all(rows)})


def origins(frames: Frames, day: date, las: Sequence[str]) -> pd.DataFrame:
    """Count children by hexagon of origin."""
    rows = _on(frames, "as_at", day)
    rows = rows[rows["origin_hex6"].notna() & rows["la_code"].isin(las)]
    found = _tally(rows, ["la_code", "origin_hex6", "origin_hex5"], {"children": _all(rows)})
    return found.rename(columns={"origin_hex6": "hex6", "origin_hex5": "hex5"})


def completeness(frames: Frames, day: date, *_: Sequence[str]) -> pd.DataFrame:
    """Count whose record holds what the maps need."""
    rows = _on(frames, "as_at", day)
    home, urn = rows["placement"] == "home", rows["home_urn"].notna()
    known = {"placed": rows["placement_la"].notna(), "distance": rows["distance_miles"].notna()}
    parts = _with_rest(rows, known) | {"urn": home & urn, "not_urn": home & ~urn, "residential": home}
    return _tally(rows, ["la_code"], parts)


def fitness(frames: Frames, day: date, *_: Sequence[str]) -> pd.DataFrame:
    """Count whose record is fit for each of five uses."""
    rows = _on(frames, "as_at", day)
    homes = frames["home_at"].loc[_true(frames["home_at"]["is_childrens_home"]), "urn"]
    fit = (
        rows["place_code"].notna(),
        rows["placement_sector"].notna() | rows["home_urn"].isin(homes),
        rows["distance_miles"].notna(),
        _true(rows["weekly_cost_gbp"] > 0),
        rows[list(NEEDS)].notna().any(axis=1),
    )
    every = _all(rows)
    applies = (every, every, ~(_true(rows["uasc"]) & rows["origin_sector"].isna()),
               ~rows["placement"].isin(["parents", "adoption"]), every)  # fmt: skip
    told = [
        _tally(rows, ["la_code"], {"fit": of & is_fit, "unfit": of & ~is_fit, "of": of, "left_out": ~of})
        .assign(level=level)
        for level, is_fit, of in zip(LEVELS, fit, applies, strict=True)
    ]  # fmt: skip
    return pd.concat(told)


def reconciliation(frames: Frames, day: date, *_: Sequence[str]) -> pd.DataFrame:
    """Count how many children of each source link to a 903 episode, and what disagrees."""
    rows = _on(frames, "reconciliation", day)
    known = _true(rows["in_source"])
    parts: dict[str, pd.Series[bool]] = {"known": known}
    for part, how in (
        ("exact", "exact"),
        ("window", "window"),
        ("child_only", "child_only"),
        ("unknown", "none"),
    ):
        parts[part] = _true(rows["how"] == how)
    parts |= {"not_open": known & ~_true(rows["in_returns"]), "only_returns": ~known}
    for part in ("start_differs", "family_differs", "sector_differs", "la_differs"):
        parts[part] = _true(rows[part])
    return _tally(rows, ["la_code", "source"], parts)


def distance_children(frames: Frames, day: date, *_: Sequence[str]) -> pd.DataFrame:
    """List the children of a date with their distance."""
    rows = _on(frames, "as_at", day)
    outside = rows["outside_la"]
    told = rows.assign(outside=_true(outside), inside=_true(outside == False), uasc=_true(rows["uasc"]))  # noqa: E712 null is neither
    return told.rename(columns={"provider": "sector"})


Answer = Callable[[Frames, date, Sequence[str]], pd.DataFrame]
ANSWERS: Mapping[str, Answer] = {
    one.__name__: one
    for one in (children_by_area, flows, origins, completeness, fitness, reconciliation, distance_children)
}
