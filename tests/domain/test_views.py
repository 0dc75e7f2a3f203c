import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcc_dash.domain.measures import AREA_MEASURES
from rcc_dash.domain.views import LAYER_LABELS, MODE_LABELS, TOP_RANGE, Focus, MapView, Mode

ANY_VIEW = st.builds(
    MapView,
    mode=st.sampled_from(Mode),
    shade=st.sampled_from(AREA_MEASURES) | st.text(max_size=9),
    layers=st.lists(st.sampled_from([*LAYER_LABELS, "roads", ""]), max_size=6).map(tuple),
    top=st.integers(),
    focus=st.builds(
        Focus,
        la_code=st.sampled_from(["", "E08000001", "E10000016", "SCO", "x"]) | st.text(max_size=9),
        urn=st.sampled_from(["", "SC012345", "1234567", "12345\n", "١٢٣٤٥٦"]) | st.text(max_size=9),
    ),
)


def test_every_mode_has_a_name() -> None:
    assert set(MODE_LABELS) == set(Mode)


def test_the_plain_view_is_normal() -> None:
    assert MapView().normalised() == MapView()


@given(ANY_VIEW)
def test_normalising_keeps_only_what_can_be_drawn_and_is_done_once(view: MapView) -> None:
    kept = view.normalised()
    assert kept.normalised() == kept
    assert kept.mode == view.mode
    assert kept.shade in AREA_MEASURES
    assert set(kept.layers) == set(view.layers) & set(LAYER_LABELS)
    assert TOP_RANGE[0] <= kept.top <= TOP_RANGE[1]
    assert not (kept.focus.la_code and kept.focus.urn)


@pytest.mark.parametrize(
    ("focus", "kept"),
    [
        (Focus(), Focus()),
        (Focus(la_code="E08000001"), Focus(la_code="E08000001")),
        (Focus(la_code="E08000001", urn="SC012345"), Focus(urn="SC012345")),  # a home says where it is
        (Focus(la_code="SCO"), Focus()),
        (Focus(la_code="E08000001", urn="' or 1=1"), Focus(la_code="E08000001")),
        (Focus(urn="1234567\n"), Focus()),
    ],
)
def test_a_focus_is_one_home_or_one_area(focus: Focus, kept: Focus) -> None:
    assert focus.normalised() == kept
    assert bool(kept) == (kept != Focus())
