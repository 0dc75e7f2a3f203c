"""Costs of an LA's own homes, beside its placement costs (design/sources.md 1.8)."""

from typing import Final

import pandas as pd

from rcc_dash.domain.cost_tables import HOME_COST
from rcc_dash.domain.problems import Severity
from rcc_dash.ingest.checked import CheckedTable
from rcc_dash.ingest.findings import Finding
from rcc_dash.ingest.finish import Target, finish
from rcc_dash.ingest.keys import Secrets
from rcc_dash.ingest.layouts.cost_days import days_open, financial_years, last_days
from rcc_dash.ingest.layouts.cost_fields import HOME_FIELDS, HOME_HEADERS
from rcc_dash.ingest.layouts.cost_rules import BAD_URN, ENDS_FIRST, NO_DATE, NO_NUMBER, NOT_OPEN
from rcc_dash.ingest.layouts.ssda903_child import day_column
from rcc_dash.ingest.layouts.ssda903_codes import NOTHING
from rcc_dash.ingest.layouts.ssda903_whose import la_codes
from rcc_dash.ingest.numbers import to_numbers
from rcc_dash.ingest.recognise import Layout, Matched
from rcc_dash.ingest.rules import Rule
from rcc_dash.ingest.sums import are_sums
from rcc_dash.ingest.told import Told
from rcc_dash.ingest.urns import tidy_urns

__all__ = ["HOME_HEADERS", "LAYOUTS", "check_home_costs"]

_SOURCE: Final = "home_costs"
_DAYS: Final = 7
_NAMELESS: Final = Rule(
    "K09",
    Severity.ERROR,
    "home",
    "The row names no home: neither its name nor its URN.",
    "Fill in one of them.",
)
_SUM: Final = Rule(
    "K11", Severity.ERROR, "home", "The row is a total and not a home: its cost would count twice.",
    "Nothing to do, or delete the row.",
)  # fmt: skip
_TWICE: Final = Rule(
    "K10", Severity.WARNING, "home", "The same home stands more than once for one day.",
    "Delete the row that is wrong, unless the home closed and opened again.",
)  # fmt: skip


def check_home_costs(matched: Matched, told: Told, _secrets: Secrets) -> CheckedTable:
    """Turn a sheet of an LA's homes into the `home_cost` table, one account per LA and quarter's end.

    Raises UserError when the LA or the last day that the costs cover is nowhere to be found.
    """
    la_code, findings = la_codes(matched, told)
    as_of = last_days(matched, told)
    started, no_start = day_column(matched, "started")
    ended, no_end = day_column(matched, "ended")
    names = matched.column("home")
    homes = pd.DataFrame(
        {
            "la_code": la_code, "year": financial_years(as_of), "as_of": as_of, "opened_on": started,
            "closed_on": ended, "home_name": names.mask(names == ""),
            "home_urn": tidy_urns(matched.column("urn")),
        }
    )  # fmt: skip
    homes = homes.assign(**_costs(matched, homes))
    findings = [*findings, *no_start, *no_end, *_findings(matched, homes)]
    target = Target(HOME_COST, _SOURCE, as_of.dt.strftime("%Y-%m-%d"), la_code)
    return finish(matched, target, homes, findings)


def _costs(matched: Matched, homes: pd.DataFrame) -> dict[str, pd.Series]:
    total = to_numbers(matched.column("cost"))
    total = total.where(total >= 0)
    weeks = _days_in_use(homes) / _DAYS
    return {"cost_to_date_gbp": total, "weekly_cost_gbp": (total / weeks.where(weeks > 0)).round(2)}


def _days_in_use(homes: pd.DataFrame) -> pd.Series:
    """Count days in use since 1 April; a home whose first day is not said was open by then."""
    april = pd.to_datetime((homes["year"] - 1).astype("str") + "-04-01", errors="coerce")
    opened = homes["opened_on"].fillna(april)
    return days_open(homes.assign(started_on=opened, ended_on=homes["closed_on"]))


def _findings(matched: Matched, homes: pd.DataFrame) -> tuple[Finding, ...]:
    ends_first = homes["closed_on"] < homes["opened_on"]
    urn_given = ~matched.column("urn").str.upper().isin(NOTHING)
    cells, known = matched.column("cost"), homes[["la_code", "as_of", "home_name", "home_urn"]]
    return (
        _SUM.hit(matched, are_sums(matched.column("home"))),
        _NAMELESS.hit(matched, homes["home_name"].isna() & homes["home_urn"].isna()),
        NO_DATE.hit(matched, homes["as_of"].isna()),
        ENDS_FIRST.hit(matched, ends_first),
        NO_NUMBER.hit(matched, cells.ne("") & homes["cost_to_date_gbp"].isna()),
        NOT_OPEN.hit(matched, (_days_in_use(homes) < 1) & ~ends_first),
        BAD_URN.hit(matched, urn_given & homes["home_urn"].isna()),
        _TWICE.hit(matched, known.duplicated(keep=False)),
    )


LAYOUTS: Final = (Layout(_SOURCE, HOME_COST, "Costs of own homes", HOME_FIELDS, check_home_costs),)
