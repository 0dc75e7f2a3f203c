"""What is noted twice for a release must be the same both times."""

from collections.abc import Callable
from datetime import date

import pandas as pd
import pytest

from rcc_dash.domain.headline import Figure
from rcc_dash.domain.released import Key
from rcc_dash.store.noting import Notes, Noting

KEY = Key("cost", "", date(2025, 3, 31), "gm")
CELLS = pd.DataFrame({"la_code": ["E08000001", "E08000002"], "children": [120, 100]})


class OfNothing(Noting):
    """Notes down what it is told, of no build."""

    def __init__(self) -> None:
        self.notes = Notes()


@pytest.mark.parametrize(
    ("note", "one", "other"),
    [
        (lambda to, it: to.note(KEY, it), CELLS, CELLS.assign(children=[120, 105])),
        (lambda to, it: to.note_beds(KEY, it), CELLS, CELLS.assign(children=[120, 105])),
        (lambda to, it: to.note_slices(KEY, it), CELLS, CELLS.assign(children=[120, 105])),
        (lambda to, it: to.note_figure(KEY, "middle", it), Figure(4.5), Figure(4.6)),
        (lambda to, it: to.note_figure(KEY, "middle", it), Figure(4.5), Figure(4.5, "[high]")),
        (lambda to, it: to.note_figure(KEY, "middle", it), Figure(4.5), Figure(None, "[x]")),
        (lambda to, it: to.note_numbers(KEY, it), {"a": 1.0, "b": 2.0}, {"a": 1.0, "b": 3.0}),
        (lambda to, it: to.note_numbers(KEY, it), {"a": 1.0, "b": 2.0}, {"a": 1.0}),
        (lambda to, it: to.note_numbers(KEY, it), {"a": 1.0}, {"a": 1.0, "b": 2.0}),
    ],
    ids=["cells", "homes", "slices", "figure", "mark", "hidden", "number", "one less", "one more"],
)
def test_other_numbers_under_the_same_question_are_refused(
    note: Callable[[Noting, object], None], one: object, other: object
) -> None:
    noting = OfNothing()
    note(noting, one)
    note(noting, one)
    with pytest.raises(ValueError, match="two different numbers"):
        note(noting, other)
    assert set(noting.notes.questions()) == {KEY}


def test_the_day_that_a_figure_is_of_is_its_questions_own() -> None:
    noting = OfNothing()
    noting.note_figure(KEY, "middle", Figure(4.5))
    noting.note_figure(KEY, "middle", Figure(4.5, as_of=KEY.as_of))
    assert len(noting.notes.figures) == 1
