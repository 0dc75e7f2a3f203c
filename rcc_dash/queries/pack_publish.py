"""How does a build become a release? What stands is worked out, every question asked, the gate passed.

A kill at any moment leaves the last release: the file gets its name when it is finished and checked, and
the pointer moves last. The children that it was made of are kept beside, on this machine only.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from rcc_dash.domain.churn import Standing
from rcc_dash.domain.disclosure import Rule
from rcc_dash.domain.progress import Progress, part
from rcc_dash.errors import UserError
from rcc_dash.queries.pack_due import must_be_due
from rcc_dash.queries.pack_walk import Kind, walk
from rcc_dash.queries.reader import Reader
from rcc_dash.settings import DataHome
from rcc_dash.store import files, pack_children, pointer, raw, releases
from rcc_dash.store.connect import open_locked
from rcc_dash.store.locks import only_one
from rcc_dash.store.noting import Noting
from rcc_dash.store.pack_gate import pass_gate
from rcc_dash.store.pack_write import Contents, needing_room, write_pack
from rcc_dash.store.releases import Release

_NAME: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_SHARE_STANDS: Final = 0.05
_SHARE_ASKED: Final = 0.9


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to publish: the release's name (blank: the day), and the only LAs that may change (None: all).

    `rccs` and `kinds` leave other cooperatives, and other kinds of questions, out.
    """

    name: str = ""
    la_codes: frozenset[str] | None = None
    rccs: tuple[str, ...] = ()
    kinds: frozenset[Kind] = frozenset(Kind)


@dataclass(frozen=True, slots=True)
class Published:
    """What came of it. How many cells are hidden is for whoever publishes, not for readers."""

    release: Release
    questions: int
    cells: int
    hidden: int
    standings: tuple[Standing, ...]

    def las(self, state: str) -> tuple[str, ...]:
        """Give the LAs whose latest date is in this state."""
        latest = {one.la_code: one.state for one in sorted(self.standings, key=lambda one: one.as_of)}
        return tuple(sorted(code for code, found in latest.items() if found == state))


def publish(home: DataHome, pepper: str, wanted: Wanted, made_on: datetime, progress: Progress) -> Published:
    """Make a release of the build that serves, and let it serve; `made_on` is in UTC.

    Raises UserError where nothing is built, the name is taken, the month has a release already, the children
    of the last release are not here, or the gate does not let it through: the last release goes on serving.
    """
    with needing_room(), only_one(home.release_state / "publish.lock", progress):
        files.sweep(home.releases)
        name = _free_name(home, wanted.name, made_on)
        must_be_due(releases.listed(home), made_on.date())
        build = next(iter(pointer.kept(home)), None)
        if build is None:
            raise _NOTHING_BUILT
        progress(0.0, "Comparing with the last release")
        before = pack_children.stood(home)
        found = pack_children.who_stands(home, build.build_id, before, wanted.la_codes)
        composed = pack_children.compose(home, build.build_id, before, found)
        try:
            standings = pack_children.told(found, before)
            job = _Job(home, composed, name, made_on, standings)
            return _written(job, Rule(pepper), wanted, progress)
        finally:
            composed.unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class _Job:
    home: DataHome
    composed: Path
    name: str
    made_on: datetime
    standings: tuple[Standing, ...]


def _written(job: _Job, rule: Rule, wanted: Wanted, progress: Progress) -> Published:
    noting = _asked(job, rule, wanted, part(progress, _SHARE_STANDS, _SHARE_ASKED))
    made = files.unfinished(releases.release_file(job.home, job.name))
    contents = Contents(job.name, job.made_on, noting.is_demo, job.standings, noting.notes)
    try:
        progress(_SHARE_ASKED, "Writing the release")
        hashed = write_pack(job.composed, made, contents)
        progress(0.95, "Checking the release")
        pass_gate(made)
        pack_children.keep_state(job.home, job.name, job.composed, job.standings)
        told = (job.name, f"{job.made_on:%Y-%m-%dT%H:%M:%S}", noting.is_demo, raw.digest(made), hashed)
        release = Release(*told)
        releases.add(job.home, made, release)
    finally:
        made.unlink(missing_ok=True)
    pack_children.forget_older(job.home, job.name)
    progress(1.0, "The new release serves")
    cells = sum(map(len, noting.notes.cells.values()))
    hidden = sum(noting.notes.hidden.values())
    return Published(release, len(noting.notes.questions()), cells, hidden, job.standings)


def _asked(job: _Job, rule: Rule, wanted: Wanted, progress: Progress) -> Noting:
    """Ask every question of the children that stand, and note what is shown."""
    noting = Noting(open_locked(job.composed))
    try:
        reader = Reader(noting, rule)
        days = sorted({one.as_of for one in job.standings})
        parts = [one for one in walk(days, wanted.rccs) if one.kind in wanted.kinds]
        for done, one in enumerate(parts):
            progress(done / len(parts), f"Asking: {one.about}")
            one.ask(reader)
    finally:
        noting.close()
    return noting


def _free_name(home: DataHome, wanted: str, made_on: datetime) -> str:
    """Name a release by its day, or as asked. Raises UserError for a name that is taken, or none."""
    taken = {one.name for one in releases.listed(home).releases}
    if not wanted:
        stem = f"{made_on:%Y-%m-%d}"
        return next(name for name in (stem, *(f"{stem}-{n}" for n in range(2, 1000))) if name not in taken)
    if wanted in taken or not _NAME.fullmatch(wanted):
        raise UserError(
            title="The release was not published",
            what=f"{wanted!r} is a release already, or no name of small letters, digits and dashes.",
            fix="Choose another name: a release is never restated.",
        )
    return wanted


_NOTHING_BUILT: Final = UserError(
    "There is nothing to publish",
    "Nothing is loaded on this machine.",
    "Load the returns first: python -m rcc_dash load, or make the synthetic region: python -m rcc_dash demo.",
)
