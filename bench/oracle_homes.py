"""What is each children's home on a day, by its list and its latest return? Told anew, home by home.

Read from a build's own tables, without the app's questions: `design/methods.md` 2.1 says what a place can be.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

import duckdb
import pandas as pd

REASONS: Final = ("matching", "staffing", "solo", "repair", "reserved")
MAIN: Final = "childrens_home"
_SHUT: Final = ("short_breaks", "suspended")
_YEAR_DAYS: Final = 365.25
_HALF_EMPTY_DAYS: Final = 30
_CHILD: Final = ("day", "la_code", "record_key", "high", "low", "home_urn")
_LISTED: Final = ("urn", "la_code", "owner_name", "provision_type", "position_basis")
_COLUMNS: Final = (
    *_LISTED, "is_placed", "held", *REASONS, "blocked", "void", "untold", "places", "lives", "days", "sector",
    "run_by", "age", "judgement", "size", "kind", "told", "key", "returned_places", "returned_held", "still",
)  # fmt: skip
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Tables:
    homes: pd.DataFrame
    returns: pd.DataFrame
    lists: list[date]
    placed_las: frozenset[str]
    first_used: dict[str, date]


class Homes:
    """The homes of a build, and the children of a release who live in them."""

    def __init__(self, build: Path, everyone: pd.DataFrame) -> None:
        """Read lists, returns and stays once."""
        self._of: Final = _read(build)
        self._children: Final = everyone.loc[everyone["home_urn"].notna(), [*_CHILD]]
        self._days: Final = sorted(everyone["day"].unique())
        self.on: Final = lru_cache(maxsize=4)(self._on)

    def living(self, day: date) -> pd.DataFrame:
        """Give the children whose home is known, by the latest return to a day; nobody before the first."""
        answers = [one for one in self._days if one <= day]
        return self._children[self._children["day"].eq(answers[-1] if answers else None)]

    def returned(self, day: date, days: int) -> dict[str, list[Row]]:
        """Give each home's returns of so many days to a day, one for each date, earliest first."""
        rows = self._of.returns
        rows = rows[(rows["as_of"] <= day) & (rows["as_of"] > day - timedelta(days=days))]
        found: dict[str, dict[date, Row]] = {}
        for row in rows.to_dict("records"):
            found.setdefault(row["urn"], {})[row["as_of"]] = {str(name): told for name, told in row.items()}
        return {urn: [own[at] for at in sorted(own)] for urn, own in found.items()}

    def was_used(self, urn: str, day: date) -> bool:
        """Say whether a child is known to have lived there up to a day."""
        return urn in self._of.first_used and self._of.first_used[urn] <= day

    def owners(self, day: date) -> dict[str, str]:
        """Give who owned each home by the latest list to a day that says so."""
        rows = self._of.homes[self._of.homes["as_of"].le(day) & self._of.homes["owner_name"].notna()]
        return dict(zip(rows["urn"], rows["owner_name"], strict=True))

    def listed(self, day: date) -> pd.DataFrame:
        """Give every provider of the list that answers for a day, and of others: urn, as_of, is_now."""
        now = max((one for one in self._of.lists if one <= day), default=None)
        return self._of.homes.assign(is_now=self._of.homes["as_of"].eq(now))

    def _on(self, day: date, days: int) -> pd.DataFrame:
        """Give every children's home with places of the list that answers for a day, with its states."""
        homes, latest = self.listed(day), {urn: own[-1] for urn, own in self.returned(day, days).items()}
        known = self.living(day)["home_urn"].value_counts().to_dict()
        now = homes[homes["is_now"] & homes["is_childrens_home"]].to_dict("records")
        rows = [_home(home, latest.get(home["urn"]), known.get(home["urn"], 0), day) for home in now]
        found = pd.DataFrame([row for row in rows if row], columns=[*_COLUMNS])
        placed = found["is_placed"].astype(bool) | found["la_code"].isin(self._of.placed_las)
        return found.assign(is_open=placed & ~found["kind"].isin(_SHUT) & found["judgement"].ne("inadequate"))


