"""Where SQL is typed: examples, the text, Run and Stop, the limits, and whether it can be in the link."""

from typing import Final

import streamlit as st

from rcc_dash.domain.typed_examples import EXAMPLES
from rcc_dash.store.typed.limits import USUAL
from rcc_dash.store.typed.linkable import linkable
from rcc_dash.ui.session import Bound, set_query, state
from rcc_dash.ui.shell import Context
from rcc_dash.ui.sign_in import viewer
from rcc_dash.ui.sql_running import Running
from rcc_dash.ui.sql_scope import scope_now
from rcc_dash.ui.text import lead, quiet

_TEXT, _FROM_LINK, _RUN, _CHOSEN = "_sql_text", "_sql_from_link", "_sql_run", ""
_EMPTY: Final = "Choose an example, or type a question over the tables below. Then press Run."
_LINKED: Final = (
    "This question came with the link. Nothing was run: read it, change it as you like, then press Run."
)
_LIMITS: Final = (
    f"One question at a time. It may take {USUAL.seconds:g} seconds, then it is ended; up to {USUAL.rows:,}"
    f" rows or {USUAL.answer_bytes / 1_000_000:g} MB are given, and it says so where there is more. It runs"
    " apart from the app, can read these tables only, and can change nothing."
)
_ROWS_PX: Final = 230


def editor(now: Context) -> Running | None:
    """Draw it; gives the question that runs or has been answered, if any."""
    text = _text_now()
    lead(_LINKED if _is_only_linked(text) else _EMPTY)
    _examples()
    widget = Bound[str]("w-sql")
    st.text_area(
        "Your question in SQL",
        key=widget.show(text),
        on_change=widget.take(_typed),
        height=_ROWS_PX,
        placeholder="SELECT …",
        max_chars=USUAL.letters,
    )
    with st.container(horizontal=True, key="sql-buttons", vertical_alignment="center"):
        st.button("Run", key="sql-run", type="primary", on_click=_start, args=(now,))
        quiet(_LIMITS)
    _about_link(text)
    return _running()


def _text_now() -> str:
    """Give what stands in the box: what was typed, or what a link that was opened since has brought."""
    linked = state().query
    if linked and linked != st.session_state.get(_FROM_LINK):
        st.session_state[_TEXT] = linked
    st.session_state[_FROM_LINK] = linked
    return str(st.session_state.get(_TEXT, ""))


def _is_only_linked(text: str) -> bool:
    running = _running()
    return bool(text) and text == state().query and (running is None or linkable(running.sql).text != text)


def _running() -> Running | None:
    found = st.session_state.get(_RUN)
    return found if isinstance(found, Running) else None


def _examples() -> None:
    questions = {example.code: example.question for example in EXAMPLES}
    widget = Bound[str]("w-sql-example")
    st.selectbox(
        "Examples",
        [_CHOSEN, *questions],
        format_func=lambda code: questions.get(code, "Choose a question to begin with"),
        key=widget.show(_CHOSEN),
        on_change=widget.take(_take_example),
    )


def _take_example(code: str) -> None:
    found = next((example for example in EXAMPLES if example.code == code), None)
    if found:
        _typed(found.sql)


def _typed(text: str) -> None:
    st.session_state[_TEXT] = text


def _start(now: Context) -> None:
    """Run what stands in the box; the link holds it from now on, where it may."""
    text = str(st.session_state.get("w-sql", ""))
    _typed(text)
    if not text.strip():
        return
    before = _running()
    if before:
        before.stop()
    found = linkable(text)
    st.session_state[_FROM_LINK] = found.text
    set_query(found.text)
    st.session_state[_RUN] = Running(now.home, text, scope_now(now), viewer())


def _about_link(text: str) -> None:
    """Say whether a link to this page brings the question along."""
    if not text.strip():
        return
    because = linkable(text).because
    if because:
        quiet(f"This query cannot be put in a link because of {because}: a link holds codes, never data.")
    elif state().query:
        quiet("The link of this page brings this question along; it runs only when its reader presses Run.")
