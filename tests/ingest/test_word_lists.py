"""Texts picked from lists, compared by their bare words."""

from hypothesis import given
from hypothesis import strategies as st

from rcc_dash.ingest.word_lists import bare, word_list
from rcc_dash.reference.tables import rows

FILES = ("pnw_words", "referral_words")
PARTS = [(file, part) for file in FILES for part in {row["list"] for row in rows(file)}]


def test_no_text_stands_for_two_things_in_one_list() -> None:
    for file, part in [*PARTS, ("pnw_provision", ""), ("pnw_ethnic_groups", "")]:
        of_list = [row for row in rows(file) if row.get("list", "") == part]
        said = [
            bare(text) for row in of_list for text in {row["label"], *row["also"].split("|")} if bare(text)
        ]
        twice = {text for text in said if said.count(text) > 1}
        known = word_list(file, "texts", part).by_words
        meant = {text: [r for r in of_list if text in {bare(r["label"]), *map(bare, r["also"].split("|"))}]
                 for text in twice}  # fmt: skip
        assert not {text: found for text, found in meant.items() if len(found) > 1}
        assert len(known) == len(set(said))


@given(st.text(max_size=20))
def test_bare_words_are_bare(text: str) -> None:
    assert bare(bare(text)) == bare(text)
    assert bare(f"  {text.upper()} ") == bare(text.upper())


def test_marks_that_mean_something_are_kept_as_words() -> None:
    assert bare(">2:1") != bare("2:1")
    assert bare("A & B") == bare("a and b")


def test_the_nearest_text_is_offered_only_where_it_is_near() -> None:
    listed = word_list("pnw_words", "registrations", "registration")
    assert listed.nearest("Ofstead") == "Ofsted"
    assert listed.nearest("qqqq") == ""
