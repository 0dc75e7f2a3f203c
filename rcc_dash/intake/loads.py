"""Which loads are there, what does each hold, and which of them did a later one replace?"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from rcc_dash.domain.accounts import SOURCES, Account
from rcc_dash.domain.places import la_name
from rcc_dash.domain.words import and_list, short_date
from rcc_dash.intake.accounts import accounts_by_file
from rcc_dash.settings import DataHome
from rcc_dash.store import manifest, staging
from rcc_dash.store.manifest import Load, State

_ISO_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
"""A period that is a day; others are years."""

_TOLD_ROW_BY_ROW: Final = frozenset(
    {"vacancies", "placements_standard", "rcc_referrals", "statistical_neighbours"}
)
_PUBLISHED: Final = "published_"
_NAMED: Final = 3

Claim = tuple[str, str | None, str]
"""What a file speaks of: source, LA (null where it is of none) and period."""


@dataclass(frozen=True, slots=True)
class Standing:
    """One load as it stands. `accounts` are those of the build, or of checking for a load that is in none.

    `replaced_by` and `replaces` are numbers of loads that speak of the same source, LA and period;
    `same_as` is the later load of the same file that counts in its place, null if there is none.
    `says_nobody` says that headings alone of it tell of nobody, and that no later load tells otherwise.
    """

    load: Load
    accounts: tuple[Account, ...]
    replaced_by: tuple[int, ...] = ()
    replaces: tuple[int, ...] = ()
    same_as: int | None = None
    says_nobody: bool = False

    @property
    def can_be_undone(self) -> bool:
        """Say whether taking it back would change anything."""
        return self.load.state is State.COUNTS and self.same_as is None

    @property
    def holds(self) -> tuple[str, ...]:
        """Name what the file speaks of: "SSDA903 episodes, Bolton, 2025"."""
        return things((one.source, one.la_code, one.period) for one in self.accounts)

    @property
    def state(self) -> str:
        """Say in a few words what became of it."""
        if self.load.state is not State.COUNTS:
            return str(self.load.state)
        if self.same_as is not None:
            return f"same file as load {self.same_as}"
        by = and_list([str(number) for number in self.replaced_by])
        return f"{'partly ' if self.counts else ''}replaced by load {by}" if by else "counts"

    @property
    def counts(self) -> bool:
        """Say whether any of its rows, or that it has none, is in what is shown."""
        is_kept = self.says_nobody or any(kept_rows(one) for one in self.accounts)
        return self.can_be_undone and (not self.accounts or is_kept)


def named(source: str, la_code: str | None, period: str) -> str:
    """Name a source, LA and period in words: "SSDA903 episodes, Bolton, 2025"."""
    day = short_date(date.fromisoformat(period)) if _ISO_DATE.fullmatch(period) else period
    return ", ".join(part for part in (SOURCES[source], la_name(la_code) if la_code else "", day) if part)


def things(said: Iterable[Claim]) -> tuple[str, ...]:
    """Name what is spoken of, a source and period once for all its LAs."""
    las: dict[tuple[str, str], dict[str, None]] = {}
    for source, la_code, period in said:
        las.setdefault((source, period), {}).update({la_code: None} if la_code else {})
    return tuple(_named_together(*thing, tuple(codes)) for thing, codes in las.items())


def _named_together(source: str, period: str, la_codes: Sequence[str]) -> str:
    if len(la_codes) <= 1:
        return named(source, la_codes[0] if la_codes else None, period)
    names = [la_name(code) for code in la_codes]
    more = [f"{len(names) - _NAMED} more"] if len(names) > _NAMED + 1 else []
    return f"{named(source, None, period)}: {and_list([*(names[:_NAMED] if more else names), *more])}"


def is_replaced_whole(source: str) -> bool:
    """Say whether a later file of a source, LA and period replaces all of an earlier one, not only rows."""
    return source not in _TOLD_ROW_BY_ROW and not source.startswith(_PUBLISHED)


def claims(accounts: Iterable[Account]) -> frozenset[Claim]:
    """Give what these accounts speak of."""
    return frozenset((one.source, one.la_code, one.period) for one in accounts if one.period)


def _nobody(accounts: Iterable[Account]) -> frozenset[Claim]:
    """Give what headings alone tell of."""
    return claims(one for one in accounts if not one.rows_read)


def kept_rows(account: Account) -> int:
    """Count the rows that were kept."""
    return account.rows_loaded + account.rows_mended


def standings(home: DataHome) -> tuple[Standing, ...]:
    """Give every load there ever was, the latest first."""
    built = accounts_by_file(home)
    counting = {load.arrival.key: load for load in manifest.counting(home)}
    accounts = {key: built.get(key, ()) for key in counting}
    found = [
        _standing(load, counting, accounts, built.get(load.arrival.key) or _checked(home, load))
        for load in manifest.loads(home)
    ]
    return tuple(reversed(found))


def find(home: DataHome, number: int) -> Standing | None:
    """Give the load of this number; null if there is none."""
    return next((one for one in standings(home) if one.load.number == number), None)


def _standing(
    load: Load,
    counting: Mapping[str, Load],
    accounts: Mapping[str, tuple[Account, ...]],
    own: tuple[Account, ...],
) -> Standing:
    if load.state is not State.COUNTS:
        return Standing(load, own)
    latest = counting[load.arrival.key]
    if latest != load:
        return Standing(load, own, same_as=latest.number)
    others = [(one, accounts[key]) for key, one in counting.items() if one != load]
    later = claims(account for one, held in others if one.number > load.number for account in held)
    return Standing(
        load,
        own,
        replaced_by=tuple(o.number for o, held in others if o.number > load.number and _gives_way(own, held)),
        replaces=tuple(o.number for o, held in others if o.number < load.number and _gives_way(held, own)),
        says_nobody=bool(_nobody(own) - later),
    )


def _gives_way(earlier: Iterable[Account], later: Iterable[Account]) -> bool:
    """Say whether the build kept none of what the earlier file says and the later one says too."""
    said = claims(later)
    both = [one for one in earlier if (one.source, one.la_code, one.period) in said]
    return bool(both) and not any(kept_rows(one) for one in both)


def _checked(home: DataHome, load: Load) -> tuple[Account, ...]:
    staged = staging.read(home, load.arrival.key)
    return tuple(Account(**row) for row in staged.accounts) if staged else ()  # type: ignore[arg-type]  # as written
