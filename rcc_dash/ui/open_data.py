"""Which data are served: what was loaded, or the synthetic region if nothing was?"""

import os
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import lru_cache, partial
from pathlib import Path
from threading import Lock
from time import monotonic
from typing import Final, TypeVar

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from rcc_dash.domain.access import Access
from rcc_dash.domain.disclosure import Rule
from rcc_dash.intake.secret_keys import pepper
from rcc_dash.queries.reader import Reader
from rcc_dash.settings import DataHome
from rcc_dash.store.pack import Pack
from rcc_dash.store.releases import Release, listed
from rcc_dash.store.scoped import Part, open_scoped
from rcc_dash.store.shape import is_of_this_program
from rcc_dash.store.warehouse import Warehouse, current_build_id

_one_at_a_time: Final = Lock()
_W = TypeVar("_W", bound=Warehouse)


@dataclass(frozen=True, slots=True)
class OpenData:
    """The data home that serves, and its warehouse."""

    home: DataHome
    warehouse: Warehouse

    @property
    def release(self) -> Release | None:
        """Give the release that serves; None where there are children's records."""
        return self.warehouse.release

    @property
    def rule(self) -> Rule:
        """Give the rule by which numbers are shown; a release is protected already, and needs no key."""
        return Rule("" if self.release else pepper(self.home))


def own_home() -> DataHome:
    """Say where this machine's own data lie, whatever is shown now."""
    return DataHome.chosen(os.environ)


def open_data(*, only_demo: bool = False) -> OpenData:
    """Open the newest build; first makes what is missing or outdated, with its progress on screen.

    That is the synthetic region where nothing is loaded, or nothing else may be seen (`only_demo`), and a
    build by an earlier version of the program.
    """
    own = own_home()
    ready = ready_data(only_demo=only_demo)
    if ready is None:
        _make(own, is_own=not only_demo and current_build_id(own) is not None)
        ready = ready_data(only_demo=only_demo)
    if ready is None:
        message = "nothing was built"
        raise RuntimeError(message)
    return ready


def _make(own: DataHome, *, is_own: bool) -> None:
    # Half a second that all other starts do without.
    from rcc_dash.intake.demo import ensure_demo  # noqa: PLC0415
    from rcc_dash.intake.renew import renew  # noqa: PLC0415

    doing = "Bringing your data up to date" if is_own else "Making a synthetic region to explore"
    bar = st.progress(0.0, f"{doing}. This happens once.")
    (renew if is_own else ensure_demo)(own, datetime.now(UTC), partial(_tell, bar))
    bar.empty()


def _tell(bar: DeltaGenerator, share: float, doing: str) -> None:
    bar.progress(min(share, 1.0), doing)


def exact_reader(data: OpenData, protected: Reader, who: Access) -> Reader:
    """Give the exact figures that this person may see, from a database that holds no others.

    Raises UserError where it cannot be made.
    """
    rule = replace(protected.rule, exact=True)
    if who.is_local:
        return Reader(data.warehouse, rule)
    return Reader(
        _scoped(str(data.home.root), data.warehouse.build_id, Part(who.exact_las, who.home_positions)), rule
    )


def ready_data(*, only_demo: bool = False) -> OpenData | None:
    """Open what `open_data` would open, where nothing must be made first; else None.

    Where there is no build but a release, that serves: the host has no child's record, and none is made.
    """
    own = own_home()
    for home in (own.demo,) if only_demo else (own, own.demo):
        build_id = current_build_id(home)
        if build_id is not None:
            return OpenData(home, _opened(str(home.root), build_id)) if is_of_this_program(home) else None
        if released := listed(home).serves:
            return OpenData(home, _released(str(home.root), released))
    return None


def _released(root: str, name: str) -> Pack:
    """Open a release once for everybody; another release that serves is a new key."""
    with _one_at_a_time:
        return _kept(_open_release(root, name))


@lru_cache(maxsize=2)
def _open_release(root: str, name: str) -> Pack:
    opened = Pack.open_serving(DataHome(Path(root)))
    if opened is None:
        message = f"release {name} is gone"
        raise RuntimeError(message)
    return opened


def _opened(root: str, build_id: str) -> Warehouse:
    """Open a build once for everybody; a new build is a new key."""
    with _one_at_a_time:
        return _kept(_open(root, build_id))


@lru_cache(maxsize=2)
def _open(root: str, build_id: str) -> Warehouse:
    opened = Warehouse.open_current(DataHome(Path(root)))
    if opened is None:
        message = f"build {build_id} is gone"
        raise RuntimeError(message)
    return opened


def _kept(opened: _W) -> _W:
    """Keep what was opened; for a minute only where it is not what should serve: a disk may have failed."""
    if opened.warning:
        _look_again(int(monotonic() // 60))
    return opened


@lru_cache(maxsize=1)
def _look_again(_minute: int) -> None:
    _open.cache_clear()
    _open_release.cache_clear()


def _scoped(root: str, build_id: str, part: Part) -> Warehouse:
    with _one_at_a_time:
        return _open_scoped(root, build_id, part)


@lru_cache(maxsize=16)
def _open_scoped(root: str, build_id: str, part: Part) -> Warehouse:
    return open_scoped(DataHome(Path(root)), build_id, part)
