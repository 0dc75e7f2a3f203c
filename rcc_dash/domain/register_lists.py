"""The register's entries of lists: what values there are, what codes mean, and who is a member of what."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from rcc_dash.domain.dimensions import values_of
from rcc_dash.domain.explore import HOME_DIMENSIONS
from rcc_dash.domain.places import cooperatives, la_name
from rcc_dash.domain.register import Entry, entry
from rcc_dash.domain.splits import splits
from rcc_dash.domain.words import and_list
from rcc_dash.reference.tables import Row, rows

_CODES: Final = "Codes of the SSDA903 return"
_NAMES: Final = {
    "LS": "Legal status",
    "CIN": "Category of need",
    "RNE": "Reason for a new episode",
    "REC": "Reason an episode ceased",
    "REASON_PLACE_CHANGE": "Reason for a change of placement",
    "PLACE_PROVIDER": "Provider of the placement",
    "ETHNIC": "Ethnic group",
    "SDQ_REASON": "Reason for no strengths and difficulties score",
    "MISSING": "Missing or away",
    "DISABILITY": "Disability",
    "SEX": "Sex",
}
"""What the return's lists are called; a list without a name here keeps its code."""
_VALUES: Final = "By what numbers are parted"
_MEMBERS: Final = "Who is a member"


def lists() -> Iterator[Entry]:
    """Give every list: values of filters and splits, the return's codes by list, and members."""
    yield from _values()
    yield from _codes()
    for rcc in cooperatives().values():
        yield entry(
            "lists", rcc.code, _MEMBERS, rcc.name, members=and_list(sorted(map(la_name, rcc.la_codes)))
        )


def _values() -> Iterator[Entry]:
    titles = {code: split.title for code, split in splits().items()} | HOME_DIMENSIONS
    for code, title in titles.items():
        if found := values_of(code):
            pairs = ((v.label, f"DfE: {v.published_label}" if v.published_label else "") for v in found)
            yield _listed(code, _VALUES, title, pairs)


def _codes() -> Iterator[Entry]:
    for name, codes in groupby(rows("codes_903"), key=lambda row: row["list"]):
        yield _listed(
            f"ssda903 {name}",
            _CODES,
            f"{_NAMES.get(name, name)}: {name}",
            ((row["code"], _said(row)) for row in codes),
        )
    places = ((row["place_code"], _said(row)) for row in rows("place_codes"))
    yield _listed("ssda903 place", _CODES, "Placement: PLACE", places)


def _said(row: Row) -> str:
    when = f" from {row['valid_from']}" if row["valid_from"] else ""
    until = f" until {row['valid_to']}" if row["valid_to"] else ""
    return f"{row['label']}{when}{until}"


def _listed(key: str, group: str, title: str, pairs: Iterable[tuple[str, str]]) -> Entry:
    made = entry("lists", key, group, title)
    return Entry(made.code, made.part, group, title, tuple(pairs))
