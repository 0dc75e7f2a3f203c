"""A file that names people is refused for its headings; one whose layout has such columns is not."""

from collections.abc import Callable
from pathlib import Path

import pytest

from rcc_dash.errors import UserError
from rcc_dash.ingest.accept import check_file
from rcc_dash.ingest.headings import plain
from rcc_dash.ingest.keys import Secrets
from rcc_dash.ingest.told import Told
from rcc_dash.reference.tables import rows

WriteText = Callable[..., Path]
WriteOds = Callable[..., Path]
SECRETS = Secrets(b"a synthetic key, only for tests!")
EPISODES = ["CHILD", "DECOM", "RNE", "LS", "CIN", "PLACE", "PLACE_PROVIDER", "DEC", "REC",
            "REASON_PLACE_CHANGE", "HOME_POST", "PL_POST", "URN"]  # fmt: skip
EPISODE = ["T-1", "01/02/2025", "S", "C2", "N1", "K2", "PR4", "", "", "", "SK1 3XE", "M2 5DB", "SC012345"]
VACANCIES = ["URN", "As-of date", "Registered places", "Occupied places"]
VACANCY = ["SC012345", "31/03/2025", "4", "2"]


def check(path: Path) -> None:
    check_file(path, Told(path.name, la="Bolton", year=2025), SECRETS)


def text(*lines: list[str]) -> str:
    return "".join(",".join(line) + "\n" for line in lines)


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Child's name", "names"),
        ("FIRST_NAME", "names"),
        ("Surname of child", "names"),
        ("Name", "names"),
        ("Social Worker", "names"),
        ("Foster carer", "names"),
        ("Home address", "addresses"),
        ("Address line 1", "addresses"),
        ("Carer telephone no.", "telephone numbers"),
        ("E-mail", "e-mail addresses"),
        ("NHS No.", "numbers"),
        ("UPN", "numbers"),
    ],
)
def test_a_child_level_file_that_names_people_is_refused(
    write_text: WriteText, heading: str, kind: str
) -> None:
    path = write_text("a.csv", text([*EPISODES, heading, "Note"], [*EPISODE, "Adalovelace", ""]))
    if plain(heading) == "upn":  # the return's own header has it, so episodes know it and never read it
        return check(path)
    with pytest.raises(UserError, match=f"people's {kind}") as refused:
        check(path)
    assert f"'{heading}'" in refused.value.what
    assert "Delete these columns" in refused.value.fix
    assert "Adalovelace" not in str(refused.value)
    return None


def test_all_such_columns_are_named_at_once(write_text: WriteText) -> None:
    named = [*EPISODES, *(f"Address {n}" for n in range(9)), "Surname"]
    with pytest.raises(UserError, match="addresses and names") as refused:
        check(write_text("a.csv", text(named, EPISODE)))
    assert refused.value.what.startswith("'Address 0', 'Address 1'")
    assert "and 2 more" in refused.value.what


def test_a_vacancy_return_may_say_what_homes_are_called_and_never_who_lives_there(
    write_text: WriteText,
) -> None:
    check(write_text("a.csv", text([*VACANCIES, "Home name", "Address", "Name"], [*VACANCY, "x", "y", "z"])))
    with pytest.raises(UserError, match="people's names"):
        check(write_text("b.csv", text([*VACANCIES, "Child name"], [*VACANCY, "x"])))


def test_a_sheet_of_names_beside_a_good_one_is_refused_too(write_ods: WriteOds) -> None:
    names = [["Ref", "Forename", "Surname"], ["T-1", "Ada", "Lovelace"]]
    with pytest.raises(UserError, match="people's names") as refused:
        check(write_ods("a.ods", {"Episodes": [EPISODES, EPISODE], "Sheet2": names}))
    assert refused.value.what.startswith("Sheet 'Sheet2'")


def test_notes_that_speak_of_names_are_no_columns(write_ods: WriteOds) -> None:
    notes = [["Note"], ["Never write a first name or an NHS number anywhere in this workbook", ""]]
    check(write_ods("a.ods", {"Episodes": [EPISODES, EPISODE], "Notes": notes}))


def test_the_words_are_plain_so_that_they_can_be_found() -> None:
    for row in rows("personal_headings"):
        assert row["words"] == plain(row["words"])
        assert (row["match"] in {"within", "whole"}, row["scope"] in {"any", "children"}) == (True, True)
