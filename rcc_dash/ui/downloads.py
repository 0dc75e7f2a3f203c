"""Take a table away as a file that says what it is: protected, unless exact figures are asked for by name.

Each table has one button. What it offers is drawn when it is opened, and a file is made when it is clicked.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from typing import Final, Protocol

import pandas as pd
import streamlit as st

from rcc_dash.domain.disclosure import HIDDEN, HIGH, LOW
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.links import encode
from rcc_dash.export.citation import file_name
from rcc_dash.export.table_file import FORMS, Form, TableFile
from rcc_dash.figures.tables import TableColumn, TableRow, table_html
from rcc_dash.ui.exact_files import exact_files
from rcc_dash.ui.fields import Part, draw_fields
from rcc_dash.ui.link_text import link_text
from rcc_dash.ui.menus import is_open, menu
from rcc_dash.ui.shell import Context, context
from rcc_dash.ui.take_away_notes import OnPage, on_page, own_title
from rcc_dash.ui.take_away_words import Made, citation_of
from rcc_dash.ui.text import quiet

_NEVER_SHOWN: Final = frozenset({HIDDEN, LOW, HIGH})
_AS_SHOWN: Final = (
    "Exact figures are on. Switch them off to take this table protected, or take it exact, with the banner."
)


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """What a file holds: columns with headings, the filter, cells hidden (None: left out), and sources.

    No sources: those that the page names at its foot.
    """

    frame: pd.DataFrame
    headings: dict[str, str]
    filters: Filters
    hidden: int | None
    sources: tuple[str, ...] = ()


Make = Callable[[Context], Sheet]


class Table(Protocol):
    """Makes the table when it is asked for, protected or exact."""

    def __call__(self, *, is_exact: bool) -> TableFile:
        """Give the table with what its files say of themselves."""


def sheet_download(now: Context, title: str, make: Make) -> None:
    """Offer a table in every form; `make` gets a reader of protected figures, or of exact ones."""
    _offer(now, title, make, may_be_protected=True)


def show_table(
    caption: str, first: str, columns: Sequence[TableColumn], rows: Sequence[TableRow], title: str = ""
) -> None:
    """Draw a table and offer it as it stands there; `title` names the file where the caption does not."""
    st.html(table_html(caption, first, columns, rows))
    offer_table(title or caption, first, columns, rows)


def offer_table(title: str, first: str, columns: Sequence[TableColumn], rows: Sequence[TableRow]) -> None:
    """Offer a table that is drawn already, as it stands there."""
    headings = {"row": first, **{column.key: column.heading for column in columns}}

    def shown() -> pd.DataFrame:
        cells = [[row.name, *(row.cells.get(column.key, "") for column in columns)] for row in rows]
        return pd.DataFrame(cells, columns=list(headings))

    _offer_shown(title, shown, headings)


def offer_frame(title: str, frame: pd.DataFrame, headings: Mapping[str, str] | None = None) -> None:
    """Offer columns of a frame as they stand on the screen, under their headings; all under their names."""
    named = headings or {str(name): str(name) for name in frame.columns}
    _offer_shown(title, lambda: frame, named)


def _offer_shown(title: str, shown: Callable[[], pd.DataFrame], headings: Mapping[str, str]) -> None:
    now = context()

    def make(_: Context) -> Sheet:
        frame = shown()
        hidden = int(frame.isin(_NEVER_SHOWN).to_numpy().sum())
        return Sheet(frame, dict(headings), now.state.filters, hidden)

    _offer(now, title, make, may_be_protected=not now.reader.rule.exact)


def _offer(now: Context, title: str, make: Make, *, may_be_protected: bool) -> None:
    own = own_title(title)
    # The page's address is known only while the page is drawn, not when the file is made.
    made = Made(title, link_text(encode(now.state)), datetime.now(UTC))
    table = partial(_table, now, on_page(), made, make)
    on_page().tables[own] = partial(table, is_exact=now.reader.rule.exact)
    name = f"take-{own}"
    draw_fields(f"w-{name}", [Part([menu(name, f"Download: {title}")])])
    if is_open(name):
        _forms(now, own, made, table, may_be_protected=may_be_protected)


def _forms(now: Context, key: str, made: Made, table: Table, *, may_be_protected: bool) -> None:
    is_exact = now.reader.rule.exact and exact_files(now.home, f"exact-{key}")
    if not is_exact and not may_be_protected:
        quiet(_AS_SHOWN)
        return
    if now.reader.rule.exact and not is_exact:
        quiet("These files are protected.")
    with st.container(horizontal=True, gap="xsmall"):
        for code, form in FORMS.items():
            st.download_button(
                form.label,
                data=partial(_file, form, table, is_exact=is_exact),
                file_name=file_name(
                    made.title, made.on, form.extension, is_synthetic=now.is_demo, is_exact=is_exact
                ),
                mime=form.mime,
                on_click="ignore",
                key=f"take-{code}-{key}",
            )


def _file(form: Form, table: Table, *, is_exact: bool) -> bytes:
    return form.make(table(is_exact=is_exact))


def _table(now: Context, page: OnPage, made: Made, make: Make, *, is_exact: bool) -> TableFile:
    asked = now if is_exact else replace(now, reader=now.protected)
    sheet = make(asked)
    about = citation_of(asked, page, made, sheet.filters, sheet.sources)
    return TableFile(sheet.frame, sheet.headings, replace(about, hidden=sheet.hidden))
