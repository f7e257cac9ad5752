"""One value in a JSON file: written whole or not at all, and never deleted."""

from datetime import date
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

import msgspec

from ribdown.core.errors import UserError
from ribdown.infra.paths import free_name
from ribdown.infra.whole_file import write_whole

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

    A file of a higher `version` than this is a newer Ribdown's. What is there and can be neither read nor set aside is
    not replaced as long as Ribdown runs."""

    def __init__(self, path: Path, version: int, new: T, wording: Wording) -> None:
        self._path = path
        self._version = version
        self._new = new
        self._wording = wording
        self._in_the_way = False

    def load(self, today: date) -> tuple[T, UserError | None]:
        """The value, and what the person has to be told about it.

        A file that can't be read, is damaged or newer is set aside under a name dated `today`, and the value is a new
        one.
        """
        try:
            content = self._path.read_bytes()
        except FileNotFoundError:
            return self._new, None
        except OSError as error:
            return self._new, self._set_aside(today, f"{self._wording.unread}: {error.strerror}")
        try:
            kept = msgspec.json.decode(content, type=_Kept)
            if kept.version > self._version:
                return self._new, self._set_aside(today, self._wording.newer)
            return msgspec.json.decode(kept.state, type=type(self._new)), None
        except (msgspec.MsgspecError, UserError, UnicodeDecodeError, RecursionError):
            return self._new, self._set_aside(today, self._wording.unread)

    def save(self, state: T) -> None:
        """Write the value. Raises UserError where that fails; the file is as it was then."""
        if self._in_the_way:
            raise UserError(f"{self._wording.unsaved}: the file that is there can't be read.", self._step_aside())
        try:
            write_whole(self._path, msgspec.json.encode(_Kept(self._version, msgspec.Raw(msgspec.json.encode(state)))))
        except OSError as error:
            raise UserError(
                f"{self._wording.unsaved}: {error.strerror}.",
                f"Make sure that {self._path.parent} can be written and has space.",
            ) from error

    def _set_aside(self, today: date, what: str) -> UserError:
        try:
            aside = free_name(self._path, f"unreadable-{today}")
            self._path.rename(aside)
        except OSError:
            self._in_the_way = True
            return UserError(f"{what}. The file could not be set aside, and is not replaced.", self._step_aside())
        return UserError(
            f"{what}. The file was set aside, nothing was deleted. {self._wording.afresh}",
            f"The old one is {aside.name}.",
        )

    def _step_aside(self) -> str:
        return f"Make sure that {self._path.parent} can be written, then start Ribdown again."
