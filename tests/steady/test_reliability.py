"""Every fault of design/disclosure.md 4, and the tests or part of bench/ that hold what must come of it."""

from dataclasses import dataclass

import pytest

from rcc_dash.settings import PROJECT
from tests.named_tests import missing


@dataclass(frozen=True)
class Held:
    """A fault: the tests (`file under tests:test`) and parts of `python -m bench` that hold it."""

    rule: str
    fault: str
    tests: tuple[str, ...]
    bench: str = ""


def held(rule: str, fault: str, tests: str, bench: str = "") -> Held:
    return Held(rule, fault, tuple(tests.split()), bench)


FAULTS = (
    held(
        "R1",
        "Killed at any moment of a load, an undo, a build or a publication",
        "store/test_kills.py:test_a_kill_at_any_moment_leaves_a_whole_build_serving"
        " intake/test_kills.py:test_a_kill_at_any_moment_of_a_load_leaves_what_served"
        " intake/test_kills.py:test_a_kill_at_any_moment_of_an_undo_leaves_all_of_the_load_or_nothing_of_it"
        " store/test_ledger.py:test_a_line_cut_short_by_a_kill_is_dropped_and_the_list_goes_on",
        "kills",
    ),
    held(
        "R2",
        "Disk full, not to be written to, no temporary folder (nothing is written but in the data home)",
        "steady/test_disk.py:test_a_full_disk_is_told_and_changes_nothing"
        " steady/test_disk.py:test_a_write_that_fails_at_any_size_is_told_and_mended_by_doing_it_again"
        " steady/test_disk.py:test_a_disk_that_may_not_be_written_to_serves_and_says_so"
        " store/test_audit.py:test_a_full_disk_refuses_in_plain_words"
        " intake/test_hostile_files.py:test_nothing_is_written_but_in_the_data_home",
    ),
    held(
        "R3",
        "Zip bombs and huge spreadsheets",
        "ingest/test_read.py:test_a_zip_bomb_is_refused_before_it_is_opened"
        " ingest/test_read.py:test_two_cells_far_apart_do_not_take_the_app_down"
        " ingest/test_read.py:test_a_file_that_takes_too_long_is_refused"
        " intake/test_hostile_files.py:test_memory_and_time_are_bounded",
    ),
    held(
        "R4",
        "Another encoding",
        "ingest/test_read.py:test_each_encoding_gives_the_same_words"
        " ingest/test_read.py:test_latin_1_is_never_a_fallback",
    ),
    held(
        "R5",
        "Columns missing, more, in another order, below a banner",
        "ingest/test_recognise.py:test_order_case_banners_and_extra_columns_change_nothing"
        " ingest/test_recognise.py:test_the_lack_of_a_wanted_column_is_said"
        " ingest/test_refusals.py:test_the_headings_that_may_be_the_missing_columns_are_named",
    ),
    held(
        "R6",
        "Junk, rows twice, impossible dates, far more or fewer rows than the last time",
        "intake/test_hostile_files.py:test_each_bad_file_gets_its_verdict_with_a_clear_reason"
        " ingest/layouts/test_no_row_is_lost.py:test_every_row_is_loaded_mended_or_rejected"
        " ingest/test_hopeless.py:test_a_large_sheet_is_given_up_after_a_few_rows_from_all_over_it"
        " intake/test_flags.py:test_a_return_much_larger_or_smaller_than_the_last_is_flagged"
        " intake/test_flags.py:test_a_file_of_which_a_quarter_of_the_rows_cannot_be_loaded_is_flagged",
    ),
    held(
        "R7",
        "Cells that would run as a formula",
        "export/test_csv_text.py:test_no_text_starts_a_formula"
        " export/test_workbook.py:test_hostile_text_is_written_as_text",
    ),
    held(
        "R8",
        "The same file twice, a period told again",
        "intake/test_undo.py:test_the_same_file_twice_is_one_load"
        " store/test_build.py:test_the_same_file_twice_changes_nothing"
        " store/test_supersede.py:test_the_later_file_counts_whole_and_the_earlier_again_when_it_is_undone",
    ),
    held(
        "R9",
        "Two loads, and a load during a build",
        "steady/test_two_at_once.py:test_all_count_and_the_order_does_not_matter"
        " store/test_ledger.py:test_processes_that_append_together_lose_nothing"
        " store/test_warehouse.py:test_an_open_build_goes_on_answering_while_others_are_made",
    ),
    held(
        "R10",
        "Fifty people at once, and none sees another's",
        "store/test_warehouse.py:test_every_thread_gets_its_own_rows"
        " ui/test_roles.py:test_an_answer_kept_for_one_reader_is_never_anothers",
        "people",
    ),
    held(
        "R11",
        "A build damaged or gone, a bad pointer",
        "ui/test_damaged.py:test_a_damaged_build_gives_way_and_every_page_says_so"
        " ui/test_damaged.py:test_all_builds_damaged_is_words_and_not_one_number_until_it_is_built_again"
        " ui/test_damaged.py:test_a_bad_pointer_is_mended_and_nothing_is_lost"
        " store/test_warehouse.py:test_a_missing_pointer_finds_the_newest_finished_build",
    ),
    held(
        "R12",
        "Sources that are out of date",
        "ui/test_damaged.py:test_the_age_of_every_source_is_shown_and_what_is_too_old_stands_out"
        " domain/test_ages.py:test_every_source_has_limits_in_order_and_a_reason"
        " export/test_csv_text.py:test_the_header_says_all_that_a_reader_needs",
    ),
    held(
        "R13",
        "A clock that is wrong, put forward or back, leap days, 31 March and 1 April",
        "steady/test_clocks.py:test_a_clock_that_is_wrong_changes_nothing_in_a_build_and_the_newest_serves"
        " test_layers.py:test_no_question_or_build_step_reads_the_clock"
        " domain/test_ages.py:test_months_are_whole",
    ),
    held(
        "R14",
        "Next year's file, with columns and words that nobody has met yet",
        "steady/test_next_year.py:test_over_one_in_a_hundred_unmapped_asks_for_a_second_look"
        " steady/test_next_year.py:test_it_is_held_back_until_a_person_says_so_and_seen_where_the_rows_went",
    ),
    held(
        "R15",
        "The sign-in service is down, or says something odd",
        "domain/test_sign_in.py:test_a_missing_or_odd_claim_is_nobody"
        " domain/test_sign_in.py:test_a_sign_in_ends_when_idle_and_after_its_time"
        " ui/test_sign_in.py:test_whoever_has_not_signed_in_sees_a_button_and_nothing_else",
    ),
    held(
        "R16",
        "Restored elsewhere from raw files, the list of loads and keys",
        "steady/test_restore.py:test_what_a_backup_holds_comes_back_the_same"
        " intake/test_load.py:test_staged_tables_can_be_lost_without_loss",
    ),
)


def test_every_fault_of_the_design_is_here_once() -> None:
    assert [one.rule for one in FAULTS] == [f"R{number}" for number in range(1, 17)]


@pytest.mark.parametrize("one", FAULTS, ids=lambda one: f"{one.rule} {one.fault}")
def test_a_fault_has_tests_that_are_there(one: Held) -> None:
    assert one.tests
    assert missing(one.tests) == []


@pytest.mark.parametrize("one", [one for one in FAULTS if one.bench], ids=lambda one: one.rule)
def test_a_part_of_the_bench_is_there(one: Held) -> None:
    assert f'"{one.bench}": _{one.bench},' in (PROJECT / "bench" / "__main__.py").read_text(encoding="utf-8")
