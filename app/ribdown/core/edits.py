"""The changes to a value, in order, to be undone and done again."""

from dataclasses import dataclass, replace
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Edits(Generic[T]):
    """`now` is the value that holds. `past` are those before it, newest last, `future` those that were undone, nearest
    last. `run` names what is being typed, which is undone as one."""

    now: T
    past: tuple[T, ...] = ()
    future: tuple[T, ...] = ()
    run: str = ""

    def changed(self, value: T, run: str = "") -> "Edits[T]":
        """After a change. One that changes nothing is none."""
        if value == self.now:
            return self
        same = bool(run) and run == self.run
        return Edits(value, self.past if same else (*self.past, self.now), (), run)

    def settled(self) -> "Edits[T]":
        """After the end of what was typed."""
        return replace(self, run="")

    def undone(self) -> "Edits[T]":
        """Before the last change, where there is one."""
        if not self.past:
            return self
        return Edits(self.past[-1], self.past[:-1], (*self.future, self.now))

    def redone(self) -> "Edits[T]":
        """After the change that was undone last, where there is one."""
        if not self.future:
            return self
        return Edits(self.future[-1], (*self.past, self.now), self.future[:-1])
