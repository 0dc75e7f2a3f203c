"""What columns do the checked tables of published figures hold? Definitions: design/features.md 1."""

from typing import Final

from rcc_dash.domain.columns import SOURCE, Column, Kind, Table

_DATASET: Final = (
    Column("source", Kind.TEXT, "kind of file, a key of `domain.accounts.SOURCES`", required=True),
    Column("dataset", Kind.TEXT, "code of `data/reference/published_datasets.csv`", required=True),
)

PUBLISHED_FIGURE: Final = Table(
    "published_figure",
    "one published figure: an area, a period, a measure and what it is broken down by",
    (
        *SOURCE,
        *_DATASET,
        Column("release", Kind.WHOLE, "year of the latest period in the file", required=True),
        Column("period_start", Kind.DATE, "first day counted; null where the figure is as at a date"),
        Column("period_end", Kind.DATE, "last day counted, or the date", required=True),
        Column("area_code", Kind.TEXT, "as in `domain.published_areas`", required=True),
        Column("area_level", Kind.TEXT, "country, region, la or former_la", required=True),
        Column("measure", Kind.TEXT, "code of `data/reference/published_measures.csv`", required=True),
        Column("dimension", Kind.TEXT, "what `category` is of; null where the file breaks nothing down"),
        Column("category", Kind.TEXT, "the publisher's words, the same in every edition", required=True),
        Column("dimension_2", Kind.TEXT, "what `category_2` is of, where the file crosses two"),
        Column("category_2", Kind.TEXT, "as `category`; null where the file crosses nothing"),
        Column("value", Kind.NUMBER, "in `unit`; null where `value_state` says why"),
        Column("value_state", Kind.TEXT, "a state of `domain.published_values`", required=True),
        Column("mark", Kind.TEXT, "the publisher's own mark as written; null beside a plain number"),
        Column("unit", Kind.TEXT, "what the figure counts", required=True),
        Column("rounding", Kind.NUMBER, "published to the nearest this; null if not said"),
    ),
)

PUBLISHED_DEFINITION: Final = Table(
    "published_definition",
    "one of a publisher's measures, as its dictionary defines it",
    (
        *SOURCE,
        *_DATASET,
        Column("publisher_code", Kind.TEXT, "the publisher's short name of the measure", required=True),
        Column("measure", Kind.TEXT, "our code of it; null if we do not use it"),
        Column("title", Kind.TEXT, "the publisher's name of it", required=True),
        Column("polarity", Kind.TEXT, "high or low is good; neutral; null if the publisher says nothing"),
        Column("unit_words", Kind.TEXT, "the publisher's words for its axis"),
        Column("description", Kind.TEXT, "the publisher's definition"),
        Column("link", Kind.TEXT, "where the publisher explains it"),
        Column("updated_on", Kind.DATE, "when the publisher last brought it up to date"),
    ),
)

NEIGHBOUR: Final = Table(
    "neighbour",
    "one statistical neighbour of one LA in one model",
    (
        *SOURCE,
        Column("model", Kind.TEXT, "year of the model", required=True),
        Column("la_code", Kind.TEXT, "the LA", required=True),
        Column("rank", Kind.WHOLE, "1 is the most alike", required=True),
        Column("neighbour_la_code", Kind.TEXT, "the LA that it is like", required=True),
        Column("closeness", Kind.TEXT, "the publisher's word: extremely close to not close"),
    ),
)
