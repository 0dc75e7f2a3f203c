"""Ask each question once: the same question of the same data by the same rule has one answer."""

from collections.abc import Callable, Hashable
from functools import lru_cache
from typing import ParamSpec, TypeVar, cast

_P = ParamSpec("_P")
_T = TypeVar("_T")


def ask(question: Callable[_P, _T], *args: _P.args, **kwargs: _P.kwargs) -> _T:
    """Answer from memory if this was asked before.

    Safe to share between readers: the key holds the build, the rule (protected or exact) and
    the filter, and answers hold display figures only. Treat them as read-only.
    """
    if kwargs:
        message = "questions take their values in order"
        raise TypeError(message)
    return cast("_T", _answer(question, args))


@lru_cache(maxsize=512)
def _answer(question: Callable[..., object], args: tuple[Hashable, ...]) -> object:
    return question(*args)
