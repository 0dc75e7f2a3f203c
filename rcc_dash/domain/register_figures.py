"""The register's entries of figures: ours with their definitions, and those that others publish."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from rcc_dash.domain.agenda import VIEW_PAGES
from rcc_dash.domain.measures import Measure, Polarity, Unit, measures, pages_with_measures
from rcc_dash.domain.protection_words import TREATED
from rcc_dash.domain.published_register import PublishedMeasure, datasets, places, published_measures
from rcc_dash.domain.register import Entry, entry
from rcc_dash.domain.words import and_list

_EVERY_PAGE: Final = "On several pages"
_UNITS: Final = {
    Unit.CHILDREN: "children",
    Unit.HOMES: "homes",
    Unit.PLACES: "places",
    Unit.SHARE_PCT: "%",
    Unit.PER_100: "for every 100 children",
    Unit.PER_10000: "for every 10,000 children",
    Unit.GBP: "£",
}
_POLARITIES: Final = {
    Polarity.HIGH_IS_GOOD: "Good",
    Polarity.LOW_IS_GOOD: "Bad",
    Polarity.NEUTRAL: "Neither good nor bad",
}
_PERIODS: Final = {"date": "On 31 March", "year": "In the year to 31 March", "mid_year": "On 30 June"}
_GRAIN: Final = "Each LA, and all that are chosen together, on one date."


def figures() -> Iterator[Entry]:
    """Give every figure of the register, those of several pages first."""
    for page in pages_with_measures():
        group = f"On the page {VIEW_PAGES[page]}" if page else _EVERY_PAGE
        for measure in measures(page).values():
            yield _figure(page, group, measure)


def figure_code(measure: str, page: str = "") -> str:
    """Give the code of a figure's entry; `page` where it is a page's own."""
    return entry("figures", f"{page} {measure}", "", "").code


def _figure(page: str, group: str, of: Measure) -> Entry:
    found = entry(
        "figures",
        f"{page} {of.code}",
        group,
        of.label,
        what_it_is=of.definition,
        unit=_UNITS[of.unit],
        one_number_for=_GRAIN,
        out_of=f"{of.of[:1].upper()}{of.of[1:]}.",
        more_of_it_is=f"{_POLARITIES[of.polarity]}.",
        where_it_comes_from=f"{of.source[:1].upper()}{of.source[1:]}.",
        where_there_is_no_number=f"{of.absent.removesuffix('.')}.",
        what_is_done_to_it=TREATED[of.treated],
    )
    return replace(found, dated=of.dated)


def official() -> Iterator[Entry]:
    """Give every published figure that the app knows, with the tables that tell it."""
    told = _told_by()
    for of in published_measures().values():
        yield _official(of, and_list(told.get(of.code, [])))


def _official(of: PublishedMeasure, told_by: str) -> Entry:
    return entry(
        "official",
        of.code,
        "",
        of.label,
        unit=of.unit.replace("share_pct", "%").replace("gbp", "£").replace("_", " "),
        period=_PERIODS[of.period],
        by=" and ".join(filter(None, [of.dimension, of.dimension_2])).replace("_", " "),
        rounded_to=_rounding(of),
        table=told_by,
    )


def _rounding(of: PublishedMeasure) -> str:
    if of.rounding_la is None or of.rounding_total is None:
        return ""
    return f"{of.rounding_la:g} for LAs, {of.rounding_total:g} for totals"


def _told_by() -> dict[str, list[str]]:
    """Give the published tables that hold each measure."""
    found: dict[str, list[str]] = {}
    for code, dataset in datasets().items():
        for measure in dict.fromkeys(place.measure for group in places(code).values() for place in group):
            found.setdefault(measure, []).append(f"{dataset.publisher}: {dataset.title}")
    return found
