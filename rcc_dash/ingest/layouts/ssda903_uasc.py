"""SSDA903 UASC: who is or was an unaccompanied asylum-seeking child."""

from typing import Final

HEADERS: Final = ("CHILD", "SEX", "DOB", "DUC")
"""The published columns, in order."""
