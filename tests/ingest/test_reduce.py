import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcc_dash.ingest.keys import Secrets
from rcc_dash.ingest.reduce import birth_months, child_keys, tidy_ids

SECRETS = Secrets(b"a synthetic key, only for tests!")
BARNSLEY = "E08000016"


def tidy(*ids: str, la_code: str = BARNSLEY) -> list[str]:
    return tidy_ids(pd.Series(ids), pd.Series([la_code] * len(ids))).tolist()


@pytest.mark.parametrize(
    ("given_id", "expected"),
    [
        ("123.0", "123"), (" 00123 ", "123"), ("123_BAR", "123"), ("123.0_370", "123"), ("ab 12", "AB12"),
        ("123_E08000016", "123"), ("123_371", "123_371"), ("AB-1.5", "AB-1.5"), ("000", "0"), ("", ""),
        ("_BAR", "_BAR"),
    ],
)  # fmt: skip
def test_one_form_for_each_child(given_id: str, expected: str) -> None:
    assert tidy(given_id) == [expected]


@given(st.integers(1, 10**12))
def test_what_a_spreadsheet_does_to_an_id_changes_nothing(number: int) -> None:
    forms = (f"{number}", f"{number}.0", f" {number}", f"{number:015d}", f"{number}_XYZ")
    assert set(tidy(*forms)) == {str(number)}


@given(st.sets(st.integers(1, 10**9), min_size=2))
def test_different_children_stay_different(numbers: set[int]) -> None:
    assert len(set(tidy(*map(str, numbers)))) == len(numbers)


def test_keys_are_those_of_the_secrets_and_null_where_nobody_is_named() -> None:
    ids, las = (
        pd.Series(["1", "1", "", "2"], index=[5, 6, 7, 9]),
        pd.Series([BARNSLEY, BARNSLEY, BARNSLEY, None]),
    )
    keys = child_keys(ids, las.set_axis(ids.index), SECRETS)
    expected = SECRETS.child_key(BARNSLEY, "1")
    assert keys["child_key"].fillna("").tolist() == [expected, expected, "", ""]
    assert keys["record_key"].tolist()[:2] == [SECRETS.record_key(BARNSLEY, "1")] * 2
    assert keys.index.tolist() == [5, 6, 7, 9]


def test_birth_dates_become_the_first_of_their_month() -> None:
    born = pd.Series(pd.to_datetime(["2012-05-31", "2012-06-01", None]))
    assert birth_months(born).tolist() == [pd.Timestamp(2012, 5, 1), pd.Timestamp(2012, 6, 1), pd.NaT]
