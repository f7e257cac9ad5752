"""Taking the history out to a file, in from one, and back from a backup: with progress, and undone where that goes."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from ribdown.core.clock import Clock
from ribdown.core.history import HistoryError
from ribdown.infra.backup import Backup, Backups
from ribdown.infra.export import export_history
from ribdown.infra.import_history import Changes, can_undo_import, import_file, preview_import, undo_import
from ribdown.infra.progress import Tell, counted
from ribdown.ui.documents_folder import documents_folder
from ribdown.ui.long_task import LongTask
from ribdown.ui.pages.backup_list import BackupLine
from ribdown.ui.pages.dates import day_long
from ribdown.ui.pages.history_page import HistoryPage
from ribdown.ui.translation import translate

T = TypeVar("T")


class HistoryFiles(QObject):
    """Asks for files, and says on the page how far it is and what came of it. `changed` says that the history is
    another one, `problem` carries the UserError of what went wrong."""

    changed = Signal()
    problem = Signal(object)

    def __init__(self, page: HistoryPage, history: Path, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._history = history
        self._clock = clock
        self._backups = Backups(history)
        self._task = LongTask(self)
        self._agreed: Callable[[], None] = self._nothing
        self._undo: Callable[[], None] = self._nothing
        bar = page.task_bar
        self._task.began.connect(self._begin)
        self._task.progressed.connect(bar.show_share)
        self._task.ended.connect(self._end)
        self._task.failed.connect(self.problem)
        bar.cancelled.connect(self._task.cancel)
        bar.agreed.connect(lambda: self._agreed())
        bar.undone.connect(lambda: self._undo())
        page.drawers.restore_asked.connect(self._ask_restore)
        page.drawers.undo_import_asked.connect(self._undo_import)

    @property
    def busy(self) -> bool:
        """Whether a task is under way."""
        return self._task.runs

    def close(self) -> None:
        """End what is under way; it then has changed nothing."""
        self._task.close()

    def export_to(self, file: Path) -> None:
        """Write the history to a file, JSON or CSV by its suffix."""
        self._run(
            translate("words", "Writing {}").format(file.name),
            lambda tell: export_history(self._history, file, tell),
            lambda contents: self._page.task_bar.say(
                translate("words", "{} sessions written to {}").format(contents.sessions, file.name)
            ),
        )

    def import_from(self, file: Path) -> None:
        """Say what a file would change, and put it into the history where the person agrees."""
        self._run(
            translate("words", "Reading {}").format(file.name),
            lambda tell: preview_import(file, self._history, tell),
            lambda changes: self._preview(file, changes),
        )

    def restore(self, backup: Backup) -> None:
        """Put a backup in the place of the history."""
        self._run(
            translate("words", "Restoring the backup of {}").format(day_long(backup.day)),
            lambda tell: self._backups.restore(backup, self._today(), tell),
            lambda replaced: self._restored(backup, replaced),
        )

    def ask_export(self) -> None:
        """Ask for a file to write to."""
        if self._task.runs or not self._page.isVisible():
            return
        dialog = self._dialog(translate("words", "Export the history"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        filters = {
            translate("words", "JSON, complete (*.json)"): ".json",
            translate("words", "CSV, for spreadsheets (*.csv)"): ".csv",
        }
        name = f"ribdown-{self._today()}"
        dialog.setNameFilters(list(filters))
        dialog.filterSelected.connect(lambda chosen: dialog.selectFile(name + filters[chosen]))
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(filters[chosen]))
        dialog.setDefaultSuffix(".json")
        dialog.selectFile(f"{name}.json")
        dialog.fileSelected.connect(lambda file: self.export_to(Path(file)))
        dialog.open()

    def ask_import(self) -> None:
        """Ask for a file to read."""
        if self._task.runs:
            return
        dialog = self._dialog(translate("words", "Import a history"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([translate("words", "Exported by Ribdown (*.json)")])
        dialog.fileSelected.connect(lambda file: self.import_from(Path(file)))
        dialog.open()

    def _dialog(self, title: str) -> QFileDialog:
        folder = str(documents_folder())
        dialog = QFileDialog(self._page, title, folder)
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    def _preview(self, file: Path, changes: Changes) -> None:
        bar = self._page.task_bar
        said = f"{file.name}: {changes_text(changes)}"
        if not (changes.added.total or changes.changed.total):
            bar.say(said)
            return
        self._agreed = lambda: self._import(file)
        bar.ask(said, translate("words", "Import"))

    def _import(self, file: Path) -> None:
        self._run(
            translate("words", "Importing {}").format(file.name),
            lambda tell: import_file(file, self._history, self._today(), tell),
            self._imported,
        )

    def _imported(self, changes: Changes) -> None:
        self._undo = self._undo_import
        self._page.task_bar.say(translate("words", "Imported: {}").format(changes_text(changes)), undo=True)
        self._change()

    def _undo_import(self) -> None:
        self._run(
            translate("words", "Undoing the import"),
            lambda tell: undo_import(self._history, self._today(), tell),
            lambda _: self._say_changed(translate("words", "The import is undone.")),
        )

    def _ask_restore(self, backup: Backup) -> None:
        if self._task.runs:
            return
        self._agreed = lambda: self.restore(backup)
        question = translate("words", "Go back to {}? What is here now is kept as a backup.")
        self._page.task_bar.ask(question.format(day_long(backup.day)), translate("words", "Restore"))

    def _restored(self, backup: Backup, replaced: Backup) -> None:
        self._undo = lambda: self.restore(replaced)
        text = translate("words", "This is the history of {}.").format(day_long(backup.day))
        self._page.task_bar.say(text, undo=True)
        self._change()

    def list_backups(self) -> None:
        """Show the backups that there are."""
        self._run(translate("words", "Looking for backups"), self._look_for_backups, self._show_backups)

    def _show_backups(self, found: tuple[list[BackupLine], bool]) -> None:
        lines, imported = found
        self._page.drawers.backups.show_backups(lines, imported=imported)
        self._page.show_backups()

    def _look_for_backups(self, tell: Tell) -> tuple[list[BackupLine], bool]:
        backups = self._backups.all()
        lines = [BackupLine(backup, self._sessions(backup)) for backup in counted(backups, len(backups), tell, every=1)]
        return lines, can_undo_import(self._history)

    def _sessions(self, backup: Backup) -> int | None:
        try:
            return self._backups.sessions(backup)
        except HistoryError:
            return None

    def _say_changed(self, text: str) -> None:
        self._page.task_bar.say(text)
        self._change()

    def _change(self) -> None:
        self.changed.emit()
        if self._page.drawers.shows_backups:
            self._list_again()

    def _list_again(self) -> None:
        """After a change, without hiding what was said about it."""
        self._task.run(
            self._look_for_backups,
            lambda found: self._page.drawers.backups.show_backups(found[0], imported=found[1]),
        )

    def _run(self, text: str, act: Callable[[Tell], T], then: Callable[[T], None]) -> None:
        if not self._task.runs:
            self._page.task_bar.show_progress(text)
            self._task.run(act, then)

    def _begin(self) -> None:
        self._page.undo_bar.hide()
        self._page.let_change(allowed=False)

    def _end(self) -> None:
        self._page.task_bar.end_progress()
        self._page.let_change(allowed=True)

    def _nothing(self) -> None:
        """Before anything was asked or done."""

    def _today(self) -> date:
        return self._clock.local_time().date()


def changes_text(changes: Changes) -> str:
    """Such as `12 new, 3 changed, 40 the same`."""
    counts = (
        (changes.added, translate("words", "{} new")),
        (changes.changed, translate("words", "{} changed")),
        (changes.same, translate("words", "{} the same")),
    )
    parts = [form.format(contents.total) for contents, form in counts if contents.total]
    return ", ".join(parts) or translate("words", "nothing in it")
