"""How old are children when they are counted, and on which days do they turn up or grow up?"""

from typing import Final

import numpy as np

from rcc_dash.demo.kinds import AGE_STARTS, SUPPORTED, Flags, Ints, day

ADULT_YEARS: Final = 18
_TEENS: Final = 3
_OLDEST: Final = 4
_YOUNGEST_ALONE: Final = 13
_SUPPORTED_YEARS: Final = 16
_SHARES: Final = {
    _TEENS: [0.10, 0.11, 0.13, 0.17, 0.22, 0.27],
    _OLDEST: [0.55, 0.45],
}
"""Within these bands older children are more common, ages in order."""


def years_in(band: Ints, alone: Flags, rng: np.random.Generator) -> Ints:
    """Draw a completed age for each age band (positions in `kinds.AGES`); UASC are teenagers."""
    years = np.zeros(len(band), dtype=np.int64)
    for each in np.unique(band):
        ages = np.arange(AGE_STARTS[each], AGE_STARTS[each + 1])
        here = band == each
        years[here] = rng.choice(ages, int(here.sum()), p=_SHARES.get(int(each)))
    return np.where(alone & (band == _TEENS), np.maximum(years, _YOUNGEST_ALONE), years)


def born_for(years: Ints, year: int, rng: np.random.Generator) -> Ints:
    """Draw a day of birth that gives each age on 31 March of `year`."""
    on = np.array([day(year - age) for age in range(ADULT_YEARS + 1)])
    return on[years] - rng.integers(10, 364, len(years))


def old_enough(placement: Ints, born: Ints, began: Ints) -> Ints:
    """Put off stays in supported accommodation until the child is 16."""
    return np.where(placement == SUPPORTED, np.maximum(began, _birthday(born, _SUPPORTED_YEARS) + 1), began)


def adult_on(born: Ints) -> Ints:
    """Give the day of each child's 18th birthday."""
    return _birthday(born, ADULT_YEARS)


def _birthday(born: Ints, years: int) -> Ints:
    birth = born.astype("datetime64[D]")
    first_of_year = birth.astype("datetime64[Y]")
    into_year = birth - first_of_year.astype("datetime64[D]")
    birthday: Ints = ((first_of_year + years).astype("datetime64[D]") + into_year).astype(np.int64)
    return birthday


def came_before(born: Ints, uasc: Flags, year: int, rng: np.random.Generator) -> Ints:
    """Draw the day that each child counted on 31 March of `year` came into care."""
    usual = np.where(uasc, 0.8, 2.4)
    since = day(year) - 5 - (rng.exponential(1.0, len(born)) * usual * 365).astype(np.int64)
    return np.maximum(since, born + 1)
