"""Whose distance from home means something, and whose is known? One definition for every page.

DfE counts all children looked after but those on short breaks (design/methods.md 1.1). Beside
that stands a narrower base: a child placed for adoption is meant to be far, one with their own
parents is at home, and one who came alone to this country has no home address here.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike
from pandas.api.extensions import ExtensionArray

from rcc_dash.domain.coded import coded


@dataclass(frozen=True, slots=True)
class Standing:
    """How a child's distance counts: its code, and its words for people."""

    code: str
    label: str


KNOWN: Final = Standing("known", "Distance applies and is known")
UNKNOWN: Final = Standing("unknown", "Distance not known or not recorded")
ADOPTION: Final = Standing("adoption", "Not applicable: placed for adoption (A3 to A6)")
PARENTS: Final = Standing("parents", "Not applicable: with own parents (P1)")
NO_ORIGIN: Final = Standing("no_origin", "Not applicable: unaccompanied, no home address in the UK")
STANDINGS: Final = (KNOWN, UNKNOWN, ADOPTION, PARENTS, NO_ORIGIN)
"""Every child looked after is in exactly one; they add up to DfE's denominator."""
NOT_APPLICABLE: Final = frozenset({ADOPTION.code, PARENTS.code})
"""Placement types to which distance from home does not apply."""


def standings(
    placement: ArrayLike, uasc: ArrayLike, has_origin: ArrayLike, miles: ArrayLike
) -> ExtensionArray:
    """Say of each child how their distance counts; `miles` is NaN where it is not known."""
    family, known = pd.Series(placement), ~np.isnan(np.asarray(miles, float))
    alone = np.asarray(uasc, bool) & ~np.asarray(has_origin, bool) & ~known
    cases = [family.eq(ADOPTION.code).to_numpy(), family.eq(PARENTS.code).to_numpy(), alone, known]
    codes = [ADOPTION.code, PARENTS.code, NO_ORIGIN.code, KNOWN.code, UNKNOWN.code]
    return coded(np.select(cases, range(len(cases)), default=len(cases)), codes)
