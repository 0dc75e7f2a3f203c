"""What did DfE publish for these LAs, beside England, their regions and their statistical neighbours?"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

import pandas as pd

from rcc_dash.domain.accounts import SOURCES
from rcc_dash.domain.published import Beside, Comparison, PublishedFigure, Wanted
from rcc_dash.domain.published_areas import region_of
from rcc_dash.domain.published_register import datasets, published_measures
from rcc_dash.domain.published_values import State
from rcc_dash.queries.published_peers import neighbour_values, neighbours, ranks
from rcc_dash.queries.published_values import days_at_hand, figures_on, shipped_everywhere, shipped_figures
from rcc_dash.queries.reader import Reader
from rcc_dash.reference.published import ENGLAND

NEIGHBOURS: Final = "Statistical neighbours (median)"


def published(reader: Reader, wanted: Wanted, la_codes: Sequence[str], day: date) -> Comparison:
    """Give what was published of these LAs for one date, beside England, region and statistical neighbours.

    Where no loaded file tells the measure for the date, the tables that the app brings answer. Of
    most measures they have England and the members only: `region`, `neighbours` and `rank` are then
    null. `sources` says which it was.
    """
    everywhere = figures_on(reader, wanted, day) or shipped_everywhere(wanted, day)
    known = everywhere or shipped_figures(wanted, (ENGLAND, *la_codes), day)
    model = neighbours(reader)
    places = ranks(everywhere, wanted.polarity)
    by_la = {}
    for code in la_codes:
        region = region_of(code)
        by_la[code] = Beside(
            own=known.get(code),
            region_name=region.name if region else "",
            region=known.get(region.code) if region else None,
            neighbours=neighbour_values(model, code, everywhere),
            rank=places.get(code),
        )
    unit = published_measures()[wanted.measure].unit if wanted.measure in published_measures() else ""
    shown = (known.get(ENGLAND), *(figure for one in by_la.values() for figure in (one.own, one.region)))
    cited = [figure.cited for figure in shown if figure]
    alike = [model.cited] if any(one.neighbours for one in by_la.values()) else []
    sources = tuple(dict.fromkeys((*cited, *alike)))
    return Comparison(wanted, unit, day, known.get(ENGLAND), by_la, sources)


def published_over_time(
    reader: Reader, wanted: Wanted, area_codes: Iterable[str]
) -> dict[str, tuple[PublishedFigure, ...]]:
    """Give each area's published figures over all dates at hand, earliest first; a gap keeps its mark."""
    codes = tuple(area_codes)
    days = days_at_hand(reader, wanted)
    by_day = [figures_on(reader, wanted, day) or shipped_figures(wanted, codes, day) for day in days]
    return {code: tuple(known[code] for known in by_day if code in known) for code in codes}


def published_beside(reader: Reader, wanted: Wanted, la_code: str) -> dict[str, tuple[PublishedFigure, ...]]:
    """Give an LA's published figures over time beside its region's, England's and its neighbours' median.

    By code of the area; the neighbours by their words. Who has none at any date is left out.
    """
    region = region_of(la_code)
    areas = (la_code, *((region.code,) if region else ()), ENGLAND)
    lines = published_over_time(reader, wanted, areas)
    days = [figure.as_of for figure in lines[la_code]]
    alike = [_median(published(reader, wanted, (la_code,), day), la_code) for day in days]
    lines[NEIGHBOURS] = tuple(figure for figure in alike if figure)
    return {code: figures for code, figures in lines.items() if figures}


def _median(found: Comparison, la_code: str) -> PublishedFigure | None:
    """Give the neighbours' median as a figure, worked out of what was published of them."""
    like, own = found.by_la[la_code].neighbours, found.by_la[la_code].own
    if like is None or like.median is None or own is None:
        return None
    return PublishedFigure(like.median, State.KNOWN, "", found.day, own.cited, is_worked_out=True)


def latest_published(reader: Reader, wanted: Wanted, day: date) -> date | None:
    """Give the latest date on or before a day for which anything is at hand; null if there is none."""
    return max((one for one in days_at_hand(reader, wanted) if one <= day), default=None)


def published_loaded(reader: Reader) -> pd.DataFrame:
    """List the published tables that are loaded, for the Data page.

    dataset, title, publisher, source_title, release, first_period, last_period, las, measures,
    figures, suppressed, low, without_number, replaced (by a later release), files.
    """
    frame = reader.ask("published_loaded")
    known = datasets()
    return frame.assign(
        title=frame["dataset"].map({code: one.title for code, one in known.items()}),
        publisher=frame["dataset"].map({code: one.publisher for code, one in known.items()}),
        source_title=frame["source"].map(SOURCES),
    )
