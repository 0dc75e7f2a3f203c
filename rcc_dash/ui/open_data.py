"""Which data are served: what was loaded, or the synthetic region if nothing was?"""

import os
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import lru_cache, partial
from pathlib import Path
from threading import Lock
from typing import Final

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from rcc_dash.domain.access import Access
from rcc_dash.queries.reader import Reader
from rcc_dash.settings import DataHome
from rcc_dash.store.scoped import open_scoped
from rcc_dash.store.shape import is_of_this_program
from rcc_dash.store.warehouse import Warehouse, current_build_id

_one_at_a_time: Final = Lock()


@dataclass(frozen=True, slots=True)
class OpenData:
    """The data home that serves, and its warehouse."""

    home: DataHome
    warehouse: Warehouse


def open_data(*, only_demo: bool = False) -> OpenData:
    """Open the newest build; first makes what is missing or outdated, with its progress on screen.

    That is the synthetic region where nothing is loaded, or nothing else may be seen (`only_demo`), and a
    build by an earlier version of the program.
    """
    own = DataHome.chosen(os.environ)
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
    return Reader(_scoped(str(data.home.root), data.warehouse.build_id, who.exact_las), rule)


def ready_data(*, only_demo: bool = False) -> OpenData | None:
    """Open what `open_data` would open, where nothing must be made first; else None."""
    own = DataHome.chosen(os.environ)
    home = own if current_build_id(own) and not only_demo else own.demo
    build_id = current_build_id(home)
    if build_id is None or not is_of_this_program(home):
        return None
    return OpenData(home, _opened(str(home.root), build_id))


def _opened(root: str, build_id: str) -> Warehouse:
    """Open a build once for everybody; a new build is a new key."""
    with _one_at_a_time:
        return _open(root, build_id)


@lru_cache(maxsize=2)
def _open(root: str, build_id: str) -> Warehouse:
    opened = Warehouse.open_current(DataHome(Path(root)))
    if opened is None:
        message = f"build {build_id} is gone"
        raise RuntimeError(message)
    return opened


def _scoped(root: str, build_id: str, la_codes: tuple[str, ...]) -> Warehouse:
    with _one_at_a_time:
        return _open_scoped(root, build_id, la_codes)


@lru_cache(maxsize=16)
def _open_scoped(root: str, build_id: str, la_codes: tuple[str, ...]) -> Warehouse:
    return open_scoped(DataHome(Path(root)), build_id, la_codes)
