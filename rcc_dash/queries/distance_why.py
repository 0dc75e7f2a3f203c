"""Why do children live at a distance, as the placements census words it?"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import pandas as pd

from rcc_dash.domain.filters import Filters
from rcc_dash.domain.headline import Figure
from rcc_dash.queries.children import ALL_AREAS
from rcc_dash.queries.counts import Counts, counts_by
from rcc_dash.queries.distance_children import Asked, distance_children
from rcc_dash.queries.lattice import cell_columns, is_anybody, may_cross
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.released import Measured, is_so
from rcc_dash.queries.released_cells import Question, counted
from rcc_dash.queries.returned import as_returned
from rcc_dash.queries.tallies import tallied

REASONS: Final = {
    "none_local": "No suitable provision nearby",
    "local_unavailable": "Provision nearby, but not available",
    "child_led": "Chosen for the child: safety, family or preference",
    "unknown": "Reason not known",
}
_NOT_KNOWN: Final = "unknown"
_SUPPLY, _OTHER = "supply", "other"
SUPPLY: Final = ("none_local", "local_unavailable")
"""Reasons that are a failure of supply; distance chosen for the child never is."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One recorded reason, in the census's own words, and the children that it was given for."""

    code: str
    label: str
    children: Figure


@dataclass(frozen=True, slots=True)
class Why:
    """The children with a known reason for living at a distance, by reason and by area."""

    with_reason: Figure
    far: Figure
    """Those of them who live over 20 miles away: a census gives reasons for nearer placements too."""
    reasons: tuple[Reason, ...]
    supply_share: Figure
    """Failure of supply as a share of all with a known reason, in %."""
    areas: Mapping[str, Mapping[str, Figure]]
    """Children by area and kind of reason (`REASONS`)."""


def reasons_known(reader: Reader, asked: Asked) -> bool:
    """Say whether reasons are known of any children of the whole cooperative, and not of a few."""
    whole = Filters(rcc=asked.filters.rcc)
    return is_so(reader, Measured("reasons", asked.day, whole), "known", lambda: _are_known(reader, asked))


def _are_known(reader: Reader, asked: Asked) -> bool:
    everybody = distance_children(reader, Asked(Filters(rcc=asked.filters.rcc), asked.day), ["reason"])
    return is_anybody(reader.rule, everybody[everybody["reason"].isin(list(REASONS))])


def why(reader: Reader, asked: Asked) -> Why | None:
    """Count children by recorded reason; None where too many filters are on to split them further."""
    if not may_cross(reader.rule, asked.filters, ["reason"]):
        return None
    given = _given(reader, asked)
    labels = _counts(reader, asked, ("why_labels", given), ["reason", "reason_label"])
    kinds = _counts(reader, asked, ("why_kinds", given), ["reason"])
    known = given[given["reason"].ne(_NOT_KNOWN)]
    supply = _counts(reader, asked, ("why_supply", known), ["part"])
    whole = _counts(reader, asked, ("why_known", known), [])
    far = _counts(reader, asked, ("why_far", known[known["far"]]), [])
    asked_for = [*(supply.number(ALL_AREAS, part) for part in (_SUPPLY, _OTHER)), whole.number(ALL_AREAS)]
    return Why(
        whole.figure(ALL_AREAS),
        far.figure(ALL_AREAS),
        _reasons(labels),
        Figure(*reader.rule.share_pct(*asked_for), asked.day),
        as_returned(
            reader,
            asked.day,
            {
                la: {code: kinds.figure(la, code) for code in REASONS}
                for la in (ALL_AREAS, *asked.filters.la_codes)
            },
        ),
    )


def _given(reader: Reader, asked: Asked) -> pd.DataFrame:
    columns = (*cell_columns(asked.filters), "reason", "reason_label", "far")
    children = distance_children(reader, asked, columns)
    given = children[children["reason"].isin(list(REASONS))]
    return given.assign(
        part=given["reason"].isin(SUPPLY).map({True: _SUPPLY, False: _OTHER}),
        reason_label=given["reason_label"].fillna("Not stated"),
    )


def _counts(reader: Reader, asked: Asked, of: tuple[str, pd.DataFrame], by: list[str]) -> Counts:
    question, given = of
    tallies = tallied(given, [*cell_columns(asked.filters), *by])
    cells = counted(reader, Question(question, (asked.day,), asked.base), tallies, asked.filters, by)
    return counts_by(reader.rule, asked.day, cells, ["la_code", *by])


def _reasons(labels: Counts) -> tuple[Reason, ...]:
    """List the labels as they are recorded, largest first; one of too few children is not listed at all."""
    found = [
        Reason(str(code), str(label), labels.figure(la, code, label))
        for (la, code, label), children in labels.numbers.items()
        if la == ALL_AREAS and children is not None
    ]
    order = list(REASONS)
    return tuple(
        sorted(found, key=lambda one: (order.index(one.code), -(one.children.value or 0.0), one.label))
    )
