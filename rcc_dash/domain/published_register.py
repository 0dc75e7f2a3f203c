"""Which published tables and measures are known, and where in a table does each measure stand?"""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final

from rcc_dash.domain.measures import Polarity
from rcc_dash.reference.tables import rows

TOTAL: Final = "Total"
EVERY_GROUP: Final = "*"


class Crossed(StrEnum):
    """Whether the group of a table's row is a category of its figure too, and which comes first."""

    NO = "no"
    GROUP_FIRST = "group_first"
    CATEGORY_FIRST = "category_first"


@dataclass(frozen=True, slots=True)
class Dataset:
    """One table that a publisher issues every year.

    `told_by` holds labels that no table of the same columns has, `file_words` words of its file's
    name. Where several tell a figure, the one of least `preference` answers.
    """

    code: str
    source: str
    publisher: str
    codes: str
    title: str
    told_by: tuple[str, ...]
    file_words: str
    crossed: Crossed
    preference: int


@dataclass(frozen=True, slots=True)
class PublishedMeasure:
    """One published measure; `period` is date, year (to 31 March) or mid_year."""

    code: str
    label: str
    unit: str
    polarity: Polarity
    period: str
    dimension: str
    dimension_2: str
    rounding_la: float | None
    rounding_total: float | None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a table holds a measure: a field of the rows of a group, and the category if it is always one.

    Rows of the group `*` are of no group that is named; only theirs is a category too.
    """

    group: str
    field: str
    measure: str
    category: str
    category_2: str


@cache
def datasets() -> dict[str, Dataset]:
    """Give every dataset by code."""
    return {
        r["dataset"]: Dataset(
            code=r["dataset"],
            source=r["source"],
            publisher=r["publisher"],
            codes=r["codes"],
            title=r["title"],
            told_by=tuple(filter(None, r["told_by"].split("|"))),
            file_words=r["file_words"],
            crossed=Crossed(r["crossed"]),
            preference=int(r["preference"]),
        )
        for r in rows("published_datasets")
    }


@cache
def published_measures() -> dict[str, PublishedMeasure]:
    """Give every measure by code."""
    return {
        r["measure"]: PublishedMeasure(
            code=r["measure"],
            label=r["label"],
            unit=r["unit"],
            polarity=Polarity(r["polarity"]),
            period=r["period"],
            dimension=r["dimension"],
            dimension_2=r["dimension_2"],
            rounding_la=float(r["rounding_la"]) if r["rounding_la"] else None,
            rounding_total=float(r["rounding_total"]) if r["rounding_total"] else None,
        )
        for r in rows("published_measures")
    }


@cache
def places(dataset: str) -> dict[str, tuple[Place, ...]]:
    """Give the places of a dataset's measures by group, `*` standing for every group not named."""
    found: dict[str, tuple[Place, ...]] = {}
    for r in rows("published_columns"):
        if r["dataset"] == dataset:
            place = Place(r["group"], r["field"], r["measure"], r["category"], r["category_2"])
            found[r["group"]] = (*found.get(r["group"], ()), place)
    return found


def canonical(label: str) -> str:
    """Give a label as the publisher's latest edition writes it; an unknown one stays as it is."""
    return _labels().get(label, label)


def polarity_of(measure: str, category: str, category_2: str | None) -> Polarity:
    """Say whether more of a published figure is good: its category's word, else its measure's."""
    own = _polarities().get((measure, category, category_2 or ""))
    known = published_measures().get(measure)
    return own or (known.polarity if known else Polarity.NEUTRAL)


@cache
def _labels() -> dict[str, str]:
    return {r["label"]: r["canonical"] for r in rows("published_labels")}


@cache
def _polarities() -> dict[tuple[str, str, str], Polarity]:
    return {
        (r["measure"], r["category"], r["category_2"]): Polarity(r["polarity"])
        for r in rows("published_polarity")
    }
