from collections.abc import Callable

import pandas as pd
import pytest

from rcc_dash.domain.problems import Severity
from rcc_dash.ingest.checked import CheckedTable
from rcc_dash.ingest.layouts.ssda903_oc2 import HEADERS
from rcc_dash.ingest.told import Told

CheckRows = Callable[..., CheckedTable]
Faults = Callable[[CheckedTable], set[str]]
GOOD = dict(
    zip(HEADERS, ("T-1", "05/06/2012", "17", "", "0", "1", "1", "1", "1", "1", "0", "1"), strict=True)
)


def child(**changes: str) -> tuple[str, ...]:
    return tuple((GOOD | changes).values())


def test_as_an_la_submits_it(check_rows: CheckRows, faults: Faults) -> None:
    table = check_rows(HEADERS, child())
    (row,) = table.frame.to_dict("records")
    assert table.table == "oc2"
    assert row["sdq_score"] == 17
    assert (row["convicted"], row["substance_misuse"]) == (False, True)
    assert (row["intervention_received"], row["intervention_offered"]) == (False, True)
    assert pd.isna(row["sdq_reason"])
    assert faults(table) == set()


def test_health_checks_are_not_stored_and_that_is_said(check_rows: CheckRows) -> None:
    table = check_rows(HEADERS, child(), child(CHILD="T-2"))
    said = [(p.severity, p.rows) for p in table.problems if "Health checks" in p.what]
    assert said == [(Severity.INFO, 2)]
    assert not {"health_check", "immunisations"} & set(table.frame.columns)


def test_as_a_hub_shares_it(check_rows: CheckRows, faults: Faults) -> None:
    header = (
        "CHILD", "DOB", "SDQ_SCORE", "SDQ_REASON", "CONVICTED", "SUBSTANCE_MISUSE", "INTERVENTION_RECEIVED",
        "INTERVENTION_OFFERED", "LA", "YEAR",
    )  # fmt: skip
    row = ("1_BAR", "2012-06-01", "", "SDQ2", "1.0", "0.0", "", "", "Barnsley", "2025")
    table = check_rows(header, row, told=Told("ssda903_oc2.csv"))
    assert table.frame["convicted"].tolist() == [True]
    assert table.frame["substance_misuse"].tolist() == [False]
    assert table.frame["intervention_received"].isna().all()
    assert table.frame["sdq_reason"].tolist() == ["SDQ2"]
    assert faults(table) == set()


@pytest.mark.parametrize(
    ("changes", "code", "column"),
    [
        ({"SDQ_SCORE": "41", "SDQ_REASON": "SDQ4"}, "H01", "sdq_score"),
        ({"SDQ_SCORE": "-1", "SDQ_REASON": "SDQ4"}, "H01", "sdq_score"),
        ({"SDQ_SCORE": "high", "SDQ_REASON": "SDQ4"}, "H01", "sdq_score"),
        ({"SDQ_REASON": "SDQ9"}, "C03", "sdq_reason"),
        ({"CONVICTED": "2"}, "C03", "convicted"),
    ],
)
def test_what_cannot_be_is_blanked_and_said(
    check_rows: CheckRows, changes: dict[str, str], code: str, column: str, faults: Faults
) -> None:
    table = check_rows(HEADERS, child(CHILD="T-2"), child(**changes))
    assert faults(table) == {code}
    assert pd.isna(table.frame[column].iloc[1])
    assert table.accounts[0].rows_mended == 1


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({"SDQ_SCORE": ""}, {"H02"}),  # twelve years old: one of them is due
        ({"SDQ_REASON": "SDQ1"}, {"H02"}),
        ({"SDQ_SCORE": "", "DOB": "05/06/2023"}, set()),  # one year old: none is due
        ({"SDQ_SCORE": "0"}, set()),
        ({"SDQ_SCORE": "40.0"}, set()),
        ({"CHILD": "T-2"}, {"I05"}),
        ({"CHILD": ""}, {"I01"}),
    ],
)
def test_scores_and_reasons(
    check_rows: CheckRows, changes: dict[str, str], codes: set[str], faults: Faults
) -> None:
    assert faults(check_rows(HEADERS, child(CHILD="T-2"), child(**changes))) == codes
