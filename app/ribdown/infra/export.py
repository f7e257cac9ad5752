"""Exporting the history to a file that is there whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from ribdown.core.errors import UserError
from ribdown.infra.database import open_for_reading
from ribdown.infra.history_errors import using
from ribdown.infra.history_records import Contents, HistoryRecords
from ribdown.infra.migration import transaction
from ribdown.infra.progress import Tell, counted, silent

SUFFIXES = (".json", ".csv")


def export_history(history: Path, file: Path, tell: Tell = silent) -> Contents:
    """Write what the history's file has to `file`, as JSON or CSV by its suffix; a file that is there is replaced.

    It may run on any thread. Raises UserError, and whatever `tell` raises; the file is then as it was.
    """
    suffix = file.suffix.lower()
    if suffix not in SUFFIXES:
        raise UserError(f"{file.name!r} is neither JSON nor CSV.", "Give a name that ends in .json or .csv.")
    with (
        closing(open_for_reading(history)) as connection,
        using(history, "The history could not be exported", "export again"),
        transaction(connection, "DEFERRED"),
        _replacing(file) as target,
    ):
        records = HistoryRecords(connection)
        contents = records.contents()
        if suffix == ".csv":
            from ribdown.infra.export_csv import write_csv

            write_csv(counted(records.sessions(), contents.sessions, tell), target)
            return Contents(contents.sessions)
        from ribdown.infra.export_json import write_json

        write_json(counted(records.each(), contents.total, tell), target)
        return contents


@contextmanager
def _replacing(path: Path) -> Iterator[BinaryIO]:
    """A file that takes the place of `path` at the end, unless something goes wrong."""
    new = path.with_name(f"{path.name}.part")
    try:
        with new.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
    except BaseException as error:
        with suppress(OSError):
            new.unlink()
        if isinstance(error, OSError):
            raise UserError(
                f"{path} could not be written: {error.strerror}.", "Choose another folder, or free some space."
            ) from error
        raise
