"""What the settings say of the copies of the history, and one more when the person wants it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal

from ribdown.core.clock import Clock
from ribdown.core.errors import UserError
from ribdown.infra.backup import Backup, Backups
from ribdown.ui.long_task import LongTask
from ribdown.ui.pages.dates import day_short
from ribdown.ui.translation import translate


class BackupCheck(QObject):
    """`changed` says that `text` is another one. Files are looked at and copied on a worker, which there is from `open`
    to `close`."""

    changed = Signal()

    def __init__(self, history: Path, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._backups = Backups(history)
        self._clock = clock
        self.text = ""
        self._task: LongTask | None = None
        self._copying = False
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self._let_go)

    def open(self) -> None:
        """Find out anew."""
        if self._task is None:
            self._task = LongTask(self)
            self._task.failed.connect(self._fail)
        self._task.run(lambda _: self._backups.all(), lambda found: self._say(copies_text(found)))

    def close(self) -> None:
        """Nobody looks any more. A copy that is under way is made to its end, without anybody waiting for it."""
        if not self._copying:
            self._let_go()

    def make(self) -> None:
        """Make a copy now; where one is under way, that is the one."""
        if self._task is None or self._task.runs:
            return
        self._copying = True
        self._say(translate("words", "The history is copied."))
        today = self._clock.local_time().date()
        self._task.run(lambda _: (self._backups.make(today), self._backups.all()), self._made)

    def _let_go(self) -> None:
        task, self._task = self._task, None
        if task is not None:
            task.close()
            task.deleteLater()

    def _made(self, outcome: tuple[Backup | None, Sequence[Backup]]) -> None:
        self._copying = False
        made, found = outcome
        if made is None:
            self._say(translate("words", "There is no session to copy yet."))
        else:
            self._say(translate("words", "Done. {}").format(copies_text(found)))

    def _fail(self, error: UserError) -> None:
        self._copying = False
        self._say(str(error))

    def _say(self, text: str) -> None:
        self.text = text
        self.changed.emit()


def copies_text(found: Sequence[Backup]) -> str:
    """Such as `5 copies, the last on Sat 14 Nov 2026.`, newest first."""
    if not found:
        return translate("words", "None yet. One is made each week.")
    count = translate("words", "1 copy") if len(found) == 1 else translate("words", "{} copies").format(len(found))
    text = translate("words", "{}, the last on {}. To restore one: History, Backups.")
    return text.format(count, day_short(found[0].day, year=True))
