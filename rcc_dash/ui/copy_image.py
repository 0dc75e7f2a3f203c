"""Copy a picture to the clipboard with one click, or say plainly that this browser does not let us."""

from base64 import b64encode
from functools import cache
from typing import Any, Final

import streamlit as st

_HTML: Final = (
    '<button type="button" class="copy" aria-live="polite">Copy as image</button><img class="seen" alt="">'
)
_CSS: Final = """
.seen { display: block; width: 100%; border: 1px solid var(--line); margin-top: 8px; }
.copy { font: inherit; font-size: 0.9rem; padding: 0.35rem 0.8rem; cursor: pointer; color: var(--page);
  background: var(--link); border: 1px solid var(--link); border-radius: 4px; width: 100%; }
.copy:hover { background: var(--deep); }
.copy:focus-visible { outline: 3px solid #ffdd00; outline-offset: 0; color: #0b0c0c; background: #ffdd00; }
"""
_JS: Final = """
function picture(text) {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  return new Blob([bytes], { type: 'image/png' });
}
function copied(blob) {
  if (!window.isSecureContext || !navigator.clipboard || !window.ClipboardItem) return Promise.reject();
  return navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })]);
}
export default function (component) {
  const root = component.parentElement;
  const [seen, button] = [root.querySelector('.seen'), root.querySelector('.copy')];
  const blob = picture(component.data.png);
  seen.alt = component.data.title;
  seen.src = `data:image/png;base64,${component.data.png}`;
  button.textContent = 'Copy as image';
  button.onclick = () => {
    copied(blob).then(
      () => { button.textContent = 'Image copied'; },
      () => { button.textContent = 'Not allowed by this browser: take the PNG'; },
    );
    setTimeout(() => { button.textContent = 'Copy as image'; }, 4000);
  };
}
"""


def copy_image(png: bytes, title: str) -> None:
    """Draw a button that copies a picture, and the picture as it will be."""
    _component()(key="copy-image", data={"png": b64encode(png).decode(), "title": title})


@cache
def _component() -> Any:  # noqa: ANN401 Streamlit gives no public type for a component's mount
    return st.components.v2.component("rcc_copy_image", html=_HTML, css=_CSS, js=_JS)
