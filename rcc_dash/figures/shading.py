"""Which tone does each area take, and what does each tone mean?"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

import pandas as pd

from rcc_dash.domain.words import and_list
from rcc_dash.figures.legend import Group, Item, Mark
from rcc_dash.figures.numbers import NOT_RETURNED
from rcc_dash.figures.palette import AREA_CLASSES, AREA_CLASSES_PALE, HIDDEN, MISSING, NO_SHADING
from rcc_dash.figures.scales import CLASSES, Scale, area_scale


class Tone(IntEnum):
    """How an area is filled; from 1 to 5 the classes of a measure, light to dark."""

    PLAIN = 0
    HIDDEN = CLASSES + 1
    MISSING = CLASSES + 2


_MARKED: Final = {Tone.HIDDEN: HIDDEN, Tone.MISSING: MISSING}

_STATES: Final = {Tone.HIDDEN: "Too few children to show", Tone.MISSING: "Not returned"}


@dataclass(frozen=True, slots=True, eq=False)
class Shading:
    """A measure by area. `frame`: `la_code`, `value` (null if hidden or missing), `shown` (as written).

    Where `value` is null, `shown` in square brackets ("[c]") means hidden by rule; all else
    means not returned. An area without a row was not asked for and stays plain.
    Maps that share their classes are given the same `scale`; else the values make their own.
    """

    title: str
    unit: str
    frame: pd.DataFrame
    scale: Scale | None = None


@dataclass(frozen=True, slots=True)
class Shaded:
    """The tone and the written value of each area, and the classes behind the tones."""

    title: str
    tones: dict[str, int]
    shown: dict[str, str]
    scale: Scale
    classes: tuple[str, ...] = AREA_CLASSES

    @property
    def colours(self) -> tuple[str, ...]:
        """Give the colour of each tone, by its number."""
        return (NO_SHADING, *self.classes, *_MARKED.values())

    def legend(self) -> Group:
        """Say the classes in words, highest first, then hidden and missing where they occur."""
        steps = reversed(list(zip(self.scale.tones, self.scale.labels, strict=True)))
        classes = [Item(Mark.FILL, self.classes[tone], words) for tone, words in steps]
        marks = {Tone.HIDDEN: Mark.HATCH, Tone.MISSING: Mark.DASHED}
        found = [tone for tone in marks if tone in self.tones.values()]
        return Group(self.title, (*classes, *(Item(marks[t], _MARKED[t], self._state(t)) for t in found)))

    def _state(self, tone: Tone) -> str:
        """Name a state with the marks that stand on the map for it: "[c]", or "[high]" for nearly all."""
        marks = sorted({self.shown[code] for code in self.codes(tone)}) if tone is Tone.HIDDEN else []
        return f"{_STATES[tone]} {and_list(marks)}".rstrip()

    def said(self, code: str) -> str:
        """Give an area's figure as written; blank where none was asked for."""
        return self.shown.get(code, "")

    def codes(self, tone: Tone) -> frozenset[str]:
        """Give the areas that have this tone."""
        return frozenset(code for code, found in self.tones.items() if found == tone)


def shaded(shading: Shading | None, codes: Iterable[str], *, pale: bool = False) -> Shaded:
    """Class a measure over the areas of a map; without a measure every area is plain.

    With `pale` the classes stay light, for what is drawn on top of them.
    """
    if shading is None:
        return Shaded("", dict.fromkeys(codes, int(Tone.PLAIN)), {}, Scale((), (), 0))
    every, told = tuple(codes), (shading.frame[name].tolist() for name in ("la_code", "value", "shown"))
    rows = {code: (value, text) for code, value, text in zip(*told, strict=True)}
    wanted = {code: rows[code] for code in every if code in rows}
    values = {code: float(value) for code, (value, _) in wanted.items() if pd.notna(value)}
    shown = {code: str(text) if pd.notna(text) else NOT_RETURNED for code, (_, text) in wanted.items()}
    scale = shading.scale or area_scale(tuple(values.values()), shading.unit)
    plain = dict.fromkeys(every, int(Tone.PLAIN))
    tones = plain | {code: _tone(values.get(code), shown[code], scale) for code in wanted}
    return Shaded(shading.title, tones, shown, scale, AREA_CLASSES_PALE if pale else AREA_CLASSES)


def _tone(value: float | None, shown: str, scale: Scale) -> int:
    if value is None:
        return int(Tone.HIDDEN if shown.startswith("[") else Tone.MISSING)
    return scale.tones[scale.class_of(value)] + 1
