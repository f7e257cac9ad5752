"""A value between two signs, less and more: it goes in steps and ends where its range ends."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from ribdown.ui.look import Look, colour, text_font
from ribdown.ui.widgets.focus_ring import paint_focus_ring

_HEIGHT = 40
_RADIUS = 10
_SIGN = 40  # the room of a sign
_ARM = 5.5  # half of its line
_LEAST = 52  # room for the value
_PAD = 4

Step = tuple[float, str]


class Stepper(QSlider):
    """`title` is what has the value, for the screen reader. The arrows, Page Up and Down, Home and End step too.
    `picked` carries the value that the person chose."""

    picked = Signal(object)

    def __init__(self, look: Look, title: str, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self._title = title
        self._steps: tuple[Step, ...] = ((0, ""),)
        self.setPageStep(5)
        self.setTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.valueChanged.connect(self._stepped)

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        self.updateGeometry()
        self.update()

    def show_value(self, value: float, steps: Sequence[Step]) -> None:
        """Show the value, one of these, each with its text."""
        with QSignalBlocker(self):  # the person chose nothing
            self._steps = tuple(steps)
            self.setRange(0, len(steps) - 1)
            self.setValue([step for step, _ in steps].index(value))
        self._name()
        self.updateGeometry()
        self.update()

    @property
    def text(self) -> str:
        """The value as it is shown."""
        return self._steps[self.value()][1]

    def sizeHint(self) -> QSize:
        """Room for the longest value between the signs."""
        metrics = QFontMetrics(self._font())
        widest = max(metrics.horizontalAdvance(text) for _, text in self._steps)
        scale = self._look.text_scale
        width = max(widest + 2 * _PAD, _LEAST * scale) + 2 * _SIGN * max(scale * 0.85, 1.0)
        return QSize(round(width), round(_HEIGHT * max(scale * 0.85, 1.0)))

    def minimumSizeHint(self) -> QSize:
        """Nothing is shortened."""
        return self.sizeHint()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Step towards the sign that is pressed, again and again while it is held."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        place, sign = event.position().x(), self._sign()
        action = QSlider.SliderAction
        if place < sign:
            self.triggerAction(action.SliderSingleStepSub)
            self.setRepeatAction(action.SliderSingleStepSub)
        elif place > self.width() - sign:
            self.triggerAction(action.SliderSingleStepAdd)
            self.setRepeatAction(action.SliderSingleStepAdd)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Nothing is dragged."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """No step more."""
        self.setRepeatAction(QSlider.SliderAction.SliderNoAction)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page and changes nothing on the way."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field, the signs, the value and the focus ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, sign = self._look.theme, self._sign()
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(colour(theme.edge), 1))
        painter.setBrush(colour(theme.bg))
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        if self.hasFocus():
            paint_focus_ring(painter, QRectF(self.rect()), _RADIUS, theme.focus)
        less, more = self.value() > self.minimum(), self.value() < self.maximum()
        self._paint_sign(painter, sign / 2, colour(theme.text if less else theme.line), plus=False)
        self._paint_sign(painter, self.width() - sign / 2, colour(theme.text if more else theme.line), plus=True)
        painter.setPen(colour(theme.text))
        painter.setFont(self._font())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text)

    def _paint_sign(self, painter: QPainter, x: float, ink: QColor, *, plus: bool) -> None:
        arm, y = _ARM * max(self._look.text_scale * 0.85, 1.0), self.height() / 2
        painter.setPen(QPen(ink, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(x - arm, y), QPointF(x + arm, y))
        if plus:
            painter.drawLine(QPointF(x, y - arm), QPointF(x, y + arm))

    def _stepped(self, index: int) -> None:
        self._name()
        self.update()
        self.picked.emit(self._steps[index][0])

    def _name(self) -> None:
        self.setAccessibleName(f"{self._title}, {self.text}")

    def _sign(self) -> float:
        return _SIGN * max(self._look.text_scale * 0.85, 1.0)

    def _font(self) -> QFont:
        return text_font(15 * self._look.text_scale, 500, tabular=True)
