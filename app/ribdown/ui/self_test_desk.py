"""Keeps the self-test's page and the store in step, and runs the guided test."""

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ribdown.core.history import HistoryError
from ribdown.core.thomas_guide import THOMAS_TEST
from ribdown.core.thomas_test import Thigh, ThomasTest, ThomasTests
from ribdown.ui.appearance import Appearance
from ribdown.ui.pages.self_test_page import SelfTestPage
from ribdown.ui.preferences import Preferences
from ribdown.ui.services import Services

if TYPE_CHECKING:  # imported with the first guided test: not on the way to the page
    from ribdown.ui.self_test_run import SelfTestRun


class SelfTestDesk(QObject):
    """`page` can be shown; fill it with `show` each time. `run_began` carries the page of a guided test, which has the
    window to itself until `run_ended`. `problem` carries a UserError."""

    run_began = Signal(QWidget)
    run_ended = Signal()
    problem = Signal(object)

    def __init__(
        self,
        tests: ThomasTests,
        services: Services,
        appearance: Appearance,
        preferences: Preferences,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tests = tests
        self._services = services
        self._appearance = appearance
        self._preferences = preferences
        self._deleted: ThomasTest | None = None
        self.run: SelfTestRun | None = None
        self.page = SelfTestPage(appearance.look, services.figures)
        self.page.start_requested.connect(self.start)
        self.page.saved.connect(self._save)
        self.page.note_changed.connect(self._edit)
        self.page.delete_requested.connect(self._delete)
        self.page.undo_requested.connect(self._bring_back)

    def show(self) -> None:
        """Fill the page with what is kept."""
        try:
            tests = self._tests.all()
        except HistoryError as error:
            self.problem.emit(error)
            tests = []
        self.page.show_tests(tests, self._services.clock.local_time().date())

    def start(self) -> None:
        """Start the guided test."""
        if self.run is not None:
            return
        from ribdown.ui.self_test_run import SelfTestRun

        self.run = run = SelfTestRun(THOMAS_TEST, self._services, self._appearance, self._preferences, self)
        run.problem.connect(self.problem)
        run.ended.connect(self._end)
        self.run_began.emit(run.page)
        run.start()

    def leave(self) -> bool:
        """The window closes: a guided test ends here. False where something was answered in it, which is on the page
        then and not saved yet."""
        run = self.run
        if run is None:
            return True
        run.end()
        return not run.found

    def _end(self) -> None:
        run, self.run = self.run, None
        if run is None:
            return
        self.show()
        self.run_ended.emit()
        if run.found:
            self.page.show_found(run.found)
        else:
            self.page.take_focus()
        run.deleteLater()

    def _save(self, left: Thigh | None, right: Thigh | None, note: str) -> None:
        test = ThomasTest(uuid4().hex, self._services.clock.local_time(), left, right, note)
        try:
            self._tests.save(test)
        except HistoryError as error:
            self.page.show_error(error)
        else:
            self.show()
            self.page.show_saved()

    def _edit(self, test: ThomasTest, note: str) -> None:
        try:
            self._tests.save(replace(test, note=note))
        except HistoryError as error:  # the field stays open with what was written
            self.problem.emit(error)
        else:
            self.show()

    def _delete(self, test: ThomasTest) -> None:
        try:
            self._tests.delete(test.id)
        except HistoryError as error:
            self.problem.emit(error)
        else:
            self._deleted = test
            self.show()

    def _bring_back(self) -> None:
        deleted = self._deleted
        if deleted is None:
            return
        try:
            self._tests.save(deleted)
        except HistoryError as error:
            self.problem.emit(error)
        else:
            self._deleted = None
            self.show()
