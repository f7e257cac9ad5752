"""What a setting may be, and how a value that it may not be is said.

Settings are read on the way to the first window, where msgspec's import alone would take a tenth of the time.
"""

from collections.abc import Sequence
from enum import StrEnum

from ribdown.core.errors import ContentError

_LONGEST = 200


class Switch:
    """On or off. As in all of these, `read` takes a key and the value that a file has for it; it gives the value typed,
    and raises ContentError where that is not allowed."""

    def read(self, key: str, value: object) -> bool:
        """True or false."""
        if isinstance(value, bool):
            return value
        raise refused(key, value, "true or false")


class Unit(StrEnum):
    """What a whole number counts."""

    NONE = ""
    SECONDS = "s"
    PER_CENT = "%"
    MINUTE_OF_DAY = "minute of the day"


class Whole:
    """A whole number from `low` to `high`. `steps` are those that are offered where not all of them are."""

    def __init__(self, low: int, high: int, unit: Unit = Unit.NONE, steps: Sequence[int] = ()) -> None:
        self.low = low
        self.high = high
        self.unit = unit
        self.steps = steps

    def read(self, key: str, value: object) -> int:
        """The number."""
        if isinstance(value, int) and not isinstance(value, bool) and self.low <= value <= self.high:
            return value
        raise refused(key, value, f"{self.low}–{self.high}")


class Choice:
    """One of an enumeration's values."""

    def __init__(self, choices: type[StrEnum]) -> None:
        self.choices = choices

    def read(self, key: str, value: object) -> StrEnum:
        """The enumeration's member."""
        if isinstance(value, str) and value in self.choices.__members__.values():
            return self.choices(value)
        raise refused(key, value, ", ".join(self.choices))


class Line:
    """A line of text. What it may say is known only where it is used."""

    def read(self, key: str, value: object) -> str:
        """The text."""
        if isinstance(value, str) and len(value) <= _LONGEST and value.isprintable():
            return value
        raise refused(key, value, f"a line of at most {_LONGEST} characters")


class Texts:
    """Any number of texts."""

    def read(self, key: str, value: object) -> tuple[str, ...]:
        """The texts."""
        texts = []
        for index, item in enumerate(_list(key, value)):
            if not isinstance(item, str):
                raise refused(f"{key}[{index}]", item, "text")
            texts.append(item)
        return tuple(texts)


class Wholes:
    """`count` whole numbers, each as `each` allows."""

    def __init__(self, count: int, each: Whole) -> None:
        self.count = count
        self.each = each

    def read(self, key: str, value: object) -> tuple[int, ...]:
        """The numbers."""
        numbers = _list(key, value)
        if len(numbers) != self.count:
            raise refused(key, value, f"a list of length {self.count}")
        return tuple(self.each.read(f"{key}[{index}]", number) for index, number in enumerate(numbers))


class Weekdays:
    """Any days of the week, each once, as numbers from 0 for Monday to 6."""

    def read(self, key: str, value: object) -> tuple[int, ...]:
        """The days in order."""
        each = Whole(0, 6)
        return tuple(sorted({each.read(f"{key}[{index}]", day) for index, day in enumerate(_list(key, value))}))


Allowed = Switch | Whole | Choice | Line | Texts | Wholes | Weekdays


def refused(key: str, value: object, allowed: str) -> ContentError:
    """Says that the value of a key is not allowed, and what is."""
    return ContentError(key, f"{said(value)} is not allowed; allowed: {allowed}")


def said(value: object) -> str:
    """A value of a TOML file, as it is said to a person."""
    match value:
        case bool():
            return str(value).lower()
        case dict():
            return "a table"
        case list():
            return f"a list of {len(value)}"
        case str():
            return repr(value)
    return str(value)


def _list(key: str, value: object) -> list[object]:
    if isinstance(value, list):
        return value
    raise refused(key, value, "a list")
