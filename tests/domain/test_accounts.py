import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcc_dash.domain.accounts import SOURCES, Account

ROWS = st.integers(0, 10_000)


@given(ROWS, ROWS, ROWS)
def test_an_account_that_adds_up_is_taken(loaded: int, mended: int, rejected: int) -> None:
    read = loaded + mended + rejected
    account = Account("vacancies", "", None, "2025-03-31", read, loaded, mended, rejected)
    assert account.rows_read == read


@given(ROWS, ROWS, ROWS, st.integers(-3, 3).filter(bool))
def test_a_row_that_vanished_is_refused(loaded: int, mended: int, rejected: int, off: int) -> None:
    read = loaded + mended + rejected + off
    with pytest.raises(ValueError, match="do not equal"):
        Account("vacancies", "", None, "2025-03-31", read, loaded, mended, rejected)


def test_every_source_has_a_name_for_people() -> None:
    assert all(name and name[0].isupper() for name in SOURCES.values())
