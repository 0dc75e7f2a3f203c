"""Is it another LA's file under my LA, by the names it goes by or by the children in it (F06)?"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from rcc_dash.domain.places import la_name
from rcc_dash.domain.problems import Severity
from rcc_dash.domain.words import and_list
from rcc_dash.ingest.lookalikes import child_keys_as
from rcc_dash.ingest.told import Told, la_told
from rcc_dash.intake.report import Flag
from rcc_dash.intake.subject import Subject
from rcc_dash.store.warehouse import Warehouse

_LOOK_AGAIN: Final = "See whose file it is."
_FEWEST: Final = 5
"""Ids in common with another LA: a few small numbers may be ids in two case systems."""
_MOST: Final = 0.5
"""More than half of the file's children known to another LA, and more than are known to its own."""


def owner_flags(subject: Subject) -> Iterator[Flag]:
    """Say when the file's names point to different LAs, or its children are known to another one."""
    yield from _names(subject)
    yield from _children(subject)


def _names(subject: Subject) -> Iterator[Flag]:
    arrival = subject.looked.arrival
    if not subject.las or arrival is None:
        return
    named = {
        "the file's name": la_told(Told(arrival.file_name)),
        "the folder's name": la_told(Told("", arrival.folder)),
        "what you said": la_told(Told("", "", arrival.la)),
    }
    for where, la_code in named.items():
        if la_code and la_code not in subject.las:
            loaded_as = and_list(sorted(la_name(code) for code in subject.las))
            what = f"It would be loaded as {loaded_as}, but {where} says {la_name(la_code)}."
            yield Flag("F06", Severity.WARNING, what, _LOOK_AGAIN)


def _children(subject: Subject) -> Iterator[Flag]:
    warehouse = subject.loaded.warehouse
    if warehouse is None or len(subject.las) != 1 or not _has_children(subject):
        return
    others = [str(code) for code in warehouse.ask("loaded_las", {})["la_code"]]
    keys = child_keys_as(subject.looked.found.path, {*others, *subject.las}, subject.loaded.secrets)
    known = {code: _known(warehouse, code, of_la) for code, of_la in keys.items()}
    yield from _strangers(subject, known, {code: len(of_la) for code, of_la in keys.items()})


def _known(warehouse: Warehouse, la_code: str, keys: Iterable[str]) -> int:
    """Count the children whom an LA has returned: a child's key is another one in every LA."""
    found = warehouse.ask("children_known", {"la_code": la_code, "keys": sorted(keys)})
    return int(found["children"].iloc[0])


def _strangers(subject: Subject, known: Mapping[str, int], children: Mapping[str, int]) -> Iterator[Flag]:
    own = next(iter(subject.las))
    shares = {code: count / children[code] for code, count in known.items() if count >= _FEWEST}
    other = max((code for code in shares if code != own), key=lambda code: shares[code], default=None)
    if other and shares[other] > max(_MOST, shares.get(own, 0.0)):
        what = (
            f"It would be loaded as {la_name(own)}, but {shares[other]:.0%} of the child ids in it are ids"
            f" of children that {la_name(other)} returned."
        )
        yield Flag("F06", Severity.WARNING, what, _LOOK_AGAIN)


def _has_children(subject: Subject) -> bool:
    return any("child_key" in table for table in subject.tables.values())
