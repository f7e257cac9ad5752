"""The settings in a TOML file: written whole or not at all, and never lost over a bad value."""

import os
from contextlib import suppress
from pathlib import Path
from typing import Any

from ribdown.core.errors import UserError
from ribdown.core.settings import Settings, read_settings
from ribdown.infra.toml_file import read_table
from ribdown.infra.whole_file import write_whole


class SettingsFile:
    """The file at `path`. It need not exist, nor its folder."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> tuple[Settings, list[str]]:
        """The settings, and a notice for each value that was not allowed and has its default instead.

        A file with such a value is copied to `FILE.bad`.
        """
        table, notices = self._table()
        settings, problems = read_settings(table)
        if problems:
            self._keep_bad()
        return settings, [*notices, *(f"{self._path.name}: {problem}; the default is used." for problem in problems)]

    def save(self, settings: Settings) -> None:
        """Write the settings; keys that this version does not know stay. Raises UserError where that fails."""
        import tomli_w  # only where something is written

        table, _ = self._table()
        try:
            write_whole(self._path, tomli_w.dumps(table | settings._asdict()).encode())
        except OSError as error:
            raise UserError(
                f"The settings could not be saved: {error.strerror}.",
                f"Make sure that {self._path.parent} can be written and has space, then change the setting again.",
            ) from error

    def _table(self) -> tuple[dict[str, Any], list[str]]:
        """What is in the file, and a notice where nothing of it can be read."""
        # Not Path.exists, which raises where the folder can't be entered.
        if not os.path.exists(self._path):
            return {}, []
        try:
            return read_table(self._path), []
        except UserError as error:
            self._keep_bad()
            return {}, [f"{error}; the defaults are used."]

    def _keep_bad(self) -> None:
        with suppress(OSError):
            self._path.with_name(f"{self._path.name}.bad").write_bytes(self._path.read_bytes())
