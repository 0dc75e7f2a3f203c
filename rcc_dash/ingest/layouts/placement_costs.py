"""Placement costs, in the form of the old quarterly Section 251 extract (design/sources.md 1.8)."""

from typing import Final

HEADERS: Final = (
    "Child ID", "Date of birth", "Gender", "Ethnicity", "Disability", "Category of need",
    "Date of last assessment", "Does the child have an EHCP", "Is the child UASC",
    "Number of missing episodes in current period of care", "Legal status", "Placement start date",
    "Placement end date", "Date of start of current care period", "Reason for placement change",
    "Number of placements in last 12 months", "Number of placements in current care period",
    "Placement type", "Provider type", "Procurement platform", "Procurement framework", "Ofsted URN",
    "Home postcode", "Placement postcode", "LA of placement",
    "Total committed cost accrued in FY to date", "Contribution from social care",
    "Contribution from health", "Contribution from education provider/s",
)  # fmt: skip
"""The columns of the extract, in order."""
