"""One module opens warehouse files: another engine would be another such module."""

import re
from pathlib import Path

ROOM = Path(__file__).resolve().parents[2] / "rcc_dash"
OF_A_FILE = re.compile(r'duckdb\.connect\((?!":memory:")')


def test_only_connect_opens_a_file_of_data() -> None:
    texts = {path.relative_to(ROOM).as_posix(): path.read_text() for path in ROOM.rglob("*.py")}
    assert {name for name, text in texts.items() if "ATTACH '" in text} == {"store/connect.py"}
    assert {name for name, text in texts.items() if OF_A_FILE.search(text)} == set()
