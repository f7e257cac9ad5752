"""One way in which the free thigh may lie: its picture and its words."""

from math import cos, radians, sin

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from ribdown.core.thomas_test import Thigh
from ribdown.ui.icons import paint_icon
from ribdown.ui.look import Look, colour, mix, text_font
from ribdown.ui.widgets.choice_box import paint_choice_box
from ribdown.ui.widgets.return_key import pressed_by_return

_HEIGHT, _PX, _RADIUS = 50, 16, 10  # px at scale 1
_PAD, _PICTURE, _GAP, _CHECK = 16, 56, 14, 18
_LARGEST_PICTURE = 1.3  # text scale: the words need the room
_RISE = {Thigh.FLAT: 0, Thigh.LITTLE: 12, Thigh.LOT: 25}  # degrees


class ThighChoice(QRadioButton):
    """Chosen by Space, Return or a press; other keys are left to what holds it."""

    def __init__(self, look: Look, thigh: Thigh, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._look = look
        self._scale = 1.0
        self.thigh = thigh
        self.setAutoExclusive(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        self.updateGeometry()
        self.update()

    def set_scale(self, scale: float) -> None:
        """Set the size of one design pixel."""
        self._scale = scale
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the picture, the text and the check."""
        text = QFontMetrics(self._text_font()).horizontalAdvance(self.text())
        rest = (2 * _PAD + _PICTURE + _GAP + _CHECK + _GAP / 2) * self._unit()
        return QSize(round(text + rest), round(max(_HEIGHT * self._unit(), 2.2 * self._text_font().pixelSize())))

    def minimumSizeHint(self) -> QSize:
        """Never narrower than its text."""
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802 (Qt's name)
        """All of it can be pressed."""
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Return choose; every other key is the group's."""
        if pressed_by_return(self, event):
            return
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the choice, filled where it holds."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen, u = self.isChecked(), self._unit()
        box = QRectF(self.rect())
        ink = paint_choice_box(painter, self, self._look.theme, _RADIUS * u, 3)
        self._paint_picture(painter, ink, chosen=chosen)
        painter.setPen(colour(ink))
        painter.setFont(self._text_font())
        left = (_PAD + _PICTURE + _GAP) * u
        painter.drawText(box.adjusted(left, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text())
        if chosen:
            side = _CHECK * u
            right = QRectF(box.right() - _PAD * u - side, (self.height() - side) / 2, side, side)
            paint_icon(painter, "check", right, colour(ink), 3)

    def _paint_picture(self, painter: QPainter, ink: str, *, chosen: bool) -> None:
        """The bed's end, level, and the thigh on or above it."""
        theme, u = self._look.theme, self._unit()
        painter.save()
        painter.translate(_PAD * u, self.height() / 2)
        painter.scale(u, u)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mix(theme.on_accent, theme.accent, 0.5) if chosen else colour(theme.prop))
        painter.drawRoundedRect(QRectF(0, 4.5, 27, 14), 3, 3)
        level = QPen(colour(ink if chosen else theme.text3), 1.6, Qt.PenStyle.DashLine)
        level.setDashPattern([1.6, 1.6])
        painter.setPen(level)
        flat = self.thigh is Thigh.FLAT
        painter.drawLine(QPointF(53 if flat else 29, 2), QPointF(_PICTURE, 2))
        rise = radians(_RISE[self.thigh])
        hip = QPointF(11, 1.5 if flat else -1)
        painter.setPen(QPen(colour(ink), 6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(hip, hip + QPointF(38 * cos(rise), -38 * sin(rise)))
        painter.restore()

    def _text_font(self) -> QFont:
        return text_font(_PX * self._scale * self._look.text_scale, 600)

    def _unit(self) -> float:
        return self._scale * min(self._look.text_scale, _LARGEST_PICTURE)
