"""Do two files that are put down together speak of the same, so that one would push out the other (F08)?"""

from collections.abc import Iterator, Sequence
from typing import Final

from rcc_dash.domain.problems import Severity
from rcc_dash.domain.words import and_list
from rcc_dash.intake.loads import Claim, claims, is_replaced_whole, things
from rcc_dash.intake.report import Flag
from rcc_dash.intake.take import Looked

_NAMED: Final = 3
_ONE_RETURN: Final = (
    "If both are parts of one return, put them into one file (or two sheets of one workbook). Otherwise load"
    " only the right one."
)
_ONE_OWNER: Final = "See whose file it is, and leave the other out."


def batch_flags(looked: Sequence[Looked]) -> tuple[tuple[Flag, ...], ...]:
    """Say, for each file, which others of these it cannot count beside."""
    said = [_claims(one) for one in looked]
    return tuple(tuple(_of_one(at, looked, said)) for at in range(len(looked)))


def _of_one(at: int, looked: Sequence[Looked], said: Sequence[frozenset[Claim]]) -> Iterator[Flag]:
    for other, theirs in enumerate(said):
        if other == at or not (said[at] and theirs):
            continue
        if _file(looked[at]) == _file(looked[other]):
            if said[at] != theirs:
                yield _twice(theirs)
        elif both := said[at] & theirs:
            yield _clash(looked[other], both)


def _clash(other: Looked, both: frozenset[Claim]) -> Flag:
    what = f"{_name(other)} speaks of the same ({_things(both)}): of the two only one can count."
    return Flag("F08", Severity.WARNING, what, _ONE_RETURN)


def _twice(theirs: frozenset[Claim]) -> Flag:
    what = f"The same file is to be loaded as {_things(theirs)} too: it can be true of one only."
    return Flag("F08", Severity.WARNING, what, _ONE_OWNER)


def _claims(one: Looked) -> frozenset[Claim]:
    accounts = one.outcome.accounts if one.is_good else ()
    return frozenset(claim for claim in claims(accounts) if claim[1] and is_replaced_whole(claim[0]))


def _things(both: frozenset[Claim]) -> str:
    said = things(sorted(both, key=str))
    more = [f"{len(said) - _NAMED} more"] if len(said) > _NAMED else []
    return and_list([*said[:_NAMED], *more])


def _file(one: Looked) -> str:
    return one.arrival.key if one.arrival else ""


def _name(one: Looked) -> str:
    return f"{one.found.folder}/{one.found.name}" if one.found.folder else one.found.name
