"""Ask each question once: the same question of the same data by the same rule has one answer."""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from threading import Lock, RLock
from typing import Final, ParamSpec, TypeVar, cast

_P = ParamSpec("_P")
_T = TypeVar("_T")

_guard: Final = Lock()
_asked_now: Final[dict[Hashable, RLock]] = {}
"""Questions being answered; whoever asks one of them too waits for that answer."""


def ask(question: Callable[_P, _T], *args: _P.args, **kwargs: _P.kwargs) -> _T:
    """Answer from memory if this was asked before, or is being asked by somebody else.

    Safe to share between readers: the key holds the build, the rule (protected or exact) and
    the filter, and answers hold display figures only. Treat them as read-only.
    """
    if kwargs:
        message = "questions take their values in order"
        raise TypeError(message)
    with _alone((question, args)):
        return cast("_T", _answer(question, args))


@lru_cache(maxsize=512)
def _answer(question: Callable[..., object], args: tuple[Hashable, ...]) -> object:
    return question(*args)


@contextmanager
def _alone(key: Hashable) -> Iterator[None]:
    with _guard:
        turn = _asked_now.setdefault(key, RLock())
    try:
        with turn:
            yield
    finally:
        with _guard:
            _asked_now.pop(key, None)
