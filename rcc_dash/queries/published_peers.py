"""Whom is an LA like, what do they have, and where does it stand among all?"""

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import mean, median

from rcc_dash.domain.measures import Polarity
from rcc_dash.domain.published import Cited, NeighbourValues, PublishedFigure, Rank
from rcc_dash.domain.published_areas import Level, published_area
from rcc_dash.queries.reader import Reader
from rcc_dash.reference.alike import alike

Figures = Mapping[str, PublishedFigure]


@dataclass(frozen=True, slots=True)
class Model:
    """A model of statistical neighbours; `of` has each LA's, the most alike first."""

    year: str
    of: Mapping[str, tuple[str, ...]]
    cited: Cited


def neighbours(reader: Reader) -> Model:
    """Give every LA's neighbours by the latest model loaded, else the members' that the app brings."""
    frame = reader.ask("neighbours")
    if frame.empty:
        return _brought()
    year = str(frame["model"].iloc[0])
    of = {str(code): tuple(rows["neighbour_la_code"]) for code, rows in frame.groupby("la_code")}
    return Model(year, of, Cited("DfE", "Statistical neighbours", int(year)))


def _brought() -> Model:
    found = alike()
    return Model(found.year, found.of, Cited(found.citation.publisher, found.citation.source_title))


def neighbour_values(model: Model, la_code: str, figures: Figures) -> NeighbourValues | None:
    """Give the mean and the median of what an LA's neighbours have; null without a model or figures.

    As in DfE's tools, a neighbour without a number is left out.
    """
    like = model.of.get(la_code, ())
    if not like or not figures:
        return None
    values = [
        found.value for code in like if (found := figures.get(code)) is not None and found.value is not None
    ]
    return NeighbourValues(
        mean=mean(values) if values else None,
        median=median(values) if values else None,
        used=len(values),
        of=len(like),
        model=model.year,
        la_codes=like,
    )


def ranks(figures: Figures, polarity: Polarity) -> dict[str, Rank]:
    """Rank the LAs of today that have a number: the best first, or the highest where none is good.

    Equal values share the better place.
    """
    values = {code: one.value for code, one in figures.items() if one.value is not None and _is_la(code)}
    sign = 1 if polarity is Polarity.LOW_IS_GOOD else -1
    ordered = sorted(sign * value for value in values.values())
    places = {value: place for place, value in reversed(list(enumerate(ordered, start=1)))}
    good = polarity is not Polarity.NEUTRAL
    return {code: Rank(places[sign * value], len(ordered), good) for code, value in values.items()}


def _is_la(code: str) -> bool:
    area = published_area(code)
    return area is not None and area.level is Level.LA
