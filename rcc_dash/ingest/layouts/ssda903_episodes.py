"""SSDA903 episodes, as LAs submit them and as regional hubs share them."""

from typing import Final

HEADERS: Final = (
    "CHILD", "DECOM", "RNE", "LS", "CIN", "PLACE", "PLACE_PROVIDER", "DEC", "REC", "REASON_PLACE_CHANGE",
    "HOME_POST", "PL_POST", "URN",
)  # fmt: skip
"""The published columns, in order."""
