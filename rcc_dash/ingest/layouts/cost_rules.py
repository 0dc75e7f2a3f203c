"""What does a placement cost a week, and can that be right?"""

from typing import Final

import pandas as pd

from rcc_dash.domain.codes import ages_in_years, place_codes_of, place_families
from rcc_dash.domain.problems import Severity
from rcc_dash.ingest.dates import to_dates
from rcc_dash.ingest.findings import Finding
from rcc_dash.ingest.layouts.cost_days import days_open
from rcc_dash.ingest.layouts.ssda903_codes import NOTHING
from rcc_dash.ingest.numbers import to_numbers
from rcc_dash.ingest.plausible import odd_prices, uneven_prices
from rcc_dash.ingest.recognise import Matched
from rcc_dash.ingest.rules import Rule

_DAYS: Final = 7
_PAID: Final = {
    "weekly_cost_gbp": "cost",
    "social_care_gbp": "social_care",
    "education_gbp": "education",
    "health_gbp": "health",
}
_PARTS: Final = ("social_care", "health", "education")
_HOMES: Final = place_codes_of(["home"])
"""Elsewhere one URN stands for many addresses (an agency's), so costs under it are not compared."""
_PENNIES: Final = 1.0
"""Rounding of three contributions may differ from their total by this many pounds."""
_BOUGHT_FROM: Final = ("PR3", "PR4", "PR5")
_SIXTEEN_UP: Final = ("K3", "H5", "P2")
_OLDEST: Final = 18
_SIXTEEN: Final = 16

NO_DATE: Final = Rule(
    "I07", Severity.ERROR, "as_of", "The row does not say up to which day its cost runs.",
    "Write the quarter's last day as day/month/year.",
)  # fmt: skip
ENDS_FIRST: Final = Rule(
    "E01",
    Severity.ERROR,
    "ended",
    "The placement ends before it starts.",
    "Correct the dates and load again.",
)
NO_NUMBER: Final = Rule(
    "K01", Severity.MENDED, "cost", "The cost is below zero or no number and was left blank.",
    "Write the cost since 1 April in pounds.",
)  # fmt: skip
_SUM: Final = Rule(
    "K02", Severity.WARNING, "cost", "The contributions do not add up to the total; the total counts.",
    "See which of them is wrong.",
)  # fmt: skip
_FREE: Final = Rule(
    "K03",
    Severity.WARNING,
    "cost",
    "A placement that is bought from others costs nothing.",
    "Fill in its cost.",
)
_UNLIKELY: Final = Rule(
    "K04", Severity.WARNING, "cost", "The weekly cost is far from what such placements cost; kept as given.",
    "See whether the cost is of the year so far: yearly, weekly or daily prices give such figures.",
)  # fmt: skip
_UNEVEN: Final = Rule(
    "K05", Severity.INFO, "cost", "Children of one home cost more than three times as much as others there.",
    "See whether their needs differ so much, or a cost is of another period.",
)  # fmt: skip
_PART: Final = Rule(
    "K01", Severity.MENDED, "social_care", "A contribution is below zero or no number and was left blank.",
    "Write the contribution since 1 April in pounds.",
)  # fmt: skip
_SHORT: Final = Rule(
    "K07", Severity.INFO, "cost", "Less than a week of the year is covered, so the weekly cost is rough.",
    "Nothing to do.",
)  # fmt: skip
NOT_OPEN: Final = Rule(
    "K08", Severity.WARNING, "started", "The placement was not open in the year so far: no weekly cost.",
    "See whether its dates or the quarter are wrong.",
)  # fmt: skip
BAD_URN: Final = Rule(
    "U03",
    Severity.MENDED,
    "urn",
    "The URN is no Ofsted number and was left blank.",
    "Take it from Ofsted's list.",
)
_AGE: Final = Rule(
    "I04", Severity.WARNING, "born", "The child was not yet born, or over 18, when the placement started.",
    "See whether the date of birth or the start is wrong.",
)  # fmt: skip
_TOO_YOUNG: Final = Rule(
    "C08", Severity.WARNING, "place", "A child under 16 is in a placement for those of 16 and over.",
    "See whether the placement type is wrong.",
)  # fmt: skip
_REDUCED: Final = Rule(
    "P01", Severity.INFO, "born", "Dates of birth, and any postcodes, were not stored.", "Nothing to do."
)


def weekly_costs(matched: Matched, placements: pd.DataFrame) -> pd.DataFrame:
    """Add pounds a week, in all and by who pays: cost since 1 April over the weeks open since then.

    Null where the cost is blank or below zero, or the placement was not open in the year so far.
    """
    weeks = days_open(placements) / _DAYS
    paid = {name: to_numbers(matched.column(field)) for name, field in _PAID.items()}
    weekly = {name: (gbp.where(gbp >= 0) / weeks.where(weeks > 0)).round(2) for name, gbp in paid.items()}
    basis = pd.Series("to_date", index=placements.index, dtype="str")
    return placements.assign(**weekly, cost_basis=basis.where(weekly["weekly_cost_gbp"].notna()))


def cost_findings(matched: Matched, costs: pd.DataFrame) -> tuple[Finding, ...]:
    """Find costs, dates and ages that cannot be right; `costs` has `weekly_cost_gbp` by now."""
    cells = matched.column("cost")
    total, open_days = to_numbers(cells), days_open(costs)
    ends_first = costs["ended_on"] < costs["started_on"]
    urn_given = ~matched.column("urn").str.upper().isin(NOTHING)
    return (
        ENDS_FIRST.hit(matched, ends_first),
        NO_NUMBER.hit(matched, cells.ne("") & ~(total >= 0).fillna(value=False)),
        _PART.hit(matched, _bad_parts(matched)),
        _UNEVEN.hit(matched, uneven_prices(costs[costs["place_code"].isin(list(_HOMES))])),
        _SUM.hit(matched, _contributions(matched).sub(total).abs() > _PENNIES),
        _FREE.hit(matched, total.eq(0) & costs["provider_code"].isin(_BOUGHT_FROM)),
        _UNLIKELY.hit(
            matched, odd_prices(costs["place_code"].map(place_families()), costs["weekly_cost_gbp"]).notna()
        ),
        _SHORT.hit(matched, open_days.between(1, _DAYS - 1)),
        NOT_OPEN.hit(matched, (open_days < 1) & ~ends_first),
        BAD_URN.hit(matched, urn_given & costs["home_urn"].isna()),
        *_age_findings(matched, costs),
    )


def _contributions(matched: Matched) -> pd.Series:
    paid = pd.DataFrame({name: to_numbers(matched.column(name)) for name in _PARTS})
    return paid.sum(axis="columns", min_count=1).mask(_bad_parts(matched))


def _bad_parts(matched: Matched) -> "pd.Series[bool]":
    cells = pd.DataFrame({name: matched.column(name) for name in _PARTS})
    bad = {name: cells[name].ne("") & ~(to_numbers(cells[name]) >= 0).fillna(value=False) for name in cells}
    return pd.DataFrame(bad).any(axis="columns")


def _age_findings(matched: Matched, costs: pd.DataFrame) -> tuple[Finding, ...]:
    born = to_dates(matched.column("born"))
    age = ages_in_years(born, costs["started_on"])
    too_young = costs["place_code"].isin(_SIXTEEN_UP) & (age < _SIXTEEN)
    return (
        _AGE.hit(matched, (age < 0) | (age > _OLDEST)),
        _TOO_YOUNG.hit(matched, too_young),
        _REDUCED.hit(matched, born.notna()),
    )
