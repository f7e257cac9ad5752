"""A field to find something by its words."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from ribdown.ui.look import Look, colour, text_font

_WIDTH, _HEIGHT = 220, 40
_LENS = 38  # room for it


class SearchField(QLineEdit):
    """Escape empties it; in an empty one Escape is the page's."""

    def __init__(self, look: Look, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setClearButtonEnabled(False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Write with another look."""
        self._look = look
        theme = look.theme
        self.setFont(text_font(15 * look.text_scale))
        self.setStyleSheet(
            f"QLineEdit {{ background: {theme.surface}; color: {theme.text}; border: 1px solid {theme.edge};"
            f" placeholder-text-color: {theme.text3}; border-radius: 10px; padding: 0 10px 0 {_LENS}px; }}"
            f"QLineEdit:focus {{ border: 3px solid {theme.focus}; padding: 0 8px 0 {_LENS - 2}px; }}"
        )
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for a few words."""
        scale = self._look.text_scale
        needed = self.fontMetrics().horizontalAdvance(self.placeholderText()) + _LENS + 20
        return QSize(max(round(_WIDTH * min(scale, 1.3)), needed), round(_HEIGHT * max(scale * 0.85, 1.0)))

    def minimumSizeHint(self) -> QSize:
        """All of what it asks for is seen."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape empties it."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field and a lens in it."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour(self._look.theme.text2), 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        middle = self.height() / 2
        painter.drawEllipse(QRectF(14, middle - 7, 11, 11))
        painter.drawLine(24, round(middle + 3), 28, round(middle + 7))
