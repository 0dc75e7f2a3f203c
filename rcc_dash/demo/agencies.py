"""Which agencies provide foster homes and supported accommodation? Synthetic ones, under their own URNs."""

from typing import Final

import numpy as np
import pandas as pd

from rcc_dash.demo.kinds import FOSTER, OWN_LA, PRIVATE, SUPPORTED, VOLUNTARY, Texts
from rcc_dash.domain.places import local_authorities

OTHER_REGULATOR: Final = "XXXXXXX"
_FOSTERING: Final = 24
_SUPPORTED: Final = 60
_PRIVATE_SHARE: Final = 0.8


def agencies(members: tuple[str, ...], rng: np.random.Generator) -> pd.DataFrame:
    """Give the agencies on Ofsted's list: urn, provision_type, area (of the office), sector, name."""
    n = _FOSTERING + _SUPPORTED
    sector = np.where(rng.random(n) < _PRIVATE_SHARE, PRIVATE, VOLUNTARY)
    names = [f"Synthetic Fostering {i + 1}" for i in range(_FOSTERING)]
    names += [f"Synthetic Supported Living {i + 1}" for i in range(_SUPPORTED)]
    kinds = ["Independent Fostering Agency"] * _FOSTERING + ["Supported Accommodation"] * _SUPPORTED
    return pd.DataFrame({
        "urn": [f"908{i:04d}" for i in range(n)],
        "provision_type": kinds,
        "area": rng.choice(np.array(members), n),
        "sector": sector,
        "name": names,
    })  # fmt: skip


def agency_urns(stays: pd.DataFrame, known: pd.DataFrame, rng: np.random.Generator) -> Texts:
    """Give the URN that a return names for each stay outside children's homes; blank where none is due.

    LAs' own fostering services have numbers of their own that are on no public list.
    """
    area, provider = stays["area"].to_numpy(), stays["provider"].to_numpy()
    dfe = pd.Series(area).map({code: la.dfe_code for code, la in local_authorities().items()}).to_numpy()
    in_house = np.char.add("SC900", dfe.astype(str))
    drawn = {
        kind: known.loc[known["provision_type"] == kind, "urn"].to_numpy().astype(str)
        for kind in known["provision_type"].unique()
    }
    fostering = rng.choice(drawn["Independent Fostering Agency"], len(stays))
    supported = rng.choice(drawn["Supported Accommodation"], len(stays))
    urn = np.full(len(stays), OTHER_REGULATOR, dtype="U9")
    is_foster, is_supported = stays["placement"] == FOSTER, stays["placement"] == SUPPORTED
    urn = np.where(is_foster, np.where(provider <= OWN_LA + 1, in_house, fostering), urn)
    return np.where(is_supported, supported, urn)
