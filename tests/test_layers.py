"""One direction of imports, and nobody below the top reads a clock or the environment.

Every rule is a function from a module to what breaks it, tried on small made-up modules
before it is trusted with the real ones.
"""

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent
_CLI = "cli_text cli_json cli_people cli_audit cli_tables cli_arguments cli_releases terminal"
RANKS = {
    "settings": 0, "errors": 0, "reference": 0,
    "domain": 1, "models": 1,
    "store": 2, "ingest": 2, "demo": 2, "geography": 2,
    "intake": 3,
    "queries": 4, "figures": 4, "export": 4,
    "ui": 5, "notebooks": 5, **dict.fromkeys(["cli", *_CLI.split()], 5), "__main__": 6, "app": 6, "pages": 6,
}  # fmt: skip
SIDEWAYS = {"demo": "ingest", "reference": "settings errors", "cli": _CLI, "cli_tables": "notebooks"}
KEPT_TO = {
    "streamlit": {"ui", "pages", "app"},
    "duckdb": {"store"},
    "pydeck": {"figures"},
    "altair": {"figures"},
}
PAGE_MAY_IMPORT = {"ui", "queries", "figures", "export", "streamlit"}
PAGE_LINES = 60
READS = re.compile(
    r"\b(datetime|date|dt|Timestamp)\.(now|today|utcnow)$|^time\.(time|time_ns|localtime|gmtime|strftime)$"
    r"|^os\.(environ|getenv)|^sys\.argv|^Path\.(home|cwd)$"
)
OPENS = re.compile(
    r"^open$|\.(open|read_(text|bytes|csv|parquet|excel|json)|write_(text|bytes)|to_(csv|parquet|excel))$"
)
DOMAIN_NEVER_IMPORTS = {"os", "io", "pathlib", "time", "sys", "shutil", "tempfile", "urllib", "socket"}
SQL_CLOCK = re.compile(r"\b(current_(date|time|timestamp)|now\s*\(|today\s*\()", re.IGNORECASE)


@dataclass(frozen=True)
class Module:
    path: str
    tree: ast.Module
    lines: int

    @property
    def room(self) -> str:
        parts = Path(self.path).with_suffix("").parts
        return parts[1] if parts[0] == "rcc_dash" and len(parts) > 1 else parts[0]


@dataclass(frozen=True)
class Import:
    line: int
    module: str
    names: tuple[str, ...]
    level: int

    @property
    def room(self) -> str:
        """Say which room of ours is meant; blank for other people's packages."""
        parts = self.module.split(".")
        if parts[0] != "rcc_dash":
            return parts[0] if parts[0] in {"app", "pages"} else ""
        return parts[1] if len(parts) > 1 else next(iter(self.names), "")


def module(path: str, source: str) -> Module:
    return Module(path, ast.parse(source), len(source.splitlines()))


