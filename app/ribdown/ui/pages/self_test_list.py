"""Earlier self-tests, newest first: a few at first, more when they are asked for."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ribdown.core.thomas_test import ThomasTest
from ribdown.ui.look import Look
from ribdown.ui.pages.self_test_row import SelfTestRow
from ribdown.ui.translation import translate
from ribdown.ui.widgets.button import Button, ButtonKind
from ribdown.ui.widgets.panel import Panel
from ribdown.ui.widgets.rule import Rule
from ribdown.ui.widgets.text import TITLE, Text

_AT_ONCE = 8


class SelfTestList(Panel):
    """Hidden while there is none. The signals are its rows'."""

    note_changed = Signal(object, str)
    delete_asked = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._tests: tuple[ThomasTest, ...] = ()
        self._limit = _AT_ONCE
        self.rows: list[SelfTestRow] = []
        self._rules: list[Rule] = []
        self._more = Button("", look, ButtonKind.QUIET, height=40, px=15)
        self._more.clicked.connect(self._show_more)
        self._column = QVBoxLayout()
        self._column.setSpacing(12)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 16, 24, 16)
        outer.setSpacing(12)
        outer.addWidget(Text(look, TITLE, translate("words", "Results")))
        outer.addLayout(self._column)
        outer.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_tests(self, tests: Sequence[ThomasTest]) -> None:
        """Show these tests, newest first. The keyboard stays in the row where it is."""
        place = self._focused_place()
        self._tests = tuple(tests)
        self._show_rows()
        self.setVisible(bool(tests))
        if place is not None and self.rows:
            self.rows[min(place, len(self.rows) - 1)].edit.setFocus(Qt.FocusReason.TabFocusReason)

    def _focused_place(self) -> int | None:
        focused = QApplication.focusWidget()
        if focused is None:
            return None
        return next((place for place, row in enumerate(self.rows) if row.isAncestorOf(focused)), None)

    def _show_rows(self) -> None:
        known = {row.test: row for row in self.rows}  # a note may be half written in one of them
        tests = self._tests[: self._limit]
        self.rows = [known.pop(test) if test in known else self._row(test) for test in tests]
        for gone in (*known.values(), *self._rules):
            gone.hide()
            gone.deleteLater()
        self._rules = [Rule(self._look) for _ in self.rows]
        for rule, row in zip(self._rules, self.rows, strict=True):
            self._column.addWidget(rule)
            self._column.removeWidget(row)
            self._column.addWidget(row)
        hidden = len(self._tests) - len(self.rows)
        self._more.setText(translate("words", "Show {} more").format(hidden))
        self._more.setVisible(hidden > 0)

    def _row(self, test: ThomasTest) -> SelfTestRow:
        row = SelfTestRow(self._look, test)
        row.note_changed.connect(self.note_changed)
        row.delete_asked.connect(self.delete_asked)
        return row

    def _show_more(self) -> None:
        first = len(self.rows)
        self._limit = len(self._tests)
        self._show_rows()
        self.rows[first].edit.setFocus(Qt.FocusReason.TabFocusReason)
