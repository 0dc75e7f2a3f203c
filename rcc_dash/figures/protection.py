"""What was done to the numbers: in one line, and in plain words behind it for whoever asks."""

from html import escape
from typing import Final

from rcc_dash.domain.disclosure import Rule
from rcc_dash.domain.protection_words import EXACT, LINES, rules_told
from rcc_dash.domain.words import counted

_SUMMARY: Final = "What was done to these numbers, and why"


def treated_words(rule: Rule) -> str:
    """Say in one line what was done to the counts of children."""
    return EXACT if rule.exact else LINES[rule.method]


def hidden_words(number: int, one: str) -> str:
    """Say, to go on from the line above, how many cells or shares of a page are hidden; blank for none."""
    return f" {counted(number, f'{one} is', f'{one}s are')} hidden here." if number else ""


def protection_html(rule: Rule) -> str:
    """Draw one closed line that opens the rules in plain words; blank for exact figures."""
    if rule.exact:
        return ""
    told = rules_told(rule.method)
    rows = "".join(f"<dt>{escape(name)}</dt><dd>{escape(words)}</dd>" for name, words in told.items())
    return f'<details class="explained"><summary>{_SUMMARY}</summary><dl>{rows}</dl></details>'
