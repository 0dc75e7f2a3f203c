from rcc_dash.domain.columns import Kind
from rcc_dash.domain.tables import ALL


def test_tables_are_known_by_their_own_name() -> None:
    assert all(name == table.name for name, table in ALL.items())


def test_a_table_names_each_column_once_and_its_row_in_the_file_first() -> None:
    for table in ALL.values():
        assert table.column_names[:3] == ("source_sheet", "source_row", "mends")
        assert len(set(table.column_names)) == len(table.columns)
        assert table.grain.startswith("one ")
        assert all(column.meaning for column in table.columns)


def test_no_column_could_hold_a_childs_id_name_postcode_or_birth_date() -> None:
    forbidden = {
        "child_id",
        "upn",
        "name",
        "child_name",
        "postcode",
        "home_post",
        "pl_post",
        "born_on",
        "dob",
    }
    for table in ALL.values():
        assert not forbidden & set(table.column_names)


def test_what_comes_from_one_child_is_marked_personal() -> None:
    marked = {column.name for table in ALL.values() for column in table.columns if column.personal}
    assert marked == {
        "child_key", "record_key", "born_month", "ethnic_code", "started_on", "ended_on",
        "origin_sector", "placement_sector", "uasc_ended_on",
        "sdq_score", "convicted", "substance_misuse", "intervention_received", "intervention_offered",
        "disability_codes", "has_ehcp", "uasc", "missing_episodes", "care_started_on",
        "dols_status", "ethnic_group", "missing_12m", "needed_on", "placed_on", "referred_on",
        "school_sector", "send_label", "send_need", "solo_in_place", "solo_required",
    }  # fmt: skip


def test_record_keys_are_whole_64_bit_numbers() -> None:
    kinds = {c.kind for table in ALL.values() for c in table.columns if c.name == "record_key"}
    assert kinds == {Kind.KEY}
