"""Is this file, or one that speaks of the same, loaded already (F08)?"""

from collections.abc import Iterator
from typing import Final

from rcc_dash.domain.problems import Severity
from rcc_dash.domain.words import and_list
from rcc_dash.intake.loads import Standing, claims, is_replaced_whole, things
from rcc_dash.intake.report import Flag
from rcc_dash.intake.subject import Subject

_NAMED: Final = 3


def known_flags(subject: Subject) -> Iterator[Flag]:
    """Say which load is the same file, and which loads this one would replace."""
    same = next((one for one in subject.loaded.loads if _is_same(one, subject)), None)
    if same and not same.replaced_by:
        fix = "Nothing to do."
        yield _flag(
            f"The same file counts already, as load {same.load.number}; loading it changes nothing.", fix
        )
        return
    if same:
        by = and_list([str(number) for number in same.replaced_by])
        fix = f"If load {by} is right, leave this file out: it would count again in place of it."
        what = f"The same file is load {same.load.number}, which load {by} replaced."
        yield Flag("F08", Severity.WARNING, what, fix)
    for one in replaced(subject):
        what = _does(one, subject).format(_named(one, subject))
        yield _flag(what, "Undo brings the earlier one back.")


def counts_already(subject: Subject) -> bool:
    """Say whether the same file counts already, so that loading it changes nothing."""
    return any(_is_same(one, subject) and not one.replaced_by for one in subject.loaded.loads)


def replaced(subject: Subject) -> tuple[Standing, ...]:
    """Give the loads that count and speak of a source, LA and period that this file speaks of too."""
    mine = claims(subject.accounts)
    others = (one for one in subject.loaded.loads if one.counts and not _is_same(one, subject))
    return tuple(one for one in others if claims(one.accounts) & mine)


def _does(one: Standing, subject: Subject) -> str:
    """Some sources are replaced as a whole, others only in the rows that are told again."""
    both = claims(one.accounts) & claims(subject.accounts)
    if any(is_replaced_whole(source) for source, _, _ in both):
        return "It replaces load {}."
    return "Rows that are in both count from this file, and no more from load {}."


def _named(one: Standing, subject: Subject) -> str:
    both = sorted(claims(one.accounts) & claims(subject.accounts), key=str)
    said = things(both)
    more = f" and {len(said) - _NAMED} more" if len(said) > _NAMED else ""
    return f"{one.load.number} ({one.load.arrival.file_name}): {'; '.join(said[:_NAMED])}{more}"


def _is_same(one: Standing, subject: Subject) -> bool:
    arrival = subject.looked.arrival
    same_bytes = arrival is not None and one.load.arrival.sha256 == arrival.sha256
    return same_bytes and claims(one.accounts) == claims(subject.accounts)


def _flag(what: str, fix: str) -> Flag:
    return Flag("F08", Severity.INFO, what, fix)
