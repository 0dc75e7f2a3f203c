import hashlib
import hmac
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcc_dash.ingest.keys import Secrets

KEY = bytes(range(32))
SECRETS = Secrets(KEY)


def test_the_record_key_is_as_the_disclosure_method_writes_it() -> None:
    digest = hmac.new(KEY, b"E08000016\x1fNOT-A-CHILD-1", hashlib.sha256).digest()
    assert SECRETS.record_key("E08000016", "NOT-A-CHILD-1") == int.from_bytes(digest[:8], "big")


def test_the_child_key_is_32_hex_digits_and_not_the_record_key() -> None:
    key = SECRETS.child_key("E08000016", "NOT-A-CHILD-1")
    assert len(bytes.fromhex(key)) == 16
    assert f"{SECRETS.record_key('E08000016', 'NOT-A-CHILD-1'):016x}" not in key


def test_another_la_or_another_secret_gives_another_child() -> None:
    keys = [
        SECRETS.child_key("E08000016", "1"),
        SECRETS.child_key("E08000019", "1"),
        Secrets(KEY[::-1]).child_key("E08000016", "1"),
    ]
    assert len(set(keys)) == 3


@given(st.sets(st.text(min_size=1), min_size=2, max_size=20))
def test_different_ids_have_different_keys(ids: set[str]) -> None:
    for derive in (SECRETS.child_key, SECRETS.record_key):
        keys = sorted(derive("E08000016", child_id) for child_id in ids)
        assert all(one != other for one, other in pairwise(keys))


def test_the_secret_is_never_shown() -> None:
    assert "\\x01" not in repr(SECRETS)
    assert "pseudonym_key" not in repr(SECRETS)


def test_a_short_secret_is_refused() -> None:
    with pytest.raises(ValueError, match="16 bytes"):
        Secrets(b"short")
