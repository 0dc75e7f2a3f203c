"""Where do circles stand so that they do not cover each other, each as near its own point as can be?"""

import numpy as np

from rcc_dash.figures.view import Floats

_ROUNDS = 60


def spread_apart(points: Floats, radii: Floats, gap: float = 1.0) -> Floats:
    """Give screen places moved just enough that circles of these radii stay apart.

    A radius of 0 has no circle: it neither moves nor pushes. The result depends on nothing but
    its input; points on one spot are parted along a fixed direction.
    """
    at = points.astype(float).copy()
    least = np.where((radii[:, None] > 0) & (radii[None, :] > 0), radii[:, None] + radii[None, :] + gap, 0.0)
    np.fill_diagonal(least, 0.0)
    order = np.subtract.outer(np.arange(len(at)), np.arange(len(at)))
    for _ in range(_ROUNDS):
        away = at[:, None, :] - at[None, :, :]
        away[..., 0] += np.where(np.hypot(away[..., 0], away[..., 1]) < 1e-6, np.sign(order) * 1e-3, 0.0)  # noqa: PLR2004  one spot
        distance = np.maximum(np.hypot(away[..., 0], away[..., 1]), 1e-9)
        push = np.maximum(least - distance, 0.0) / 2
        if not push.any():
            break
        at += (away / distance[..., None] * push[..., None]).sum(axis=1)
    return at
