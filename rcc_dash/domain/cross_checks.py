"""What can be wrong between two sources, in plain words? Codes of design/sources.md 7.4.

X04 (one child open in two LAs) is not among them: children are pseudonymised LA by LA, so that no
two LAs' records can be told to be of one child.
"""

from dataclasses import dataclass
from typing import Final

from rcc_dash.domain.problems import Severity

_HOME_SYSTEM: Final = "Check the URN of these placements in the case system."
_BOTH: Final = "See which of the two sources is wrong, and correct it there."


@dataclass(frozen=True, slots=True)
class CrossCheck:
    """One check between two sources: its code, how grave it is, what it found and how to mend it."""

    code: str
    severity: Severity
    what: str
    fix: str


def _by_code(*checks: tuple[str, Severity, str, str]) -> dict[str, CrossCheck]:
    return {code: CrossCheck(code, *rest) for code, *rest in checks}  # type: ignore[arg-type]  # the rest is of fixed shape


_WARN: Final = Severity.WARNING
_INFO: Final = Severity.INFO

CROSS_CHECKS: Final = _by_code(
    ("X01", _WARN, "Census and 903 returns differ by over 10% in children placed with others.", _BOTH),
    ("X02", _WARN, "In the census, but not looked after on the day by the 903 returns.",
     "See whether the child's id is the same in both, and whether an episode is missing."),
    ("X03a", _INFO, "A cost for a child who is not looked after on the day by the 903 returns.", _BOTH),
    ("X03b", _INFO, "Looked after on the day, but without a cost in the LA's extract.",
     "Ask for the placement's cost; with parents and for adoption none is expected."),
    ("X05", _WARN, "Over a quarter more or fewer children than a year before.",
     "See whether the return is whole and of the right LA and year."),
    ("E13", _WARN, "Open at the end of this year's return, and not in the next one.",
     "Load a corrected return that tells how the placement ended."),
    ("G07", _WARN, "The LA of placement differs from the one of the 903 episode's postcode.", _BOTH),
    ("U04", _WARN, "The children's home is on no Ofsted list that is loaded.", _HOME_SYSTEM),
    ("U05", _WARN, "The home was not registered when the child came, or is not on the day.", _HOME_SYSTEM),
    ("U06", _WARN, "A secure placement in a home that is not secure, or the reverse.", _HOME_SYSTEM),
    ("U07", _WARN, "The provider's kind differs from the home's sector at Ofsted.", _HOME_SYSTEM),
    ("U08", _WARN, "The placement's postcode differs from the home's at Ofsted.", _HOME_SYSTEM),
    ("U09", _WARN, "Own provision outside the LA, or another LA's inside it.", _HOME_SYSTEM),
    ("U10", _INFO, "The number is of an agency, not of a home: where the child lives is not known by it.",
     "Give the home's own URN."),
    ("U11", _WARN, "In a home with more of the regions' children than it has registered places.",
     "See whether placements that ended were closed, and whether the home has several buildings."),
    ("U12", _WARN, "The census calls the placement unregistered, but Ofsted lists its home.", _BOTH),
)  # fmt: skip
"""Every check between sources, by code."""
