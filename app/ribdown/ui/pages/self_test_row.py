"""One earlier self-test in the list: what was seen, its note, and changing or deleting it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ribdown.core.thomas_test import ThomasTest
from ribdown.core.timeline import Side
from ribdown.ui.look import Look
from ribdown.ui.pages.dates import day_short, time_of_day
from ribdown.ui.pages.self_test_words import side_of, side_text, whole_text
from ribdown.ui.translation import translate
from ribdown.ui.widgets.button import Button, ButtonKind
from ribdown.ui.widgets.dressing import dress
from ribdown.ui.widgets.note_field import NoteField
from ribdown.ui.widgets.text import QUIET, SMALL, STRONG, Text

_BESIDE = 420  # px at 100 % text size


class SelfTestRow(QWidget):
    """`note_changed` carries the test and its new note; Escape takes it back. `delete_asked` carries the test."""

    note_changed = Signal(object, str)
    delete_asked = Signal(object)

    def __init__(self, look: Look, test: ThomasTest, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.test = test
        self._look = look
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        day = day_short(test.tested, year=True)
        self._note = Text(look, QUIET, test.note, wrap=True)
        if not test.note:
            self._note.hide()
        edit_text = translate("words", "Edit note") if test.note else translate("words", "Add note")
        self.edit = Button(edit_text, look, ButtonKind.QUIET, height=40, px=15)
        self.edit.setAccessibleName(f"{edit_text}, {day}")
        self.edit.clicked.connect(self._open)
        self.delete = Button(translate("words", "Delete"), look, ButtonKind.QUIET, "trash", height=40, px=15)
        self.delete.setAccessibleName(f"{self.delete.text()}, {day}")
        self.delete.clicked.connect(lambda: self.delete_asked.emit(self.test))
        self._field = NoteField(look, translate("words", "Note"), translate("words", "Anything to remember"))
        self._save = Button(translate("words", "Save"), look, ButtonKind.PRIMARY, height=40, px=15)
        self._save.clicked.connect(self._keep)
        self._cancel = Button(translate("words", "Cancel"), look, ButtonKind.QUIET, height=40, px=15)
        self._cancel.clicked.connect(self._close)
        self._editor = QWidget()
        self._editor.hide()
        self.setAccessibleName(whole_text(test))
        self._lay_out(look, f"{day}, {time_of_day(test.tested)}")

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        dress(self, look)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons beside the text, or under it."""
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the field, Ctrl+Return keeps the note."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if self._editor.isHidden():
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self._close()
        elif control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._keep()
        else:
            super().keyPressEvent(event)

    def _lay_out(self, look: Look, when: str) -> None:
        found = translate("words", "{} · {}").format(*(side_text(side, side_of(self.test, side)) for side in Side))
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addWidget(Text(look, STRONG, found, wrap=True))
        said.addWidget(Text(look, SMALL, when, wrap=True))
        said.addWidget(self._note)
        buttons = QHBoxLayout()
        buttons.addWidget(self.edit)
        buttons.addWidget(self.delete)
        buttons.addStretch()
        self._row.addLayout(said, 1)
        self._row.addLayout(buttons)
        self._row.setAlignment(buttons, Qt.AlignmentFlag.AlignTop)
        answers = QHBoxLayout()
        answers.addStretch()
        answers.addWidget(self._cancel)
        answers.addWidget(self._save)
        editor = QVBoxLayout(self._editor)
        editor.setContentsMargins(0, 0, 0, 0)
        editor.addWidget(self._field)
        editor.addLayout(answers)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addLayout(self._row)
        rows.addWidget(self._editor)

    def _fit(self) -> None:
        beside = self.width() >= _BESIDE * self._look.text_scale
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(across if beside else down)

    def _open(self) -> None:
        self._field.setPlainText(self.test.note)
        self._show_editor(shown=True)
        self._field.moveCursor(self._field.textCursor().MoveOperation.End)
        self._field.setFocus(Qt.FocusReason.TabFocusReason)

    def _close(self) -> None:
        self._show_editor(shown=False)
        self.edit.setFocus(Qt.FocusReason.TabFocusReason)

    def _keep(self) -> None:
        note = self._field.toPlainText().strip()
        if note == self.test.note:
            self._close()
        else:
            self.note_changed.emit(self.test, note)

    def _show_editor(self, *, shown: bool) -> None:
        self._editor.setVisible(shown)
        self._note.setVisible(bool(self.test.note) and not shown)
        self.edit.setVisible(not shown)
