"""Reading a TOML file into a typed value. What is wrong with it is said as `FILE: KEY: what is wrong and allowed`."""

import re
import tomllib
from math import isfinite
from pathlib import Path
from typing import Any, TypeVar

from ribdown.core.errors import ContentError, UserError

T = TypeVar("T")

LARGEST = 1_000_000  # bytes


def read_table(path: Path) -> dict[str, Any]:
    """The file as a plain table. Raises UserError for everything that can be wrong with a file."""
    try:
        if path.is_dir():
            raise UserError(f"{path.name}: it is a folder; a file is needed")
        if not path.is_file():
            raise UserError(f"{path.name}: there is no file of that name")
        size = path.stat().st_size
        if size > LARGEST:
            raise UserError(f"{path.name}: the file has {size / 1e6:.1f} MB; at most {LARGEST / 1e6:g} MB is allowed")
        content = path.read_bytes()
    except OSError as error:
        raise UserError(f"{path.name}: the file can't be read: {error.strerror}") from error
    return parse_table(path.name, content)


def parse_table(name: str, content: bytes) -> dict[str, Any]:
    """The content of the file `name` as a plain table. Raises UserError where it is not TOML."""
    try:
        # Some editors put a byte order mark in front, which TOML does not know.
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise UserError(f"{name}: line {line}: the text is not UTF-8; save the file as UTF-8") from None
    try:
        return tomllib.loads(text, parse_float=_finite)
    except tomllib.TOMLDecodeError as error:
        raise UserError(f"{name}: {_with_line(str(error), text)}") from None
    except RecursionError:
        raise UserError(f"{name}: lists or tables lie too deep inside each other") from None
    except ValueError:
        raise UserError(f"{name}: a number is too long, or infinite; allowed: numbers that can be counted") from None


def to_struct(name: str, table: dict[str, Any], shape: type[T]) -> T:
    """The table of the file `name` as a `shape`. Raises UserError where it does not fit."""
    import msgspec  # not on the way to the first window

    try:
        return msgspec.convert(table, shape)
    except msgspec.ValidationError as error:
        from ribdown.infra.explained import explained  # only where something is wrong

        raise UserError(f"{name}: {as_read(explained(error, table, shape))}") from None


def as_read(error: ContentError) -> str:
    """`KEY: what is wrong`, the key without the `$` that stands for the file."""
    key = error.key.removeprefix("$").removeprefix(".")
    return f"{key}: {error.problem}" if key else error.problem


def _finite(text: str) -> float:
    """TOML knows `inf` and `nan`; no dose and no setting does."""
    number = float(text)
    if not isfinite(number):
        raise ValueError(text)
    return number


def _with_line(message: str, text: str) -> str:
    """A parser's `Problem (at line 3, column 5)` as `line 3: problem`."""
    place = re.fullmatch(r"(.*) \(at (?:line (\d+), column \d+|end of document)\)", message, re.DOTALL)
    if place is None:
        return message
    problem, line = place.groups()
    return f"line {line or len(text.splitlines())}: {problem[:1].lower()}{problem[1:]}"
