"""Two views of the same figure: two maps in the same classes, the difference in words and in a table."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from rcc_dash.domain.headline import Figure
from rcc_dash.domain.measures import Measure, Unit
from rcc_dash.domain.places import la_name
from rcc_dash.figures.changes import difference_words
from rcc_dash.figures.legend import Group, Legend
from rcc_dash.figures.map_frames import shading_of
from rcc_dash.figures.scales import area_scale
from rcc_dash.figures.shading import Shading
from rcc_dash.figures.tables import TableColumn, TableRow
from rcc_dash.figures.written import written

COLUMNS: Final = ("one", "other", "difference")
_NO_DIFFERENCE: Final = "No difference: one of the two figures is not shown."
_COUNTED: Final = frozenset({Unit.CHILDREN})


@dataclass(frozen=True, slots=True)
class Side:
    """One of two views: how it is called, the figure of each LA, and the figure of all of them together.

    `name` is as within a sentence: "the South East on 31 Mar 2025".
    """

    name: str
    areas: Mapping[str, Figure]
    together: Figure

    @property
    def heading(self) -> str:
        """Give the name where it stands by itself."""
        return f"{self.name[:1].upper()}{self.name[1:]}"


def two_shadings(measure: Measure, one: Side, other: Side) -> tuple[Shading, Shading]:
    """Give both sides ready to shade, in classes that fit the values of both."""
    figures = [*one.areas.values(), *other.areas.values()]
    scale = area_scale([f.value for f in figures if f.value is not None], measure.unit.value)
    shadings = (shading_of(measure, side.areas) for side in (one, other))
    first, second = (replace(shading, scale=scale) for shading in shadings)
    return first, second


def joint_legend(*legends: Legend) -> Legend:
    """Give one legend for maps that share their classes, with every mark that one of them has."""
    groups = [legend.groups[0] for legend in legends]
    items = dict.fromkeys(item for group in groups for item in group.items)
    return Legend((Group(groups[0].title, tuple(items)),))


def compare_sentence(measure: Measure, one: Side, other: Side, about: str) -> str:
    """Say the figure of both sides and by how much they differ, and in which LA they differ most."""
    near = about if measure.unit in _COUNTED else ""
    figures = f"{_said(measure, one, near)} and {_said(measure, other, near)}"
    between = _between(one.together, other.together)
    if between is None:
        return f"{measure.label}: {figures}. {_NO_DIFFERENCE}"
    told = f"{measure.label}: {figures}: {difference_words(between, measure.unit)}."
    return " ".join((told, *_furthest(measure, one, other)))


def difference_rows(measure: Measure, one: Side, other: Side) -> list[TableRow]:
    """Give all areas together, then every LA that either side has, by name."""
    codes = sorted({*one.areas, *other.areas}, key=la_name)
    none = Figure(None, " ")
    rows = [(la_name(code), one.areas.get(code, none), other.areas.get(code, none)) for code in codes]
    total = _row(measure, "All areas together", one.together, other.together, is_total=True)
    return [total, *(_row(measure, *row) for row in rows)]


def difference_columns(one: Side, other: Side) -> tuple[TableColumn, ...]:
    """Give the headings of the table."""
    headings = (one.heading, other.heading, "Difference")
    return tuple(TableColumn(key, heading) for key, heading in zip(COLUMNS, headings, strict=True))


def _said(measure: Measure, side: Side, near: str) -> str:
    shown = written(side.together, measure.unit)
    return f"{near if side.together.value is not None else ''}{shown} in {side.name}"


def _between(one: Figure, other: Figure) -> float | None:
    return None if one.value is None or other.value is None else one.value - other.value


def _furthest(measure: Measure, one: Side, other: Side) -> Iterator[str]:
    """Name the LAs with the largest differences either way, where both sides have the same LAs."""
    if len(one.areas) < 2 or set(one.areas) != set(other.areas):  # noqa: PLR2004 one LA is the whole
        return
    found = {code: _between(figure, other.areas[code]) for code, figure in one.areas.items()}
    known = sorted((difference, la_name(code)) for code, difference in found.items() if difference)
    if known and known[-1][0] > 0:
        yield f"Furthest above: {known[-1][1]} ({difference_words(known[-1][0], measure.unit)})."
    if known and known[0][0] < 0:
        yield f"Furthest below: {known[0][1]} ({difference_words(known[0][0], measure.unit)})."


def _row(measure: Measure, name: str, one: Figure, other: Figure, *, is_total: bool = False) -> TableRow:
    between = _between(one, other)
    cells = {
        "one": written(one, measure.unit).strip(),
        "other": written(other, measure.unit).strip(),
        "difference": "" if between is None else difference_words(between, measure.unit),
    }
    meanings = {"difference": _NO_DIFFERENCE} if between is None else {}
    return TableRow(name, cells, is_total=is_total, meanings=meanings)
