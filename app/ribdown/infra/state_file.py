"""One value in a JSON file: written whole or not at all, and never deleted."""

import os
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

import msgspec

from ribdown.core.errors import UserError
from ribdown.infra.paths import free_name

T = TypeVar("T")


class Wording(NamedTuple):
    """What is said where something goes wrong: `unread`, `newer` and `unsaved` are sentences without their full stop,
    `afresh` is a sentence that says what holds now."""

    unread: str
    newer: str
    unsaved: str
    afresh: str


class _Kept(msgspec.Struct):
    version: int
    state: msgspec.Raw = msgspec.Raw(b"null")


class StateFile(Generic[T]):
    """The file at `path`, which holds a `new`, or another value of its type. It need not exist, nor its folder.

    A file of a higher `version` than this is a newer Ribdown's."""

    def __init__(self, path: Path, version: int, new: T, wording: Wording) -> None:
        self._path = path
        self._version = version
        self._new = new
        self._wording = wording

    def load(self, today: date) -> tuple[T, UserError | None]:
        """The value, and what the person has to be told about it.

        A damaged or newer file is set aside under a name dated `today`, and the value is a new one.
        """
        try:
            content = self._path.read_bytes()
        except FileNotFoundError:
            return self._new, None
        except OSError as error:
            return self._new, UserError(
                f"{self._wording.unread}: {error.strerror}.", f"Make sure that {self._path} can be read."
            )
        try:
            kept = msgspec.json.decode(content, type=_Kept)
            if kept.version > self._version:
                return self._new, self._set_aside(today, self._wording.newer)
            return msgspec.json.decode(kept.state, type=type(self._new)), None
        except (msgspec.MsgspecError, UserError, UnicodeDecodeError, RecursionError):
            return self._new, self._set_aside(today, self._wording.unread)

    def save(self, state: T) -> None:
        """Write the value. Raises UserError where that fails; the file is as it was then."""
        new = self._path.with_name(f"{self._path.name}.new")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with new.open("wb") as file:
                file.write(msgspec.json.encode(_Kept(self._version, msgspec.Raw(msgspec.json.encode(state)))))
                file.flush()
                os.fsync(file.fileno())
            new.replace(self._path)
        except OSError as error:
            with suppress(OSError):
                new.unlink()
            raise UserError(
                f"{self._wording.unsaved}: {error.strerror}.",
                f"Make sure that {self._path.parent} can be written and has space.",
            ) from error

    def _set_aside(self, today: date, what: str) -> UserError:
        try:
            aside = free_name(self._path, f"unreadable-{today}")
            self._path.rename(aside)
        except OSError:
            return UserError(
                f"{what}. The file could not be set aside.",
                f"Make sure that {self._path.parent} can be written, then start Ribdown again.",
            )
        return UserError(
            f"{what}. The file was set aside, nothing was deleted. {self._wording.afresh}",
            f"The old one is {aside.name}.",
        )
