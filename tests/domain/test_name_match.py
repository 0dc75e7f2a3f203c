"""Misspelt names of homes find their home among the first three; nothing is ever decided."""

import random
from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcc_dash.domain.name_match import Home, Match, Sought, best_matches, plain_name

TREES = ("Oak", "Ash", "Elm", "Willow", "Cedar", "Rowan", "Hazel", "Maple", "Birch", "Beech", "Poplar",
         "Alder", "Holly", "Juniper", "Larch", "Sycamore", "Chestnut", "Hawthorn", "Laurel",
         "Linden")  # fmt: skip
PLACES = (
    "House",
    "Lodge",
    "Cottage",
    "View",
    "Grange",
    "Court",
    "Farm",
    "Lane",
    "Villa",
    "Rise",
    "Croft",
    "Mount",
)
OWNERS = ("Bright Futures Care", "New Dawn Children Services", "Northern Star Care", "Safe Harbour Care",
          "Horizon Residential", "Stepping Stones", "Keystone Childcare", "Pathways Care Group")  # fmt: skip
AREAS = ("E08000001", "E08000002", "E08000003", "E08000004", "E08000005", "E08000006")
TAILS = (
    " Ltd",
    " Limited",
    " Children's Home",
    " childrens home",
    " (Bolton)",
    " - residential",
    "",
    " Home",
)


def synthetic_homes() -> list[Home]:
    draw = random.Random(3)  # noqa: S311 - a test, not a secret
    names = [f"{tree} {place}" for tree in TREES for place in PLACES]
    return [
        Home(
            f"SC{n:06d}", name, f"{draw.choice(OWNERS)} Limited", draw.choice(AREAS), f"BL{1 + n % 9} {n % 9}"
        )
        for n, name in enumerate(names)
    ]


HOMES = synthetic_homes()


def misspelt(name: str, draw: random.Random) -> str:
    """Do to a name what hurried hands do: drop, double, swap or change a letter, add or drop a word."""
    letters = list(name)
    at = draw.randrange(1, len(letters) - 1)
    kind = draw.randrange(6)
    if kind == 0:
        del letters[at]
    elif kind == 1:
        letters.insert(at, letters[at])
    elif kind == 2:
        letters[at], letters[at - 1] = letters[at - 1], letters[at]
    elif kind == 3:
        letters[at] = draw.choice("aeinrst")
    done = "".join(letters)
    return {4: f"The {done}", 5: " ".join(reversed(done.split()))}.get(kind, done) + draw.choice(TAILS)


@pytest.mark.parametrize(("knows_place", "share"), [(True, 0.98), (False, 0.95)])
def test_misspelt_names_find_their_home_in_the_first_three(knows_place: bool, share: float) -> None:  # noqa: FBT001
    draw = random.Random(7)  # noqa: S311 - a test, not a secret
    found = 0
    trials = [home for home in HOMES for _ in range(4)]
    for home in trials:
        owner = misspelt(str(home.owner_name), draw)
        place = {"la_code": home.la_code} if knows_place else {}
        sought = Sought(misspelt(misspelt(str(home.home_name), draw), draw), owner, **place)
        found += home.urn in [match.home.urn for match in best_matches(sought, HOMES, 3)]
    assert found / len(trials) >= share


def test_the_same_name_in_the_right_place_comes_first() -> None:
    twins = [
        Home("SC1", "Oak House", "A Care", "E08000001", None),
        Home("SC2", "Oak House", "B Care", "E08000002", None),
    ]
    (first, second) = best_matches(Sought("OAK HOUSE Children's Home", "b care ltd", "E08000002"), twins, 3)
    assert (first.home.urn, second.home.urn) == ("SC2", "SC1")
    assert first.because == ("the name is alike", "the owner is alike", "it is in the same area")
    assert first.score > second.score


def test_a_home_without_a_name_is_found_by_its_owner_and_place_and_scored_with_doubt() -> None:
    homes = [
        Home("SC1", None, "Made Up Care Ltd", "E08000001", "BL1 1"),
        Home("SC2", None, "Other", None, None),
    ]
    (only,) = best_matches(Sought("Oak House", "Made Up Care Limited", "E08000001", "BL1 1"), homes, 3)
    assert only.home.urn == "SC1"
    assert only.score <= 85
    assert only.because == ("the owner is alike", "it is in the same postcode sector")


def test_nothing_alike_gives_nothing() -> None:
    assert best_matches(Sought("Zzyzx", "Qqq"), HOMES, 3) == ()
    assert best_matches(Sought(None, None, "E08000001"), HOMES, 3) == ()
    assert best_matches(Sought("Oak House", None), [], 3) == ()


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("Oak House Ltd.", "oak house"),
        ("The Oak House Children\u2019s Home", "oak house"),
        ("Oak & Ash (Bolton Metropolitan Borough Council)", "oak and ash bolton"),
        ("Care Homes Limited", "care homes limited"),
        ("", ""),
    ],
)
def test_words_that_say_nothing_are_left_out_unless_there_are_no_others(name: str, plain: str) -> None:
    assert plain_name(name) == plain


@given(st.text(max_size=30), st.text(max_size=30))
def test_no_text_breaks_it_and_scores_stay_in_bounds(home: str, provider: str) -> None:
    for match in best_matches(Sought(home or None, provider or None, "E08000001"), HOMES[:20], 3):
        assert 0 <= match.score <= 100


def test_a_match_is_a_suggestion_and_says_nothing_of_a_decision() -> None:
    assert {one.name for one in fields(Match)} == {"home", "score", "because"}
    exact = HOMES[0]
    twin = replace(exact, urn="SC999999")
    found = best_matches(Sought(exact.home_name, exact.owner_name, exact.la_code), [exact, twin], 3)
    assert len(found) == 2
