"""A nudge that is offered: when it was due, what it is, and three answers."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ribdown.core.theme import Hue
from ribdown.ui.icons import paint_icon
from ribdown.ui.look import Look, colour, display_font
from ribdown.ui.nudges import nudge_words
from ribdown.ui.translation import translate
from ribdown.ui.widgets.button import Button, ButtonKind
from ribdown.ui.widgets.dressing import dress
from ribdown.ui.widgets.text import SMALL, Text, TextStyle

_TITLE = TextStyle(20, 600, display=True)
_SECONDS = 30  # of the guide that Start begins, without the time to get ready
_RADIUS = 38.0
_CENTRE = QPointF(64, 95)
_LEFT_OF_TEXT = 126


class OfferView(QWidget):
    """Emits the answer that was pressed."""

    started = Signal()
    snoozed = Signal()
    skipped = Signal()
    closed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._slot = Text(look, SMALL)
        self._title = Text(look, _TITLE, translate("words", "Rib-down +\nglute squeeze"), wrap=True)
        self._cue = Text(look, SMALL, wrap=True)
        self._start = Button(translate("words", "Start"), look, ButtonKind.PRIMARY, "play", 42, 15)
        self._snooze = Button(translate("words", "In 10 min"), look, ButtonKind.OUTLINE, "", 42, 15)
        self._skip = Button(translate("words", "Skip"), look, ButtonKind.QUIET, "", 42, 15)
        self._close = Button(translate("words", "Close"), look, ButtonKind.QUIET, "cross", 28, 13)
        self._close.set_compact(True)
        for button, pressed in (
            (self._start, self.started),
            (self._snooze, self.snoozed),
            (self._skip, self.skipped),
            (self._close, self.closed),
        ):
            button.clicked.connect(pressed)
        self._top, self._texts, self._answers = QHBoxLayout(), QVBoxLayout(), QHBoxLayout()
        self._column = QVBoxLayout(self)
        self._fill()
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        dress(self, look)
        s = look.text_scale
        self._column.setContentsMargins(round(18 * s), round(10 * s), round(14 * s), round(16 * s))
        self._top.setContentsMargins(round(26 * s), 0, 0, 0)
        self._texts.setContentsMargins(round((_LEFT_OF_TEXT - 18) * s), 0, 0, 0)
        self.update()

    def show_offer(self, slot: str, cue: str, *, can_snooze: bool) -> None:
        """Show when the nudge was due, such as 14:00, and one cue."""
        self._slot.set_text(translate("words", "Ribdown · {}").format(slot))
        self._cue.set_text(cue)
        self.setAccessibleName(f"{nudge_words.title()}, {slot}. {cue}")
        self._snooze.setVisible(can_snooze)

    def snooze(self) -> None:
        """As if the button was pressed, where there is one."""
        if self._snooze.isVisible():
            self._snooze.click()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the app's mark, and the ring with the guide's seconds."""
        painter, s, theme = QPainter(self), self._look.text_scale, self._look.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_icon(painter, "ribdown", QRectF(20 * s, 13 * s, 20 * s, 20 * s), colour(theme.accent), 2.2)
        hue, radius = self._look.hue(Hue.EXHALE), _RADIUS * s
        centre = _CENTRE * s
        painter.setBrush(colour(hue.tint))
        painter.setPen(QPen(colour(hue.ring_track), 7 * s))
        painter.drawEllipse(centre, radius, radius)
        painter.setPen(QPen(colour(hue.fill), 2.5 * s))
        painter.drawEllipse(centre, radius * 0.76, radius * 0.76)
        painter.setPen(colour(theme.text))
        painter.setFont(display_font(25 * s, 600))
        box = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(_SECONDS))

    def _fill(self) -> None:
        self._top.addWidget(self._slot, 1)
        self._top.addWidget(self._close)
        self._texts.setSpacing(2)
        self._texts.addStretch(1)
        self._texts.addWidget(self._title)
        self._texts.addWidget(self._cue)
        self._texts.addStretch(1)
        self._answers.setSpacing(8)
        for button in (self._start, self._snooze, self._skip):
            self._answers.addWidget(button)
        self._answers.addStretch(1)
        self._column.setSpacing(2)
        self._column.addLayout(self._top)
        self._column.addLayout(self._texts, 1)
        self._column.addLayout(self._answers)
