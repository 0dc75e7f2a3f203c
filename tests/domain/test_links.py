from dataclasses import replace
from datetime import date
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcc_dash.domain.camera import CAMERA, LATITUDES, LONGITUDES, ZOOMS, Camera, camera_of
from rcc_dash.domain.choice import Choice
from rcc_dash.domain.choices import CHOICES, Choices
from rcc_dash.domain.dimensions import dimensions
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.link_reader import MAX_NOTICES, Notice
from rcc_dash.domain.links import State, decode, encode
from rcc_dash.domain.measures import AREA_MEASURES
from rcc_dash.domain.places import cooperatives, local_authorities
from rcc_dash.domain.views import LAYER_LABELS, TOP_RANGE, Focus, MapView, Mode

DATES = (date(2023, 3, 31), date(2024, 3, 31), date(2025, 3, 31))
BURY, KENT = "E08000002", "E10000016"
KEYS = ("r", "sub", "la", "at", "p", "a", "s", "m", "shade", "show", "top", "f", CAMERA, *CHOICES)


def some(values: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(values), max_size=8).map(tuple)


def filters_of(rcc: str) -> st.SearchStrategy[Filters]:
    place = cooperatives()[rcc]
    return st.builds(
        Filters,
        rcc=st.just(rcc),
        sub_region=st.sampled_from(["", *(sub.code for sub in place.sub_regions)]),
        las=some(place.la_codes),
        as_of=st.sampled_from([None, *DATES[:-1]]),
        placement=some(dimensions()["placement"].codes),
        age=some(dimensions()["age"].codes),
        sector=some(dimensions()["sector"].codes),
    )


def views_of(filters: Filters) -> st.SearchStrategy[MapView]:
    return st.builds(
        MapView,
        mode=st.sampled_from(Mode),
        shade=st.sampled_from(AREA_MEASURES),
        layers=some(tuple(LAYER_LABELS)),
        top=st.integers(*TOP_RANGE),
        focus=st.just(Focus())
        | st.sampled_from(filters.selectable_las).map(Focus)
        | st.from_regex(r"(SC)?[0-9]{6,7}", fullmatch=True).map(lambda urn: Focus(urn=urn)),
    )


def possible(choice: Choice) -> list[str]:
    low, high, step = choice.span or (0, -1, 1)
    return [*choice.options, *map(str, range(low, high + 1, step))]


CHOSEN = st.fixed_dictionaries(
    {}, optional={key: st.sampled_from(possible(one)) for key, one in CHOICES.items()}
)


def rounded(span: tuple[float, float], decimals: int) -> st.SearchStrategy[float]:
    return st.floats(*span).map(lambda value: round(value, decimals))


CAMERAS = st.builds(Camera, rounded(LATITUDES, 4), rounded(LONGITUDES, 4), rounded(ZOOMS, 2))


def states_of(filters: Filters) -> st.SearchStrategy[State]:
    chosen = CHOSEN.map(lambda chosen: Choices(tuple(chosen.items())))
    return st.builds(State, st.just(filters), views_of(filters), chosen, camera=st.none() | CAMERAS)


STATES = st.sampled_from(["gm", "se"]).flatmap(filters_of).flatmap(states_of)
HOSTILE = st.one_of(
    st.text(max_size=60),
    st.text(st.characters(codec=None), max_size=20),  # lone surrogates and control characters too
    st.sampled_from([
        "'; drop table as_at; --", "1 or 1=1", "2025-W13-1",
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))", "../../etc/passwd", "%00", "\x00", "👩‍👧", "٢٠٢٥-٠٣-٣١", "2025-02-30",
        "9999-12-31", "0001-01-01", "A" * 100_000, "." * 5000, ".".join(f"x{i}" for i in range(999)),
        "٢٠", "-1", "la999", "homeSC", "home1234567\n", "none", "Poole", "Cumbria", "302.302.302", "${x}",
    ]),
)  # fmt: skip
QUERIES = st.dictionaries(
    st.sampled_from(KEYS) | HOSTILE, st.lists(HOSTILE, max_size=3).map(tuple), max_size=12
)


def read(state: State) -> tuple[State, tuple[Notice, ...]]:
    return decode({key: (value,) for key, value in encode(state).items()}, DATES)


def opened(**query: str) -> State:
    return decode({k: (v,) for k, v in query.items()}, DATES)[0]


