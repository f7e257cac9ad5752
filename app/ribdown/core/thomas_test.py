"""The Thomas test's results: how the free thigh lies while the other knee is held to the chest."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol


class Thigh(StrEnum):
    """How the free thigh lies. Flat or above level is the test's own finding; a little or a lot is ours."""

    FLAT = "flat"
    LITTLE = "floats a little"
    LOT = "floats a lot"

    @property
    def level(self) -> int:
        """0 (flat) to 2 (floats a lot)."""
        return list(Thigh).index(self)


@dataclass(frozen=True, slots=True)
class ThomasTest:
    """One test. `tested` is aware, with the person's own offset then; None is a side that was not looked at."""

    id: str
    tested: datetime
    left: Thigh | None
    right: Thigh | None
    note: str = ""


class ThomasTests(Protocol):
    """Where results are kept. Every method raises HistoryError where the store can't do it."""

    def save(self, test: ThomasTest) -> None:
        """Write a result, replacing an earlier state of the same id."""
        ...

    def delete(self, test_id: str) -> None:
        """Take a result out. Saving it again undoes it."""
        ...

    def all(self) -> list[ThomasTest]:
        """Every result, oldest first."""
        ...
