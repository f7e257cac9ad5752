"""One line over the page for what went wrong: what, and what to do. No modal."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QWidget

from ribdown.core.errors import UserError
from ribdown.ui.icons import paint_icon
from ribdown.ui.look import Look, colour, text_font
from ribdown.ui.translation import translate
from ribdown.ui.widgets.button import Button, ButtonKind
from ribdown.ui.widgets.fitting import text_height

_LARGEST_BUTTONS = 1.5  # text scale: the smallest window has no room for more
_TEXT = 15  # px at 100 % text
_LINES = 2  # of a message, where its text may be smaller than asked for: it takes its room from the page
_MARGINS = 56, 8, 16, 8
_BESIDE = 700  # px at 100 % text: below this the buttons stand under the text


class Banner(QWidget):
    """Hidden until there is something to say. Its buttons emit `folder_asked` and `undo_asked`; `answered` carries
    what was said to a question: yes or no."""

    folder_asked = Signal()
    undo_asked = Signal()
    answered = Signal(bool)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._warnings: list[str] = []
        self._offer = self._question = ""
        self._folder_wanted = False
        self._text = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self._folder = Button(translate("words", "Open folder"), look, icon="folder", height=40, px=15)
        self._undo = Button(translate("words", "Undo"), look, height=40, px=15)
        self._yes, self._no = (Button("", look, height=40, px=15) for _ in range(2))
        self._close = Button(translate("words", "Close"), look, ButtonKind.QUIET, height=40, px=15)
        buttons = QHBoxLayout()
        for button in self._buttons():
            buttons.addWidget(button)
        buttons.addStretch(1)
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._rows.setContentsMargins(*_MARGINS)
        self._rows.addWidget(self._text, 1)
        self._rows.addLayout(buttons)
        self._folder.clicked.connect(self.folder_asked)
        self._undo.clicked.connect(self.undo_asked)
        self._yes.clicked.connect(lambda: self._answer(yes=True))
        self._no.clicked.connect(lambda: self._answer(yes=False))
        self._close.clicked.connect(self._clear)
        self.hide()
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        for button in self._buttons():
            button.set_look(look._replace(text_scale=min(look.text_scale, _LARGEST_BUTTONS)))
        self._fit()
        self.update()

    def warn(self, error: UserError, *, folder: bool = False) -> None:
        """Say what went wrong, under what is said already; with `folder` offer to open the data folder."""
        text = _text(error)
        if text not in self._warnings:
            self._warnings.append(text)
        self._folder_wanted |= folder
        self._say()

    def unsay(self, error: UserError) -> None:
        """It is so no more."""
        text = _text(error)
        if text in self._warnings:
            self._warnings.remove(text)
            self._say()

    def say(self, text: str) -> None:
        """Say something that is worth knowing."""
        self.warn(UserError(text))

    def ask(self, question: str, yes: str, no: str) -> None:
        """Ask, with the keyboard on the first answer; closing the banner is none."""
        self._question = question
        self._yes.setText(yes)
        self._no.setText(no)
        self._say()
        self._yes.setFocus()

    def offer_undo(self, text: str) -> None:
        """Say what was taken out, until `end_offer`."""
        self._offer = text
        self._say()

    def end_offer(self) -> None:
        """The offer to undo does not hold any more."""
        self._offer = ""
        self._say()

    def _buttons(self) -> tuple[Button, ...]:
        return self._folder, self._undo, self._yes, self._no, self._close

    def _answer(self, *, yes: bool) -> None:
        self._question = ""
        self._say()
        self.answered.emit(yes)

    def _clear(self) -> None:
        if self._question:
            self._question = ""
        else:
            self._warnings, self._offer, self._folder_wanted = [], "", False
        self._say()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self._clear()
        else:
            super().keyPressEvent(event)

    def _say(self) -> None:
        # A question stands alone: its answers are about nothing else.
        text = self._question or "\n".join(filter(None, (*self._warnings, self._offer)))
        self._close.setText(translate("words", "Not now") if self._question else translate("words", "Close"))
        self._text.setText(text)
        self._folder.setVisible(self._folder_wanted and not self._question)
        self._undo.setVisible(bool(self._offer) and not self._question)
        for button in (self._yes, self._no):
            button.setVisible(bool(self._question))
        self.setAccessibleName(text)
        self._fit()
        self.setVisible(bool(text))

    def _fit(self) -> None:
        """Put the buttons beside the text or under it, and take the height that the text needs."""
        shown = [button for button in self._buttons() if not button.isHidden()]
        beside = self.width() >= _BESIDE * self._look.text_scale or len(shown) == 1
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._rows.setDirection(direction)
        taken = sum(button.sizeHint().width() + self._rows.spacing() for button in shown) if beside else 0
        self._text.setFont(self._fitting(self.width() - _MARGINS[0] - _MARGINS[2] - taken))
        # A window that is full gives its rows their least height, which for wrapped text is a line's.
        self.setMinimumHeight(max(self._rows.totalHeightForWidth(self.width()), 0))

    def _fitting(self, width: int) -> QFont:
        """The font at which each message takes few lines, as large as the person wants it otherwise."""
        px, messages = _TEXT * self._look.text_scale, self._text.text().split("\n")
        while px > _TEXT and any(_lines(text_font(px, 500), message, width) > _LINES for message in messages):
            px = max(px - 1, _TEXT)
        return text_font(px, 500)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the new width."""
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the sign."""
        painter = QPainter(self)
        theme = self._look.theme
        painter.fillRect(self.rect(), colour(theme.warn_tint))
        painter.setPen(QPen(colour(theme.line), 1))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        paint_icon(painter, "warn", QRectF(20, self.height() / 2 - 12, 24, 24), colour(theme.warn))


def _lines(font: QFont, text: str, width: int) -> float:
    return text_height(font, text, width) / text_height(font, "0", width)


def _text(error: UserError) -> str:
    return f"{error.what} {error.next_step}".strip()
