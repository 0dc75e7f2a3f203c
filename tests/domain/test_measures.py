from rcc_dash.domain.measures import (
    AREA_MEASURES,
    DISTANCE_MEASURES,
    OVERVIEW_MEASURES,
    Polarity,
    Unit,
    measures,
)


def test_every_figure_in_use_is_in_the_register() -> None:
    assert {*AREA_MEASURES, *OVERVIEW_MEASURES, *DISTANCE_MEASURES} <= set(measures())
    assert set(measures()) <= {*AREA_MEASURES, *OVERVIEW_MEASURES, *DISTANCE_MEASURES}


def test_every_figure_says_what_it_is_and_where_it_comes_from() -> None:
    for measure in measures().values():
        assert measure.label
        assert len(measure.short_label) <= len(measure.label)
        assert measure.definition.endswith(".")
        assert measure.source


def test_shares_are_bad_when_high_and_the_rest_are_neither() -> None:
    shares = [measure for measure in measures().values() if measure.unit is Unit.SHARE_PCT]
    assert {measure.code for measure in shares} == set(DISTANCE_MEASURES)
    assert all(measure.polarity is Polarity.LOW_IS_GOOD for measure in shares)
