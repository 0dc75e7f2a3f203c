"""The role matrix: every role, page and tier of data, for the own LA and another's, against the design."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rcc_dash.domain.access import LOCAL_ACCESS, NO_ACCESS, Access, narrowed
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.links import decode
from rcc_dash.domain.places import local_authorities
from rcc_dash.domain.roles import LOCAL, Figures, Loads, roles
from rcc_dash.reference.tables import rows
from rcc_dash.ui.nav import PAGES

BOLTON, BURY, READING, LEEDS = "E08000001", "E08000002", "E06000038", "E08000035"
FIGURES = ("overview", "homes_and_origins", "distance", "voids", "rare", "compare", "meeting", "explore")
"""Pages of figures, as design/disclosure.md 2 parts them; other pages are named below one by one."""

REGISTER = "homes_and_origins"
"""Where the own LA's part of Ofsted's register is drawn, in exact figures."""

TIERS = ("raw", "register", "exact", "protected", "synthetic")
MAY = {
    # role: pages of figures?, Data?, Load files?, tiers of the own LA, tiers of another LA
    "regional-director": (True, True, False, "protected synthetic", "protected synthetic"),
    "la-director": (True, True, False, "register exact protected synthetic", "protected synthetic"),
    "la-analyst": (True, True, False, "register exact protected synthetic", "protected synthetic"),
    "regional-analyst": (True, True, False, "protected synthetic", "protected synthetic"),
    "public": (True, True, False, "synthetic", "synthetic"),
    "data-steward": (False, True, True, "raw protected synthetic", "protected synthetic"),
    "administrator": (False, False, False, "", ""),
}
"""By hand from the table in design/disclosure.md 2, nobody being a steward besides."""


def person(role: str, *, steward: bool = False) -> Access:
    return Access(role, (BOLTON,) if roles()[role].of_las else (), "0" * 16, is_steward=steward)


def sees(who: Access, page: str, tier: str, la_code: str) -> bool:
    """Say what the parts of the app decide together: the page, then the tier."""
    if not who.may_open(page):
        return False
    return {
        "raw": page == "load" and who.may_load([la_code]),
        "register": page == REGISTER and who.register_las([la_code]) == (la_code,),
        "exact": who.may_see_exact([la_code]) and page != "load",
        "protected": who.figures is Figures.PROTECTED,
        "synthetic": who.figures is not Figures.NONE,
    }[tier]


def expected(role: str, page: str, tier: str, la_code: str) -> bool:
    figures, data, load, own, other = MAY[role]
    may_open = {"data": data, "load": load, "sql": role in ("la-analyst", "regional-analyst")}.get(
        page, figures
    )
    places = {"raw": page == "load", "exact": page != "load", "register": page == REGISTER}
    is_place = places.get(tier, True)
    return may_open and is_place and tier in (own if la_code == BOLTON else other).split()


CASES = [*product(MAY, (*FIGURES, "data", "load", "sql"), TIERS, (BOLTON, BURY))]


@pytest.mark.parametrize("role", MAY)
def test_the_role_matrix(role: str) -> None:
    cases = [case for case in CASES if case[0] == role]
    assert len(CASES) >= 280
    wrong = [case for case in cases if sees(person(case[0]), *case[1:]) is not expected(*case)]
    assert wrong == []


def test_the_matrix_names_every_role_and_the_table_every_page() -> None:
    assert set(MAY) == set(roles())
    listed = {row["page"] for row in rows("role_pages")}
    assert {spec.code for spec in PAGES} - listed == set(), "add it to data/reference/role_pages.csv"


@pytest.mark.parametrize("page", ["", "no-such-page", "../app", "LOAD", "overview "])
def test_a_page_that_nobody_listed_opens_to_nobody(page: str) -> None:
    assert not any(person(role, steward=True).may_open(page) for role in roles())


@pytest.mark.parametrize("role", ["", "no-such-role", "LA-analyst", "la-analyst ", "local "])
def test_an_unknown_role_sees_nothing(role: str) -> None:
    nobody = Access(role, (BOLTON,), "0" * 16, is_steward=True)
    assert (nobody.figures, nobody.exact_las, nobody.loads) == (Figures.NONE, (), Loads.NONE)
    assert not any(nobody.may_open(spec.code) for spec in PAGES)
    assert NO_ACCESS.figures is Figures.NONE


def test_nobody_can_be_given_the_role_of_whoever_sits_at_the_machine() -> None:
    assert LOCAL not in roles()
    assert LOCAL_ACCESS.may_see_exact(local_authorities())
    assert LOCAL_ACCESS.may_load([BOLTON, None])


@pytest.mark.parametrize("las", [(), ("E99999999",)])
def test_a_role_of_an_la_without_one_that_there_is_sees_nothing(las: tuple[str, ...]) -> None:
    who = Access("la-analyst", las, "0" * 16, is_steward=True)
    assert (who.figures, who.exact_las, who.loads) == (Figures.NONE, (), Loads.NONE)


def test_a_steward_loads_the_own_las_files_and_no_others() -> None:
    analyst, regional = person("la-analyst", steward=True), person("regional-analyst", steward=True)
    assert analyst.may_open("load")
    assert analyst.may_load([BOLTON])
    assert not any(analyst.may_load(las) for las in ([BURY], [BOLTON, BURY], [BOLTON, None], [None], []))
    assert regional.may_load([None])
    assert not any(regional.may_load(las) for las in ([BOLTON], [BOLTON, None], []))
    assert not person("regional-director", steward=True).may_load([None])


def test_whose_uses_of_exact_figures_each_role_may_read() -> None:
    found = {role: person(role).uses.value for role in roles()}
    assert found == {
        "regional-director": "summary",
        "la-director": "las",
        "la-analyst": "own",
        "regional-analyst": "summary",
        "public": "",
        "data-steward": "las",
        "administrator": "",
    }
    assert NO_ACCESS.uses == ""


def test_exact_figures_of_no_la_or_of_one_too_many_are_nobodys() -> None:
    who = person("la-analyst")
    assert not any(who.may_see_exact(las) for las in ([], [BURY], [BOLTON, BURY]))


def test_looking_at_exact_figures_narrows_the_choice_to_the_own_las() -> None:
    wide = Filters(age=("16plus",))
    own = narrowed(wide, [BOLTON])
    assert own == Filters(las=(BOLTON,), age=("16plus",))
    assert narrowed(wide, [READING]) == Filters(rcc="se", las=(READING,), age=("16plus",))
    assert narrowed(wide, [LEEDS]) is None


KEYS = st.sampled_from(["r", "sub", "la", "at", "p", "f", "exact", "geo", "role", "_exact", "w-exact"])
TEXTS = st.one_of(
    st.text(max_size=30),
    st.sampled_from(
        ["350", "351", "gm", "se", "E08000002", "350.351", "Bury", "homeSC1234567", "la351", "1"]
    ),
)


@settings(max_examples=1000)
@given(st.dictionaries(KEYS, st.lists(TEXTS, max_size=3), max_size=8))
def test_no_link_reaches_past_a_role(query: dict[str, list[str]]) -> None:
    filters = decode(query, ())[0].filters
    for role in MAY:
        who = person(role)
        if who.may_see_exact(filters.la_codes):
            assert role in ("la-director", "la-analyst")
            assert filters.la_codes == (BOLTON,)
        own = narrowed(filters, who.exact_las) if who.exact_las else None
        assert own is None or who.may_see_exact(own.la_codes)
