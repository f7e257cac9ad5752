"""The day's posture pulses, and one now."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ribdown.core.nudges.pulses import PULSES_A_DAY
from ribdown.ui.icons import paint_icon
from ribdown.ui.look import Look, colour, display_font
from ribdown.ui.nudges.nudge_words import pulses_done
from ribdown.ui.translation import translate
from ribdown.ui.widgets.button import Button, ButtonKind
from ribdown.ui.widgets.panel import Panel
from ribdown.ui.widgets.text import STRONG, TITLE, Text

_TILE, _GAP, _RADIUS = 56.0, 12.0, 14.0


class PulseTiles(QWidget):
    """One tile for each pulse of the day; those done are filled and checked."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._done = 0
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        self.setFixedSize(self.sizeHint())
        self.update()

    def show_done(self, done: int) -> None:
        """Show how many were done."""
        self._done = done
        self.update()

    def sizeHint(self) -> QSize:
        """A row of them."""
        s = self._look.text_scale
        return QSize(round((PULSES_A_DAY * (_TILE + _GAP) - _GAP) * s), round(_TILE * s))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tiles."""
        painter, s, theme = QPainter(self), self._look.text_scale, self._look.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(display_font(22 * s, 600))
        for index in range(PULSES_A_DAY):
            box = QRectF(index * (_TILE + _GAP) * s, 0, _TILE * s, _TILE * s).adjusted(1, 1, -1, -1)
            done = index < self._done
            painter.setPen(Qt.PenStyle.NoPen if done else QPen(colour(theme.edge), 2 * s))
            painter.setBrush(colour(theme.accent) if done else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, _RADIUS * s, _RADIUS * s)
            if done:
                half = QPointF(14 * s, 14 * s)
                check = QRectF(box.center() - half, box.center() + half)
                paint_icon(painter, "check", check, colour(theme.on_accent), 2.6)
            else:
                painter.setPen(colour(theme.text2))
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(index + 1))


class PulsePanel(Panel):
    """`asked` asks for one now."""

    asked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._count = Text(look, STRONG)
        self._tiles = PulseTiles(look)
        self._now = Button(translate("words", "Do one now"), look, ButtonKind.OUTLINE, "play", 40, 15)
        self._now.clicked.connect(self.asked)
        heading = QHBoxLayout()
        heading.addWidget(Text(look, TITLE, translate("words", "Posture pulses")), 1)
        heading.addWidget(self._count)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(23, 18, 23, 18)
        rows.setSpacing(12)
        rows.addLayout(heading)
        rows.addWidget(self._tiles)
        rows.addStretch(1)
        rows.addWidget(self._now, 0, Qt.AlignmentFlag.AlignLeft)

    def show_done(self, done: int) -> None:
        """Show how many pulses there were today."""
        self._count.set_text(pulses_done(done))
        self._tiles.show_done(done)
        self._tiles.setAccessibleName(translate("words", "Posture pulses: {}").format(pulses_done(done)))
