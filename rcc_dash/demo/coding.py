"""Which SSDA903 codes say what a stay is: PLACE, provider, legal status, and why it began and ended?"""

from typing import Final

import numpy as np
import pandas as pd

from rcc_dash.demo.ages import adult_on
from rcc_dash.demo.kinds import (
    ADOPTION,
    FOSTER,
    HOME,
    NEVER,
    OTHER,
    OTHER_RESIDENTIAL,
    OWN_LA,
    PARENTS,
    PRIVATE,
    PUBLIC,
    SCHOOL,
    SUPPORTED,
    Flags,
    Texts,
)

PROVIDER_CODES: Final = np.array(["PR1", "PR2", "PR3", "PR4", "PR5", "PR0", ""])
NO_URN: Final = ("P1", "R1", "R2", "R5", "Z1", "T3")
_KIN: Final = 0.36
_LONG_TERM: Final = 0.5
_IN_CUSTODY: Final = 0.4
_BY_CARERS: Final = 0.2
"""Shares: of in-house foster placements with relatives; of foster placements that are long term; of older
teenagers in private settings of other kinds who are in custody; of adoptions by present carers."""
_REMAND_AGE: Final = 15
_SMALL: Final = 5
_CHANGES: Final = {
    "CARPL": 0.46, "CREQB": 0.12, "CREQO": 0.14, "CHILD": 0.09, "LAREQ": 0.08, "OTHER": 0.07, "CLOSE": 0.02,
    "ALLEG": 0.01, "STAND": 0.01,
}  # fmt: skip
_LEAVING: Final = {
    "E4A": 0.36, "E4B": 0.08, "E13": 0.12, "E41": 0.08, "E45": 0.12, "E46": 0.05, "E47": 0.03, "E8": 0.16,
}  # fmt: skip


def place_codes(stays: pd.DataFrame, is_secure: Flags, rng: np.random.Generator) -> Texts:
    """Give each stay's PLACE code. Supported accommodation is K3 here; older returns write H5 or P2.

    `stays` has placement, provider, began and the child's born.
    """
    luck = rng.random(len(stays))
    years = (stays["began"] - stays["born"]).to_numpy() / 365.25
    kin = (stays["provider"] == OWN_LA) & (rng.random(len(stays)) < _KIN)
    foster = np.where(kin, np.where(luck < _LONG_TERM, "U1", "U3"), np.where(luck < _LONG_TERM, "U4", "U6"))
    custody = (years >= _REMAND_AGE) & (stays["provider"] == PRIVATE) & (luck < _IN_CUSTODY)
    residential = np.where(stays["provider"] == PUBLIC, "R2", np.where(years < _SMALL, "R3", "R1"))
    choices = {
        FOSTER: foster,
        HOME: np.where(is_secure, "K1", "K2"),
        SUPPORTED: np.full(len(stays), "K3"),
        ADOPTION: np.where(luck < _BY_CARERS, "A5", "A6"),
        PARENTS: np.full(len(stays), "P1"),
        SCHOOL: np.full(len(stays), "S1"),
        OTHER_RESIDENTIAL: np.where(custody, "R5", residential),
        OTHER: np.full(len(stays), "Z1"),
    }
    placement = stays["placement"].to_numpy()
    return np.select([placement == kind for kind in choices], list(choices.values()), "Z1").astype(str)


def legal_status(episodes: pd.DataFrame) -> Texts:
    """Give LS for the day an episode begins; needs place, by_agreement and order_on."""
    place = episodes["place"]
    order = np.where(episodes["began"] < episodes["order_on"], "C1", "C2")
    usual = np.where(episodes["by_agreement"] & ~place.isin(["P1", "K1"]), "V2", order)
    conditions = [place.isin(["A5", "A6"]), place == "R5", place == "P1"]
    return np.select(conditions, ["E1", "J1", "C2"], usual).astype(str)


def reasons(episodes: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    """Add rne, rec and why (REASON_PLACE_CHANGE) to episodes in order of person and time."""
    same_child = episodes["person"].eq(episodes["person"].shift())
    law_changed = episodes["ls"].ne(episodes["ls"].shift())
    moved = np.where(law_changed, "B", "P")
    rne = np.where(episodes["same_place"], "L", np.where(same_child, moved, "P"))
    rne = np.where(~same_child & (episodes["began"] == episodes["came"]), "S", rne)
    goes_on = same_child.shift(-1, fill_value=False)
    stays_put = episodes["same_place"].shift(-1, fill_value=False) & goes_on
    why = rng.choice(list(_CHANGES), len(episodes), p=np.array(list(_CHANGES.values())))
    rec = np.where(goes_on, "X1", _leaving(episodes, rng))
    return episodes.assign(
        rne=rne,
        rec=np.where(episodes["ended"] == NEVER, "", rec),
        why=np.where(goes_on & ~stays_put, why, ""),
    )


def _leaving(episodes: pd.DataFrame, rng: np.random.Generator) -> Texts:
    usual = rng.choice(list(_LEAVING), len(episodes), p=np.array(list(_LEAVING.values())))
    grown = episodes["ended"] >= adult_on(episodes["born"].to_numpy()) - 1
    place = episodes["place"]
    conditions = [
        place.isin(["A5", "A6"]),
        grown & place.str.startswith("U"),
        grown,
        place == "R5",
        episodes["uasc"] == 1,
    ]
    return np.select(conditions, ["E12", "E17", "E5", "E14", "E8"], usual).astype(str)
