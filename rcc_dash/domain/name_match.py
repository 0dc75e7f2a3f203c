"""How alike are two names of a home or provider, and which homes could be meant? Nothing is decided here."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz, process

_NOT_WORD: Final = re.compile(r"[^a-z0-9]+")
_SAYS_NOTHING: Final = re.compile(
    r"\b(?:limited|ltd|plc|llp|cic|the|residential|childrens? homes?|homes? for children|children s homes?"
    r"|care homes?|(?:metropolitan |london |royal |city |county )?(?:borough |district )?council|mbc|cbc|cc"
    r"|local authority|c o|t a|trading as|uk|group|services?)\b"
)
"""Words that most names share, so that a likeness in them says nothing."""

_WEIGHTS: Final = {"home": 0.6, "owner": 0.25, "place": 0.15}
"""Of the likeness of name, owner and place; what is not known on either side is left out."""

_LITTLE_KNOWN: Final = 0.85
"""Where only the owner and the place can be held against each other, no score may look like a sure one."""

_OVERLAP: Final = 0.9
"""A name that is wholly in the other ("Oak" in "Oak Tree House") is like it, but less than the same name."""

ALIKE: Final = 80.0
"""From this likeness on, a name or owner is said to be alike."""

LEAST: Final = 45.0
"""Below this a home is not worth a look."""

Scores = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Home:
    """One home or provider that Ofsted knows; null where the lists do not tell."""

    urn: str
    home_name: str | None
    owner_name: str | None
    la_code: str | None
    postcode_sector: str | None


@dataclass(frozen=True, slots=True)
class Sought:
    """What a file says of a home without a URN; null where it does not say."""

    home_name: str | None
    provider_name: str | None
    la_code: str | None = None
    postcode_sector: str | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """A home that could be meant: a score from 0 to 100, and what speaks for it, in words."""

    home: Home
    score: float
    because: tuple[str, ...]


@lru_cache(maxsize=65_536)
def plain_name(name: str) -> str:
    """Give the words of a name that tell it from others; all its words where none is left."""
    words = _NOT_WORD.sub(
        " ", name.lower().replace("&", " and ").replace("'", "").replace("\u2019", "")
    ).strip()
    left = " ".join(_SAYS_NOTHING.sub(" ", words).split())
    return left or words


def best_matches(sought: Sought, homes: Sequence[Home], number: int) -> tuple[Match, ...]:
    """Give the likeliest homes, best first; none where nothing is alike. Never decides for a person.

    A home whose name no list tells is held against the file's provider and place only.
    """
    if not homes or not (sought.home_name or sought.provider_name):
        return ()
    parts = {
        "home": _alike(sought.home_name, [home.home_name for home in homes]),
        "owner": np.fmax(
            _alike(sought.provider_name, [home.owner_name for home in homes]),
            _alike(sought.provider_name, [home.home_name for home in homes]),
        ),
        "place": _near(sought, homes),
    }
    total = _weighed(parts)
    order = np.argsort(-total, kind="stable")[:number]
    return tuple(_match(homes[i], total[i], parts, i) for i in order if total[i] >= LEAST)


def _alike(name: str | None, others: Sequence[str | None]) -> Scores:
    """Compare a name with many: 0 to 100; NaN where one of the two is not known."""
    plain = [plain_name(other) if other else "" for other in others]
    known = np.array([bool(other) for other in plain]) & bool(name)
    if not name:
        return np.full(len(plain), np.nan)
    mine = [plain_name(name)]
    same = process.cdist(mine, plain, scorer=fuzz.token_sort_ratio, dtype=np.float64)[0]
    within = process.cdist(mine, plain, scorer=fuzz.token_set_ratio, dtype=np.float64)[0]
    letters = process.cdist(mine, plain, scorer=fuzz.ratio, dtype=np.float64)[0]
    return np.where(known, np.maximum.reduce([same, letters, _OVERLAP * within]), np.nan)


def _near(sought: Sought, homes: Sequence[Home]) -> Scores:
    """100 for the same postcode sector, 70 for the same district or LA, 0 elsewhere; NaN where not known."""
    return np.array([_nearness(sought, home) for home in homes], dtype=np.float64)


def _nearness(sought: Sought, home: Home) -> float:
    told = [
        (100.0, sought.postcode_sector, home.postcode_sector),
        (70.0, _district(sought.postcode_sector), _district(home.postcode_sector)),
        (70.0, sought.la_code, home.la_code),
    ]
    known = [(score, mine == theirs) for score, mine, theirs in told if mine and theirs]
    return max((score for score, same in known if same), default=0.0 if known else np.nan)


def _district(sector: str | None) -> str | None:
    return sector.split()[0] if sector else None


def _weighed(parts: dict[str, Scores]) -> Scores:
    scores = np.vstack([parts[name] for name in _WEIGHTS])
    weights = np.where(np.isnan(scores), 0.0, np.array(list(_WEIGHTS.values()))[:, None])
    total: Scores = np.nansum(scores * weights, axis=0) / np.maximum(weights.sum(axis=0), 1e-9)
    return np.where(np.isnan(parts["home"]), _LITTLE_KNOWN * total, total)


def _match(home: Home, score: float, parts: dict[str, Scores], at: int) -> Match:
    said = (
        ("the name is alike", parts["home"][at] >= ALIKE),
        ("the owner is alike", parts["owner"][at] >= ALIKE),
        ("it is in the same postcode sector", parts["place"][at] == 100.0),  # noqa: PLR2004 - as _nearness
        ("it is in the same area", 0 < parts["place"][at] < 100.0),  # noqa: PLR2004 - as _nearness
    )
    return Match(home, round(float(score), 1), tuple(words for words, holds in said if holds))
