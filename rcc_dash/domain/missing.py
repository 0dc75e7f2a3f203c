"""What is missing, and what can whoever reads of it do about it? The words are made here, once for each."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType
from typing import Final

from rcc_dash.domain.words import or_list


class Way(Enum):
    """How a reader comes by what is not loaded."""

    LOAD = "loads it here"
    ASK = "asks whoever may load it here"
    NEXT_RELEASE = "asks for it in the next release: nothing is loaded here"


_WORDS: Final[Mapping[Way, str]] = MappingProxyType({
    Way.LOAD: "load {} on the page Load files",
    Way.ASK: "ask for {} to be loaded",
    Way.NEXT_RELEASE: "ask for {} to be loaded for the next release",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Missing:
    """What is not there, in sentences, and what would be loaded ("SSDA903 returns")."""

    said: str
    wanted: str
    instead: tuple[str, ...] = ()
    """What else can be done, as orders: "choose a later date above"."""
    on_the_page: str = ""
    """What whoever loads it finds there, in sentences: of no use to others."""
    more: str = ""
    """What is said to everybody after it, in sentences."""

    def to(self, way: Way) -> str:
        """Say it to a reader who has this way: what is missing, and what to do."""
        todo = or_list([*self.instead, _WORDS[way].format(self.wanted)])
        there = self.on_the_page if way is Way.LOAD else ""
        return " ".join(filter(None, (self.said, f"{todo[:1].upper()}{todo[1:]}.", there, self.more)))
