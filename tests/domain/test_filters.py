from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from rcc_dash.domain.dimensions import dimensions
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.places import cooperatives, local_authorities

BOLTON, BURY, WIGAN = "E08000001", "E08000002", "E08000010"
KENT, MEDWAY = "E10000016", "E06000035"
SUBS = [sub.code for rcc in cooperatives().values() for sub in rcc.sub_regions]


def some(values: list[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(values), max_size=6).map(tuple)


ANY_FILTERS = st.builds(
    Filters,
    rcc=st.sampled_from(["gm", "se", "nowhere", ""]),
    sub_region=st.sampled_from(["", "moon", *SUBS]),
    las=some([*cooperatives()["gm"].la_codes, *cooperatives()["se"].la_codes, "E06000001", "x"]),
    as_of=st.none() | st.dates(),
    placement=some([*dimensions()["placement"].codes, "x"]),
    age=some([*dimensions()["age"].codes, "x"]),
    sector=some([*dimensions()["sector"].codes, "x"]),
)


def restrictions(filters: Filters) -> set[tuple[str, str]]:
    found = {("sub", filters.sub_region)} if filters.sub_region else set()
    found |= {("la", code) for code in filters.las}
    return found | {(code, v) for code, values in filters.attributes.items() for v in values}


@given(ANY_FILTERS)
def test_normalising_is_done_once_and_leaves_only_known_values(filters: Filters) -> None:
    kept = filters.normalised()
    assert kept.normalised() == kept
    assert kept.rcc in cooperatives()
    assert set(kept.la_codes) <= set(kept.selectable_las) <= set(local_authorities())
    for code, values in kept.attributes.items():
        assert set(values) < set(dimensions()[code].codes)
    assert kept.as_of == filters.as_of


@given(ANY_FILTERS, st.randoms(use_true_random=False))
def test_the_order_of_choices_does_not_matter(filters: Filters, random: object) -> None:
    def shuffled(values: tuple[str, ...]) -> tuple[str, ...]:
        mixed = [*values, *values]
        random.shuffle(mixed)  # type: ignore[attr-defined]
        return tuple(mixed)

    other = replace(
        filters,
        las=shuffled(filters.las),
        placement=shuffled(filters.placement),
        age=shuffled(filters.age),
        sector=shuffled(filters.sector),
    )
    assert other.normalised() == filters.normalised()


@given(ANY_FILTERS)
def test_a_chip_takes_away_exactly_one_thing(filters: Filters) -> None:
    kept = filters.normalised()
    chips = kept.chips()
    assert len({chip.key for chip in chips}) == len(chips) == len(restrictions(kept))
    for chip in chips:
        gone = restrictions(kept) - restrictions(chip.without)
        assert len(gone) == 1
        assert restrictions(chip.without) < restrictions(kept)
        assert (chip.without.rcc, chip.without.as_of) == (kept.rcc, kept.as_of)
        assert chip.label


@given(ANY_FILTERS)
def test_taking_chips_away_one_by_one_ends_at_reset(filters: Filters) -> None:
    left = filters.normalised()
    while left.chips():
        left = left.chips()[0].without.normalised()
    assert replace(left, as_of=None) == filters.normalised().reset()


@given(ANY_FILTERS, st.sampled_from(SUBS), some([*cooperatives()["se"].la_codes]))
def test_narrowing_never_adds_areas(filters: Filters, sub: str, las: tuple[str, ...]) -> None:
    wide = replace(filters, rcc="se", sub_region="", las=()).normalised()
    narrower = replace(wide, sub_region=sub).normalised()
    narrowest = replace(narrower, las=las).normalised()
    assert set(narrowest.la_codes) <= set(narrower.la_codes) <= set(wide.la_codes)


def test_choosing_all_is_choosing_none() -> None:
    everything = Filters(
        rcc="gm", las=cooperatives()["gm"].la_codes[::-1], age=tuple(reversed(dimensions()["age"].codes))
    )
    assert everything.normalised() == Filters(rcc="gm")
    assert Filters(rcc="se", sub_region="kent", las=(MEDWAY, KENT)).normalised().las == ()


def test_an_area_of_the_other_cooperative_is_not_kept() -> None:
    assert Filters(rcc="gm", las=(KENT, BURY)).normalised().las == (BURY,)
    assert Filters(rcc="gm", sub_region="kent").normalised().sub_region == ""


def test_a_filter_says_its_area() -> None:
    assert Filters().area_phrase() == "Greater Manchester"
    assert Filters(rcc="se", sub_region="kent").area_phrase() == "Kent and Medway"
    assert Filters(las=(BOLTON, BURY, WIGAN)).area_phrase() == "Bolton, Bury and Wigan"


def test_a_filter_says_its_children() -> None:
    assert Filters().children_phrase() == "children looked after"
    chosen = Filters(placement=("foster",), age=("10to15", "16plus"), sector=("private", "voluntary"))
    assert chosen.children_phrase() == (
        "children looked after, foster care, aged 10 to 15 or 16 and over, provider: private or voluntary"
    )


def test_chips_have_the_words_of_their_values() -> None:
    chosen = Filters(rcc="se", sub_region="kent", las=(KENT,), age=("under1",))
    assert [chip.label for chip in chosen.chips()] == ["Kent and Medway", "Kent", "Under 1"]
    assert chosen.chips()[0].without.sub_region == ""
    assert chosen.chips()[1].without.las == ()
    assert chosen.chips()[2].without.age == ()


def test_reset_keeps_the_cooperative_and_nothing_else() -> None:
    assert Filters("se", "kent", (KENT,), date(2024, 3, 31), ("foster",)).reset() == Filters(rcc="se")


def test_choosing_changes_one_dimension_and_not_the_filter_itself() -> None:
    before = Filters(age=("under1",))
    after = before.with_chosen("sector", ("private",)).with_chosen("placement", ("home",))
    assert before == Filters(age=("under1",))
    assert after.attributes == {"placement": ("home",), "age": ("under1",), "sector": ("private",)}
