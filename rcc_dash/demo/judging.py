"""How were homes judged at their latest full inspection? Old judgements last where the totals allow."""

from typing import Final

import numpy as np
import pandas as pd

from rcc_dash.demo.kinds import JUDGEMENTS, NEVER, YEARS, Ints, day

_NONE: Final = -1
_INSPECTED_YEARLY: Final = 0.85


def judge(
    facts: pd.DataFrame, places: Ints, wanted: list[Ints], rng: np.random.Generator
) -> tuple[Ints, Ints]:
    """Give each home's judgement and day of inspection on each 31 March (-1 and NEVER for none).

    `wanted` holds the number of homes by judgement for each of YEARS. Homes beyond them, the
    newest first, have not been inspected.
    """
    grade = np.full(places.shape, _NONE)
    inspected_on = np.full(places.shape, NEVER)
    was, when = np.full(len(places), _NONE), np.full(len(places), NEVER)
    age_order = np.argsort(facts["registered_on"].to_numpy(), kind="stable")
    for column, year in enumerate(YEARS):
        listed = age_order[places[age_order, column] > 0]
        now = _graded(was, listed[: int(wanted[column].sum())], wanted[column], rng)
        fresh = (now != _NONE) & ((now != was) | (rng.random(len(now)) < _INSPECTED_YEARLY))
        days = rng.integers(day(year) - 350, day(year) - 20, len(now))
        days = np.maximum(days, np.minimum(facts["registered_on"].to_numpy() + 60, day(year) - 1))
        when = np.where(fresh, days, np.where(now == _NONE, NEVER, when))
        was = now
        grade[:, column], inspected_on[:, column] = now, when
    return grade, inspected_on


def _graded(was: Ints, judged: Ints, wanted: Ints, rng: np.random.Generator) -> Ints:
    """Keep judgements while their number lasts, then share out what is left."""
    now = np.full(len(was), _NONE)
    lack = wanted.copy()
    for each in range(len(JUDGEMENTS)):
        same = rng.permutation(judged[was[judged] == each])[: wanted[each]]
        now[same] = each
        lack[each] -= len(same)
    open_homes = rng.permutation(judged[now[judged] == _NONE])
    now[open_homes] = np.repeat(np.arange(len(JUDGEMENTS)), lack)
    return now
