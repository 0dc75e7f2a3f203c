"""What becomes of a file in the drop-folder? It moves to `loaded`, or `refused` with the reason beside it."""

import os
from pathlib import Path
from typing import Final

from rcc_dash.errors import UserError
from rcc_dash.intake.found import LOADED, REFUSED, Found
from rcc_dash.settings import DataHome

_LONGEST_BYTES: Final = 240
_LETTERS_KEPT: Final = 60
"""Of a longer name than that, in the name of its reason: file systems take 255 bytes."""


def clear(home: DataHome, file: Found, refused: UserError | None) -> None:
    """Move a file out of the way, its folders kept; an earlier one of that name is never overwritten."""
    place = home.inbox / (REFUSED if refused else LOADED) / file.path.relative_to(home.inbox)
    place.parent.mkdir(parents=True, exist_ok=True)
    moved = file.path.rename(_free(place))
    if refused:
        is_long = len(os.fsencode(moved.name)) > _LONGEST_BYTES
        name = moved.name[:_LETTERS_KEPT] if is_long else moved.name
        moved.with_name(f"{name}.reason.txt").write_text(f"{refused}\n", encoding="utf-8")


def _free(place: Path) -> Path:
    tries = (place.with_name(f"{place.stem} ({number}){place.suffix}") for number in range(2, 10_000))
    return place if not place.exists() else next(path for path in tries if not path.exists())
