"""The self-test: how it goes, what was seen, and how that changes. A look at one position, not a diagnosis."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from ribdown.core.errors import UserError
from ribdown.core.thomas_test import Thigh, ThomasTest
from ribdown.core.timeline import Side
from ribdown.ui.figures import Figures
from ribdown.ui.look import Look
from ribdown.ui.pages.page import Page
from ribdown.ui.pages.self_test_form import SelfTestForm
from ribdown.ui.pages.self_test_list import SelfTestList
from ribdown.ui.pages.self_test_steps import SelfTestSteps
from ribdown.ui.pages.self_test_trend import SelfTestTrend
from ribdown.ui.translation import translate
from ribdown.ui.widgets.icon import Icon
from ribdown.ui.widgets.notice import Notice, Tone
from ribdown.ui.widgets.panel import Panel
from ribdown.ui.widgets.text import PAGE, Text, TextStyle
from ribdown.ui.widgets.undo_bar import UndoBar

_WIDEST = 992
_TWO_COLUMNS = 860  # px at 100 % text size
_HEADER_ROW = 560  # px at 100 % text size
_STEPS, _FORM = 420, 554
_REMINDER = TextStyle(13, 600, "text2")


class Reminder(Panel):
    """What the self-test is, beside its title."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(13, 6, 13, 6)
        row.setSpacing(8)
        row.addWidget(Icon(look, "info", "text2", 16))
        reminder = translate("words", "A look at one position, not a diagnosis")
        self._text = Text(look, _REMINDER, reminder, wrap=True)
        row.addWidget(self._text, 1)
        self._tint()

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        super().set_look(look)
        self._tint()

    def set_one_line(self, *, one: bool) -> None:
        """Take the room for one line, or as many as it takes."""
        self._text.setMinimumWidth(self._text.fontMetrics().horizontalAdvance(self._text.plain) + 4 if one else 0)

    def _tint(self) -> None:
        self.set_accent(self._look.theme.raised, "")


class SelfTestPage(Page):
    """`start_requested` asks for the guided test; `saved` carries what was seen left and right and the note. A deleted
    test goes when `show_tests` comes without it; then Undo is offered."""

    start_requested = Signal()
    saved = Signal(object, object, str)
    note_changed = Signal(object, str)
    delete_requested = Signal(object)
    undo_requested = Signal()

    def __init__(self, look: Look, figures: Figures, parent: QWidget | None = None) -> None:
        super().__init__(look, _WIDEST, parent)
        self._deleting = ""
        self._steps = SelfTestSteps(look, figures)
        self._care = Notice(look, Tone.WARN, "warn")
        self.form = SelfTestForm(look)
        self._trend = SelfTestTrend(look)
        self.earlier = SelfTestList(look)
        self._undo = UndoBar(look, self)  # over the page, wherever that is scrolled to
        self._reminder = Reminder(look)
        self._header = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self._wire()
        self._fit()

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        super().set_look(look)
        self._fit()

    def show_tests(self, tests: Sequence[ThomasTest], today: date) -> None:
        """Show these tests, oldest first."""
        gone = self._deleting and all(test.id != self._deleting for test in tests)
        self._deleting = ""
        self._trend.show_tests(tests, today)
        self.earlier.show_tests(tests[::-1])
        self._undo.hide()
        if gone:
            self._undo.show_text(translate("words", "Result deleted."))
            self._undo.raise_()
            if not tests:
                self.take_focus()

    def show_found(self, found: dict[Side, Thigh]) -> None:
        """Fill in what was seen in a guided test, to be saved."""
        self.form.show_found(found)
        self.ensureWidgetVisible(self.form)

    def show_care(self) -> None:
        """Show who should change or skip it."""
        self._care.show()
        self.verticalScrollBar().setValue(0)

    def show_saved(self) -> None:
        """The result is kept."""
        self.form.show_saved()

    def show_error(self, error: UserError) -> None:
        """Saving the result failed."""
        self.form.show_error(error)

    def take_focus(self) -> None:
        """Put the keyboard on Start."""
        self._steps.start.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cards side by side where there is room."""
        super().resizeEvent(event)
        self._fit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leaving the page is the next action: the undo goes."""
        self._undo.hide()

    def _lay_out(self) -> None:
        look = self._look
        self._care.show_lines(translate("words", "Who should change or skip this"), _care_lines())
        self._care.hide()
        self._header.addWidget(Text(look, PAGE, translate("words", "Self-test")), 1)
        self._header.addWidget(self._reminder, 0, Qt.AlignmentFlag.AlignVCenter)
        self._cards.setSpacing(18)
        self._cards.addWidget(self._steps, _STEPS)
        self._cards.addWidget(self.form, _FORM)
        self.body.addLayout(self._header)
        self.body.addWidget(self._care)
        self.body.addLayout(self._cards)
        self.body.addWidget(self._trend)
        self.body.addWidget(self.earlier)
        self.body.addStretch(1)

    def _wire(self) -> None:
        self._steps.started.connect(self.start_requested)
        self._steps.care_asked.connect(lambda: self._care.hide() if self._care.isVisible() else self.show_care())
        self.form.saved.connect(self.saved)
        self.earlier.note_changed.connect(self.note_changed)
        self.earlier.delete_asked.connect(self._delete)
        self._undo.undone.connect(self.undo_requested)

    def _delete(self, test: ThomasTest) -> None:
        self._deleting = test.id
        self.delete_requested.emit(test)

    def _fit(self) -> None:
        scale = self._look.text_scale
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        one_row = self.column_width >= _HEADER_ROW * scale
        self._header.setDirection(across if one_row else down)
        self._reminder.set_one_line(one=one_row)
        width = self.column_width
        height = self._undo.heightForWidth(width)
        self._undo.setGeometry(self.body.contentsMargins().left(), self.height() - height - 16, width, height)
        self._cards.setDirection(across if self.column_width >= _TWO_COLUMNS * scale else down)


def _care_lines() -> tuple[str, ...]:
    return (
        translate(
            "words",
            "Hip labrum surgery lately, a pulled hip flexor, or a pinch at the front of the hip?"
            " Hug the knee only as far as is easy, or leave the test out.",
        ),
        translate("words", "Does lying back make your low back hurt more? Sit up slowly, and leave it out."),
        translate("words", "Stop if something hurts. Pain that stays is a reason to see a clinician."),
    )
