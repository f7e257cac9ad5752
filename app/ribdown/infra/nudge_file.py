"""What nudges remember, in a JSON file: written whole or not at all, and never deleted."""

import os
from contextlib import suppress
from datetime import date
from pathlib import Path

import msgspec

from ribdown.core.errors import UserError
from ribdown.core.nudges.state import NudgeState, restarted
from ribdown.infra.paths import free_name

_VERSION = 1


class _Version(msgspec.Struct):
    version: int


class _Kept(msgspec.Struct):
    version: int
    state: NudgeState


class NudgeFile:
    """The file at `path`. It need not exist, nor its folder."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self, today: date) -> tuple[NudgeState, UserError | None]:
        """The state as another run finds it, and what the person has to be told about it.

        A damaged or newer file is set aside under a name dated `today`, and the state is a new one.
        """
        try:
            content = self._path.read_bytes()
        except FileNotFoundError:
            return NudgeState(), None
        except OSError as error:
            return NudgeState(), UserError(
                f"Today's nudges could not be read: {error.strerror}.", f"Make sure that {self._path} can be read."
            )
        try:
            if msgspec.json.decode(content, type=_Version).version > _VERSION:
                return self._set_aside(today, "Today's nudges were written by a newer Ribdown.")
            return restarted(msgspec.json.decode(content, type=_Kept).state), None
        except (msgspec.MsgspecError, UserError, UnicodeDecodeError, RecursionError):
            return self._set_aside(today, "Today's nudges could not be read.")

    def save(self, state: NudgeState) -> None:
        """Write the state. Raises UserError where that fails; the file is as it was then."""
        new = self._path.with_name(f"{self._path.name}.new")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with new.open("wb") as file:
                file.write(msgspec.json.encode(_Kept(_VERSION, state)))
                file.flush()
                os.fsync(file.fileno())
            new.replace(self._path)
        except OSError as error:
            with suppress(OSError):
                new.unlink()
            raise UserError(
                f"Today's nudges could not be saved: {error.strerror}.",
                f"Make sure that {self._path.parent} can be written and has space.",
            ) from error

    def _set_aside(self, today: date, what: str) -> tuple[NudgeState, UserError]:
        try:
            aside = free_name(self._path, f"unreadable-{today}")
            self._path.rename(aside)
        except OSError:
            return NudgeState(), UserError(
                f"{what} The file could not be set aside.",
                f"Make sure that {self._path.parent} can be written, then start Ribdown again.",
            )
        return NudgeState(), UserError(
            f"{what} The file was set aside, nothing was deleted. Nudges start afresh.", f"The old one is {aside.name}."
        )
