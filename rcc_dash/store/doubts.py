"""What is doubtful about a row only when other files are there to hold it against?

Found by the build, row by row, and said with the row; the row is kept. Codes: design/sources.md 7.4.
"""

from typing import Final

import pandas as pd

_CORRECT: Final = "Correct the return that is wrong and load it again."
_SEE_DATES: Final = "See whether the date of birth or the episode's dates are wrong."

DOUBTS: Final = {
    "NO_HEADER": (
        "I02", "The child has an episode, and is not in the same return's file of children.",
        "Add the child to the file of children, or correct the id.",
    ),
    "BORN_DIFFERS": ("I03", "The month of birth differs from the latest return's, which counts.", _CORRECT),
    "SEX_DIFFERS": ("I03", "The sex differs from the latest return's, which counts.", _CORRECT),
    "ETHNIC_DIFFERS": ("I03", "The ethnicity differs from the latest return's, which counts.", _CORRECT),
    "UNBORN": ("I04", "The episode starts before the child was born.", _SEE_DATES),
    "GROWN_UP": ("I04", "The episode starts after the child's 18th birthday.", _SEE_DATES),
    "TOO_YOUNG": (
        "C08", "A child under 16 is in a placement for those of 16 and over.",
        "See whether the placement code or the date of birth is wrong.",
    ),
    "ORDER_WRONG_PLACE": (
        "E14", "The order runs while the child is in a placement where there can be none (K1, P1, R5, K3).",
        "See whether the order's dates or the placement are wrong.",
    ),
    "ORDER_ODD_PLACE": (
        "E14", "The order runs while the child is in a placement other than K2, Z12 or Z13.",
        "See whether the order's dates or the placement are wrong.",
    ),
    "ORDER_WITHOUT_CARE": (
        "E14", "The order begins when the child was not looked after, or has no end though care has ended.",
        "End the order, or correct its dates.",
    ),
    "COST_JUMPED": (
        "K06", "The weekly cost is over half more, or over half less, than in the extract before.",
        "See whether the cost is of the year so far in both.",
    ),
}  # fmt: skip
"""By rule: code, what, and how to mend it. All are warnings."""


def meanings() -> pd.DataFrame:
    """Give the doubts as a build's SQL joins them: rule, code, what, fix."""
    told = [(rule, *meaning) for rule, meaning in DOUBTS.items()]
    return pd.DataFrame(told, columns=["rule", "code", "what", "fix"], dtype="str")
