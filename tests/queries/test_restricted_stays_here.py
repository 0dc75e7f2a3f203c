"""What only restricted lists tell reaches no link or download: two questions read it, each for one use."""

import re
from datetime import date
from typing import cast

import pytest

from rcc_dash.domain.disclosure import Rule
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.register import own_register
from rcc_dash.settings import PROJECT
from rcc_dash.store.warehouse import Warehouse

SQL = PROJECT / "rcc_dash" / "store" / "sql"
USES = {"register_names": {"register.py"}, "own_register": {"register.py", "register_panel.py"}}
CODE = [path for folder in ("rcc_dash", "pages") for path in (PROJECT / folder).rglob("*.py")]


def test_only_the_questions_for_names_read_the_lists_themselves() -> None:
    reads = re.compile(r"\b(home_listing|supported_premises)\b")
    found = {path.stem for path in SQL.glob("*.sql") if reads.search(path.read_text(encoding="utf-8"))}
    assert found == {"homes_to_name", "register_names"}


def test_that_question_is_asked_where_a_person_decides_on_names_and_nowhere_else() -> None:
    asked = [path.name for path in CODE if "homes_to_name" in path.read_text(encoding="utf-8")]
    assert asked == ["names.py"]


def test_names_of_the_own_register_are_drawn_in_exact_figures_and_nowhere_else() -> None:
    asked = {name: {path.name for path in CODE if name in path.read_text(encoding="utf-8")} for name in USES}
    assert asked == USES
    with pytest.raises(ValueError, match="exact figures on"):
        own_register(Reader(cast("Warehouse", None), Rule("pepper")), ("E08000001",), date(2025, 3, 31))
