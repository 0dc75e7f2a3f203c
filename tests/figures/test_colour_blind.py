"""Colours that stand beside each other stay apart for readers with each kind of colour blindness."""

from itertools import combinations, pairwise

import numpy as np
import pytest

from rcc_dash.figures import palette

SIMULATED = {
    "none": np.eye(3),
    "protanopia": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deuteranopia": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "tritanopia": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}
"""Machado, Oliveira and Fernandes (2009), full severity, on linear RGB."""

JUST_SEEN = 2.3
"""In CIELAB: two colours side by side can just be told apart."""


def seen(colour: str, blindness: str) -> np.ndarray:
    """Give a colour in CIELAB as such a reader sees it."""
    rgb = np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    light = np.clip(SIMULATED[blindness] @ linear, 0, 1)
    to_xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
    part = to_xyz @ light / np.array([0.9505, 1.0, 1.089])
    f = np.where(part > 0.008856, np.cbrt(part), 7.787 * part + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def distance(one: str, other: str, blindness: str) -> float:
    return float(np.linalg.norm(seen(one, blindness) - seen(other, blindness)))


@pytest.mark.parametrize("blindness", SIMULATED)
def test_near_and_far_and_neighbouring_classes_stay_apart(blindness: str) -> None:
    assert distance(palette.NEAR, palette.FAR, blindness) > 20 * JUST_SEEN
    for classes, times in ((palette.AREA_CLASSES, 4), (palette.AREA_CLASSES_PALE, 2.5)):
        assert min(distance(*pair, blindness) for pair in pairwise(classes)) > times * JUST_SEEN


@pytest.mark.parametrize("blindness", SIMULATED)
def test_sectors_stay_apart(blindness: str) -> None:
    colours = list(palette.SECTORS.values())
    assert min(distance(*pair, blindness) for pair in combinations(colours, 2)) > 6 * JUST_SEEN


@pytest.mark.parametrize("blindness", SIMULATED)
def test_classes_grow_darker_so_that_a_grey_print_reads(blindness: str) -> None:
    lightness = [seen(colour, blindness)[0] for colour in palette.AREA_CLASSES]
    assert all(light > dark + 5 for light, dark in pairwise(lightness))
