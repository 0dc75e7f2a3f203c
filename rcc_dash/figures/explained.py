"""What does a number mean, what went into it, and how was it worked out? In words, behind one line."""

from collections.abc import Sequence
from html import escape

from rcc_dash.domain.explained import Explained


def explained_html(summary: str, *numbers: Explained) -> str:
    """Draw one closed line that opens a block for each number; works without a script and by keyboard."""
    blocks = "".join(_block(number) for number in numbers)
    return f'<details class="explained"><summary>{escape(summary)}</summary>{blocks}</details>'


def _block(number: Explained) -> str:
    rows = (
        ("What it means", escape(number.meaning)),
        ("What goes in", _list(number.inputs)),
        ("How it is worked out", escape(number.formula)),
        ("Beware", escape(number.beware)),
    )
    told = "".join(f"<dt>{name}</dt><dd>{words}</dd>" for name, words in rows if words)
    return f"<h3>{escape(number.title)}</h3><dl>{told}</dl>"


def _list(items: Sequence[str]) -> str:
    return f"<ul>{''.join(f'<li>{escape(item)}</li>' for item in items)}</ul>" if items else ""
