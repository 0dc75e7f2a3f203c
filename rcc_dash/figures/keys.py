"""What do the marks of a chart mean? One line under its heading, which wraps on a phone."""

from collections.abc import Sequence
from html import escape


def key_html(marks: Sequence[tuple[str, str]]) -> str:
    """Draw each mark, given as CSS for a small box, with its words; blank words leave it out."""
    items = "".join(
        f'<li><span style="{style}"></span>{escape(words)}</li>' for style, words in marks if words
    )
    return f'<ul class="keys">{items}</ul>'
