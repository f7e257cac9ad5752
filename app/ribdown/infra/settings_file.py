"""The settings in a TOML file: written whole or not at all, and never lost over what is wrong with it."""

from contextlib import suppress
from errno import ENOENT, ENOTDIR
from pathlib import Path
from typing import Any

from ribdown.core.errors import UserError
from ribdown.core.settings import Settings, read_settings
from ribdown.infra.toml_file import as_read, read_table
from ribdown.infra.whole_file import write_whole


class SettingsFile:
    """The file at `path`. It need not exist, nor its folder."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._unseen = False  # there was a file that could neither be used nor kept aside

    def load(self) -> tuple[Settings, list[str]]:
        """The settings, and a notice for each value that was not allowed and has its default instead.

        A file with such a value, and one that is no settings file at all, is copied to `FILE.bad`.
        """
        try:
            table = self._table()
        except UserError as error:
            self._unseen = not self._keep_bad()
            return Settings(), [f"{error}; the defaults are used."]
        self._unseen = False
        settings, problems = read_settings(table)
        if problems:
            self._keep_bad()
        return settings, [f"{self._path.name}: {as_read(problem)}; the default is used." for problem in problems]

    def save(self, settings: Settings) -> None:
        """Write the settings; keys that this version does not know stay. Raises UserError where that fails, and where
        it would replace a file that nobody could read."""
        import tomli_w  # only where something is written

        try:
            write_whole(self._path, tomli_w.dumps(self._kept() | settings._asdict()).encode())
        except OSError as error:
            raise UserError(
                f"The settings could not be saved: {error.strerror}.",
                f"Make sure that {self._path.parent} can be written and has space, then change the setting again.",
            ) from error
        self._unseen = False

    def _kept(self) -> dict[str, Any]:
        """What is in the file now. One that can't be used is kept aside first. Raises UserError where a save would
        lose it."""
        try:
            table = self._table()
        except UserError as error:
            if self._keep_bad():
                return {}
            raise UserError(
                f"The settings could not be saved: {error}.",
                f"Make sure that {self._path} is a file that can be read, or move it away, then start Ribdown again.",
            ) from error
        if self._unseen and table:
            raise UserError(
                f"The settings could not be saved: {self._path.name} can be read only now.",
                "Start Ribdown again to use what is in it.",
            )
        return table

    def _table(self) -> dict[str, Any]:
        """What is in the file; nothing where there is none. Raises UserError where it can't be used."""
        return {} if self._is_missing() else read_table(self._path)

    def _is_missing(self) -> bool:
        """Whether there is no file. In a folder that can't be entered there may be one."""
        try:
            self._path.lstat()
        except OSError as error:
            return error.errno in (ENOENT, ENOTDIR)
        return False

    def _keep_bad(self) -> bool:
        """Copy the file aside; says whether that succeeded."""
        with suppress(OSError):
            if self._path.is_file():  # reading a pipe would wait for ever
                self._path.with_name(f"{self._path.name}.bad").write_bytes(self._path.read_bytes())
                return True
        return False
