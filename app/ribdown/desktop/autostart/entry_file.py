"""A file that tells the desktop to start a program: written whole or not at all."""

import os
from contextlib import suppress
from pathlib import Path

from ribdown.core.errors import UserError


def write_entry(path: Path, content: bytes) -> UserError | None:
    """Write it, with its folder where need be. Returns what went wrong."""
    new = path.with_name(f"{path.name}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with new.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
    except OSError as error:
        with suppress(OSError):
            new.unlink()
        return _trouble(path, error)
    return None


def remove_entry(path: Path) -> UserError | None:
    """Delete it, if it is there. Returns what went wrong."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        return _trouble(path, error)
    return None


def read_entry(path: Path) -> bytes | None:
    """What is in it; None where it is not there or can't be read."""
    try:
        return path.read_bytes()
    except OSError:
        return None


def _trouble(path: Path, error: OSError) -> UserError:
    return UserError(
        f"Starting with the desktop could not be changed: {error.strerror}.",
        f"Make sure that {path.parent} can be written, then try again.",
    )
