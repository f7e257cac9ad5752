"""How far a long task is, for whoever waits for it."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")

# Told the share that is done, 0–1, every so often. It may raise to end the task, which then has changed nothing.
Tell = Callable[[float], None]

_EVERY = 100


class Cancelled(Exception):  # noqa: N818 - nothing went wrong
    """What a `Tell` raises where the person does not want to wait any longer."""


def silent(share: float) -> None:
    """A `Tell` for a task that nobody watches."""


def counted(items: Iterable[T], total: int, tell: Tell) -> Iterator[T]:
    """The same items, and `tell` knows how many of the `total` have gone by."""
    for number, item in enumerate(items):
        if number % _EVERY == 0:
            tell(min(number / max(total, 1), 1.0))
        yield item
    tell(1.0)
