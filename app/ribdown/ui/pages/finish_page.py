"""The finish page: what came of the session, and what the person says about it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QBoxLayout, QVBoxLayout, QWidget

from ribdown.core.errors import UserError
from ribdown.core.history import SessionRecord
from ribdown.core.recorder import Answers
from ribdown.core.timeline import Done, Timeline
from ribdown.ui.look import Look
from ribdown.ui.pages.finish_form import FinishForm
from ribdown.ui.pages.page import Page
from ribdown.ui.pages.result_list import ResultList
from ribdown.ui.pages.session_result import pressed
from ribdown.ui.translation import translate
from ribdown.ui.widgets.notice import Notice, Tone
from ribdown.ui.widgets.safety_card import safety_points

_FORM, _GAP = 600, 56
_WIDEST = 520 + _GAP + _FORM
_NARROW = 1000  # below this the form stands under the result
_WORSE = 2  # so much more pain opens the safety note


class FinishPage(Page):
    """`saved` carries the `Answers`. Ctrl+Return saves."""

    saved = Signal(object)
    discarded = Signal()
    gentler_switched = Signal(bool)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, _WIDEST, parent)
        self._stopped_for_pain = False
        self._result = ResultList(look)
        self._safety = Notice(look, Tone.WARN, "warn")
        self._form = FinishForm(look)
        self._form.saved.connect(self.saved)
        self._form.discarded.connect(self.discarded)
        self._form.gentler_switched.connect(self.gentler_switched)
        self._form.answered.connect(self._answered)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self._form.save)
        self._left = QVBoxLayout()
        self._left.addWidget(self._result)
        self._left.addStretch(1)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.addLayout(self._left, 1)
        self._halves.addWidget(self._form)
        self.body.addStretch(1)
        self.body.addLayout(self._halves)
        self.body.addStretch(1)
        self._fit()

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        super().set_look(look)
        self._fit()

    def show_session(self, record: SessionRecord, plan: Timeline, done: Done) -> None:
        """Show a session that has ended and ask about it. `done` says how many seconds of a segment were done."""
        self._stopped_for_pain = record.stopped_for_pain
        self._result.show_session(record, plan, done)
        self._form.show_session(record, pressed=pressed(plan, done))
        self._show_safety()
        self._fit()
        self.verticalScrollBar().setValue(0)

    def take_focus(self) -> None:
        """Put the keyboard before the first question: a key that was meant for the session answers nothing."""
        self.setFocus()

    def answers(self) -> Answers:
        """What is said so far."""
        return self._form.answers()

    def show_error(self, error: UserError) -> None:
        """Say that saving failed; the form stays and Save tries again."""
        self._form.show_error(error)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the form beside or under the result."""
        super().resizeEvent(event)
        self._fit()

    def _answered(self) -> None:
        self._show_safety()
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            self.ensureWidgetVisible(focused)

    def _show_safety(self) -> None:
        worse = self._form.answers().pain_rise >= _WORSE
        stopped, more = (
            translate("words", "You stopped because something hurt"),
            translate("words", "More pain than before"),
        )
        self._safety.show_lines(stopped if self._stopped_for_pain else more, safety_points())
        self._safety.setVisible(worse or self._stopped_for_pain)

    def _fit(self) -> None:
        scale = self._look.text_scale
        narrow = self.column_width < _NARROW * scale
        self._halves.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self._halves.setSpacing(_GAP // 2 if narrow else _GAP)
        # Where the form is under the result, a note about the answers stands by them.
        beside = self._form.now_rows if narrow and not self._stopped_for_pain else self._left
        if beside.indexOf(self._safety) < 0:
            beside.addWidget(self._safety)
        self._form.setMinimumWidth(0 if narrow else round(_FORM * scale))
        self._left.setContentsMargins(0, 0 if narrow else 12, 0, 0)
