import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from rcc_dash.domain.distance_base import STANDINGS, standings

FAMILIES = ("foster", "home", "adoption", "parents", "supported")
CHILD = st.tuples(
    st.sampled_from(FAMILIES), st.booleans(), st.booleans(), st.none() | st.floats(0, 300, allow_nan=False)
)


def of(*children: tuple[str, bool, bool, float | None]) -> list[str]:
    family, uasc, has_origin, miles = zip(*children, strict=True)
    known = [float("nan") if one is None else one for one in miles]
    return list(standings(family, uasc, has_origin, known))


def test_each_child_counts_as_the_definition_says() -> None:
    assert of(
        ("foster", False, True, 3.0),
        ("foster", False, True, None),
        ("foster", False, False, None),
        ("adoption", False, True, 55.0),
        ("parents", False, True, 0.0),
        ("supported", True, False, None),
        ("supported", True, True, None),
        ("supported", True, False, 4.0),
    ) == ["known", "unknown", "unknown", "adoption", "parents", "no_origin", "unknown", "known"]


@given(st.lists(CHILD, min_size=1, max_size=40))
def test_every_child_is_in_exactly_one_class(children: list[tuple[str, bool, bool, float | None]]) -> None:
    found = of(*children)
    assert len(found) == len(children)
    assert set(found) <= {one.code for one in STANDINGS}
    known = [miles for (_, _, _, miles), code in zip(children, found, strict=True) if code == "known"]
    assert None not in known


def test_nobody_is_nobody() -> None:
    assert len(standings(np.array([], str), np.array([], bool), np.array([], bool), np.array([]))) == 0
