"""What has the reader asked to see? One frozen value with several faces.

The same value says itself as a sentence, as chips to remove, as query parameters and
(through `domain.links`) as a link, so that these can never disagree.
"""

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from rcc_dash.domain.dimensions import dimensions
from rcc_dash.domain.places import Cooperative, SubRegion, cooperatives, la_name
from rcc_dash.domain.words import and_list, or_list

DEFAULT_RCC: Final = "gm"


@dataclass(frozen=True, slots=True)
class Chip:
    """One part of the filter that can be taken away: its words, and the filter without it."""

    key: str
    label: str
    without: "Filters"


@dataclass(frozen=True, slots=True)
class Filters:
    """Which children and homes are meant. Empty means no restriction; `as_of` None means the latest."""

    rcc: str = DEFAULT_RCC
    sub_region: str = ""
    las: tuple[str, ...] = ()
    as_of: date | None = None
    placement: tuple[str, ...] = ()
    age: tuple[str, ...] = ()
    sector: tuple[str, ...] = ()

    @property
    def cooperative(self) -> Cooperative:
        """Give the cooperative that is looked at."""
        return cooperatives()[self.rcc]

    @property
    def sub_region_chosen(self) -> SubRegion | None:
        """Give the chosen sub-region; None for the whole cooperative."""
        return next((s for s in self.cooperative.sub_regions if s.code == self.sub_region), None)

    @property
    def selectable_las(self) -> tuple[str, ...]:
        """Give the LAs that may be chosen within the cooperative or sub-region."""
        sub = self.sub_region_chosen
        return sub.la_codes if sub else self.cooperative.la_codes

    @property
    def la_codes(self) -> tuple[str, ...]:
        """Give the LAs whose children are meant."""
        return self.las or self.selectable_las

    @property
    def attributes(self) -> dict[str, tuple[str, ...]]:
        """Give the child attributes that are restricted, with the values kept."""
        chosen = {code: self.chosen(code) for code in dimensions()}
        return {code: values for code, values in chosen.items() if values}

    def chosen(self, dimension: str) -> tuple[str, ...]:
        """Give the chosen values of one dimension; empty means all."""
        return {"placement": self.placement, "age": self.age, "sector": self.sector}[dimension]

    def with_chosen(self, dimension: str, values: tuple[str, ...]) -> "Filters":
        """Give this choice with other values of one dimension."""
        match dimension:
            case "placement":
                return replace(self, placement=values)
            case "age":
                return replace(self, age=values)
            case _:
                return replace(self, sector=values)

    def area_phrase(self) -> str:
        """Name the area: "Greater Manchester", "Kent and Medway" or "Bolton and Bury"."""
        if self.las:
            return and_list([la_name(code) for code in self.las])
        sub = self.sub_region_chosen
        return sub.name if sub else self.cooperative.name

    def area_words(self) -> str:
        """Name the area within a sentence: "the South East"."""
        whole = not self.las and not self.sub_region_chosen
        return self.cooperative.phrase if whole else self.area_phrase()

    def children_phrase(self) -> str:
        """Name the children: "children looked after, foster care, aged 10 to 15"."""
        parts = [
            dimensions()[code].phrase.format(or_list([dimensions()[code].label(v).lower() for v in values]))
            for code, values in self.attributes.items()
        ]
        return ", ".join(["children looked after", *parts])

    def chips(self) -> tuple[Chip, ...]:
        """Give each restriction as a chip; the cooperative itself is never one."""
        sub = self.sub_region_chosen
        found = [Chip("sub", sub.name, replace(self, sub_region=""))] if sub else []
        found += [
            Chip(f"la-{code}", la_name(code), replace(self, las=_less(self.las, code))) for code in self.las
        ]
        for dimension, values in self.attributes.items():
            label = dimensions()[dimension].label
            found += [
                Chip(f"{dimension}-{v}", label(v), self.with_chosen(dimension, _less(values, v)))
                for v in values
            ]
        return tuple(found)

    def reset(self) -> "Filters":
        """Take away every restriction but the cooperative."""
        return Filters(rcc=self.rcc)

    def elsewhere(self) -> "Filters":
        """Give the same restrictions for the other cooperative, the whole of it."""
        other = next(code for code in cooperatives() if code != self.rcc)
        return replace(self, rcc=other, sub_region="", las=())

    @property
    def of_every_value(self) -> "Filters":
        """Give what this choice is some of: every value of each attribute chosen, in all LAs, on any date.

        Where LAs are chosen those are all of the cooperative, since each is shown for itself.
        """
        found = replace(self, as_of=None, las=(), sub_region="" if self.las else self.sub_region)
        for code in self.attributes:
            found = found.with_chosen(code, dimensions()[code].codes)
        return found

    @property
    def of_homes(self) -> "Filters":
        """Give what of a choice is of homes, area and sector, so that the same homes are one question."""
        return replace(self, as_of=None, placement=(), age=())

    def normalised(self) -> "Filters":
        """Give the one spelling of this choice: known values, in order, "all of them" as none."""
        rcc = self.rcc if self.rcc in cooperatives() else DEFAULT_RCC
        tidy = replace(self, rcc=rcc)
        sub = tidy.sub_region_chosen
        tidy = replace(tidy, sub_region=sub.code if sub else "")
        for code, dimension in dimensions().items():
            tidy = tidy.with_chosen(code, _tidy(tidy.chosen(code), dimension.codes))
        return replace(tidy, las=_tidy(tidy.las, tidy.selectable_las))


def _less(values: tuple[str, ...], value: str) -> tuple[str, ...]:
    return tuple(kept for kept in values if kept != value)


def _tidy(chosen: tuple[str, ...], possible: tuple[str, ...]) -> tuple[str, ...]:
    kept = tuple(code for code in possible if code in chosen)
    return () if len(kept) == len(possible) else kept
