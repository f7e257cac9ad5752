"""What was said after a session, to be said otherwise."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ribdown.core.history import PressEffort, SessionRecord
from ribdown.ui.look import Look
from ribdown.ui.pages.record_words import effort_text
from ribdown.ui.translation import translate
from ribdown.ui.widgets.button import Button, ButtonKind
from ribdown.ui.widgets.dressing import dress
from ribdown.ui.widgets.flow import Flow
from ribdown.ui.widgets.note_field import NoteField
from ribdown.ui.widgets.scale_choice import ScaleChoice
from ribdown.ui.widgets.text import TITLE, Text

_EFFORTS = tuple(PressEffort)


class SessionEdit(QWidget):
    """Begins with what the record says. `saved` carries the record as it is to be, `cancelled` says that it stays as it
    is."""

    saved = Signal(object)
    cancelled = Signal()

    def __init__(self, look: Look, record: SessionRecord, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._record = record
        pain = [str(value) for value in range(11)]
        ends = translate("words", "none"), translate("words", "worst")
        efforts = [effort_text(one) for one in _EFFORTS]
        self.note = NoteField(look, translate("words", "Note"), translate("words", "Anything to remember"))
        self._effort = ScaleChoice(look, translate("words", "Pressed"), efforts, first=1, bars=True)
        self._before = ScaleChoice(look, translate("words", "Pain before"), pain, ends=ends)
        self._after = ScaleChoice(look, translate("words", "Pain after"), pain, ends=ends)
        self.note.setPlainText(record.note)
        self._effort.show_value(None if record.effort is None else _EFFORTS.index(record.effort))
        self._before.show_value(record.pain_before)
        self._after.show_value(record.pain_after)
        save = Button(translate("words", "Save"), look, ButtonKind.PRIMARY, "check", height=44)
        save.clicked.connect(lambda: self.saved.emit(self.said))
        cancel = Button(translate("words", "Cancel"), look, ButtonKind.QUIET, height=44, px=15)
        cancel.clicked.connect(self.cancelled)
        buttons = Flow(10)
        buttons.addWidget(save)
        buttons.addWidget(cancel)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(16)
        title = QVBoxLayout()
        title.setSpacing(9)
        title.addWidget(Text(look, TITLE, translate("words", "Note")))
        title.addWidget(self.note)
        rows.addLayout(title)
        for scale in (self._effort, self._before, self._after):
            rows.addWidget(scale)
        rows.addLayout(buttons)

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        dress(self, look)

    @property
    def said(self) -> SessionRecord:
        """The record with what stands in the form."""
        effort = None if self._effort.value is None else _EFFORTS[self._effort.value]
        note = self.note.toPlainText().strip()
        return replace(
            self._record, effort=effort, pain_before=self._before.value, pain_after=self._after.value, note=note
        )
