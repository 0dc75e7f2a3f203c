"""The bench asks every named statement, and pandas and polars say the same: none is forgotten."""

from pathlib import Path

import pandas as pd
import pytest

from bench import answers, counterparts
from bench.page_questions import RETURNS, Looking, of_pages
from rcc_dash.domain.progress import silent
from rcc_dash.queries.voids_homes import moment
from rcc_dash.settings import DataHome
from rcc_dash.store.statements import names
from tests.queries.conftest import Region


def test_a_statement_that_nobody_listed_stops_the_bench(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert answers.not_listed() == frozenset()
    monkeypatch.setattr(answers, "names", lambda: (*names(), "new_statement"))
    with pytest.raises(SystemExit, match="new_statement"):
        answers.answered(DataHome(tmp_path), 1, silent)


def test_a_statement_without_a_counterpart_in_polars_stops_the_bench(monkeypatch: pytest.MonkeyPatch) -> None:
    fewer = {name: answer for name, answer in counterparts.POLARS.items() if name != "flows"}
    monkeypatch.setattr(answers, "POLARS", fewer)
    assert answers.not_listed() == {"flows"}


def test_pandas_and_polars_answer_as_every_statement_does(demo_home: Path) -> None:
    found = answers.answered(DataHome(demo_home).demo, 1, silent)
    assert sorted(one.name for one in found) == sorted(names())
    assert {one.name for one in found if one.is_alike is None} == answers.ALONE
    assert [one.name for one in found if one.is_alike is False] == []
    assert [one.name for one in found if one.is_alike and not one.rows] == []


def test_answers_that_differ_in_one_cell_are_not_alike() -> None:
    ours = pd.DataFrame({"la_code": ["E1", "E2"], "children": [3, None], "on": pd.Timestamp("2025-03-31")})
    told_otherwise = ours.iloc[::-1].astype({"children": "Int64"})
    assert answers.alike(ours, told_otherwise)
    assert not answers.alike(ours, ours.assign(children=[3, 0]))
    assert not answers.alike(ours, ours.iloc[:1])
    assert not answers.alike(ours, ours.drop(columns="on"))


def test_the_questions_of_the_pages_can_be_asked(region: Region) -> None:
    _, reader, dates = region
    moments = {days: found for days in RETURNS if (found := moment(reader, dates, None, days))}
    asked = of_pages(Looking(reader, dates, moments))
    assert {name.partition(":")[0].partition(",")[0] for name in asked} == {
        "Compare", "Distance", "Overview", "Rare needs", "Voids",
    }  # fmt: skip
    silent_ones = {name for name, ask in asked.items() if ask() is None}
    assert silent_ones <= {"Rare needs, where: providers, one filter"}, (
        "too few children to tell their number"
    )
