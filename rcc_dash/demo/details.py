"""What else is on record of each child: sex, ethnicity, need, legal status and the child's number?"""

from typing import Final

import numpy as np
import pandas as pd

from rcc_dash.demo.kinds import NEVER, Ints, Texts

_MALE: Final = 0.56
_MALE_UASC: Final = 0.96
_ETHNICITY: Final = {
    "WBRI": 0.70, "WOTH": 0.04, "WROM": 0.01, "MWBC": 0.035, "MWBA": 0.015, "MWAS": 0.02, "MOTH": 0.04,
    "AIND": 0.01, "APKN": 0.025, "ABAN": 0.01, "AOTH": 0.015, "BCRB": 0.015, "BAFR": 0.035, "BOTH": 0.01,
    "OOTH": 0.01, "NOBT": 0.01,
}  # fmt: skip
_ETHNICITY_UASC: Final = {"AOTH": 0.24, "BAFR": 0.24, "OOTH": 0.40, "WOTH": 0.05, "BOTH": 0.04, "NOBT": 0.03}
_NEED: Final = {
    "N1": 0.70, "N2": 0.03, "N3": 0.03, "N4": 0.08, "N5": 0.13, "N6": 0.01, "N7": 0.002, "N8": 0.018,
}  # fmt: skip
_VOLUNTARY_SHARE: Final = 0.17
"""Share of children other than UASC who are accommodated under section 20."""
_INTERIM_SHARE: Final = 0.5
"""Share of the others who were under an interim order before the full one."""


def detailed(people: pd.DataFrame, dfe_codes: Texts, rng: np.random.Generator) -> pd.DataFrame:
    """Add child (an obviously synthetic number), sex, ethnic, need, by_agreement and order_on to people.

    `people` has `la`, a position in `dfe_codes`, the LAs' three-digit codes.
    `order_on` is the day that an interim care order becomes a full one; NEVER for children
    accommodated by agreement.
    """
    alone = people["uasc"].to_numpy() == 1
    agreed = alone | (rng.random(len(people)) < _VOLUNTARY_SHARE)
    later = rng.integers(120, 320, len(people)) * (rng.random(len(people)) < _INTERIM_SHARE)
    order_on = people["came"].to_numpy() + later
    number = (people.groupby("la").cumcount() + 1).astype(str).str.zfill(5)
    return people.drop(columns="la").assign(
        child="9" + pd.Series(dfe_codes[people["la"]]) + number,
        sex=np.where(rng.random(len(people)) < np.where(alone, _MALE_UASC, _MALE), "M", "F"),
        ethnic=np.where(
            alone, _drawn(_ETHNICITY_UASC, len(people), rng), _drawn(_ETHNICITY, len(people), rng)
        ),
        need=np.where(alone, "N8", _drawn(_NEED, len(people), rng)),
        by_agreement=agreed,
        order_on=np.where(agreed, NEVER, order_on),
    )


def _drawn(shares: dict[str, float], n: int, rng: np.random.Generator) -> Texts:
    weight = np.array(list(shares.values()))
    drawn: Ints = rng.choice(len(shares), n, p=weight / weight.sum())
    return np.array(list(shares))[drawn]
