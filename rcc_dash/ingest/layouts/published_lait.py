"""DfE's Local Authority Interactive Tool: its figures in one long table, and its dictionary of measures."""

from typing import Final

import pandas as pd

from rcc_dash.domain.problems import Severity
from rcc_dash.domain.published_register import datasets, places
from rcc_dash.domain.published_tables import PUBLISHED_DEFINITION, PUBLISHED_FIGURE
from rcc_dash.ingest.checked import CheckedTable
from rcc_dash.ingest.dates import to_dates
from rcc_dash.ingest.findings import Finding
from rcc_dash.ingest.finish import Target, finish
from rcc_dash.ingest.headings import Field
from rcc_dash.ingest.keys import Secrets
from rcc_dash.ingest.layouts.published_fields import required
from rcc_dash.ingest.published_long import Described, figures
from rcc_dash.ingest.published_periods import areas, years
from rcc_dash.ingest.recognise import Layout, Matched
from rcc_dash.ingest.rules import Rule
from rcc_dash.ingest.told import Told

_DATASET: Final = "lait"
_POLARITY: Final = {"high": "high", "low": "low", "-": "neutral"}
_UNNAMED: Final = Rule(
    "D05",
    Severity.ERROR,
    "publisher_code",
    "The measure has no short name or no title; row not loaded.",
    "Load the dictionary as the publisher issues it.",
)


def _check_figures(matched: Matched, _told: Told, _secrets: Secrets) -> CheckedTable:
    rows = areas(matched.column("area")).assign(
        year=years(matched.column("period")), group=matched.column("group"), category=""
    )
    return figures(matched, Described(datasets()[_DATASET], rows))


def _check_terms(matched: Matched, _told: Told, _secrets: Secrets) -> CheckedTable:
    text = {name: _text(matched, name) for name in ("publisher_code", "title", "unit_words", "description")}
    ours = {code: found[0].measure for code, found in places(_DATASET).items()}
    columns = pd.DataFrame(
        {
            "source": "published_lait_terms",
            "dataset": _DATASET,
            **text,
            "measure": text["publisher_code"].map(ours),
            "polarity": matched.column("polarity").str.lower().map(_POLARITY),
            "link": _text(matched, "link"),
            "updated_on": to_dates(matched.column("updated_on")),
        }
    )
    findings: list[Finding] = [_UNNAMED.hit(matched, columns[["publisher_code", "title"]].isna().any(axis=1))]
    everywhere = pd.Series("", index=columns.index)
    target = Target(PUBLISHED_DEFINITION, "published_lait_terms", everywhere)
    return finish(matched, target, columns, findings)


def _text(matched: Matched, field: str) -> pd.Series:
    """Give a field's words on one line; null where blank."""
    text = matched.column(field).str.split().str.join(" ")
    return text.mask(text == "")


LAYOUTS: Final = (
    Layout(
        source="published_lait",
        table=PUBLISHED_FIGURE,
        title="DfE Local Authority Interactive Tool",
        fields=(
            required("group", "measure_short"),
            required("area", "old_la_code"),
            required("period", "period"),
            required("value", "value"),
        ),
        check=_check_figures,
        known=("area",),
    ),
    Layout(
        source="published_lait_terms",
        table=PUBLISHED_DEFINITION,
        title="DfE Local Authority Interactive Tool, definitions",
        fields=(
            required("publisher_code", "Measure_short"),
            required("title", "Measure"),
            required("polarity", "Polarity"),
            required("unit_words", "y_axis_name"),
            Field("description", ("Description",), like=False),
            required("updated_on", "Last Update"),
            required("link", "Hyperlink(s)"),
        ),
        check=_check_terms,
    ),
)
