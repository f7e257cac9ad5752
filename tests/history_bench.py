"""The history page with what is behind it, on a real file: for tests of the page and of its desk."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from fakes import FakeClock
from on_screen import settle, show
from ribdown.core.errors import UserError
from ribdown.core.history import SessionRecord
from ribdown.core.nudges.record import NudgeRecord
from ribdown.core.programme.state import ProgrammeState
from ribdown.core.settings import Settings
from ribdown.desktop.keep_awake import NoKeepAwake
from ribdown.infra.history_records import HistoryRecords
from ribdown.infra.library import load_library
from ribdown.infra.migration import transaction
from ribdown.infra.opening import open_history
from ribdown.infra.settings_file import SettingsFile
from ribdown.ui.figures import Figures
from ribdown.ui.history_desk import HistoryDesk
from ribdown.ui.look import Look
from ribdown.ui.past_sessions import PastSessions
from ribdown.ui.preferences import Preferences
from ribdown.ui.services import Services
from ribdown.ui.session_sound import Voices
from ribdown.ui.widgets.text import Text


def no_voices(settings: Settings) -> Voices:
    """Nothing is heard on this page."""
    raise NotImplementedError


class HistoryBench:
    """`today` is the clock's day. `problems` are those that were said."""

    def __init__(
        self,
        qtbot: QtBot,
        folder: Path,
        look: Look,
        records: Iterable[SessionRecord] = (),
        nudges: Iterable[NudgeRecord] = (),
        *,
        today: date = date(2026, 11, 2),
        state: ProgrammeState | None = None,
        size: tuple[int, int] = (1072, 766),
    ) -> None:
        self._qtbot = qtbot
        self.folder = folder
        self.clock = FakeClock()
        self.clock.wall = datetime(today.year, today.month, today.day, 12, tzinfo=self.clock.zone).timestamp()
        self.store, _ = open_history(folder, today)
        self.fill(records, nudges)
        self.state = state or ProgrammeState()
        services = Services(
            self.clock, load_library(folder), self.store, None, NoKeepAwake(), Figures(), no_voices, folder
        )
        self.past = PastSessions(self.store)
        preferences = Preferences(Settings(), SettingsFile(folder / "settings.toml"))
        self.desk = HistoryDesk(look, services, preferences, self.past, lambda: self.state)
        self.problems: list[UserError] = []
        self.desk.problem.connect(self.problems.append)
        self.page = self.desk.page
        self.desk.refresh()
        show(qtbot, self.page, *size)
        self.wait()

    def fill(self, records: Iterable[SessionRecord], nudges: Iterable[NudgeRecord] = ()) -> None:
        """Keep these too, in one step."""
        with transaction(self.store._connection, "IMMEDIATE"):
            kept = HistoryRecords(self.store._connection)
            for record in records:
                kept.add(record)
            for nudge in nudges:
                kept.add(nudge)

    def wait(self) -> None:
        """Until all that was asked has come, and what was asked then."""
        come: list[str] = []
        for count in (2, 4):
            for reader in (self.desk._lines, self.desk._sums):
                reader.ask("end", lambda _: "end", come.append)
            self._qtbot.waitUntil(partial(self._have_come, come, count), timeout=20_000)
        settle()

    def _have_come(self, come: list[str], count: int) -> bool:
        return len(come) == count

    def charts(self) -> None:
        """Until all charts are drawn."""
        self._qtbot.waitUntil(lambda: all(card.drawn for card in self.page.cards), timeout=30_000)
        settle()

    def task(self) -> None:
        """Until the task that is under way has ended."""
        self._qtbot.waitUntil(lambda: not self.desk.files.busy, timeout=30_000)
        self.wait()

    def close(self) -> None:
        """Let go of everything."""
        self.desk.close()
        self.store.close()

    def texts(self) -> list[str]:
        """What can be read on the page."""
        return [text.plain for text in self.page.findChildren(Text) if text.isVisible()]

    def control(self, name: str) -> QAbstractButton:
        """The visible button or switch of that name."""
        buttons = [button for button in self.page.findChildren(QAbstractButton) if button.isVisible()]
        return next(button for button in buttons if name in (button.accessibleName(), button.text()))

    def click(self, name: str) -> None:
        """Press it, and wait for what comes of it."""
        self.control(name).click()
        self.wait()

    def rows(self) -> list[str]:
        """The ids in the list."""
        return [session.id for session in self.page.sessions.list.sessions]

    def go_to(self, row: int) -> None:
        """Put the keyboard on a row."""
        self.page.sessions.list.setFocus()
        self.page.sessions.list.go_to(row)
        self.wait()

    def press(self, key: Qt.Key) -> None:
        """Press a key in the list."""
        QTest.keyClick(self.page.sessions.list, key)
        self.wait()

    def records(self) -> list[SessionRecord]:
        """What is kept, newest first."""
        return self.store.sessions()

    def days_ago(self, days: int) -> date:
        """A day before today."""
        return self.clock.local_time().date() - timedelta(days=days)
