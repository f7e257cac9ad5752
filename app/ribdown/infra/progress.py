"""How far a long task is, for whoever waits for it."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")

# Told the share that is done, 0–1, every so often. It may raise to end the task, which then has changed nothing.
Tell = Callable[[float], None]


class Cancelled(Exception):  # noqa: N818 - nothing went wrong
    """What a `Tell` raises where the person does not want to wait any longer."""


def silent(share: float) -> None:
    """A `Tell` for a task that nobody watches."""


def counted(items: Iterable[T], total: int, tell: Tell, *, every: int = 100) -> Iterator[T]:
    """The same items, and `tell` knows how many of the `total` have gone by, after `every` so many."""
    for number, item in enumerate(items):
        if number % every == 0:
            tell(min(number / max(total, 1), 1.0))
        yield item
    tell(1.0)


def rising(tell: Tell) -> Tell:
    """For a task that may begin anew: what was told is not taken back."""
    most = 0.0

    def told(share: float) -> None:
        nonlocal most
        most = max(most, share)
        tell(most)

    return told


def share_of(tell: Tell, first: float, last: float) -> Tell:
    """For a part of a task: what is done of it lies between these shares of the whole."""
    return lambda share: tell(first + (last - first) * share)
