"""SQL: ask the protected tables anything, within limits that are said."""

from rcc_dash.ui.nav import show
from rcc_dash.ui.shell import context
from rcc_dash.ui.source_line import treated_line
from rcc_dash.ui.sql_answer import answer
from rcc_dash.ui.sql_editor import editor
from rcc_dash.ui.sql_scope import prepare_ahead, source_words
from rcc_dash.ui.sql_tables import tables_browser
from rcc_dash.ui.text import title


def draw() -> None:
    """Draw the page: where to type, the answer, and what can be asked."""
    now = context()
    title(now, "Ask the data in SQL")
    prepare_ahead(now)
    answer(now, editor(now))
    tables_browser(now)
    treated_line(now, source_words(now))


show(draw)
