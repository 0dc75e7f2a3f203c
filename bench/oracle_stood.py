"""Which homes should a release say stood empty for long, or never had a child? Rounded, told anew."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

import pandas as pd

from bench.oracle_homes import MAIN, Homes
from bench.oracle_returns import Asked, Cell, Tell, homes_shown, parts_of

_YEAR, _WEEK, _NEW = 365, 7, 183
_LENGTHS: Final = {"4": (28, 90), "13": (91, 181), "26": (182, _YEAR)}
"""Days from the first to the last return of a run, by its code."""


def stood(asked: Asked, homes: Homes, pepper: str) -> Iterator[Cell]:
    """Give of each cell what its returns of a year cover, their empty weeks, and runs by length."""
    found = asked.homes(homes)
    found, returned = found[found["kind"].eq(MAIN)], homes.returned(asked.day, _YEAR)
    told = [_run(returned.get(urn, []), asked.day, asked.days) for urn in found["urn"]]
    found = found.assign(**{name: [one[name] for one in told] for name in _NOTHING})
    for key, own in parts_of(found, asked.by):
        several = own[own["number"] > 1]
        weeks = several.assign(weeks=[round(days / _WEEK) for days in several["empty_days"]])
        yield {
            **key, "group": "series", "told_homes": len(several), "told_places": len(own),
            "days": sum(own["covered"]),
        }  # fmt: skip
        yield {**key, "group": "weeks", "places": homes_shown(weeks, pepper, "weeks")[1]}
        for code, (least, most) in _LENGTHS.items():
            runs = own[own["told"] & own["run_days"].between(least, most) & (own["run_places"] > 0)]
            number, places = homes_shown(runs, pepper, "run_places")
            yield {**key, "group": code, "homes": number, "places": places}


_NOTHING: Final = {"number": 0, "covered": 0, "empty_days": 0, "run_days": 0, "run_places": 0}


def _run(rows: list[dict[str, Any]], day: date, holds: int) -> Mapping[str, int]:
    """Read one home's returns: each holds until the next, but no longer than so many days."""
    if not rows:
        return _NOTHING
    ends = [*(row["as_of"] for row in rows[1:]), day]
    covered = [
        max(min((end - row["as_of"]).days, holds), 0) for row, end in zip(rows, ends, strict=True)
    ]  # fmt: skip
    empty = [_empty(row) for row in rows]
    first = len(rows)
    while first and empty[first - 1] and (first == len(rows) or covered_to(rows, first) <= holds):
        first -= 1
    run = rows[first:]
    return {
        "number": len(rows), "covered": sum(covered),
        "empty_days": sum(n * days for n, days in zip(empty, covered, strict=True)),
        "run_days": (run[-1]["as_of"] - run[0]["as_of"]).days if run else 0,
        "run_places": min(empty[first:], default=0),
    }  # fmt: skip


def covered_to(rows: list[dict[str, Any]], at: int) -> int:
    """Give the days from the return before to this one."""
    days: int = (rows[at]["as_of"] - rows[at - 1]["as_of"]).days
    return days


def _empty(row: dict[str, Any]) -> int:
    """Give the places that a return says are ready and without a child."""
    available = row["available_places"]
    if available is None:
        blocked = [row[name] or 0 for name in row if name.startswith("unavailable_")]
        available = row["registered_places"] - sum(blocked)
    return int(min(max(available - row["occupied_places"], 0), row["registered_places"]))


def never(asked: Asked, homes: Homes, pepper: str) -> Iterator[Cell]:
    """Give of each cell the homes of half a year or more in which no child was ever known."""
    found = asked.homes(homes)
    found = found[found["kind"].eq(MAIN) & pd.to_numeric(found["days"]).ge(_NEW)]
    unused = [not homes.was_used(urn, asked.day) for urn in found["urn"]]
    for key, own in parts_of(found[pd.Series(unused, found.index, dtype=bool)], asked.by):
        number, places = homes_shown(own, pepper)
        yield {**key, "group": "all", "homes": number, "places": places}
        yield {**key, "group": "told", "homes": homes_shown(own[own["told"]], pepper)[0]}


STOOD: Final[Mapping[str, Tell]] = {"stood": stood, "never": never}
