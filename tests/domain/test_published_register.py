"""The registers of published figures point at one another, and at what is there."""

from rcc_dash.domain.accounts import SOURCES
from rcc_dash.domain.measures import Polarity
from rcc_dash.domain.places import local_authorities
from rcc_dash.domain.published_areas import Level, area_name, published_area, region_of
from rcc_dash.domain.published_register import (
    canonical,
    datasets,
    places,
    polarity_of,
    published_measures,
)
from rcc_dash.reference.tables import rows


def test_every_dataset_is_a_known_source_and_holds_something() -> None:
    for code, dataset in datasets().items():
        assert dataset.source in SOURCES
        assert places(code)
        assert dataset.codes in {r["publisher"] for r in rows("published_codes")}


def test_every_measure_stands_somewhere_and_every_place_has_its_measure() -> None:
    placed = {place.measure for code in datasets() for found in places(code).values() for place in found}
    assert placed == set(published_measures())


def test_datasets_of_the_same_source_are_told_apart_by_labels_that_only_one_has() -> None:
    labels = [label for dataset in datasets().values() for label in dataset.told_by]
    assert len(labels) == len(set(labels))


def test_a_label_of_any_edition_becomes_the_latest_and_stays_there() -> None:
    assert canonical("Other placement") == "Other placements"
    assert canonical("Foster placements") == "Foster placements"
    for row in rows("published_labels"):
        assert canonical(canonical(row["label"])) == canonical(row["label"])


def test_polarity_is_of_the_category_before_it_is_of_the_measure() -> None:
    far = "Placed more than 20 miles from home"
    assert polarity_of("cla_31_march_by_distance_percent", far, None) is Polarity.LOW_IS_GOOD
    assert polarity_of("cla_31_march_by_distance_percent", "Total", None) is Polarity.NEUTRAL
    assert polarity_of("care_leavers_suitable_accommodation_percent", "Total", "") is Polarity.HIGH_IS_GOOD
    assert polarity_of("no such measure", "Total", None) is Polarity.NEUTRAL
    for row in rows("published_polarity"):
        assert row["measure"] in published_measures()


def test_an_area_is_found_by_every_code_that_publishers_use() -> None:
    for code in ("E08000016", "E08000038", "370"):  # DfE's, the one since 2025, DfE's three digits
        assert published_area(code) == published_area("E08000016")
    assert [published_area(code).level for code in ("970", "E12000007", "e13000001")] == [  # type: ignore[union-attr]
        Level.COUNTRY,
        Level.REGION,
        Level.REGION,
    ]
    assert published_area("E07000008") is None  # a district: its figures are not its county's
    assert published_area("") is None


def test_a_split_or_merged_la_is_an_area_of_its_own_and_a_renamed_one_is_not() -> None:
    poole, county = published_area("E06000029"), published_area("E10000002")
    assert poole is not None
    assert county is not None
    assert (poole.level, area_name("E06000029")) == (Level.FORMER_LA, "Poole")
    assert (county.code, county.level) == ("E06000060", Level.LA)
    assert area_name("no such code") == "no such code"


def test_every_la_lies_in_a_region_that_figures_are_published_of() -> None:
    regions = {code: region_of(code) for code in local_authorities()}
    assert all(region and region.code.startswith("E12") for region in regions.values())
    assert len({region.code for region in regions.values() if region}) == 9
    assert region_of("SCO") is None
