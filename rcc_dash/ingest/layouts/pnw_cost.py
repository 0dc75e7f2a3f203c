"""What does a placement of the census cost a week, and can that be right?"""

from typing import Final

import pandas as pd

from rcc_dash.domain.problems import Severity
from rcc_dash.ingest.findings import Finding
from rcc_dash.ingest.numbers import to_numbers
from rcc_dash.ingest.plausible import odd_prices
from rcc_dash.ingest.recognise import Matched
from rcc_dash.ingest.rules import Part, Rule
from rcc_dash.ingest.word_lists import BLANKS, bare

_PARTS: Final = {"social_care_gbp": "social_care", "education_gbp": "education", "health_gbp": "health"}
_PENNIES: Final = 1.0
"""Rounding of three contributions may differ from their total by this many pounds."""

_SUM: Final = Rule(
    "K02", Severity.WARNING, "weekly", "The contributions do not add up to the total; the total counts.",
    "See which of them is wrong: they are amounts, not percentages.",
)  # fmt: skip
_FREE: Final = Rule(
    "K03", Severity.WARNING, "weekly", "A placement that is bought from others costs nothing.",
    "Fill in its cost.",
)  # fmt: skip
_ODD: Final = {
    "unlikely": "The weekly cost is far from what such placements cost; kept as given.",
    "yearly": "The weekly cost is unusual, but would be usual as the price of a year; kept as given.",
    "daily": "The weekly cost is unusual, but would be usual as the price of a day; kept as given.",
}


def costs(matched: Matched, placement: pd.DataFrame) -> Part:
    """Give total and contributions in pounds a week, null where blank or no amount.

    `placement` holds family, class and whether it is bought, of each row.
    """
    fields = {"weekly_cost_gbp": "weekly", **_PARTS}
    given = {name: to_numbers(matched.column(field)) for name, field in fields.items()}
    columns = pd.DataFrame({name: amount.where(amount >= 0).round(2) for name, amount in given.items()})
    lost = [_lost(matched, field, columns[name]) for name, field in fields.items()]
    return Part(columns, (*lost, *_findings(matched, columns, placement)))


def _lost(matched: Matched, field: str, amounts: pd.Series) -> Finding:
    is_given = ~matched.column(field).map(bare).isin(list(BLANKS)) | matched.column(field).str.startswith("-")
    what = "The amount is below zero or no number and was left blank."
    rule = Rule("K01", Severity.MENDED, field, what, "Write pounds a week, 0 for none.")
    return rule.hit(matched, is_given & matched.column(field).ne("-") & amounts.isna())


def _findings(matched: Matched, costs_gbp: pd.DataFrame, placement: pd.DataFrame) -> tuple[Finding, ...]:
    total = costs_gbp["weekly_cost_gbp"]
    paid = costs_gbp[list(_PARTS)].sum(axis="columns", min_count=1)
    odd = odd_prices(placement["family_code"].where(placement["row_class"].eq("child")), total)
    return (
        _SUM.hit(matched, (paid - total).abs() > _PENNIES),
        _FREE.hit(matched, total.eq(0) & placement["is_bought"]),
        *(_price(what).hit(matched, odd.eq(code)) for code, what in _ODD.items()),
    )


def _price(what: str) -> Rule:
    fix = "Write pounds a week. What is usual can be changed in data/reference/plausible_costs.csv."
    return Rule("K04", Severity.WARNING, "weekly", what, fix)
