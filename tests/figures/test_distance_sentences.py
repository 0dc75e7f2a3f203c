"""The sentences of the page Distance, word for word: none, one, many, hidden, and left open by sectors."""

from datetime import date

import pytest

from rcc_dash.domain.distance_base import STANDINGS
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.headline import Figure
from rcc_dash.figures.distance_sentences import (
    Away,
    Subject,
    base_words,
    how_many,
    where_from,
    where_to,
    whose,
    why_far,
)
from rcc_dash.figures.nearer_sentences import what_is_left, what_nearer

DAY = date(2025, 3, 31)
OF = Subject.of(Filters(), DAY, "about ")
HIDDEN = Figure(None, "[c]")


def n(value: float) -> Figure:
    return Figure(value, "", DAY)


def test_far_children_inside_their_own_la_are_named() -> None:
    assert how_many(OF, Away("far", n(6120), n(9), n(20))) == (
        "On 31 March 2025, 9% of about 6,120 children of Greater Manchester lived more than 20 miles"
        " from home. About 20 of them are inside their own LA, so DfE's headline leaves them out."
    )


def test_a_filter_is_part_of_who_is_meant() -> None:
    of = Subject.of(Filters("se", age=("10to15",)), DAY, "")
    assert how_many(of, Away("outside", n(1), n(100), n(1))) == (
        "On 31 March 2025, 100% of 1 child of the South East (aged 10 to 15) lived outside their own LA."
    )


def test_an_area_that_returned_nothing_has_not_too_few_children() -> None:
    assert OF.not_returned().said.startswith(
        "No children's return of Greater Manchester is loaded for 31 March"
    )


def test_what_sectors_leave_open_is_a_range() -> None:
    said = how_many(OF, Away("far", n(100), n(20), n(0), (n(18), n(23), n(21))))
    assert "from home (between 18% and 23%, most likely 21%: some distances are known by postcode" in said
    assert "headline" not in said
    known = how_many(OF, Away("far", n(100), n(20), n(0), base=" whose distance is known"))
    assert "20% of about 100 children of Greater Manchester whose distance is known lived more than" in known


@pytest.mark.parametrize("share", [Figure(None, "[low]"), Figure(None, "[c]")])
def test_a_hidden_share_is_not_guessed(share: Figure) -> None:
    assert how_many(OF, Away("out_england", n(6120), share, HIDDEN)) == (
        "On 31 March 2025, too few children of Greater Manchester to show lived outside England"
        f" ({share.mark})."
    )
    assert "they are too few" in how_many(OF, Away("far", HIDDEN, HIDDEN, HIDDEN))


def test_nearly_all_are_not_called_too_few() -> None:
    high = Figure(None, "[high]")
    assert "nearly all children there are of this kind" in how_many(OF, Away("far", high, HIDDEN, HIDDEN))


def test_the_placements_most_and_least_often_far() -> None:
    groups = [("Foster care", n(6)), ("Children's home", n(32)), ("Other", HIDDEN)]
    assert whose(OF, groups) == (
        "On 31 March 2025, of known distances, 32% of children of Greater Manchester in “Children's home”"
        " lived over 20 miles from home, against 6% in “Foster care”."
    )
    assert "too few kinds of placement" in whose(OF, groups[:1])


def test_an_las_exchange() -> None:
    of = Subject("Bolton", DAY, "about ")
    assert where_from(of, (n(590), n(225), n(140)), n(234)) == (
        "On 31 March 2025, Bolton looked after about 590 children; about 225 of them lived elsewhere."
        " 234 children of other LAs lived there, as DfE published."
    )
    ours = where_from(of, (n(590), HIDDEN, n(140)), Figure(None, "not published"))
    assert ours == (
        "On 31 March 2025, Bolton looked after about 590 children."
        " At least about 140 children of other LAs lived there."
    )
    assert "no figure" in where_from(of, (HIDDEN, HIDDEN, HIDDEN), HIDDEN)


def test_where_a_regions_children_go() -> None:
    assert where_to(OF, n(10), [("Lancashire", n(140)), ("Cheshire East", n(55))]) == (
        "On 31 March 2025, 10% of the children of Greater Manchester lived outside the region,"
        " most of them in Lancashire (about 140) and Cheshire East (about 55)."
    )
    assert where_to(OF, n(0), []).endswith("lived outside the region.")


def test_supply_is_the_reason_or_too_few_were_asked() -> None:
    assert why_far(OF, n(620), n(305), n(63)) == (
        "On 31 March 2025, about 620 children of Greater Manchester had a recorded reason for living at a"
        " distance (about 305 of them over 20 miles from home); for 63% of all these supply failed: nothing"
        " suitable nearby, or nothing available."
    )
    assert "distance; for 63%" in why_far(OF, n(620), HIDDEN, n(63))
    assert "no figure can be shown" in why_far(OF, n(0), n(0), Figure(None, "[z]"))


def test_what_was_nearer_never_promises_one_bed_to_many() -> None:
    counts = {"covered": n(865), "void": n(795), "together": n(60)}
    assert what_nearer(OF, counts, 255) == (
        "On 31 March 2025, about 865 children of Greater Manchester lived over 20 miles from home in homes or"
        " schools, not by choice. A suitable home with a known empty place was nearer for about 795, but"
        " there was room for only about 60 at once."
    )
    assert "place was within 20 miles for about 795" in what_nearer(OF, counts, 255, "within 20 miles")
    assert "room for all of them at once" in what_nearer(OF, counts | {"together": n(795)}, 255)
    assert "empty places are not known" in what_nearer(OF, counts, 0)
    assert "too few of them" in what_nearer(OF, {**counts, "void": HIDDEN}, 255)
    assert "too few far children" in what_nearer(OF, {**counts, "covered": n(0)}, 255)


def test_what_a_fresh_deal_leaves_is_said_even_where_it_is_few() -> None:
    left = {"far": n(865), "far_theirs": n(285), "far_all": HIDDEN}
    assert what_is_left(OF, left) == (
        "Of about 865 over 20 miles from home, about 285 would still be if the beds that these children have"
        " were dealt out afresh, and too few to show if every registered place in the region were theirs."
    )
    assert what_is_left(OF, {**left, "far": HIDDEN}).startswith("They are too few")


def test_who_is_left_out_is_said_with_marks_where_they_are_few() -> None:
    told = {"all": n(6120), **{one.code: n(85) for one in STANDINGS}, "adoption": HIDDEN}
    assert base_words(told, "about ") == (
        "Counted as DfE counts: about 6,120 children looked after, without short breaks. For about 85 a"
        " distance applies and is known; the rest are about 85 not known or not recorded, [c] placed for"
        " adoption, about 85 with their own parents and about 85 unaccompanied, with no home address in"
        " the UK."
    )
    assert "Take a filter away" in base_words({}, "")
    hidden = dict.fromkeys(told, Figure(None, "[c]"))
    assert base_words(hidden, "about ").endswith("Too few children to say whose distance is known.")
