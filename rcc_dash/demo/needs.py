"""How much care does each synthetic child need, and which needs does it have?

One hidden number, the burden, makes needs, placements, distance and price go together as in life:
children in homes, and in homes far away, tend to need more, and their placements to cost more.
Shares are of design/methods.md 3.1 and 3.2, where it gives any.
"""

from typing import Final

import numpy as np
import pandas as pd

from rcc_dash.demo.kinds import HOME, IN_FAR, OUT_FAR, SCHOOL, YEARS, Flags, Floats, Texts, day

_IN_HOME, _IN_FAR_HOME, _TEENAGER, _ALONE = 1.0, 0.5, 0.4, -0.6
_TEEN_DAYS: Final = 13 * 365
_DISABLED_NEED: Final = "N2"
_SOLO_SHARE: Final = 0.11
"""Of children who have lived in a home, those with the greatest burden who need to live alone."""
_DISABILITIES: Final = ("LD", "AUT", "BEH", "COMM", "MOB LD", "HEAR", "AUT COMM", "HAND LD PC")
_DISABILITY_SHARES: Final = (0.26, 0.28, 0.20, 0.08, 0.06, 0.03, 0.06, 0.03)
_DISABLED: Final = 0.11
"""Share with a disability among those whose main reason for care is another (DfE, children in need)."""
_SEND: Final = {"AUT": "ASD", "LD": "MLD", "HEAR": "HI", "COMM": "SLCN", "MOB LD": "PD"}


def needs(stays: pd.DataFrame, people: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    """Add burden, solo, disability (codes, or NONE), ehcp, send_need and three risks to each person.

    `risk_exploitation`, `risk_self_harm` and `risk_others` say that a referral would name the risk.
    """
    burden = _burden(stays, people, rng)
    disability = _disability(people["need"].to_numpy(), rng)
    plan = rng.random(len(people)) < np.clip(0.16 + 0.13 * burden + 0.5 * (disability != "NONE"), 0.02, 0.95)
    risks = rng.random((3, len(people))) < np.clip(0.12 + 0.16 * burden, 0.01, 0.9)
    return people.assign(
        burden=burden,
        solo=_solo(stays, burden, rng),
        disability=disability,
        ehcp=plan,
        send_need=np.where(plan, pd.Series(disability).map(_SEND).fillna("SEMH"), ""),
        risk_exploitation=risks[0],
        risk_self_harm=risks[1],
        risk_others=risks[2],
    )


def _burden(stays: pd.DataFrame, people: pd.DataFrame, rng: np.random.Generator) -> Floats:
    in_home = stays["placement"].isin([HOME, SCHOOL])
    far = in_home & stays["locality"].isin([IN_FAR, OUT_FAR])
    teenager = (day(YEARS[-1]) - people["born"] > _TEEN_DAYS).to_numpy()
    burden: Floats = rng.standard_normal(len(people)) - 0.3
    burden += _IN_HOME * _has(stays[in_home], people) + _IN_FAR_HOME * _has(stays[far], people)
    burden += _TEENAGER * teenager + _ALONE * (people["uasc"] == 1).to_numpy()
    return burden


def _has(some: pd.DataFrame, people: pd.DataFrame) -> Flags:
    found: Flags = people.index.isin(some["person"])
    return found


def _solo(stays: pd.DataFrame, burden: Floats, rng: np.random.Generator) -> Flags:
    in_home = np.isin(np.arange(len(burden)), stays.loc[stays["placement"] == HOME, "person"])
    score = burden + rng.gumbel(size=len(burden)) / 2
    alone: Flags = in_home & (score > np.quantile(score[in_home], 1 - _SOLO_SHARE))
    return alone


def _disability(need: Texts, rng: np.random.Generator) -> Texts:
    drawn = rng.choice(_DISABILITIES, len(need), p=_DISABILITY_SHARES)
    disabled = (need == _DISABLED_NEED) | (rng.random(len(need)) < _DISABLED)
    return np.where(disabled, drawn, "NONE").astype(str)
