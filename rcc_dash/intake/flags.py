"""What speaks against loading these files as they are, before any of them counts?"""

from collections.abc import Sequence
from typing import Final

from rcc_dash.domain.problems import Severity
from rcc_dash.intake.desk import Desk
from rcc_dash.intake.flag_age import age_flags
from rcc_dash.intake.flag_batch import batch_flags
from rcc_dash.intake.flag_cost import cost_flags
from rcc_dash.intake.flag_joined import joined_flags
from rcc_dash.intake.flag_known import counts_already, known_flags
from rcc_dash.intake.flag_nobody import nobody_flags
from rcc_dash.intake.flag_owner import owner_flags
from rcc_dash.intake.flag_period import period_flags
from rcc_dash.intake.flag_rows import row_flags
from rcc_dash.intake.flag_size import size_flags
from rcc_dash.intake.flag_unmapped import unmapped_flags
from rcc_dash.intake.loads import standings
from rcc_dash.intake.report import Flag
from rcc_dash.intake.secret_keys import secrets_of
from rcc_dash.intake.subject import Loaded, Subject, subject
from rcc_dash.intake.take import Looked
from rcc_dash.store.warehouse import Warehouse

Flags = tuple[Flag, ...]

_CHECKS: Final = (
    owner_flags, period_flags, age_flags, cost_flags, row_flags, unmapped_flags, size_flags, known_flags,
    joined_flags, nobody_flags,
)  # fmt: skip


def flags_of(desk: Desk, looked: Sequence[Looked]) -> tuple[Flags, ...]:
    """Give, for each file that was looked at on this desk, what is odd about it, warnings first.

    A file that counts already, or that is refused, has no warnings: loading it changes nothing.
    """
    warehouse = Warehouse.open_current(desk.home)
    try:
        loads = tuple(one for one in standings(desk.home) if one.can_be_undone)
        loaded = Loaded(desk.home, loads, warehouse, secrets_of(desk.home))
        return tuple(_flags(subject(one, desk.place, loaded)) if one.is_good else () for one in looked)
    finally:
        if warehouse:
            warehouse.close()


def with_the_others(looked: Sequence[Looked], own: Sequence[Flags]) -> tuple[Flags, ...]:
    """Add to each file's own flags what is odd about it beside the other files that are put down."""
    beside = batch_flags(looked)
    return tuple(_in_order((*mine, *more)) for mine, more in zip(own, beside, strict=True))


def _flags(of: Subject) -> Flags:
    checks = (known_flags,) if counts_already(of) else _CHECKS
    return _in_order(tuple(flag for check in checks for flag in check(of)))


def _in_order(flags: Flags) -> Flags:
    return tuple(sorted(dict.fromkeys(flags), key=lambda flag: flag.severity is not Severity.WARNING))
