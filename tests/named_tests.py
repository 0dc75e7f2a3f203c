"""Do the tests that a list names exist? A list may not outlive what it points to."""

import ast
from collections.abc import Iterable

from rcc_dash.settings import PROJECT


def missing(places: Iterable[str]) -> list[str]:
    """Give those of `folder/file.py:test_name` that are not there."""
    return [place for place in places if not _is_there(*place.split(":"))]


def _is_there(file: str, name: str) -> bool:
    tree = ast.parse((PROJECT / "tests" / file).read_text(encoding="utf-8"))
    return any(isinstance(node, ast.FunctionDef) and node.name == name for node in ast.walk(tree))
