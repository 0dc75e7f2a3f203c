"""Which areas are there, what are they called, and who belongs to whom?

Codes are DfE's: the nine-character area code that DfE publishes with (`la_code`)
and the three-digit code that stays when the other changes (`dfe_code`).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final

from rcc_dash.reference.tables import Row, rows

OUTSIDE_ENGLAND: Final = {"SCO": "Scotland", "WAL": "Wales", "NIR": "Northern Ireland"}
_NOISE: Final = re.compile(
    r"\b(the|city of|county of|royal borough of|london borough of|borough|council|county council"
    r"|city council|metropolitan|mbc|ua|unitary authority)\b|[^a-z0-9 ]"
)


@dataclass(frozen=True, slots=True)
class LocalAuthority:
    """A council with children's-services duties (upper tier or unitary) in England."""

    la_code: str
    dfe_code: str
    name: str
    region_name: str


@dataclass(frozen=True, slots=True)
class SubRegion:
    """Members of a cooperative that plan together inside it."""

    code: str
    name: str
    rcc_code: str
    la_codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cooperative:
    """A regional care cooperative and its members, in order of name."""

    code: str
    name: str
    phrase: str
    """Its name within a sentence: "the South East"."""
    la_codes: tuple[str, ...]
    sub_regions: tuple[SubRegion, ...]


@dataclass(frozen=True, slots=True)
class AreaMatch:
    """What a name or code from a file or link stands for.

    `la_code` is None when nothing fits, or when the area was split and no single
    successor exists; `note` then says so in words for people.
    """

    la_code: str | None
    note: str = ""


@cache
def local_authorities() -> dict[str, LocalAuthority]:
    """Give today's 153 local authorities of England by DfE area code."""
    found = (
        LocalAuthority(r["la_code"], r["dfe_code"], r["name"], r["region_name"])
        for r in rows("local_authorities")
    )
    return {la.la_code: la for la in found}


@cache
def cooperatives() -> dict[str, Cooperative]:
    """Give the regional care cooperatives by code."""
    named = {r["rcc_code"]: (r["rcc_name"], r["rcc_phrase"]) for r in rows("rccs")}
    return {code: _cooperative(code, name, phrase) for code, (name, phrase) in named.items()}


def la_name(la_code: str) -> str:
    """Name an area for people; an unknown code stays as it is."""
    known = local_authorities().get(la_code)
    return known.name if known else OUTSIDE_ENGLAND.get(la_code, la_code)


def rcc_of(la_code: str) -> str | None:
    """Say which cooperative an LA belongs to; None if to none."""
    return next((c.code for c in cooperatives().values() if la_code in c.la_codes), None)


def match_area(text: str) -> AreaMatch:
    """Find the LA that a name or code in a file or link stands for, renamed and merged ones too."""
    code = text.strip().upper()
    if code in _by_code():
        return AreaMatch(_by_code()[code])
    wanted = _plain(text)
    if wanted in _by_name():
        return AreaMatch(_by_name()[wanted])
    alias = _aliases().get(wanted)
    return _from_alias(alias) if alias else AreaMatch(None)


def _cooperative(code: str, name: str, phrase: str) -> Cooperative:
    members = [r["la_code"] for r in rows("rccs") if r["rcc_code"] == code]
    subs = [r for r in rows("sub_regions") if r["rcc_code"] == code]
    named = dict.fromkeys((r["sub_region_code"], r["sub_region_name"]) for r in subs)
    sub_regions = tuple(
        SubRegion(sub, label, code, _by_la_name(r["la_code"] for r in subs if r["sub_region_code"] == sub))
        for sub, label in named
    )
    return Cooperative(code, name, phrase, _by_la_name(members), sub_regions)


def _by_la_name(codes: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(codes, key=la_name))


def _plain(text: str) -> str:
    return " ".join(_NOISE.sub(" ", text.lower().replace("&", " and ").replace("-", " ")).split())


@cache
def _by_code() -> dict[str, str]:
    table = {r["code"]: r["la_code"] for r in rows("la_code_changes")}
    for r in rows("local_authorities"):
        table |= {r["la_code"]: r["la_code"], r["dfe_code"]: r["la_code"], r["ons_code"]: r["la_code"]}
    return table


@cache
def _by_name() -> dict[str, str]:
    return {_plain(r[key]): r["la_code"] for r in rows("local_authorities") for key in ("dfe_name", "name")}


@cache
def _aliases() -> dict[str, Row]:
    return {_plain(r["alias"]): r for r in rows("la_aliases")}


def _from_alias(alias: Row) -> AreaMatch:
    if alias["kind"] == "spelling":
        return AreaMatch(alias["la_code"])
    year = alias["changed_on"][:4]
    if alias["la_code"]:
        return AreaMatch(alias["la_code"], f"{alias['alias']} became {la_name(alias['la_code'])} in {year}")
    heirs = " and ".join(la_name(code) for code in alias["successor_la_codes"].split("."))
    return AreaMatch(None, f"{alias['alias']} was split into {heirs} in {year}")
