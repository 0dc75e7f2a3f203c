"""By which key is a child known here, so that the child's id need not be?

HMAC-SHA256 with a secret key of this data home: a plain hash of a seven-digit id is undone in
seconds by trying them all (design/disclosure.md 1.3).
"""

import hmac
from dataclasses import dataclass, field
from typing import Final

_BETWEEN: Final = b"\x1f"
_PSEUDONYM: Final = b"child_key\x1e"
_MIN_KEY_BYTES: Final = 16
"""Fewer than 128 random bits could be guessed."""


@dataclass(frozen=True, slots=True)
class Secrets:
    """What turns a child's id into keys; never shown, logged or exported."""

    pseudonym_key: bytes = field(repr=False)

    def __post_init__(self) -> None:
        """Refuse a key so short that ids could be found by guessing it."""
        if len(self.pseudonym_key) < _MIN_KEY_BYTES:
            message = f"the pseudonym key must have at least {_MIN_KEY_BYTES} bytes"
            raise ValueError(message)

    def child_key(self, la_code: str, child_id: str) -> str:
        """Name a child without the id: 32 hex digits, the same for the same LA and id."""
        return self._digest(_PSEUDONYM, la_code, child_id).hex()[:32]

    def record_key(self, la_code: str, child_id: str) -> int:
        """Draw the child's 64-bit number for cell-key rounding; says nothing about `child_key`."""
        return int.from_bytes(self._digest(b"", la_code, child_id)[:8], "big")

    def _digest(self, purpose: bytes, la_code: str, child_id: str) -> bytes:
        said = purpose + la_code.encode() + _BETWEEN + child_id.encode()
        return hmac.digest(self.pseudonym_key, said, "sha256")
