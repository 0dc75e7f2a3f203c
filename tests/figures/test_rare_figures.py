"""Pooling and gaps as words and marks: with nobody, one, hidden numbers, and a gap from nought."""

import json

import pytest

from rcc_dash.domain.headline import Figure
from rcc_dash.figures.bullet import BulletRow, bullet_key, bullets
from rcc_dash.figures.pooling_curve import Dot, beds_panel, curve_key, full_panel
from rcc_dash.figures.rare_sentences import (
    RareSubject,
    amount,
    gap_words,
    how_sure,
    las_words,
    nobody_fills_a_home,
    price_of_being_ready,
    too_few_to_pool,
    verdict,
    what_is_missing,
    what_pooling_changes,
    who_cannot_be_told,
    who_fills_a_home,
    who_pays,
)
from rcc_dash.models.provision import Needed, Provision, provision

GM = RareSubject("Greater Manchester", "who need a solo placement", 10, "about ")
HOME = "a home of 2 beds to 85%"


def test_the_conclusion_is_read_off_at_once() -> None:
    told = verdict("nation", 0.85, knows_nation=True)
    said = what_pooling_changes(GM, "Bury", provision(0.66, 0.95), provision(7.5, 0.95), told)
    assert said == (
        "Alone, Bury would need 3 beds for children who need a solo placement and keep them 21% full;"
        " ten local authorities together need 12 and keep them 60% full. The need is rare even for the"
        " region; England as a whole would fill its beds."
    )


def test_one_bed_is_it_and_not_them() -> None:
    said = what_pooling_changes(GM, "Bury", Provision(0.04, 1, 0.04), provision(7.5, 0.95), "")
    assert "would need 1 bed for children who need a solo placement and keep it 4% full" in said


@pytest.mark.parametrize("least", ["la", "sub", "region", "nation", ""])
def test_every_level_has_its_words(least: str) -> None:
    assert verdict(least, 0.85, knows_nation=True).endswith(".")


def test_without_england_nothing_is_said_of_it() -> None:
    assert "England" not in verdict("", 0.85, knows_nation=False)


def test_a_hidden_region_is_told_by_the_most_that_it_can_be() -> None:
    assert too_few_to_pool(GM, provision(22, 0.95)) == (
        "In Greater Manchester children who need a solo placement are too few to show. Even all ten local"
        " authorities together would need no more than 28 beds, and keep them no more than 76% full."
    )


def test_the_price_is_told_with_and_without_costs() -> None:
    together, apart = provision(7.5, 0.95), Provision(7.5, 30, 7.4)
    assert "cannot be shown" in price_of_being_ready(together, apart, None)
    assert "£2.5m a year at £10,000 a week, against £11.8m" in price_of_being_ready(together, apart, 10_000)


def test_what_the_counts_leave_open() -> None:
    assert "from 8 to 16 beds" in how_sure(Needed(8, 11, 14, 16))
    assert "8 in four cases" in how_sure(Needed(8, 8, 8, 8))


def test_groups_of_one_of_many_and_of_none() -> None:
    assert who_fills_a_home(GM, ["Kent"], 6.9, ("Kent", 0), HOME) == (
        "Kent alone can fill a home of 2 beds to 85% with children who need a solo placement: about 6.9 at"
        " one time."
    )
    many = who_fills_a_home(GM, ["Bolton", "Bury", "Wigan"], 12.4, ("Bolton", 6.6), HOME)
    assert "Bolton, Bury and Wigan, about 12 at one time. In Bolton it would be 7 straight miles" in many
    assert "about 4.4 at one time, where it takes 6.4" in nobody_fills_a_home(GM, 4.4, 6.4, HOME, "linked")
    assert "authorities linked can fill" in nobody_fills_a_home(GM, 9.0, 6.4, HOME, "linked")
    assert "6.4 at one time" in who_cannot_be_told(GM, 6.43, HOME)


@pytest.mark.parametrize(
    ("gap", "words"),
    [
        ((0, 0), "no place is missing"),
        ((1, 1), "1 place is missing"),
        ((0, 4), "up to 4 places may be missing"),
        ((4, 9), "4 to 9 places are missing"),
        ((5, 5), "5 places are missing"),
    ],
)
def test_gaps_in_words(gap: tuple[int, int], words: str) -> None:
    assert gap_words(gap) == words


@pytest.mark.parametrize(
    ("away", "words"),
    [
        (Figure(None, "[c]"), "Too few of them to show live"),
        (Figure(15.0), "About 15 live outside"),
        (Figure(1.0), "About 1 lives outside"),
    ],
)
def test_who_is_away(away: Figure, words: str) -> None:
    said = what_is_missing(GM, Needed(8, 11, 14, 16), (4, 9), away)
    assert "need about 11 beds, 14 to be prudent; 4 to 9 places are missing." in said
    assert words in said


def test_agencies_are_told_where_any_part_is_known() -> None:
    assert "cannot be shown" in who_pays("alone", {"Health": "[c]", "Education": "not known"})
    assert "health £1,200 and education [c]" in who_pays("alone", {"Health": "£1,200", "Education": "[c]"})


def test_small_numbers() -> None:
    assert [amount(2.345), amount(9.96), amount(10.4)] == ["2.3", "10.0", "10"]
    assert [las_words(1), las_words(10), las_words(18)] == [
        "one local authority",
        "ten local authorities",
        "18 local authorities",
    ]


DOTS = [Dot("Bury", "la", 0.7, 3, 22, is_named=True), Dot("All", "region", 7.5, 12, 61, is_named=True)]


def test_the_curve_names_every_dot_and_shades_what_is_viable() -> None:
    spec = full_panel(DOTS, DOTS, 85)
    assert "Bury: 0.7 at one time, 3 beds, 22% full; All: 7.5 at one time, 12 beds, 61% full" in str(
        spec["description"]
    )
    assert '"from": 85' in json.dumps(spec)
    assert "shaded: viable, 85% or more" in json.dumps(spec)
    assert "bury" not in json.dumps(beds_panel(DOTS[1:], [])).lower()


def test_the_scale_has_only_ticks_that_are_near() -> None:
    text = json.dumps(beds_panel(DOTS, []))
    assert '"values": [0.5, 1, 2, 5, 10]' in text


def test_keys_say_every_mark_once() -> None:
    assert curve_key("joining", "region", "alone", has_subs=True).count("<li>") == 4
    assert curve_key("any number", "at the most").count("<li>") == 2
    assert bullet_key("a", "b", "c", "d").count("<li>") == 4


def test_bullets_stand_in_the_order_given() -> None:
    rows = [BulletRow("Solo", 25, 11, 56, 62, "24 to 44 missing"), BulletRow("Deaf", 0, 0, 20, 24, "")]
    spec = bullets("Beds", rows)
    assert str(spec["description"]).startswith("Beds: Solo 24 to 44 missing")
    assert json.dumps(spec).index("Solo") < json.dumps(spec).index("Deaf")
