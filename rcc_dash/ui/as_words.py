"""Words of somebody else's (a file's name, a heading) where Streamlit reads Markdown."""

import re
from typing import Final

_MARKS: Final = re.compile(r"[\\\[`<$*~]")


def as_words(text: str) -> str:
    """Give a text that is drawn as it stands: no picture is fetched, no link or colour made of it."""
    return _MARKS.sub(lambda mark: f"\\{mark[0]}", text)
