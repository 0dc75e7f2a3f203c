"""What has been published about an area?"""

from rcc_dash.domain.places import cooperatives
from rcc_dash.reference.published import ENGLAND, citation, figure, figures

BURY = "E08000002"
FAR_INSIDE = "3. Placed inside the LA boundary, more than 20 miles from home"


def test_a_figure_is_given_with_its_source() -> None:
    found = figure(BURY, "cla_31_march_number", "Total", 2025)
    assert found is not None
    assert (found.value, found.code) == (368.0, None)
    assert found.citation.publisher == "DfE"


def test_a_suppressed_figure_says_so_and_gives_no_number() -> None:
    found = figure(BURY, "cla_31_march_by_locality_distance_number", FAR_INSIDE, 2025)
    assert found is not None
    assert (found.value, found.code) == (None, "c")


def test_what_was_never_published_is_none() -> None:
    assert figure("E06000001", "cla_31_march_number", "Total", 2025) is None
    assert figure(BURY, "no_such_measure", "Total", 2025) is None


def test_every_member_and_england_has_five_years_of_children() -> None:
    held = figures().query("measure == 'cla_31_march_number'")
    members = {la for c in cooperatives().values() for la in c.la_codes} | {ENGLAND}
    assert set(held["la_code"]) == members
    assert set(held["period"]) == {2021, 2022, 2023, 2024, 2025}
    assert held["value"].notna().all()


def test_frame_and_single_figure_agree() -> None:
    row = figures().query("la_code == @ENGLAND and measure == 'childrens_homes_number' and period == 2025")
    by_type = dict(zip(row["breakdown"], row["value"], strict=True))
    found = figure(ENGLAND, "childrens_homes_number", "All types", 2025)
    assert found is not None
    assert found.value == by_type["All types"] == 4009


def test_every_series_is_cited() -> None:
    for measure, breakdown in figures()[["measure", "breakdown"]].drop_duplicates().itertuples(index=False):
        assert citation(measure, breakdown).source_title
