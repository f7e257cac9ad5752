"""What can be chosen or asked, in a list that drops down."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainterPath, QRegion, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from ribdown.ui.look import Look, text_font

_RADIUS = 10


class Menu(QMenu):
    """In the look's colours. It goes when it is closed."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setWindowFlags(
            self.windowFlags() | Qt.WindowType.FramelessWindowHint | Qt.WindowType.NoDropShadowWindowHint
        )
        theme, s = look.theme, look.text_scale
        self.setFont(text_font(15 * s, 500, tabular=True))
        self.setStyleSheet(
            f"QMenu {{ background: {theme.raised}; color: {theme.text}; border: 1px solid {theme.edge};"
            f" border-radius: {_RADIUS}px; padding: 6px; }}"
            f" QMenu::item {{ padding: {round(7 * s)}px {round(16 * s)}px; border-radius: {_RADIUS - 4}px; }}"
            f" QMenu::indicator {{ left: {round(9 * s)}px; }}"
            f" QMenu::item:selected {{ background: {theme.accent}; color: {theme.on_accent}; }}"
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the corners: without a compositor what is translucent is black."""
        super().resizeEvent(event)
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()), _RADIUS, _RADIUS)
        self.setMask(QRegion(outline.toFillPolygon().toPolygon()))
