"""SSDA903 header: who the children of one return are."""

from typing import Final

HEADERS: Final = ("CHILD", "SEX", "DOB", "ETHNIC", "UPN", "MOTHER", "MC_DOB")
"""The published columns, in order."""
