"""What may be put into a link: codes, names that are known, small numbers; never what could be of anybody."""

import pytest

from rcc_dash.domain.link_query import MAX_QUERY
from rcc_dash.domain.typed_examples import EXAMPLES
from rcc_dash.store.typed.linkable import linkable

HARMLESS = (
    "SELECT la_code, count(*) AS homes_now FROM home_at WHERE as_of = DATE '2025-03-31' GROUP BY ALL",
    "SELECT * FROM children_shown WHERE parted_by = 'placement+age' AND area_code = 'gm' AND children > 20",
    "WITH a1 AS (SELECT 1) SELECT round(100.0 * far / children) AS pct_2021 FROM children_shown, a1",
    "SELECT * FROM area WHERE name = 'Bolton' OR la_code IN ('E10000016', '886') OR rcc_code = 'se'",
    "SELECT value FROM published_brought WHERE breakdown = 'Placed more than 20 miles from home'",
    "SELECT sum(places) OVER (PARTITION BY la_code ORDER BY as_of) FROM home_at LIMIT 10000",
)
HARMFUL = {
    "SELECT 1234567": "“1234567”",
    "SELECT '1234567'": "“'1234567'”",
    "SELECT 12 AS john_smith": "“john_smith”",
    'SELECT 12 AS "SC123456"': '“"SC123456"”',
    "SELECT * FROM home_at WHERE urn = 'SC123456'": "“'SC123456'”",
    "SELECT * FROM home_at WHERE owner_name LIKE '%Zebulonia%'": "“'%Zebulonia%'”",
    "SELECT DATE '2014-05-17'": "“'2014-05-17'”",
    "SELECT 'M1 1AA'": "“'M1 1AA'”",
    "SELECT $$free words$$": "“$$free words$$”",
    "SELECT e'free words'": "“e'free words'”",
    "SELECT 'ok' + 'placement+zeb'": "“'ok'”",
    "SELECT 'placement+zeb'": "“'placement+zeb'”",
    "SELECT 51.5074": "“51.5074”",
    "SELECT 'unended": "“'unended”",
    "SELECT Müller FROM area": "“Müller”",
}


@pytest.mark.parametrize("sql", [*HARMLESS, *(example.sql for example in EXAMPLES)])
def test_codes_and_known_names_may_be_in_a_link(sql: str) -> None:
    assert linkable(sql).because == ""
    assert linkable(sql).text == sql


@pytest.mark.parametrize("sql", HARMFUL)
def test_anything_else_may_not_and_its_writer_is_told_what(sql: str) -> None:
    assert linkable(sql) == linkable(sql)
    assert linkable(sql).text == ""
    assert linkable(sql).because == HARMFUL[sql]


@pytest.mark.parametrize("comment", ["-- child 1234567", "/* M1 1AA\n Zebulonia */", "/* -- */ -- /* x"])
def test_comments_stay_behind(comment: str) -> None:
    found = linkable(f"{comment}\nSELECT 1 {comment}\n+ 2\n{comment}")
    assert found.because == ""
    assert [line.strip() for line in found.text.splitlines()] == ["SELECT 1", "+ 2"]


def test_what_keeps_a_text_out_is_not_told_at_length() -> None:
    assert linkable(f"SELECT '{'x' * 500}'").because == f"“'{'x' * 39}…”"


def test_a_link_takes_no_more_than_so_many_letters() -> None:
    long = "SELECT 1" + " + 1" * MAX_QUERY
    assert "its length" in linkable(long).because
    assert linkable(long).text == ""
