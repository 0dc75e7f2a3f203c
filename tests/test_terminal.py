import io

from rcc_dash.terminal import progress_bar


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_without_a_screen_it_writes_few_lines_and_always_the_last() -> None:
    log = io.StringIO()
    with progress_bar(log) as progress:
        for percent in range(100):
            progress(percent / 100, "Reading")
        progress(0.98, "Reading")
        progress(1.0, "Done")
    lines = log.getvalue().splitlines()
    assert len(lines) <= 21
    assert (lines[0], lines[-1]) == ("  0%  Reading", "100%  Done")


def test_on_a_screen_it_draws_a_bar_and_removes_it() -> None:
    screen = Screen()
    with progress_bar(screen) as progress:
        progress(0.5, "Reading list.csv")
    assert "50%" in screen.getvalue()
    assert "Reading list.csv" in screen.getvalue()
    assert screen.getvalue().rstrip(" \r").endswith("\r") or screen.getvalue().endswith("\r")
