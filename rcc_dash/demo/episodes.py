"""Which SSDA903 episodes do stays make? A new one for each move, legal change and carer's holiday."""

from typing import Final

import numpy as np
import pandas as pd

from rcc_dash.demo.agencies import agency_urns
from rcc_dash.demo.coding import NO_URN, PROVIDER_CODES, legal_status, place_codes, reasons
from rcc_dash.demo.homes import Homes
from rcc_dash.demo.kinds import FOSTER, IN_UNKNOWN, NEVER, YEARS, Flags, Ints, Texts, day

_HOLIDAYS: Final = 0.015
_HOLIDAY_DAYS: Final = 6
_LONG_DAYS: Final = 200
_SECURE: Final = 1


def episodes(
    stays: pd.DataFrame, people: pd.DataFrame, homes: Homes, known: pd.DataFrame, rng: np.random.Generator
) -> pd.DataFrame:
    """Give every episode of every child, by child and time.

    `people` is indexed by person and has what `details` adds; `known` are the agencies. Columns:
    person, area, child, began, ended, rne, ls, need, place, provider_code, rec, why, origin (postcode
    number, -1 where the return leaves it blank), at, urn and the child's own columns.
    """
    full = stays.join(people, on="person").sort_values(["person", "began"], ignore_index=True)
    home = full["home"].to_numpy()
    secure = (home >= 0) & (homes.facts["kind"].to_numpy()[home] == _SECURE)
    full["place"] = place_codes(full, secure, rng)
    full["urn"] = np.where(home >= 0, homes.facts["urn"].to_numpy()[home], agency_urns(full, known, rng))
    full["urn"] = np.where(_has_no_urn(full), "", full["urn"])
    full["provider_code"] = PROVIDER_CODES[full["provider"]]
    full["origin"] = np.where(full["locality"] >= IN_UNKNOWN, -1, full["origin"])
    split = _by_law(_by_holiday(full.assign(same_place=False), rng))
    split = split.sort_values(["person", "began"], ignore_index=True)
    return reasons(split.assign(ls=legal_status(split)), rng)


def _has_no_urn(full: pd.DataFrame) -> Flags:
    homeless = full["place"].isin(["K1", "K2"]) & (full["home"] < 0)
    return (full["place"].isin(list(NO_URN)) | homeless).to_numpy()


def _by_law(full: pd.DataFrame) -> pd.DataFrame:
    """Start a new episode where an interim order becomes a full one in the middle of a stay."""
    changes = (full["began"] < full["order_on"]) & (full["order_on"] < full["ended"])
    changes &= ~full["place"].isin(["A5", "A6", "R5", "P1", "T3"]) & (full["order_on"] < day(YEARS[-1]))
    before = full.assign(ended=np.where(changes, full["order_on"], full["ended"]))
    after = full[changes].assign(began=full["order_on"][changes], same_place=True)
    return pd.concat([before, after], ignore_index=True)


def _by_holiday(full: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    """Let a few foster children live elsewhere for the week of their carer's holiday."""
    until = np.minimum(full["ended"], day(YEARS[-1]))
    start = _summer_after(full["began"].to_numpy(), rng)
    fits = (full["placement"] == FOSTER) & (until - start > _LONG_DAYS) & (rng.random(len(full)) < _HOLIDAYS)
    away, back = full[fits], start[fits] + _HOLIDAY_DAYS
    before = full.assign(ended=np.where(fits, start, full["ended"]))
    gone = away.assign(began=start[fits], ended=back, place="T3", provider_code="", urn="", same_place=False)
    after = away.assign(began=back, same_place=False)
    return pd.concat([before, gone, after], ignore_index=True)


def _summer_after(began: Ints, rng: np.random.Generator) -> Ints:
    year = began.astype("datetime64[D]").astype("datetime64[Y]") + 1
    return year.astype("datetime64[D]").astype(np.int64) + 182 + rng.integers(0, 50, len(began))


def in_return(all_episodes: pd.DataFrame, year: int) -> pd.DataFrame:
    """Give the episodes of one return, as they stood on its 31 March: what ends later is open."""
    first, last = day(year - 1) + 1, day(year)
    shown = all_episodes[(all_episodes["began"] <= last) & (all_episodes["ended"] >= first)]
    later = shown["ended"] > last
    return shown.assign(
        ended=np.where(later, NEVER, shown["ended"]),
        rec=shown["rec"].mask(later, ""),
        why=shown["why"].mask(later, ""),
        place=_place_then(shown, year),
        urn=_urn_then(shown, year),
    )


_REGISTERED_FROM: Final = 2025
_INDEPENDENT_UNTIL: Final = 2023


def _place_then(shown: pd.DataFrame, year: int) -> Texts:
    """Supported accommodation was H5, or P2 for independent living, before it was registered."""
    independent = (shown["person"] % 9 == 0) & (year <= _INDEPENDENT_UNTIL)
    older = np.where(independent, "P2", "H5")
    is_older = (shown["place"] == "K3") & (year < _REGISTERED_FROM)
    return np.where(is_older, older, shown["place"]).astype(str)


def _urn_then(shown: pd.DataFrame, year: int) -> Texts:
    unregistered = (shown["place"] == "K3") & (year < _REGISTERED_FROM)
    return np.where(unregistered, "XXXXXXX", shown["urn"]).astype(str)