@given(STATES)
def test_a_link_opens_the_view_that_it_was_made_from(state: State) -> None:
    again, notices = read(state)
    plain = State(state.filters.normalised(), state.view.normalised(), state.choices.normalised())
    assert again == replace(plain, camera=state.camera)
    assert notices == ()
    assert encode(again) == encode(state)


@given(STATES, st.randoms(use_true_random=False))
def test_the_same_view_is_the_same_link_in_whatever_order_it_was_chosen(state: State, random: object) -> None:
    def mixed(values: tuple[str, ...]) -> tuple[str, ...]:
        found = [*values, *values[:1]]
        random.shuffle(found)  # type: ignore[attr-defined]
        return tuple(found)

    f = state.filters
    other = replace(
        f, las=mixed(f.las), placement=mixed(f.placement), age=mixed(f.age), sector=mixed(f.sector)
    )
    view = replace(state.view, layers=mixed(state.view.layers))
    choices = Choices(tuple(reversed(state.choices.pairs)))
    assert urlencode(encode(replace(state, filters=other, view=view, choices=choices))) == urlencode(
        encode(state)
    )


@given(STATES)
def test_a_link_is_short_and_needs_no_escaping(state: State) -> None:
    text = urlencode(encode(state))
    assert len(text) < 600  # every setting of every page changed at once
    assert "%" not in text
    assert "+" not in text


def test_the_plain_view_is_the_plain_address() -> None:
    assert encode(State()) == {}


def test_a_typical_link_is_short_even_with_all_but_one_of_the_south_east() -> None:
    las = cooperatives()["se"].la_codes
    ages, placements = dimensions()["age"].codes, dimensions()["placement"].codes
    filters = Filters("se", "", las[1:], DATES[0], placements[1:], ages[1:], ("private", "voluntary"))
    view = MapView(Mode.ALL, "places_per_100", (), 100, Focus(KENT))
    link = urlencode(encode(State(filters, view)))
    assert len(link) < 400
    assert link.startswith("r=se&la=8")


def test_a_link_is_readable() -> None:
    state = State(
        Filters(las=(BURY,), as_of=DATES[1], age=("16plus",)), MapView(Mode.IN, focus=Focus(urn="SC012345"))
    )
    assert encode(state) == {"la": "351", "at": "2024-03-31", "a": "16plus", "m": "in", "f": "homeSC012345"}


def test_where_the_map_stands_is_the_last_of_the_link() -> None:
    state = State(Filters(as_of=DATES[1]), camera=Camera(53.4808, -2.2426, 9.5))
    assert urlencode(encode(state)) == "at=2024-03-31&v=53.4808_-2.2426_9.50"


@pytest.mark.parametrize(
    "token", ["53.4808_-2.2426", "nan_nan_nan", "48.0000_-2.2426_9.50", "53.4808_-2.2426_19.00", "1_2_3\n"]
)
def test_a_place_that_the_map_cannot_stand_at_is_told(token: str) -> None:
    state, (notice,) = decode({CAMERA: (token,)}, DATES)
    assert state == State()
    assert "The whole area is shown." in notice.text


def test_no_layers_at_all_is_a_view_of_its_own() -> None:
    assert encode(State(view=MapView(layers=())))["show"] == "none"
    assert opened(show="none").view.layers == ()


@pytest.mark.parametrize("shown", ["roads", "", "..."])
def test_layers_that_are_not_there_do_not_empty_the_map(shown: str) -> None:
    assert opened(show=shown).view.layers == MapView().layers


@given(QUERIES)
def test_a_hostile_link_never_fails_and_never_gets_a_value_in(query: dict[str, tuple[str, ...]]) -> None:
    state, notices = decode(query, DATES)
    filters, view = state.filters, state.view
    assert (filters, view) == (filters.normalised(), view.normalised())
    assert state.choices == state.choices.normalised()
    assert all(v in CHOICES[k].options or v in possible(CHOICES[k]) for k, v in state.choices.pairs)
    assert filters.as_of in {None, *DATES}
    assert set(filters.la_codes) <= set(local_authorities())
    assert view.focus.la_code in {"", *filters.selectable_las}
    assert view.focus.urn.removeprefix("SC").isascii()
    assert view.focus.urn.removeprefix("SC").isdigit() or not view.focus.urn
    assert state.camera is None or state.camera == camera_of(state.camera.token)
    assert read(state) == (state, ())
    assert len(notices) <= MAX_NOTICES + 1
    for notice in notices:
        assert not set("<>[]{}$`*_\\\n\x00") & set(notice.text)
        assert len(notice.text) < 300