def _read(build: Path) -> _Tables:
    with duckdb.connect(str(build), read_only=True) as file:
        ask = file.execute
        homes = ask("SELECT * FROM home_at ORDER BY as_of, urn").df().astype(object)
        returns = ask("SELECT * FROM vacancy ORDER BY urn, as_of, load_order").df().astype(object)
        listed = ask("SELECT as_of FROM as_of_date WHERE has_homes ORDER BY as_of").fetchall()
        las = ask("SELECT DISTINCT la_code FROM sector").fetchall()
        used = ask(
            "SELECT urn, min(since) FROM (SELECT home_urn AS urn, started_on AS since FROM episode UNION ALL"
            " SELECT urn, as_of FROM vacancy WHERE occupied_places > 0) GROUP BY urn"
        ).fetchall()
    for frame in (homes, returns):
        frame["as_of"] = [stamp.date() for stamp in frame["as_of"]]
    whole = {str(urn): at for urn, at in used if urn}
    tables = (homes.where(homes.notna(), None), returns.where(returns.notna(), None))
    return _Tables(*tables, [one for (one,) in listed], frozenset(la for (la,) in las), whole)


def _home(home: Row, told: Row | None, known: int, day: date) -> Row | None:
    """Tell of one home; None where nobody says how many places it has."""
    places = home["places"] if home["places"] is not None or not told else told["registered_places"]
    if places is None:
        return None
    age = (home["as_of"] - home["registered_on"].date()).days if home["registered_on"] else None
    sector = home["sector"] or "unknown"
    return {
        **{name: home[name] for name in _LISTED}, "is_placed": home["position_sector"] is not None,
        **_states(int(places), known, told), "places": int(places), "lives": known, "days": age,
        "sector": sector, "run_by": "own" if sector == "la" else "independent", "age": _age(age),
        "judgement": home["judgement"] or "unknown", "size": _size(places), "kind": _kind(home),
        "told": told is not None, "key": home_key(home["urn"], told["as_of"]) if told else 0,
        "returned_places": told and told["registered_places"],
        "returned_held": int((told and told["occupied_places"]) or 0),
        "still": 2 ** (-(day - told["as_of"]).days / _HALF_EMPTY_DAYS) if told else 0.0,
    }  # fmt: skip


def _states(places: int, known: int, told: Row | None) -> Row:
    """Part a home's places: with a child, blocked by reason, empty, and left open; they add up to places."""
    if told is None:
        held = min(known, places)
        return {"held": held, **dict.fromkeys(REASONS, 0), "blocked": 0, "void": 0, "untold": places - held}
    said = int(told["occupied_places"] or 0)
    held = min(said, places)
    left, blocked = places - held, {}
    for reason in REASONS:
        blocked[reason] = min(int(told[f"unavailable_{reason}"] or 0), left)
        left -= blocked[reason]
    available = told["available_places"]
    void = left if available is None else max(min(int(available) - said, left), 0)
    return {
        "held": held, **blocked, "blocked": sum(blocked.values()), "void": void, "untold": left - void,
    }  # fmt: skip


def _kind(home: Row) -> str:
    if home["status"] is not None and home["status"].lower() != "active":
        return "suspended"
    return "short_breaks" if home["short_break_only"] else str(home["provision_type"])


def _size(places: int) -> str:
    bands = ((2, "1to2"), (4, "3to4"), (6, "5to6"))
    return next((code for most, code in bands if places <= most), "over6")


def _age(days: int | None) -> str:
    if days is None:
        return "unknown"
    bands = ((1, "under1"), (3, "1to2"), (6, "3to5"), (10, "6to9"))
    return next((code for years, code in bands if days < years * _YEAR_DAYS), "over9")


@lru_cache(maxsize=2**15)
def home_key(urn: str, returned_on: date | None = None) -> int:
    """Give the key of a home, or of its return."""
    told = f"{returned_on} 00:00:00" if returned_on else ""
    return int(sha256(f"{urn}:{told}".encode()).hexdigest()[:16], 16)
