"""The right of the finish page: what the person says about the session."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ribdown.core.errors import UserError
from ribdown.core.history import PressEffort, SessionRecord
from ribdown.core.recorder import Answers
from ribdown.ui import words
from ribdown.ui.look import Look
from ribdown.ui.pages.dates import day_short
from ribdown.ui.pages.record_words import effort_text
from ribdown.ui.translation import translate
from ribdown.ui.widgets.button import Button, ButtonKind
from ribdown.ui.widgets.note_field import NoteField
from ribdown.ui.widgets.notice import Notice, Tone
from ribdown.ui.widgets.panel import Panel
from ribdown.ui.widgets.scale_choice import ScaleChoice
from ribdown.ui.widgets.switch import Switch
from ribdown.ui.widgets.text import QUIET, TITLE, Text

_EFFORTS = tuple(PressEffort)
_TOO_HARD = (PressEffort.ABOUT_HALF, PressEffort.NEARLY_ALL)


class FinishForm(Panel):
    """`saved` carries the `Answers`; `answered` says that one of them changed. `now_rows` takes
    what else belongs under the question about pain now."""

    saved = Signal(object)
    discarded = Signal()
    answered = Signal()
    gentler_switched = Signal(bool)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._record: SessionRecord | None = None
        pain = [str(value) for value in range(11)]
        ends = translate("words", "none"), translate("words", "worst")
        self.effort = ScaleChoice(
            look,
            translate("words", "How hard did you press?"),
            [effort_text(one) for one in _EFFORTS],
            first=1,
            bars=True,
        )
        self.before = ScaleChoice(look, translate("words", "Pain before"), pain, ends=ends)
        self.now = ScaleChoice(look, translate("words", "Pain now"), pain, ends=ends)
        for scale in (self.effort, self.before, self.now):
            scale.chosen.connect(self._changed)
        self._too_hard = Text(
            look, QUIET, translate("words", "Next time a little less: the hip lets go sooner."), wrap=True
        )
        self._gentler = Switch(look, translate("words", "More than before. Next time: gentler mode?"))
        self._gentler.clicked.connect(self.gentler_switched)
        self._effort_part = _part(self.effort, self._too_hard)
        self.now_rows = QVBoxLayout()
        self.now_rows.setSpacing(8)
        self.now_rows.addWidget(self.now)
        self.now_rows.addWidget(self._gentler)
        self.note = NoteField(look, translate("words", "Note"), translate("words", "Anything to remember"))
        self._error = Notice(look, Tone.DANGER, "warn")
        self._copy = Button(translate("words", "Copy text"), look, height=40, px=15)
        self._copy.clicked.connect(self._copy_text)
        self._error.rows.addWidget(self._copy, 0, Qt.AlignmentFlag.AlignLeft)
        discard = Button(translate("words", "Don’t keep"), look, ButtonKind.QUIET, "trash", height=44, px=15)
        discard.clicked.connect(self.discarded)
        self._save = Button(translate("words", "Save"), look, ButtonKind.PRIMARY, "check", height=54, px=18)
        self._save.clicked.connect(self.save)
        self._lay_out(discard)
        self._fit()

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        super().set_look(look)
        self._fit()

    def show_session(self, record: SessionRecord, *, pressed: bool) -> None:
        """Ask about a session; how hard the press was only where something was `pressed`. Nobody did
        anything in a rehearsal that could be asked about."""
        self._record = record
        self._effort_part.setVisible(pressed and not record.rehearsal)
        for question in (self.before, self.now):
            question.setHidden(record.rehearsal)
        self.effort.show_value(None if record.effort is None else _EFFORTS.index(record.effort))
        self.before.show_value(record.pain_before)
        self.now.show_value(record.pain_after)
        self.note.setPlainText(record.note)
        self._gentler.setChecked(record.gentler)
        self._error.hide()
        self._show_replies()

    def answers(self) -> Answers:
        """What was said so far."""
        effort = None if self.effort.value is None else _EFFORTS[self.effort.value]
        return Answers(effort, self.before.value, self.now.value, self.note.toPlainText().strip())

    def save(self) -> None:
        """Hand the answers over."""
        self._error.hide()
        self.saved.emit(self.answers())

    def show_error(self, error: UserError) -> None:
        """Say that saving failed. The form stays as it is."""
        self._error.show_lines(error.what, [error.next_step])
        self._error.show()
        self._save.setFocus()

    def take_focus(self) -> None:
        """Put the keyboard on the first question."""
        if self.before.isHidden():
            self.note.setFocus()
        else:
            (self.before if self._effort_part.isHidden() else self.effort).take_focus()

    def _lay_out(self, discard: Button) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(discard)
        buttons.addStretch()
        buttons.addWidget(self._save)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(38, 30, 38, 28)
        rows.setSpacing(22)
        rows.addWidget(self._effort_part)
        rows.addWidget(self.before)
        rows.addLayout(self.now_rows)
        rows.addWidget(_part(Text(self._look, TITLE, translate("words", "Note")), self.note))
        rows.addWidget(self._error)
        rows.addStretch(1)
        rows.addLayout(buttons)

    def _fit(self) -> None:
        self._save.setMinimumWidth(round(200 * self._look.text_scale))

    def _changed(self) -> None:
        self._show_replies()
        self.answered.emit()

    def _show_replies(self) -> None:
        answers = self.answers()
        self._too_hard.setVisible(answers.effort in _TOO_HARD)
        self._gentler.setVisible(answers.pain_rise > 0)

    def _copy_text(self) -> None:
        QGuiApplication.clipboard().setText(_text(self._record, self.answers()))


def _part(*widgets: QWidget) -> QWidget:
    """Widgets that belong together, one below the other."""
    part = QWidget()
    rows = QVBoxLayout(part)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(8)
    for widget in widgets:
        rows.addWidget(widget)
    return part


def _text(record: SessionRecord | None, answers: Answers) -> str:
    lines = [] if record is None else [f"{words.content(record.title)}, {day_short(record.started, year=True)}"]
    if answers.effort is not None:
        lines.append(translate("words", "Pressed: {}").format(effort_text(answers.effort)))
    if answers.pain_before is not None:
        lines.append(translate("words", "Pain before: {}").format(answers.pain_before))
    if answers.pain_after is not None:
        lines.append(translate("words", "Pain now: {}").format(answers.pain_after))
    return "\n".join([*lines, *([answers.note] if answers.note else [])])
