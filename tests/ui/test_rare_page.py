"""The page *Rare needs*: who and where answer for every need, protected, and say what is not known."""

import re
from collections.abc import Iterator

import pytest

from rcc_dash.domain.cohorts import NEEDS_PAGE, cohorts, cohorts_of
from rcc_dash.reference.tables import rows
from tests.ui.on_screen import Browser, html_of, link_of, must_be_whole, table_of, text_of, words_of

NUMBER = re.compile(r"\b([0-9][0-9,]*) children\b")


def whole(text: str) -> int:
    return int(text.replace(",", ""))


@pytest.mark.parametrize(
    "query",
    [
        "r-part=who&t-open=areas",
        "r-part=where&t-open=table",
        "r=se&p=home&r-part=where&r-for=dols&t-open=table",
    ],
)
def test_no_count_of_children_under_ten_is_on_screen(demo: Browser, query: str) -> None:
    app = demo.open("rare", query)
    must_be_whole(app)
    said = [whole(number) for number in NUMBER.findall(words_of(app))]
    assert said
    assert [number for number in said if number < 10 or number % 5] == []
    (caption,) = set(re.findall("<caption>(Children [^<]*)</caption>", " ".join(html_of(app))))
    for row in table_of(app, caption):
        counts = {name: cell for name, cell in row.items() if cell.replace(",", "").isdigit()}
        counts = {name: whole(cell) for name, cell in counts.items() if "10,000" not in name}
        assert [name for name, number in counts.items() if number < 10 or number % 5] == []


@pytest.mark.parametrize(
    ("code", "said"),
    [("dear", "lived outside the region"), ("secure", "too few"), ("staffing", "Nothing loaded")],
)
def test_a_need_of_many_few_or_none_known_answers(demo: Browser, code: str, said: str) -> None:
    app = demo.open("rare", f"r-part=where&r-for={code}")
    must_be_whole(app)
    assert said in text_of(app, "lead")
    assert f"{cohorts_of(NEEDS_PAGE)[code].title}: " in words_of(app)


def test_a_need_of_which_no_file_tells_is_not_nobody(demo: Browser) -> None:
    app = demo.open("rare", "r-for=staffing")
    assert "What would: referrals. Load it on the page Load files." in text_of(app, "lead")
    row = next(row for row in table_of(app, "A child in several") if row["Need"] == "High staffing ratio")
    assert set(row.values()) == {"High staffing ratio", "not known"}


def test_any_need_is_less_than_all_needs_added_up(demo: Browser) -> None:
    rows = table_of(demo.open("rare", "r=se", _exact=True), "A child in several")
    numbers = [whole(row["Children now"]) for row in rows if row["Children now"] != "not known"]
    assert max(numbers[1:]) <= numbers[0] < sum(numbers[1:])


def test_a_threshold_is_in_the_link_and_in_the_sentence(demo: Browser) -> None:
    app = demo.open("rare", "r-gbp=5000")
    assert "at £5,000 a week or more" in text_of(app, "lead")
    assert link_of(app) == {"r-gbp": "5000"}
    dearest = demo.open("rare", "r-by=top&r-top=5")
    assert "the region's dearest 5% of placements" in words_of(dearest)
    assert "which cannot be had" in words_of(demo.open("rare", "r-gbp=5050"))


@pytest.mark.parametrize("tab", ["costs", "provides", "years"])
def test_every_tab_draws_its_table_too(demo: Browser, tab: str) -> None:
    app = demo.open("rare", f"r-part=where&r=se&t-open={tab}")
    must_be_whole(app)
    assert "<table" in " ".join(html_of(app))


@pytest.fixture
def bad_rule(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The first rule speaks of a column that there is not."""
    told = {name: rows(name) for name in ("cohorts", "cohort_rules")}
    first, *rest = told["cohort_rules"]
    told["cohort_rules"] = (first | {"column": "mood"}, *rest)
    monkeypatch.setattr("rcc_dash.domain.cohorts.rows", told.__getitem__)
    cohorts.cache_clear()
    yield
    cohorts.cache_clear()


@pytest.mark.usefixtures("bad_rule")
def test_a_row_that_cannot_be_meant_is_refused_in_words(demo: Browser) -> None:
    for page, query in (("rare", ""), ("voids", "v-part=block")):
        app = demo.open(page, query)
        assert "cohort_rules.csv, line 2, the column “column” holds “mood”" in words_of(app)
    must_be_whole(demo.open("distance"))


def test_too_many_filters_are_refused_in_words(demo: Browser) -> None:
    app = demo.open("rare", "p=home&a=10to15")
    must_be_whole(app)
    assert "Take a filter of placement, age or provider away" in text_of(app, "lead")
