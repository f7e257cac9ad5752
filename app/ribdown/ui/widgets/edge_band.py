"""A band along the window's edge that says without a sound that something new begins."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ribdown.ui.look import colour

_WIDTH = 8  # px (DESIGN, §7)
_SHOWN_MS = 600


class EdgeBand(QWidget):
    """Lies over its parent. Steady: it does not blink."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._host = parent
        self._ink = ""
        self._timer = QTimer(self, singleShot=True, interval=_SHOWN_MS)
        self._timer.timeout.connect(self.hide)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def light(self, ink: str) -> None:
        """Show the band in a colour for a moment."""
        self._ink = ink
        self.setGeometry(self._host.rect())
        self.raise_()
        self.show()
        self.update()
        self._timer.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the band."""
        painter = QPainter(self)
        painter.setPen(QPen(colour(self._ink), 2 * _WIDTH, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap))
        painter.drawRect(self.rect())  # half of the line lies outside
