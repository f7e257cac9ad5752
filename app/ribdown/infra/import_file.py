"""Reading an exported file, one record at a time, and refusing in words whatever is not one."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec

from ribdown.core.errors import UserError
from ribdown.infra.export_lines import END, FORMAT, HEADER, VERSION, decoded
from ribdown.infra.history_records import Record, key_of
from ribdown.infra.progress import Tell, silent

LARGEST = 160_000_000  # bytes: more than 100,000 sessions of twelve blocks
_LONGEST_LINE = 16_000_000

_AGAIN = "Nothing was changed. Export it again where it comes from."


def read_records(path: Path, tell: Tell = silent) -> Iterator[Record]:
    """The records of the file, each once. Raises UserError at the first thing that is wrong, which may be its end."""
    if path.suffix.lower() == ".csv":
        raise _refusal(path, "CSV is for spreadsheets", "Import a JSON file that Ribdown exported.")
    try:
        if not path.is_file():
            raise _refusal(path, "there is no file of that name", "Check the name.")
        size = path.stat().st_size
        if size > LARGEST:
            raise _refusal(path, f"it has {size / 1e6:.0f} MB; at most {LARGEST / 1e6:.0f} MB are allowed")
        with path.open("rb") as file:
            _check_header(path, file)
            yield from _records(path, file, size, tell)
    except OSError as error:
        raise _refusal(path, f"{error.strerror}", "Make sure that it can be read.") from error


def _records(path: Path, file: BinaryIO, size: int, tell: Tell) -> Iterator[Record]:
    seen = set[str]()  # texts: Python would look through other objects again and again, and hold up the window
    done = len(HEADER)
    for number, line in enumerate(iter(lambda: file.readline(_LONGEST_LINE), b""), 2):
        done += len(line)
        if line.strip() == END:
            if file.read(1):
                raise _refusal(path, f"something follows its end in line {number}")
            tell(1.0)
            return
        if len(line) == _LONGEST_LINE:
            raise _refusal(path, f"line {number} is too long")
        if not line.endswith(b"\n"):
            break
        record = _record(path, number, line.strip().removesuffix(b","))
        key = key_of(record)
        name = f"{key.table} {key.id}"
        if name in seen:
            raise _refusal(path, f"line {number} has {key.id!r} for the second time")
        seen.add(name)
        if number % 100 == 0:
            tell(done / size)
        yield record
    raise _refusal(path, "its end is missing")


def _record(path: Path, number: int, line: bytes) -> Record:
    try:
        return decoded(line)
    except msgspec.ValidationError as error:
        text, _, place = str(error).replace("`", "").partition(" - at ")
        where = f"line {number}, {place}" if place else f"line {number}"
        raise _refusal(path, f"{where}: {text[:1].lower()}{text[1:]}") from None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise _refusal(path, f"line {number} is not one of Ribdown's") from None


def _check_header(path: Path, file: BinaryIO) -> None:
    line = file.readline(1000).strip()
    if line == HEADER:
        return
    version = re.fullmatch(rb'\{"format":"' + FORMAT.encode() + rb'","version":(\d{1,9}),"records":\[', line)
    if version and int(version[1]) > VERSION:
        raise _refusal(path, "a newer Ribdown wrote it", "Import it with that version.")
    raise _refusal(path, "it is not a history that Ribdown exported", "Choose a JSON file that Ribdown exported.")


def _refusal(path: Path, problem: str, next_step: str = _AGAIN) -> UserError:
    return UserError(f"{path.name} can't be imported: {problem}.", next_step)
