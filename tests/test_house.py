"""The sizes and shapes of the house: small modules, short functions, SQL that says what it is."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from rcc_dash.store.statements import names, statement

PROJECT = Path(__file__).resolve().parent.parent
MODULE_LINES = 200
BODY_LINES = 25
NESTING = 3
TOP_LEVEL = {
    "app.py", "pages", "data", "rcc_dash", "tests", "bench", "requirements.txt", "requirements-dev.txt",
    "pyproject.toml", "README.md", "CHANGELOG.md", "LICENSE",
}  # fmt: skip
BLOCKS = (ast.If, ast.For, ast.While, ast.With, ast.Try, ast.Match, ast.AsyncFor, ast.AsyncWith)
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
FILES = [
    PROJECT / "app.py",
    *(
        path
        for folder in ("pages", "rcc_dash", "bench", "tests")
        for path in sorted((PROJECT / folder).rglob("*.py"))
    ),
]
SQL_FOLDERS = ("", *sorted(path.name for path in (PROJECT / "rcc_dash/store/sql").iterdir() if path.is_dir()))
QUESTIONS = [name for folder in SQL_FOLDERS for name in names(folder)]


def functions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    yield from (node for node in ast.walk(tree) if isinstance(node, FUNCTIONS))


def body_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Count the lines of a body, its docstring left out."""
    body = function.body[1:] if ast.get_docstring(function) is not None else function.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def nesting(node: ast.AST) -> int:
    """Count how many blocks lie in one another; `elif` is no deeper than its `if`."""
    return max((_depth(child, node) for child in ast.iter_child_nodes(node)), default=0)


def _depth(child: ast.AST, parent: ast.AST) -> int:
    is_elif = isinstance(child, ast.If) and isinstance(parent, ast.If) and child in parent.orelse
    return nesting(child) + (isinstance(child, BLOCKS) and not is_elif)


def shown(path: Path) -> str:
    return str(path.relative_to(PROJECT))


def test_no_module_is_longer_than_two_hundred_lines() -> None:
    lengths = {shown(path): len(path.read_text(encoding="utf-8").splitlines()) for path in FILES}
    assert {path: lines for path, lines in lengths.items() if lines > MODULE_LINES} == {}


def test_no_function_is_longer_than_twenty_five_lines() -> None:
    found = [
        f"{shown(path)}:{function.lineno} {function.name} {body_lines(function)}"
        for path in FILES
        for function in functions(ast.parse(path.read_text(encoding="utf-8")))
        if body_lines(function) > BODY_LINES
    ]
    assert found == []


def test_no_function_is_nested_deeper_than_three() -> None:
    found = [
        f"{shown(path)}:{function.lineno} {function.name}"
        for path in FILES
        for function in functions(ast.parse(path.read_text(encoding="utf-8")))
        if nesting(function) > NESTING
    ]
    assert found == []


def test_lengths_and_depths_are_counted_as_a_person_would() -> None:
    source = 'def f(x):\n    """Say.\n\n    More.\n    """\n'
    source += "    if x:\n        for y in x:\n            g(y)\n    elif y:\n        g(x)\n    return x\n"
    function = next(functions(ast.parse(source)))
    assert (body_lines(function), nesting(function)) == (6, 2)


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_sql_file_says_what_it_asks_takes_and_gives(name: str) -> None:
    told = statement(name)
    header = (PROJECT / "rcc_dash/store/sql" / f"{name}.sql").read_text(encoding="utf-8").split("\n\n")[0]
    assert "?" in told.purpose or "/" in name
    assert "\n-- Parameters:" in header
    assert "\n-- Columns" in header
    assert set(told.parameters) == set(told.bound)
    assert told.grain
    assert told.columns or "/" in name  # a build step that adds rows names the table instead


def test_the_top_level_holds_only_what_a_newcomer_expects() -> None:
    found = {path.name for path in PROJECT.iterdir() if not path.name.startswith(".")}
    passing = {"__pycache__"} | {path.parent.name for path in PROJECT.glob("*/pyvenv.cfg")}
    assert found - passing <= TOP_LEVEL