def imports(found: Module) -> Iterator[Import]:
    for node in ast.walk(found.tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Import(node.lineno, alias.name, (), 0)
        elif isinstance(node, ast.ImportFrom):
            yield Import(
                node.lineno, node.module or "", tuple(alias.name for alias in node.names), node.level
            )


def dotted(found: Module) -> Iterator[tuple[int, str]]:
    """Give every name or dotted name that is read, by line: `os.environ`, `datetime.now`."""
    for node in ast.walk(found.tree):
        if isinstance(node, ast.Attribute | ast.Name):
            yield node.lineno, ast.unparse(node)


def wrong_direction(found: Module) -> Iterator[str]:
    for used in imports(found):
        if used.level:
            yield f"{found.path}:{used.line} relative import"
        if found.room == "models" and used.room not in {"", "models", "settings"}:
            yield f"{found.path}:{used.line} models imports {used.room}"
        if not used.room or used.room in (found.room, *SIDEWAYS.get(found.room, "").split()):
            continue
        if used.room not in RANKS or RANKS[used.room] >= RANKS.get(found.room, 0):
            yield f"{found.path}:{used.line} {found.room} imports {used.room}"


def private(found: Module) -> Iterator[str]:
    used = [one for one in imports(found) if one.module.split(".")[0] == "rcc_dash"]
    named = [name for one in used for name in (*one.module.split("."), *one.names)]
    modules = {name for name in named if name[0].islower()}
    reached = [name for _, name in dotted(found) if name.partition(".")[0] in modules]
    for name in (*named, *(name.partition(".")[2] for name in reached)):
        if name.startswith("_") and not name.endswith("__"):
            yield f"{found.path} {name}"


def kept_packages(found: Module) -> Iterator[str]:
    for used in imports(found):
        package = used.module.split(".")[0]
        if found.room not in KEPT_TO.get(package, {found.room}):
            yield f"{found.path}:{used.line} {found.room} imports {package}"


def clock_and_environment(found: Module) -> Iterator[str]:
    """Find a clock or an environment read below ui and cli; a script may read its own arguments."""
    if RANKS.get(found.room, 0) >= RANKS["ui"]:
        return
    by_name = [(used.line, f"{used.module}.{name}") for used in imports(found) for name in used.names]
    is_script = "if __name__ == '__main__'" in ast.unparse(found.tree)
    for line, name in (*dotted(found), *by_name):
        if READS.search(name) and not (is_script and name == "sys.argv"):
            yield f"{found.path}:{line} {name}"


def domain_is_pure(found: Module) -> Iterator[str]:
    if found.room != "domain":
        return
    for used in imports(found):
        if used.module.split(".")[0] in DOMAIN_NEVER_IMPORTS:
            yield f"{found.path}:{used.line} imports {used.module}"
    yield from (f"{found.path}:{line} {name}" for line, name in dotted(found) if OPENS.search(name))


def pages_only_assemble(found: Module) -> Iterator[str]:
    if found.room not in {"pages", "app"}:
        return
    if found.lines >= PAGE_LINES:
        yield f"{found.path} has {found.lines} lines"
    for used in imports(found):
        if (used.room or used.module.split(".")[0]) not in PAGE_MAY_IMPORT:
            yield f"{found.path}:{used.line} imports {used.module}"


Rule = Callable[[Module], Iterator[str]]
BREAKERS: tuple[tuple[Rule, str, str], ...] = (
    (wrong_direction, "rcc_dash/domain/a.py", "from rcc_dash.store.raw import keep"),
    (wrong_direction, "rcc_dash/queries/a.py", "def f():\n    from rcc_dash.figures.deck import deck"),
    (wrong_direction, "rcc_dash/store/a.py", "import rcc_dash.ingest.read"),
    (wrong_direction, "rcc_dash/ingest/a.py", "from rcc_dash import demo"),
    (wrong_direction, "rcc_dash/settings.py", "from rcc_dash.errors import UserError"),
    (wrong_direction, "rcc_dash/figures/a.py", "from rcc_dash.unheard_of import x"),
    (wrong_direction, "rcc_dash/domain/a.py", "from . import places"),
    (wrong_direction, "rcc_dash/models/a.py", "from rcc_dash.domain import places"),
    (wrong_direction, "rcc_dash/models/a.py", "from rcc_dash.reference.tables import rows"),
    (private, "rcc_dash/queries/a.py", "from rcc_dash.domain.places import _plain"),
    (private, "rcc_dash/queries/a.py", "from rcc_dash.domain import places\nplaces._plain('x')"),
    (kept_packages, "rcc_dash/queries/a.py", "import streamlit as st"),
    (kept_packages, "rcc_dash/queries/a.py", "import duckdb"),
    (kept_packages, "rcc_dash/ui/a.py", "from pydeck import Layer"),
    (kept_packages, "rcc_dash/ui/a.py", "import altair as alt"),
    (clock_and_environment, "rcc_dash/intake/a.py", "from datetime import datetime\ndatetime.now()"),
    (clock_and_environment, "rcc_dash/store/a.py", "import datetime\ndatetime.date.today()"),
    (clock_and_environment, "rcc_dash/store/a.py", "from time import time"),
    (clock_and_environment, "rcc_dash/demo/a.py", "import os\nos.environ['X']"),
    (clock_and_environment, "rcc_dash/geography/a.py", "import sys\nsys.argv"),
    (domain_is_pure, "rcc_dash/domain/a.py", "from pathlib import Path"),
    (domain_is_pure, "rcc_dash/domain/a.py", "open('x')"),
    (domain_is_pure, "rcc_dash/domain/a.py", "import time"),
    (pages_only_assemble, "pages/a.py", "from rcc_dash.store.warehouse import Warehouse"),
    (pages_only_assemble, "pages/a.py", "import pandas"),
    (pages_only_assemble, "pages/a.py", "\n" * PAGE_LINES),
)  # fmt: skip
RULES = tuple(dict.fromkeys(rule for rule, _, _ in BREAKERS))
FILES = [PROJECT / "app.py", *PROJECT.glob("pages/*.py"), *PROJECT.glob("rcc_dash/**/*.py")]


@pytest.mark.parametrize(("rule", "path", "source"), BREAKERS)
def test_a_module_that_breaks_a_rule_is_found(rule: Rule, path: str, source: str) -> None:
    assert list(rule(module(path, source)))


@pytest.mark.parametrize("rule", RULES)
def test_the_project_keeps_the_rule(rule: Rule) -> None:
    found = [module(str(path.relative_to(PROJECT)), path.read_text(encoding="utf-8")) for path in FILES]
    assert [broken for one in found if one.room != "__init__" for broken in rule(one)] == []


def test_no_question_or_build_step_reads_the_clock() -> None:
    files = sorted((PROJECT / "rcc_dash" / "store").rglob("*.sql"))
    assert [path.name for path in files if SQL_CLOCK.search(path.read_text(encoding="utf-8"))] == []
