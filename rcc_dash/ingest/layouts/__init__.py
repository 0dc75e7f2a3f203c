"""The layouts that are known, each told by its columns; and sheets known to hold nothing to load."""

from typing import Final

from rcc_dash.ingest.layouts import (
    home_costs,
    ofsted_changes,
    ofsted_la,
    ofsted_lists,
    ofsted_passed_over,
    ofsted_restricted,
    ofsted_restricted_premises,
    ofsted_series,
    ofsted_supported,
    placement_costs,
    pnw_census,
    published_dfe,
    published_lait,
    published_passed_over,
    published_ro3,
    ssda903_dolo,
    ssda903_episodes,
    ssda903_header,
    ssda903_missing,
    ssda903_oc2,
    ssda903_passed_over,
    ssda903_uasc,
    standard_referrals,
    statistical_neighbours,
    vacancies,
)
from rcc_dash.ingest.recognise import Layout
from rcc_dash.ingest.sheets import Sheet

ALL: Final[tuple[Layout, ...]] = (
    *ofsted_lists.LAYOUTS,
    *ofsted_changes.LAYOUTS,
    *ofsted_supported.LAYOUTS,
    *ofsted_restricted.LAYOUTS,
    *ofsted_restricted_premises.LAYOUTS,
    *ofsted_la.LAYOUTS,
    *ofsted_series.LAYOUTS,
    *ssda903_header.LAYOUTS,
    *ssda903_episodes.LAYOUTS,
    *ssda903_uasc.LAYOUTS,
    *ssda903_missing.LAYOUTS,
    *ssda903_oc2.LAYOUTS,
    *ssda903_dolo.LAYOUTS,
    *vacancies.LAYOUTS,
    *placement_costs.LAYOUTS,
    *home_costs.LAYOUTS,
    *pnw_census.LAYOUTS,
    *standard_referrals.LAYOUTS,
    *published_dfe.LAYOUTS,
    *published_lait.LAYOUTS,
    *published_ro3.LAYOUTS,
    *statistical_neighbours.LAYOUTS,
)


def pass_over(sheet: Sheet) -> str:
    """Say why a sheet that is known holds nothing to load; "" when it may hold something."""
    return ofsted_passed_over.reason(sheet) or published_passed_over.reason(sheet)


def leave_out(sheet: Sheet) -> str:
    """Say why a sheet is rightly here and yet not loaded; "" when it is of no such kind."""
    return ssda903_passed_over.reason(sheet) or published_passed_over.left_out(sheet)
