"""Copy the address of this view with one click, and learn whether the screen is narrow."""

from functools import cache
from typing import Any, Final

import streamlit as st

_NARROW: Final = "_narrow"
_KEY: Final = "copy-link"
_HTML = '<button type="button" class="copy" aria-live="polite">Copy link</button>'
_CSS = """
.copy { font: inherit; font-size: 0.9rem; padding: 0.35rem 0.8rem; cursor: pointer; color: var(--page);
  background: var(--link); border: 1px solid var(--link); border-radius: 4px; min-width: 7.5rem; }
@media (max-width: 700px) { .copy { padding: 0.35rem 0.5rem; min-width: 0; } }
.copy:hover { background: var(--deep); }
.copy:focus-visible { outline: 3px solid #ffdd00; outline-offset: 0; color: #0b0c0c; background: #ffdd00; }
"""
_JS = """
function copied(text) {
  if (navigator.clipboard && window.isSecureContext) return navigator.clipboard.writeText(text);
  const field = document.createElement('textarea');
  field.value = text;
  document.body.appendChild(field);
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  return done ? Promise.resolve() : Promise.reject(new Error('refused'));
}
export default function (component) {
  const button = component.parentElement.querySelector('.copy');
  const narrow = window.innerWidth < 700;
  button.onclick = () => {
    copied(window.location.href).then(
      () => {
        button.style.minWidth = `${button.offsetWidth}px`;
        button.textContent = narrow ? 'Copied' : 'Link copied';
      },
      () => { button.textContent = 'Copy it from the address bar'; },
    );
    setTimeout(() => { button.textContent = 'Copy link'; }, 2500);
  };
  if (narrow !== component.data.narrow) component.setStateValue('narrow', narrow);
}
"""


def copy_link() -> None:
    """Draw the button. The address is the view, so the browser copies its own address."""
    _component()(key=_KEY, width="content", data={"narrow": is_narrow()}, on_narrow_change=_learn)


def is_narrow() -> bool:
    """Say whether the reader's screen is as narrow as a phone's; wide until the browser has said."""
    return bool(st.session_state.get(_NARROW, False))


def _learn() -> None:
    st.session_state[_NARROW] = bool(st.session_state[_KEY]["narrow"])


@cache
def _component() -> Any:  # noqa: ANN401 Streamlit gives no public type for a component's mount
    return st.components.v2.component("rcc_copy_link", html=_HTML, css=_CSS, js=_JS)
