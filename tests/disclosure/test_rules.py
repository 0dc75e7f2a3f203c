"""Every rule of design/disclosure.md 1.2, the code that keeps it and the tests that hold it; none without."""

from dataclasses import dataclass
from importlib import import_module

import pytest

from tests.named_tests import missing


@dataclass(frozen=True)
class Kept:
    """A rule: what keeps it (`module:name`), and what holds that (`file under tests:test`)."""

    rule: str
    code: tuple[str, ...]
    tests: tuple[str, ...]


def kept(rule: str, code: str, tests: str) -> Kept:
    return Kept(rule, tuple(code.split()), tuple(tests.split()))


RULES = (
    kept(
        "Counts: cell-key rounding to 5, none under ten, of which chance is fixed by the children",
        "domain.disclosure:Rule.count domain.rounding:by_draw domain.rounding:by_cell_key",
        "domain/test_disclosure.py:test_a_shown_number_is_a_multiple_of_five_near_the_truth_and_never_below_ten"
        " domain/test_rounding.py:test_the_noise_of_a_hundred_thousand_cells_keeps_the_law"
        " queries/test_two_ways.py:test_a_hundred_thousand_cells_are_shown_alike",
    ),
    kept(
        "Totals are cells of their own; no remainder is drawn or written",
        "queries.lattice:cells_of queries.lattice:summed figures.distance_bands:band_bars",
        "queries/test_lattice.py:test_areas_and_all_together_are_cells_of_their_own"
        " figures/test_distance_charts.py:"
        "test_a_hidden_band_looks_like_an_empty_one_and_no_remainder_can_be_read",
    ),
    kept(
        "Several LAs: three of them, and ten children without the largest",
        "domain.disclosure:Rule.area_may_stand_alone queries.lattice:shown_together"
        " queries.children:children_by_area",
        "domain/test_disclosure.py:test_a_figure_of_several_areas_stands_alone_only_if_none_could_be_taken_away"
        " disclosure/test_attacks.py:test_one_las_own_numbers_leave_ten_children_or_nothing_new"
        " queries/test_distance.py:test_a_middle_of_areas_needs_distances_of_several",
    ),
    kept(
        "Several values chosen are the sum of protected cells",
        "queries.lattice:summed queries.children:children_by_area queries.voids_known:added_up",
        "disclosure/test_one_cell_one_number.py:test_several_values_are_the_sum_of_what_is_shown_of_each"
        " disclosure/test_attacks.py:test_a_tracker_through_the_link_is_told_nothing_of_its_target",
    ),
    kept(
        "At most three attributes beside area and date",
        "queries.lattice:may_cross settings:MAX_CHILD_ATTRIBUTES",
        "queries/test_nearly_all.py:test_a_fourth_attribute_is_never_crossed"
        " disclosure/test_attacks.py:test_at_most_three_attributes_are_crossed_whatever_the_link_says",
    ),
    kept(
        "Percentages: whole, from protected numbers, with part and rest both shown",
        "domain.disclosure:Rule.share_pct queries.counts:Counts.share",
        "domain/test_disclosure.py:test_a_share_needs_both_of_its_parts"
        " domain/test_disclosure.py:test_a_share_is_a_whole_percentage_or_a_mark_that_is_explained",
    ),
    kept(
        "Group disclosure: what holds 90% of a group is [high]",
        "domain.disclosure:Rule.is_nearly_all queries.nearly_all:nearly_all domain.disclosure:SENSITIVE",
        "queries/test_nearly_all.py:test_where_nearly_all_are_of_one_kind_their_number_is_not_told"
        " queries/test_nearly_all.py:test_a_group_of_a_sensitive_split_is_not_counted_where_it_is_nearly_all",
    ),
    kept(
        "Means: ten children, the largest twentieth drawn in, whole miles",
        "domain.amounts:mean",
        "domain/test_amounts.py:test_the_furthest_child_cannot_be_read_off_a_mean",
    ),
    kept(
        "Quantiles: twelve children on either side, a step aside that the children fix",
        "domain.amounts:quantile",
        "domain/test_amounts.py:test_a_quantile_needs_twelve_on_its_smaller_side"
        " domain/test_amounts.py:test_different_children_step_aside_differently",
    ),
    kept(
        "No smallest or largest value",
        "figures.chart_parts:chart",
        "disclosure/test_every_number_on_every_page.py:test_every_number_is_known_to_be_public_or_is_protected",
    ),
    kept(
        "Costs: twenty children, three providers, (n,k) and p% by provider and child",
        "domain.dominance:costs_may_be_shown domain.amounts:cost_mean",
        "domain/test_dominance.py:test_planted_cells"
        " domain/test_dominance.py:test_the_rules_are_acros_worked_another_way",
    ),
    kept(
        "Children on the map: hexagons of ten or more, classed; hidden ones look empty",
        "queries.origins:origins figures.origins_layer:origin_layers figures.scales:children_class",
        "queries/test_origins.py:test_small_hexagons_are_rolled_up_or_not_drawn"
        " queries/test_origins.py:test_a_hidden_hexagon_looks_like_an_empty_one"
        " queries/test_origins.py:test_no_area_can_take_its_own_children_out_of_a_shared_hexagon",
    ),
    kept(
        "Flows: between LAs, classed; hidden ones of an LA are one cell, if two or more",
        "queries.flows:flows figures.flows_layer:flow_layers",
        "queries/test_flows.py:test_small_flows_out_of_an_area_are_one_cell_with_its_own_draw"
        " queries/test_flows.py:test_one_small_flow_alone_is_never_told_as_elsewhere",
    ),
    kept(
        "Flows and hexagons are of all children, whatever the filter (decision 3)",
        "queries.reader:Reader.geography_filter",
        "queries/test_origins.py:test_the_protected_map_is_the_whole_cooperatives_whatever_the_filter",
    ),
    kept(
        "Homes: on the map only where Ofsted publishes the address (decision 5)",
        "queries.homes:homes_list",
        "queries/test_homes.py:test_a_position_worked_out_from_children_is_for_the_exact_view_only"
        " queries/test_homes.py:test_a_position_of_a_restricted_list_is_for_the_exact_view_only",
    ),
    kept(
        "Occupancy of homes: rounded, of three homes and ten children (decision 14)",
        "queries.voids_known:return_cells queries.voids_known:homes_shown domain.disclosure:Rule.places",
        "queries/test_voids_known.py:test_no_home_can_be_had_by_taking_one_sum_from_another"
        " queries/test_voids_known.py:"
        "test_states_are_rounded_like_children_and_never_make_more_than_the_places",
    ),
    kept(
        "Tooltips, legends, charts and tables are of the same cells; nothing else is sent",
        "figures.region_map:region_map figures.tables:table_html",
        "ui/test_nothing_hidden_is_sent.py:test_every_count_of_children_is_a_multiple_of_five_and_ten_or_more"
        " figures/test_region_map.py:test_no_other_column_and_no_hidden_cell_reaches_the_browser",
    ),
    kept(
        "Hidden cells sort last, by name",
        "figures.charts:ranked_bars",
        "figures/test_charts.py:test_bars_are_sorted_and_hidden_ones_come_last_by_name",
    ),
    kept(
        "Downloads and pictures: the same cells, protected unless ticked, and saying so",
        "ui.downloads:sheet_download ui.take_away:take_away export.citation:header_lines",
        "disclosure/test_planted_tokens.py:test_no_page_download_link_or_log_has_any"
        " ui/test_take_away.py:test_with_exact_figures_on_a_file_is_protected_unless_it_is_ticked"
        " ui/test_take_away.py:test_exact_pictures_and_tables_as_shown_are_not_offered_before_the_tick",
    ),
    kept(
        "Screens say what was done to the numbers; exact ones warn",
        "figures.protection:protection_html figures.protection:treated_words ui.strips:strips",
        "figures/test_protection.py:test_every_method_is_explained_with_every_mark"
        " ui/test_nothing_hidden_is_sent.py:test_each_page_says_how_its_numbers_are_treated",
    ),
    kept(
        "Slices and typed SQL read cells of one lattice, and never children",
        "queries.explore_cells:shown_sets queries.explore_table:children_shown domain.explore:refusal",
        "queries/test_explore_sql.py:test_the_sql_of_a_slice_gives_its_very_numbers"
        " queries/test_explore_sql.py:test_every_number_that_can_be_typed_for_is_protected"
        " queries/test_explore.py:test_what_is_refused_says_what_to_take_off",
    ),
    kept(
        "A typed query is in a link only where it holds nothing but codes",
        "store.typed.linkable:linkable",
        "store/typed/test_linkable.py:test_anything_else_may_not_and_its_writer_is_told_what"
        " ui/test_sql_page.py:test_a_link_shows_its_question_and_runs_nothing",
    ),
    kept(
        "Logs, errors, links and media carry nothing of a child",
        "ui.faults:faults_shown",
        "disclosure/test_planted_tokens.py:test_nothing_below_the_raw_files_keeps_any"
        " disclosure/test_planted_tokens.py:test_no_page_download_link_or_log_has_any",
    ),
    kept(
        "The same cell is the same number everywhere",
        "domain.disclosure:Rule.counts",
        "disclosure/test_one_cell_one_number.py:test_every_page_gives_the_same_cell_the_same_number"
        " disclosure/test_one_cell_one_number.py:test_a_link_and_another_session_give_it_again",
    ),
    kept(
        "A few children look like none",
        "domain.disclosure:Rule.count figures.shading:Shading",
        "disclosure/test_hidden_looks_like_empty.py:test_a_few_children_change_nothing_that_is_sent"
        " disclosure/test_hidden_looks_like_empty.py:test_the_mark_is_c_and_never_nought",
    ),
)


@pytest.mark.parametrize("one", RULES, ids=lambda one: one.rule)
def test_a_rule_has_code_that_keeps_it(one: Kept) -> None:
    assert one.code
    for place in one.code:
        module, _, name = place.partition(":")
        found: object = import_module(f"rcc_dash.{module}")
        for part in name.split("."):
            found = getattr(found, part)


@pytest.mark.parametrize("one", RULES, ids=lambda one: one.rule)
def test_a_rule_has_a_test_that_holds_it(one: Kept) -> None:
    assert one.tests
    assert missing(one.tests) == []
