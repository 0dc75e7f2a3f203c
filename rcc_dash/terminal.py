"""How does a terminal show that work goes on? A bar, or plain lines where there is no screen."""

from types import TracebackType
from typing import Final, NoReturn, TextIO

from tqdm import tqdm

from rcc_dash.domain.progress import Progress

_FORMAT: Final = "{percentage:3.0f}% |{bar:30}| {desc}"
_STEPS: Final = 100
_LINE_EVERY: Final = 5
"""Percentage points between two plain lines, so that a log stays short."""


class progress_bar:  # noqa: N801 -- read as a verb: `with progress_bar(file) as progress:`
    """Show progress while a block runs, and leave the screen clean after it."""

    def __init__(self, file: TextIO) -> None:
        """Show it in this stream."""
        self._file = file
        self._bar: tqdm[NoReturn] | None = None
        self._last_line = -_LINE_EVERY

    def __enter__(self) -> Progress:
        """Give the function to call."""
        return self._draw if self._file.isatty() else self._write

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        """Remove the bar."""
        if self._bar is not None:
            self._bar.close()

    def _draw(self, share: float, doing: str) -> None:
        if self._bar is None:
            self._bar = tqdm(total=_STEPS, file=self._file, bar_format=_FORMAT, leave=False)
        self._bar.n = round(min(max(share, 0.0), 1.0) * _STEPS)
        self._bar.set_description_str(doing, refresh=True)

    def _write(self, share: float, doing: str) -> None:
        percent = round(share * 100)
        is_end = percent == _STEPS and self._last_line < _STEPS
        if is_end or percent >= self._last_line + _LINE_EVERY:
            self._last_line = percent
            print(f"{percent:3d}%  {doing}", file=self._file, flush=True)
