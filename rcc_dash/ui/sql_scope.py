"""What may this reader ask in SQL? Protected and published tables; children's rows only in exact figures."""

from threading import Thread
from typing import Final

from rcc_dash.figures.protection import treated_words
from rcc_dash.queries.explore_table import shown_tables
from rcc_dash.settings import DataHome
from rcc_dash.store.typed.share import Scope, prepare
from rcc_dash.ui.faults import fault_words
from rcc_dash.ui.shell import Context

_asked: Final[set[str]] = set()


def scope_now(now: Context) -> Scope:
    """Give what a question may see: with exact figures on, also rows of the children of the LAs chosen."""
    las = now.state.filters.la_codes if now.reader.rule.exact else ()
    shown = shown_tables(now.protected, now.calendar)
    held = now.protected.warehouse
    return Scope(held.build_id, las, shown, is_release=held.release is not None)


def prepare_ahead(now: Context) -> None:
    """Begin to write down what everybody may ask of this build, once, while the reader still reads."""
    scope = scope_now(now)
    if scope.build_id not in _asked:
        _asked.add(scope.build_id)
        Thread(target=_prepare, args=(now.home, scope), name="typed-ahead", daemon=True).start()


def source_words(now: Context) -> str:
    """Name the sources of the tables, and what was done to their numbers."""
    kind = "Synthetic demonstration data in the form of " if now.is_demo else ""
    sources = "SSDA903 returns as protected counts; Ofsted's lists; figures that DfE and others published"
    treated = treated_words(now.reader.rule)
    return f"Source: {kind}{sources}. The filters above do not touch a typed question. {treated}"


def _prepare(home: DataHome, scope: Scope) -> None:
    try:
        prepare(home, scope)
    except Exception as error:  # noqa: BLE001 whoever asks meets it on the page, told in words
        _asked.discard(scope.build_id)
        fault_words(error, "The tables for typed questions could not be written ahead")
