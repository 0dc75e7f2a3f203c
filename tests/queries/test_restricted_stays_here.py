"""What only restricted lists tell reaches no page, link or download: one question reads it, for one use."""

import re

from rcc_dash.settings import PROJECT

SQL = PROJECT / "rcc_dash" / "store" / "sql"
CODE = [path for folder in ("rcc_dash", "pages") for path in (PROJECT / folder).rglob("*.py")]


def test_only_the_question_for_names_reads_the_lists_themselves() -> None:
    reads = re.compile(r"\b(home_listing|supported_premises)\b")
    found = {path.stem for path in SQL.glob("*.sql") if reads.search(path.read_text(encoding="utf-8"))}
    assert found == {"homes_to_name"}


def test_that_question_is_asked_where_a_person_decides_on_names_and_nowhere_else() -> None:
    asked = [path.name for path in CODE if "homes_to_name" in path.read_text(encoding="utf-8")]
    assert asked == ["names.py"]
