"""How do placement, provider, distance, age and status usually go together? Seeds for raking.

Rows follow `kinds`. Shares are rounded from DfE's national tables for 31 March 2024; zeros are
combinations that the SSDA903 guidance rules out.
"""

from typing import Final

import numpy as np

from rcc_dash.demo.kinds import OTHER_LA, OWN_LA, PRIVATE

PROVIDER_OF_PLACEMENT: Final = np.array([
    # own, other LA, public, private, voluntary, parents, not reported
    [0.62, 0.012, 0.0, 0.29, 0.08, 0, 0],
    [0.17, 0.010, 0.0, 0.75, 0.07, 0, 0],
    [0.07, 0.005, 0.02, 0.78, 0.14, 0, 0],
    [0.85, 0.080, 0.0, 0.01, 0.06, 0, 0],
    [0, 0, 0, 0, 0, 1.0, 0],
    [0.10, 0.050, 0.05, 0.60, 0.25, 0, 0],
    [0.10, 0.020, 0.25, 0.50, 0.13, 0, 0],
    [0, 0, 0, 0, 0, 0, 1.0],
])  # fmt: skip

LOCALITY_OF_PLACEMENT: Final = np.array([
    # in near, out near, in far, out far, in unknown, out unknown
    [0.51, 0.24, 0.05, 0.14, 0.03, 0.02],
    [0.27, 0.23, 0.05, 0.44, 0.002, 0.002],
    [0.25, 0.14, 0.02, 0.06, 0.30, 0.23],
    [0.14, 0.26, 0.06, 0.44, 0.02, 0.08],
    [0.80, 0.12, 0.01, 0.07, 0.002, 0.002],
    [0.25, 0.15, 0.06, 0.50, 0.02, 0.02],
    [0.30, 0.20, 0.05, 0.30, 0.10, 0.05],
    [0.32, 0.18, 0.04, 0.21, 0.15, 0.10],
])  # fmt: skip

LOCALITY_BY_PROVIDER: Final = np.ones((7, 6))
LOCALITY_BY_PROVIDER[OWN_LA] = [1.6, 0.6, 1.3, 0.5, 1.3, 0.6]
LOCALITY_BY_PROVIDER[OTHER_LA] = [0.1, 2.0, 0.1, 1.5, 0.1, 1.5]
LOCALITY_BY_PROVIDER[PRIVATE] = [0.6, 1.3, 0.8, 1.5, 0.8, 1.3]

UASC_OF_PLACEMENT: Final = np.array([0.037, 0.003, 0.50, 0.0, 0.001, 0.0, 0.01, 0.33])
UASC_OF_LOCALITY: Final = np.array([0.35, 0.35, 0.2, 0.25, 12.0, 12.0])

AGE_OF_PLACEMENT: Final = np.array([
    [0.05, 0.16, 0.22, 0.40, 0.17],
    [0.0, 0.001, 0.06, 0.62, 0.32],
    [0.0, 0.0, 0.0, 0.0, 1.0],
    [0.15, 0.65, 0.19, 0.01, 0.0],
    [0.08, 0.25, 0.25, 0.28, 0.14],
    [0.0, 0.0, 0.05, 0.60, 0.35],
    [0.30, 0.05, 0.05, 0.25, 0.35],
    [0.10, 0.10, 0.10, 0.30, 0.40],
])  # fmt: skip
AGE_OF_UASC: Final = np.array([0.0, 0.0, 0.0, 0.12, 0.88])
