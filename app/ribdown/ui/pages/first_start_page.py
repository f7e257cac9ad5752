"""The first start: three steps, each with a picture beside its words."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ribdown.ui.look import Look, colour
from ribdown.ui.pages.first_start_dots import StepDots
from ribdown.ui.pages.first_start_nudges import NudgesStep
from ribdown.ui.pages.first_start_safety import SafetyStep
from ribdown.ui.pages.first_start_step import Step
from ribdown.ui.pages.first_start_welcome import WelcomeStep
from ribdown.ui.pages.page import Page
from ribdown.ui.translation import translate
from ribdown.ui.widgets.back_link import BackLink
from ribdown.ui.widgets.button import ButtonKind
from ribdown.ui.widgets.dressing import dress
from ribdown.ui.widgets.text import Text, TextStyle
from ribdown.ui.widgets.wrapping_button import WrappingButton

_WIDEST = 600  # of the words
_PICTURE, _LEAST_PICTURE = 0.42, 200  # its share of the width; with fewer px it is left out
_AIR = 0.06  # of the height, above and below the picture
_WORDS = 470  # px at 100 % text that the words have at least
_ABOVE, _TALL = 20, 700  # px above the dots in a window that is so high
_BELOW = 32
_AROUND = 12  # px below what is brought into sight
_KEPT = 60  # px of what was read, when a page is turned
_STEP = TextStyle(16, 500, "text2")
_WAITING = TextStyle(16, 500, "accent")


class FirstStartPage(QWidget):
    """`pictures` make the picture of each step when it is first seen. `read` follows the step with the safety text,
    `through` the last one; `left` asks for the page that led here."""

    read = Signal()
    through = Signal()
    left = Signal()

    def __init__(
        self, look: Look, pictures: Sequence[Callable[[Look], QWidget]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._pictures = pictures
        self._here = 0
        self._origin = ""
        self._onward = translate("words", "Show me today")
        self.welcome, self.safety, self.choices = WelcomeStep(look), SafetyStep(look), NudgesStep(look)
        self._steps: tuple[Step, ...] = (self.welcome, self.safety, self.choices)
        self._picture = QStackedWidget()
        self._shown: dict[int, QWidget] = {}
        self._dots = StepDots(look, len(self._steps))
        self._step = Text(look, _STEP)
        self._waiting = Text(look, _WAITING, wrap=True)
        self._waiting.hide()
        self._words, self._above = Page(look, _WIDEST), QWidget()
        self._back = BackLink(look, translate("words", "Back"))
        self._back.clicked.connect(self.go_back)
        self._go_on = WrappingButton("", look, ButtonKind.PRIMARY, height=56, px=18)
        self._go_on.clicked.connect(self.go_on)
        self._feet = QHBoxLayout()
        self._lay_out()
        self._show_step(0)

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        dress(self, look)
        self._fit()
        self.update()

    def lead_back(self, name: str) -> None:
        """There is a page before the first step."""
        self._origin = name
        self._show_step(self._here)

    def show_waiting(self, title: str) -> None:
        """Say which session starts after the last step."""
        self._waiting.set_text(translate("words", "“{}” starts when you are through.").format(title))
        self._waiting.show()
        self._onward = translate("words", "Start “{}”").format(title)
        self._show_step(self._here)

    def go_on(self) -> None:
        """To the next step, where nothing is missing in this one."""
        step = self._steps[self._here]
        missing = step.missing()
        if missing is not None:
            # What it says has its place only after Qt has laid the step out anew.
            QTimer.singleShot(0, missing, lambda: self._words.ensureWidgetVisible(missing, 0, _AROUND))
            return
        if step is self.safety:
            self.read.emit()
        if step is self._steps[-1]:
            self.through.emit()
        else:
            self._turn_to(self._here + 1)

    def go_back(self) -> None:
        """To the step before; from the first one to the page before it, where there is one."""
        if self._here:
            self._turn_to(self._here - 1)
        elif self._origin:
            self.left.emit()

    def take_focus(self) -> None:
        """Put the keyboard on the button that leads on."""
        self._go_on.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back; Page up and Page down move what has no room."""
        bar = self._words.verticalScrollBar()
        page = self._words.viewport().height() - _KEPT
        pages = {Qt.Key.Key_PageUp: -page, Qt.Key.Key_PageDown: page}
        if event.key() == Qt.Key.Key_Escape:
            self.go_back()
        elif event.key() in pages:
            bar.setValue(bar.value() + pages[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out."""
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, and the picture's with its line."""
        painter, theme = QPainter(self), self._look.theme
        painter.fillRect(self.rect(), colour(theme.bg))
        if not self._picture.isHidden():
            wide = self._picture.width()
            painter.fillRect(0, 0, wide, self.height(), colour(theme.accent_tint))
            painter.fillRect(wide - 1, 0, 1, self.height(), colour(theme.line))

    def _lay_out(self) -> None:
        where = QHBoxLayout()
        where.setSpacing(16)
        where.addWidget(self._dots)
        where.addWidget(self._step, 1)
        body = self._words.body
        body.addWidget(self._above)
        body.addLayout(where)
        for step in self._steps:
            body.addWidget(step)
        body.addWidget(self._waiting)
        body.addStretch(1)
        self._feet.addWidget(self._back, 0, Qt.AlignmentFlag.AlignVCenter)
        self._feet.addStretch(1)
        self._feet.addWidget(self._go_on, 0, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._words, 1)
        column.addLayout(self._feet)
        halves = QHBoxLayout(self)
        halves.setContentsMargins(0, 0, 0, 0)
        halves.setSpacing(0)
        halves.addWidget(self._picture)
        halves.addLayout(column, 1)
        self._words.verticalScrollBar().rangeChanged.connect(self._align)

    def _turn_to(self, step: int) -> None:
        self._show_step(step)
        self._words.verticalScrollBar().setValue(0)
        self.take_focus()
        if QAccessible.isActive():
            text = f"{self._step.plain}. {self._steps[step].heading.plain}"
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def _show_step(self, step: int) -> None:
        self._here = step
        last = step == len(self._steps) - 1
        for number, shown in enumerate(self._steps):
            shown.setVisible(number == step)
        self._dots.show_step(step)
        self._step.set_text(translate("words", "Step {} of {}").format(step + 1, len(self._steps)))
        self.setAccessibleName(self._steps[step].heading.plain.replace("\n", " "))
        self._back.set_text(translate("words", "Back") if step else self._origin)
        self._back.setVisible(bool(step or self._origin))
        self._go_on.set_face(self._onward if last else translate("words", "Go on"), "check" if last else "")
        self._fit()

    def _show_picture(self) -> None:
        if self._here not in self._shown:
            self._shown[self._here] = made = self._pictures[self._here](self._look)
            self._picture.addWidget(made)
        self._picture.setCurrentWidget(self._shown[self._here])

    def _fit(self) -> None:
        scale = self._look.text_scale
        room = self.width() - round(_WORDS * scale)
        picture = min(room, round(self.width() * _PICTURE))
        seen = picture >= _LEAST_PICTURE
        self._picture.setVisible(seen)
        if seen:
            self._picture.setFixedWidth(picture)
            air = round(self.height() * _AIR)
            self._picture.setContentsMargins(0, air, 1, air)
            self._show_picture()
        self._above.setFixedHeight(_ABOVE if self.height() >= _TALL else 0)
        self._align()
        self.update()

    def _align(self) -> None:
        """The feet stand below the words, which give way to a scroll bar."""
        margins, bar = self._words.body.contentsMargins(), self._words.width() - self._words.viewport().width()
        low = round(_BELOW * min(self.height() / _TALL, 1.0))
        self._feet.setContentsMargins(margins.left(), 12, margins.right() + bar, low)
        for step in self._steps:
            step.fit(self._words.column_width)
