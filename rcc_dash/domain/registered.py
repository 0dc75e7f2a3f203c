"""Every entry of the register, and how one is found by name."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Final

from rcc_dash.domain.register import PARTS, Entry
from rcc_dash.domain.register_figures import figures, official
from rcc_dash.domain.register_lists import lists
from rcc_dash.domain.register_words import limits, needs, protected, sources, worked

EVERYTHING: Final = "all"
_OF_PART: Final[Mapping[str, Callable[[], Iterable[Entry]]]] = {
    "figures": figures,
    "worked": worked,
    "protected": protected,
    "sources": sources,
    "needs": needs,
    "limits": limits,
    "lists": lists,
    "official": official,
}


@cache
def register() -> Mapping[str, Entry]:
    """Give every entry by code, in the order of the parts; a code is never given twice."""
    found = [entry for part in PARTS for entry in _OF_PART[part]()]
    named = {entry.code: entry for entry in found}
    if len(named) < len(found):
        alike = Counter(entry.code for entry in found)
        message = f"entries share a code: {sorted(code for code, times in alike.items() if times > 1)}"
        raise ValueError(message)
    return named


@cache
def entry_options() -> Mapping[str, str]:
    """Give every entry as an option: its name, and what kind it is where the name alone would not tell."""
    alike = Counter(entry.title for entry in register().values())
    return {
        EVERYTHING: "Everything",
        **{code: _option(entry, alike[entry.title]) for code, entry in register().items()},
    }


def _option(of: Entry, alike: int) -> str:
    kind = of.group if alike > 1 and of.group else PARTS[of.part]
    return f"{of.title} ({kind[:1].lower()}{kind[1:]})"
