from rcc_dash.domain.dimensions import dimensions, home_sectors
from rcc_dash.settings import MAX_CHILD_ATTRIBUTES


def test_the_bar_has_its_dimensions_in_order_and_no_more_than_may_be_crossed() -> None:
    assert list(dimensions()) == ["placement", "age", "sector"]
    assert len(dimensions()) <= MAX_CHILD_ATTRIBUTES


def test_values_have_short_codes_that_fit_a_link() -> None:
    codes = [code for dimension in dimensions().values() for code in dimension.codes]
    assert all(code.replace("_", "").isalnum() and code.islower() and len(code) <= 20 for code in codes)
    for dimension in dimensions().values():
        assert len(set(dimension.codes)) == len(dimension.codes)


def test_ages_are_in_order_of_age() -> None:
    assert dimensions()["age"].codes == ("under1", "1to4", "5to9", "10to15", "16plus")


def test_a_value_is_named_and_an_unknown_code_stays() -> None:
    placement = dimensions()["placement"]
    assert placement.label("home") == "Children's home or secure home"
    assert placement.label("moon") == "moon"


def test_every_value_has_its_published_label() -> None:
    values = [value for dimension in dimensions().values() for value in dimension.values]
    assert all(value.label and value.published_label for value in values)


def test_ofsted_lists_homes_under_four_sectors() -> None:
    assert [value.code for value in home_sectors()] == ["la", "private", "voluntary", "health"]
