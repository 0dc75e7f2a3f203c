"""How many children of each kind should an LA have on a 31 March? Published figures, gaps filled."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from rcc_dash.demo.kinds import (
    AGES,
    BY_PARENTS,
    LOCALITIES,
    NOT_REPORTED,
    OTHER,
    PARENTS,
    PLACEMENTS,
    PROVIDERS,
    UASC,
    Floats,
    Ints,
)
from rcc_dash.reference.published import ENGLAND, figure

_TWINS: Final = ((PARENTS, BY_PARENTS), (OTHER, NOT_REPORTED))
"""DfE counts the same children in both: placement type and provider of these are one fact."""
_SUPPRESSED_UASC: Final = 3
_SIDES: Final = (
    "Placed inside the local authority boundary",
    "Placed outside the local authority boundary",
)
_REACHES: Final = (
    "Placed 20 miles or less from home",
    "Placed more than 20 miles from home",
    "Distance not known or not recorded",
)
"""Of `LOCALITIES`: the two sides of the boundary and the three reaches, which DfE publishes too."""


@dataclass(frozen=True, slots=True)
class Target:
    """Children of one LA on one 31 March by five groupings, each adding up to `total`."""

    total: int
    placement: Ints
    provider: Ints
    locality: Ints
    age: Ints
    uasc: Ints


def target(la_code: str, year: int) -> Target:
    """Give an LA's published children by group, cells that DfE suppressed filled to fit the total."""
    total = int(count(la_code, "cla_31_march_number", "Total", year))
    placement = _cells(la_code, "cla_31_march_by_placement_number", PLACEMENTS, year)
    provider = _cells(la_code, "cla_31_march_by_provider_number", PROVIDERS, year)
    for own, twin in _TWINS:
        _agree(placement, own, provider, twin, total)
    locality = _known_by_sums(
        _cells(la_code, "cla_31_march_by_locality_distance_number", LOCALITIES, year),
        _cells(la_code, "cla_31_march_by_locality_number", _SIDES, year),
        _cells(la_code, "cla_31_march_by_distance_number", _REACHES, year),
    )
    return Target(
        total,
        _filled(placement, total, _england("cla_31_march_by_placement_number", PLACEMENTS, year)),
        _filled(provider, total, _england("cla_31_march_by_provider_number", PROVIDERS, year)),
        _filled(locality, total, _england("cla_31_march_by_locality_distance_number", LOCALITIES, year)),
        _filled(
            _cells(la_code, "cla_31_march_by_age_number", AGES, year),
            total,
            _england("cla_31_march_by_age_number", AGES, year),
        ),
        _uasc(la_code, year, total),
    )


def count(la_code: str, measure: str, breakdown: str, year: int) -> float:
    """Give one published figure; not-a-number where it is suppressed or was not published."""
    found = figure(la_code, measure, breakdown, year)
    return float("nan") if found is None or found.value is None else found.value


def _cells(la_code: str, measure: str, breakdowns: Sequence[str], year: int) -> Floats:
    return np.array([count(la_code, measure, breakdown, year) for breakdown in breakdowns])


def _known_by_sums(cells: Floats, sides: Floats, reaches: Floats) -> Floats:
    """Work out the suppressed cells that are alone in a sum which is published."""
    table = cells.reshape(len(reaches), len(sides)).copy()
    for _ in range(table.size):
        for line, total in (*zip(table, reaches, strict=True), *zip(table.T, sides, strict=True)):
            if np.isnan(line).sum() == 1 and not np.isnan(total):
                line[np.isnan(line)] = max(total - np.nansum(line), 0.0)
    return table.reshape(-1)


def _england(measure: str, breakdowns: Sequence[str], year: int) -> Floats:
    return np.nan_to_num(_cells(ENGLAND, measure, breakdowns, year), nan=10.0)


def _agree(first: Floats, own: int, second: Floats, twin: int, total: int) -> None:
    if np.isnan(first[own]) and np.isnan(second[twin]):
        room = (_per_gap(first, total), _per_gap(second, total))
        first[own] = second[twin] = max(1.0, float(np.floor(min(room))))
    first[own] = second[twin] = second[twin] if np.isnan(first[own]) else first[own]


def _per_gap(cells: Floats, total: int) -> float:
    return float((total - np.nansum(cells)) / max(1, np.isnan(cells).sum()))


def _filled(cells: Floats, total: int, like: Floats) -> Ints:
    """Share what is missing among suppressed cells, at least one child each where that fits."""
    hidden = np.isnan(cells)
    known = np.nan_to_num(cells)
    missing = total - known.sum()
    if not hidden.any() or missing <= 0:
        return _largest_remainder(known if known.sum() else like, total)
    floor = 1.0 if missing >= hidden.sum() else 0.0
    weight = np.where(hidden, like + 1e-9, 0.0)
    known[hidden] = floor
    share = _largest_remainder(weight, int(total - known.sum()))
    return known.astype(np.int64) + share


def _largest_remainder(weight: Floats, total: int) -> Ints:
    exact = weight / weight.sum() * total
    whole: Ints = np.floor(exact).astype(np.int64)
    most = np.argsort(whole - exact, kind="stable")[: total - int(whole.sum())]
    whole[most] += 1
    return whole


def _uasc(la_code: str, year: int, total: int) -> Ints:
    found = count(la_code, "cla_31_march_uasc_number", UASC[1], year)
    uasc = _SUPPRESSED_UASC if np.isnan(found) else int(found)
    return np.array([total - uasc, uasc])
