"""Pooling, groups and gaps on screen: every part answers, protected, and what is hidden is not told."""

import re
from urllib.parse import parse_qs

import pytest

from tests.ui.on_screen import Browser, html_of, link_of, must_be_whole, table_of, text_of, words_of

COUNTS = {
    "Children on the last date",
    "Taking them now",
    "Children away for want of a place",
}
OF_CHILDREN = re.compile(r"\b([0-9][0-9,]*) (?:child|children)\b")


def counts_on(html: str) -> list[int]:
    """Give every number in a column that counts children."""
    found = []
    for table in re.findall(r"<table.*?</table>", html, re.DOTALL):
        heads = re.findall(r'<th scope="col"[^>]*>(.*?)</th>', table)
        for row in re.findall(r'<tr class="[^"]*">(.*?)</tr>', table):
            cells = re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row)
            found += [
                int(cell.replace(",", ""))
                for head, cell in zip(heads, cells, strict=True)
                if head in COUNTS and cell.replace(",", "").isdigit()
            ]
    return found


@pytest.mark.parametrize("part", ["pool", "group", "gap"])
@pytest.mark.parametrize("query", ["r-for=solo", "r=se&r-for=dols&la=886", "r-for=remand"])
def test_every_part_is_whole_and_counts_only_what_may_be_shown(demo: Browser, part: str, query: str) -> None:
    app = demo.open("rare", f"{query}&r-part={part}")
    must_be_whole(app)
    assert text_of(app, "lead")
    counts = counts_on(" ".join(html_of(app)))
    assert [number for number in counts if number < 10 or number % 5] == []
    said = [int(number.replace(",", "")) for number in OF_CHILDREN.findall(words_of(app))]
    assert [number for number in said if number < 10 or number % 5] == []


def test_the_conclusion_stands_in_the_sentence_and_the_assumptions_on_the_page(demo: Browser) -> None:
    app = demo.open("rare", "r-part=pool&r-for=dols")
    assert re.search(
        r"Alone, \w+ would need \d+ beds .* together need \d+ and keep them \d+%", text_of(app, "lead")
    )
    assert "when none is free the child goes elsewhere and does not come back" in words_of(app)
    rows = table_of(app, "A place free 95% of the time")
    beds = [int(row["Beds in all"].replace(",", "")) for row in rows if "England" not in row["Level"]]
    assert beds == sorted(beds, reverse=True)
    named = {row["Need"]: row["Stops being rare at"] for row in table_of(app, "How full beds are where")}
    assert named["Deprivation of liberty"] in {"sub-region", "region", "England"}


def test_too_few_to_show_are_told_by_the_most_that_they_can_be(demo: Browser) -> None:
    app = demo.open("rare", "r-part=pool&r-for=remand")
    assert "too few to show. Even all ten local authorities" in text_of(app, "lead")
    assert [row["Level"] for row in table_of(app, "A place free")] == ["The whole region"]
    assert "cannot be told" not in text_of(app, "lead")
    group = demo.open("rare", "r-part=group&r-for=remand")
    assert "too few to say which local authorities have them" in text_of(group, "lead")


def test_a_rarer_free_place_needs_no_more_beds(demo: Browser) -> None:
    def beds(free: int) -> int:
        rows = table_of(demo.open("rare", f"r-part=pool&r-for=solo&r-free={free}"), "A place free")
        return next(int(row["Beds in all"]) for row in rows if row["Level"] == "The whole region")

    assert beds(80) < beds(99)


def test_each_gap_leads_to_its_group_and_each_la_to_its_map(demo: Browser) -> None:
    app = demo.open("rare", "r-part=gap")
    links = {link.proto.label: parse_qs(link.proto.query_string) for link in app.get("page_link")}
    assert links["Bury"]["la"] == ["351"]
    app.button(key="r-open-deaf").click().run()
    must_be_whole(app)
    assert link_of(app) == {"r-part": "group", "r-for": "deaf"}
    assert "deaf or with communication needs" in text_of(app, "lead")
