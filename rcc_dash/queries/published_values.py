"""What was published of a measure? From files loaded, else from the table that the app brings."""

from collections.abc import Hashable, Iterable, Mapping
from datetime import date
from functools import lru_cache
from math import floor
from typing import Any, Final

import pandas as pd

from rcc_dash.domain.places import local_authorities
from rcc_dash.domain.published import Cited, PublishedFigure, Wanted
from rcc_dash.domain.published_register import TOTAL, datasets
from rcc_dash.domain.published_values import Cell, State, read_cell, written_mark
from rcc_dash.queries.reader import Reader
from rcc_dash.reference import published as shipped

_LAST_OF_MARCH: Final = (3, 31)
_SHARE, _COUNT = "_percent", "_number"


def figures_on(reader: Reader, wanted: Wanted, day: date) -> Mapping[str, PublishedFigure]:
    """Give the loaded figures for one date by area; empty where no loaded file tells any.

    Where several tables tell a figure, the preferred one answers: DfE's own before LAIT.
    """
    return _on_day(reader, wanted, day)


def figure_on(reader: Reader, wanted: Wanted, area_code: str, day: date) -> PublishedFigure | None:
    """Give what was published of one area for one date; null if nothing is at hand."""
    loaded = figures_on(reader, wanted, day)
    return loaded.get(area_code) if loaded else shipped_figure(wanted, area_code, day)


def days_at_hand(reader: Reader, wanted: Wanted) -> list[date]:
    """Give the dates for which anything of a measure is at hand, earliest first."""
    loaded = set(_values(reader, wanted)["period_end"])
    return sorted(loaded | {date(year, *_LAST_OF_MARCH) for year in _shipped_years(wanted)})


def shipped_figures(wanted: Wanted, area_codes: Iterable[str], day: date) -> dict[str, PublishedFigure]:
    """Give what the table that the app brings holds of these areas; an area without a figure is not there."""
    found = ((code, shipped_figure(wanted, code, day)) for code in area_codes)
    return {code: figure for code, figure in found if figure}


@lru_cache(maxsize=128)
def shipped_everywhere(wanted: Wanted, day: date) -> Mapping[str, PublishedFigure]:
    """Give every area's figure of the table that the app brings; empty unless it has all LAs of England.

    Ranks and neighbours' figures of the members alone would look like those of all LAs.
    """
    held = shipped.areas(wanted.measure, _words(wanted), day.year)
    return shipped_figures(wanted, held, day) if local_authorities().keys() <= set(held) else {}


def shipped_figure(wanted: Wanted, area_code: str, day: date) -> PublishedFigure | None:
    """Give a figure of the table that the app brings, which holds 31 Marches only; null if it has none.

    A share that it does not hold is worked out of its part and its whole, in whole % as DfE rounds.
    """
    if (day.month, day.day) != _LAST_OF_MARCH:
        return None
    words = _words(wanted)
    found = shipped.figure(area_code, wanted.measure, words, day.year)
    if found:
        return _shipped(found, day)
    return _worked_out(wanted, words, area_code, day)


@lru_cache(maxsize=128)
def _values(reader: Reader, wanted: Wanted) -> pd.DataFrame:
    """One row per area and date. A build never changes, and every page asks for the same few measures."""
    asked = {"measure": wanted.measure, "category": wanted.category, "category_2": wanted.category_2}
    frame = reader.ask("published_values", **asked)
    order = frame["dataset"].map({code: one.preference for code, one in datasets().items()})
    dated = frame.assign(period_end=pd.to_datetime(frame["period_end"]).dt.date, order=order)
    ranked = dated.sort_values(["period_end", "area_code", "order"], kind="stable")
    return ranked.drop_duplicates(["period_end", "area_code"])


@lru_cache(maxsize=256)
def _on_day(reader: Reader, wanted: Wanted, day: date) -> Mapping[str, PublishedFigure]:
    frame = _values(reader, wanted)
    rows = frame[frame["period_end"] == day].to_dict("records")
    return {str(row["area_code"]): _loaded(row) for row in rows}


def _words(wanted: Wanted) -> str:
    return ": ".join(filter(None, (wanted.category, wanted.category_2)))


def _shipped_years(wanted: Wanted) -> list[int]:
    held = shipped.figures()
    of = held["measure"].isin([wanted.measure, _counted(wanted.measure)]) & (
        held["breakdown"] == _words(wanted)
    )
    return sorted(held.loc[of, "period"].unique().tolist())


def _counted(measure: str) -> str:
    """Name the count that a share is a share of."""
    return measure.removesuffix(_SHARE) + _COUNT if measure.endswith(_SHARE) else measure


def _loaded(row: Mapping[Hashable, Any]) -> PublishedFigure:
    dataset = datasets()[str(row["dataset"])]
    mark = None if pd.isna(row["mark"]) else str(row["mark"])
    return PublishedFigure(
        value=None if pd.isna(row["value"]) else float(row["value"]),
        state=State(str(row["value_state"])),
        mark=written_mark(str(row["value_state"]), mark),
        as_of=row["period_end"],
        cited=Cited(dataset.publisher, dataset.title, int(row["release"])),
        rounding=None if pd.isna(row["rounding"]) else float(row["rounding"]),
    )


def _shipped(found: shipped.Published, day: date) -> PublishedFigure:
    cell = (read_cell(found.code, "dfe") if found.code else None) or Cell(found.value, State.KNOWN)
    cited = Cited(found.citation.publisher, found.citation.source_title)
    return PublishedFigure(cell.value, cell.state, written_mark(cell.state, cell.mark), day, cited)


def _worked_out(wanted: Wanted, words: str, area_code: str, day: date) -> PublishedFigure | None:
    if not wanted.measure.endswith(_SHARE):
        return None
    counted = _counted(wanted.measure)
    part = shipped.figure(area_code, counted, words, day.year)
    whole = shipped.figure(area_code, counted, TOTAL, day.year)
    if part is None or whole is None or not whole.value:
        return None
    shown = _shipped(part, day)
    share = None if part.value is None else float(floor(100 * part.value / whole.value + 0.5))
    return PublishedFigure(share, shown.state, shown.mark, day, shown.cited, is_worked_out=True)
