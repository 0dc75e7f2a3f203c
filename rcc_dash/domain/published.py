"""What was published of an area, and what is it beside? Frozen values, ready to be drawn."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from rcc_dash.domain.headline import Figure
from rcc_dash.domain.measures import Polarity
from rcc_dash.domain.published_register import TOTAL, polarity_of, published_measures
from rcc_dash.domain.published_values import State


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which published figure is asked for: a measure, and what it is of in the publisher's words."""

    measure: str
    category: str = TOTAL
    category_2: str = ""

    @property
    def label(self) -> str:
        """Name it for people."""
        known = published_measures().get(self.measure)
        parts = (known.label if known else self.measure, *self.of)
        return ": ".join(parts)

    @property
    def of(self) -> tuple[str, ...]:
        """Give what it is of, without the words for all."""
        return tuple(word for word in (self.category, self.category_2) if word not in {"", TOTAL})

    @property
    def polarity(self) -> Polarity:
        """Say whether more of it is good."""
        return polarity_of(self.measure, self.category, self.category_2)


@dataclass(frozen=True, slots=True)
class Cited:
    """Where a published figure comes from; `release` is null where the app's own cited table answered."""

    publisher: str
    title: str
    release: int | None = None

    @property
    def is_loaded(self) -> bool:
        """Say whether a file that was loaded answered, and not the table that the app brings."""
        return self.release is not None

    @property
    def words(self) -> str:
        """Name it for people."""
        if self.is_loaded:
            return f"{self.publisher}: {self.title}, {self.release} release"
        return f"{self.publisher}: {self.title} (table that the app brings)"


@dataclass(frozen=True, slots=True)
class PublishedFigure:
    """One published figure; `value` is null where `state` says why, and `mark` is how that is written.

    `rounding`: published to the nearest this; null if not said. `is_worked_out`: a share that the
    app works out of two published numbers, since the share itself is not at hand.
    """

    value: float | None
    state: State
    mark: str
    as_of: date
    cited: Cited
    rounding: float | None = None
    is_worked_out: bool = False

    @property
    def figure(self) -> Figure:
        """Give it as a figure that stands beside ours."""
        return Figure(self.value, "" if self.value is not None else self.mark, self.as_of)


@dataclass(frozen=True, slots=True)
class NeighbourValues:
    """What the statistical neighbours of an LA have; DfE's two tools differ in which of the two they show.

    `mean` is as in the Local Authority Interactive Tool, `median` as in the Outcomes and Enablers
    dashboard; both leave out neighbours without a number: `used` of `of` have one.
    """

    mean: float | None
    median: float | None
    used: int
    of: int
    model: str
    la_codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rank:
    """Where an LA stands among those with a number; 1 is the best, or the highest where none is good."""

    place: int
    of: int
    is_best_first: bool


@dataclass(frozen=True, slots=True)
class Beside:
    """One LA's published figure beside its region's and its neighbours'; null where there is none."""

    own: PublishedFigure | None
    region_name: str
    region: PublishedFigure | None
    neighbours: NeighbourValues | None
    rank: Rank | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """What was published of LAs for one date, beside England, region and statistical neighbours.

    `sources` names every table that answered. `england` is null where nothing is at hand.
    """

    wanted: Wanted
    unit: str
    day: date
    england: PublishedFigure | None
    by_la: Mapping[str, Beside]
    sources: tuple[Cited, ...]
