"""Why children live at a distance, as a census words it: what is a failure of supply, and what is not?"""

from collections.abc import Callable
from typing import Any

from rcc_dash.domain.filters import Filters
from rcc_dash.queries.distance_children import Asked
from rcc_dash.queries.distance_why import reasons_known, why
from tests.queries.conftest import DAY

BOLTON = "E08000001"
HandMade, Make = Any, Callable[..., Any]


def test_reasons_part_supply_from_what_was_chosen_for_the_child(hand_made: HandMade, reader: Make) -> None:
    told = {"none_local": 14, "local_unavailable": 26, "child_led": 10, "unknown": 12, "not_applicable": 30}
    for reason, number in told.items():
        hand_made.children(
            number, distance_reason=reason, distance_reason_label=f"As {reason}"
        ) if number else None
    hand_made.children(5, distance_reason="child_led", distance_reason_label="Safety", distance_miles=21.0)
    asked = Asked(Filters(las=(BOLTON,)), DAY)
    assert reasons_known(reader(), asked)
    found = why(reader(exact=True), asked)
    assert found is not None
    assert found.with_reason.value == 55
    assert found.far.value == 5
    assert found.supply_share.value == 73  # 40 of 55
    labels = {one.label: one.children.value for one in found.reasons}
    assert labels == {
        "As none_local": 14,
        "As local_unavailable": 26,
        "As child_led": 10,
        "As unknown": 12,
        "Safety": 5,
    }
    protected = why(reader(), asked)
    assert protected is not None
    assert "Safety" not in {one.label for one in protected.reasons}
