"""How do files that were checked begin to count, so that a kill at any moment loses and mixes nothing?

What is staged of a file is removed before the manifest says anything new of it, and put there
after: whatever the moment, it is missing (and made again from `raw`) or right.
"""

import shutil
from collections.abc import Iterable
from datetime import datetime

from rcc_dash.errors import UserError
from rcc_dash.intake.desk import Desk
from rcc_dash.intake.loads import Claim, claims, standings
from rcc_dash.intake.take import Looked
from rcc_dash.settings import DataHome
from rcc_dash.store import files, manifest, raw
from rcc_dash.store.manifest import Arrival, Load, State


def accept_all(desk: Desk, looked: Iterable[Looked], chosen: Iterable[Looked]) -> tuple[Load, ...]:
    """Let the chosen ones of the files looked at count from now on; gives the loads that are new by it.

    A file that counts already as the same thing, replaced by no later one, is only written down as
    having come again. Raises UserError where there is no room; then nothing counts.
    """
    before = len(manifest.loads(desk.home))
    idle = _unchanged(desk.home)
    new = [one for one in chosen if one.is_good and _comes_to(one) not in idle]
    arrivals = [one.arrival for one in new if one.arrival]
    _keep(desk, arrivals)
    for one in chosen:
        if one.arrival and _comes_to(one) in idle:
            manifest.again(desk.home, one.arrival)
    for arrival in arrivals:
        _unstage(desk.home, arrival)
        manifest.accept(desk.home, arrival)
    _stage(desk, looked, arrivals)
    return manifest.loads(desk.home)[before:]


def withdraw_by_hand(home: DataHome, load: Load, now: datetime) -> None:
    """Write down that a person took a load back. Its file is kept; the next build leaves it out."""
    key = load.arrival.key
    others = (one for one in manifest.loads(home) if one.number != load.number)
    if any(one.state is State.COUNTS and one.arrival.key == key for one in others):
        _unstage(home, load.arrival)  # what comes back in its place may have been told another way
    manifest.undo(home, load, now.isoformat())


def sweep_raw(home: DataHome) -> None:
    """Remove copies of files that never came to count: those that a kill left."""
    known = {load.arrival.sha256 for load in manifest.loads(home)}
    for path in home.raw.glob("??/*"):
        if path.name not in known:
            path.unlink()


def _comes_to(one: Looked) -> tuple[str, frozenset[Claim]]:
    return one.arrival.sha256 if one.arrival else "", claims(one.outcome.accounts)


def _unchanged(home: DataHome) -> frozenset[tuple[str, frozenset[Claim]]]:
    """Give what the files that count come to, those left out that a later one replaced."""
    return frozenset(
        (one.load.arrival.sha256, claims(one.accounts))
        for one in standings(home)
        if one.accounts and one.counts and not one.replaced_by
    )


def _keep(desk: Desk, arrivals: Iterable[Arrival]) -> None:
    try:
        for arrival in arrivals:
            raw.take_over(desk.home, desk.place, arrival.sha256)
    except OSError as error:
        raise UserError(
            title="The files could not be kept",
            what=f"{error.strerror or 'The disk did not say why'}.",
            fix="Make room in the data folder and load them again. Nothing was changed.",
        ) from error


def _stage(desk: Desk, looked: Iterable[Looked], arrivals: Iterable[Arrival]) -> None:
    """Put what checking made where builds find it, if it was made as the file was last told."""
    checked = {one.arrival.key: one.arrival.told for one in looked if one.arrival and one.is_good}
    for arrival in {arrival.key: arrival for arrival in arrivals}.values():
        made = desk.place.staged / arrival.key
        if checked[arrival.key] == arrival.told and made.is_dir():
            files.put_folder(made, desk.home.staged / arrival.key)


def _unstage(home: DataHome, arrival: Arrival) -> None:
    shutil.rmtree(home.staged / arrival.key, ignore_errors=True)
