"""Where DfE published the same figure for the same LA and date: by how much do we differ, and why?"""

from dataclasses import dataclass
from datetime import date
from typing import Final

from rcc_dash.domain.headline import Figure
from rcc_dash.domain.published import PublishedFigure, Wanted
from rcc_dash.domain.words import counted
from rcc_dash.queries.distance_children import Asked
from rcc_dash.queries.distance_headlines import WANTED
from rcc_dash.queries.distance_shares import AreaShares, DistanceShares, distance_shares
from rcc_dash.queries.published import published
from rcc_dash.queries.reader import Reader

_POINT: Final = 1.0
"""Two shares in whole % that are one point apart may be the same before rounding."""
_OURS: Final = 6
"""A protected count lies at most this far from the exact one (design/disclosure.md 1.3)."""


@dataclass(frozen=True, slots=True)
class Checked:
    """One LA: our count, total and share, DfE's, the difference in points, and what explains it."""

    la_code: str
    ours: tuple[Figure, Figure, Figure]
    theirs: tuple[Figure, Figure, Figure]
    points: float | None
    why: str


def checked(reader: Reader, asked: Asked, measure: str) -> tuple[Checked, ...]:
    """Hold each chosen LA's count, total and share against DfE's; none where DfE publishes nothing alike.

    Always of all children looked after, as DfE counts, whatever the base or the filter of children is.
    """
    if measure not in WANTED:
        return ()
    filters = asked.filters.with_chosen("placement", ()).with_chosen("age", ()).with_chosen("sector", ())
    shares = distance_shares(reader, filters, (asked.day,), "all")[asked.day]
    parts = {name: _published(reader, asked, wanted) for name, wanted in _wanted(measure).items()}
    return tuple(
        _row(code, measure, shares, {name: found.get(code) for name, found in parts.items()}, reader)
        for code in filters.la_codes
    )


def _wanted(measure: str) -> dict[str, Wanted]:
    share = WANTED[measure]
    counts = share.measure.removesuffix("_percent") + "_number"
    return {"part": Wanted(counts, share.category), "whole": Wanted(counts), "share": share}


def _published(reader: Reader, asked: Asked, wanted: Wanted) -> dict[str, PublishedFigure | None]:
    found = published(reader, wanted, asked.filters.la_codes, asked.day)
    return {code: beside.own for code, beside in found.by_la.items()}


def _row(
    code: str, measure: str, shares: DistanceShares, theirs: dict[str, PublishedFigure | None], reader: Reader
) -> Checked:
    area = shares.areas[code]
    ours = (area.counts[measure], area.children, area.shares[measure])
    figures = [_figure(theirs[name], shares.day) for name in ("part", "whole", "share")]
    published_share = figures[2].value
    both = ours[2].value is not None and published_share is not None
    points = round((ours[2].value or 0.0) - (published_share or 0.0), 1) if both else None
    told = (figures[0], figures[1], figures[2])
    why = _why(area, measure, (ours, told), points, exact=reader.rule.exact)
    return Checked(code, ours, told, points, why)


def _figure(found: PublishedFigure | None, day: date) -> Figure:
    return found.figure if found else Figure(None, "not published", day)


Three = tuple[Figure, Figure, Figure]


def _why(
    area: AreaShares, measure: str, both: tuple[Three, Three], points: float | None, *, exact: bool
) -> str:
    ours, theirs = both
    if ours[1].as_of is None:
        return "No return is loaded."
    if points is None:
        return "One of the two is not shown."
    reasons = [_total(ours[1], theirs[1], exact=exact)]
    if measure in area.ranges:
        low, high = area.ranges[measure].low, area.ranges[measure].high
        reasons.append(f"postcode sectors leave our share between {low.value:.0f}% and {high.value:.0f}%")
    if not exact:
        reasons.append("our counts are rounded at random to multiples of 5")
    said = "; ".join(reason for reason in reasons if reason)
    if abs(points) <= _POINT:
        return "Agrees within rounding." if abs(points) else "Agrees."
    return (said[:1].upper() + said[1:] + ".") if said else "More distances are known to one of the two."


def _total(ours: Figure, theirs: Figure, *, exact: bool) -> str:
    """Say how many more or fewer children our return holds, beyond what rounding explains."""
    if ours.value is None or theirs.value is None:
        return ""
    more = round(ours.value - theirs.value)
    if abs(more) <= (0 if exact else _OURS):
        return ""
    return f"our return holds {counted(abs(more), 'child', 'children')} {'more' if more > 0 else 'fewer'}"
