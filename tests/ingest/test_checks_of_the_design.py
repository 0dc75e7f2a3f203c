"""Which of the coded checks of design/sources.md 7.4 are made, and how are the other cases met?

`python tests/ingest/test_checks_of_the_design.py` prints where each code is found.
"""

import re
from pathlib import Path
from typing import Final

PACKAGE: Final = Path(__file__).resolve().parents[2] / "rcc_dash"
LAST: Final = {"F": 12, "I": 8, "C": 8, "E": 14, "U": 13, "G": 9, "K": 7, "N": 6, "P": 3, "X": 5}
CODES: Final = frozenset(
    f"{letter}{number:02d}" for letter, last in LAST.items() for number in range(1, last + 1)
)
OF_THE_903_FAMILY: Final = frozenset(
    code for code in CODES if code[0] in "ICEK" or code in {"U01", "U02", "U03", "G01", "G02", "G03", "G04"}
) | {"G05", "G06", "G07", "G09"}
OTHERWISE: Final = {
    "P03": "small counts are protected where they are asked for, in domain/disclosure",
    "X04": "a child's key differs between LAs by design, so that nobody can be followed across them",
}
_CODE: Final = re.compile(r"""["']([A-Z]\d\d)[ab]?["']""")
_NOT_CHECKS: Final = "demo"
"""The demonstration's folder holds return codes that look alike (E12, U10)."""


def checks_found() -> dict[str, set[str]]:
    """Say in which files of the package each code stands."""
    found: dict[str, set[str]] = {}
    files = (path for kind in ("*.py", "*.sql") for path in sorted(PACKAGE.rglob(kind)))
    for path in files:
        if _NOT_CHECKS not in path.relative_to(PACKAGE).parts:
            for code in _CODE.findall(path.read_text(encoding="utf-8")):
                found.setdefault(code, set()).add(path.name)
    return found


def test_the_checks_of_the_903_family_and_of_costs_are_all_made() -> None:
    assert OF_THE_903_FAMILY - set(checks_found()) == set()


def test_every_other_check_is_made_or_its_case_is_met_otherwise() -> None:
    assert CODES - set(checks_found()) <= set(OTHERWISE)


if __name__ == "__main__":
    places = checks_found()
    for one in sorted(CODES):
        print(one, ", ".join(sorted(places.get(one, ()))) or f"- {OTHERWISE[one]}")  # noqa: T201 - for the closing note
