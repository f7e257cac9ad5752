"""A slider with its value beside it."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSlider, QWidget

from ribdown.ui.look import Look, colour
from ribdown.ui.widgets.dressing import dress
from ribdown.ui.widgets.focus_ring import paint_focus_ring
from ribdown.ui.widgets.text import Text, TextStyle

_VALUE = TextStyle(14, 500, "text2")
_WIDTH, _HEIGHT = 154, 40
_END = 6.0  # from the widget's edge to the track's end
_KNOB, _TRACK, _GAP = 9.0, 4.0, 3.0
_STEP, _PAGE = 5, 20


class SliderTrack(QSlider):
    """The track and its knob, which goes to where the pointer is pressed."""

    def __init__(self, look: Look, low: int, high: int, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self.setRange(low, high)
        self.setSingleStep(_STEP)
        self.setPageStep(_PAGE)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """One width at every text size: it holds no text."""
        return QSize(_WIDTH, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Narrower, a drag would be too coarse."""
        return self.sizeHint()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the pointer."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._follow(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer while it is pressed."""
        if self.isSliderDown():
            self._follow(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Stay there."""
        self.setSliderDown(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page and changes nothing on the way."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the track, the knob and the focus ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, middle, knob = self._look.theme, self.height() / 2, self._knob()
        for left, right, ink in (
            (_END, knob - _KNOB - _GAP, theme.accent),
            (knob + _KNOB + _GAP, self.width() - _END, theme.edge),
        ):
            if right > left:
                painter.setPen(QPen(colour(ink), _TRACK, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
                painter.drawLine(QPointF(left, middle), QPointF(right, middle))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(theme.accent_hover if self.underMouse() else theme.accent))
        painter.drawEllipse(QPointF(knob, middle), _KNOB, _KNOB)
        if self.hasFocus():
            around = _KNOB + 5
            box = QRectF(knob - around, middle - around, 2 * around, 2 * around)
            paint_focus_ring(painter, box, around, theme.focus)

    def _left(self) -> float:
        """Where the knob's middle is at the lowest value: the focus ring has room there."""
        return _KNOB + 5

    def _knob(self) -> float:
        share = (self.sliderPosition() - self.minimum()) / (self.maximum() - self.minimum())
        return self._left() + share * (self.width() - 2 * self._left())

    def _follow(self, place: QPointF) -> None:
        share = (place.x() - self._left()) / (self.width() - 2 * self._left())
        wanted = self.minimum() + share * (self.maximum() - self.minimum())
        self.setSliderPosition(round(wanted))


class Slider(QWidget):
    """`say` puts a value in words. `picked` carries each value that the person passes."""

    picked = Signal(object)

    def __init__(
        self, look: Look, low: int, high: int, say: Callable[[int], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._say = say
        self._widest = max((say(low), say(high)), key=len)
        self._text = Text(look, _VALUE)
        self._text.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.track = SliderTrack(look, low, high)
        self.track.valueChanged.connect(self._moved)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._text)
        row.addWidget(self.track)
        self.setFocusProxy(self.track)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._fit()

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        dress(self, look)
        self._fit()

    def show_value(self, value: int) -> None:
        """Show this value."""
        with QSignalBlocker(self.track):  # the person chose nothing
            self.track.setValue(value)
        self._text.set_text(self._say(value))

    def _moved(self, value: int) -> None:
        self._text.set_text(self._say(value))
        self.picked.emit(value)

    def _fit(self) -> None:
        self._text.setMinimumWidth(self._text.fontMetrics().horizontalAdvance(self._widest) + 2)
