"""What can be chosen or asked, in a list that drops down."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAction, QKeyEvent, QPainterPath, QRegion, QResizeEvent
from PySide6.QtWidgets import QLabel, QMenu, QWidget, QWidgetAction

from ribdown.ui.look import Look, text_font

_RADIUS = 10


class Menu(QMenu):
    """In the look's colours. It goes when it is closed. A letter goes to the next line that begins with it."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setWindowFlags(
            self.windowFlags() | Qt.WindowType.FramelessWindowHint | Qt.WindowType.NoDropShadowWindowHint
        )
        self._look = look
        theme, s = look.theme, look.text_scale
        self.setFont(text_font(15 * s, 500, tabular=True))
        self.setStyleSheet(
            f"QMenu {{ background: {theme.raised}; color: {theme.text}; border: 1px solid {theme.edge};"
            f" border-radius: {_RADIUS}px; padding: 6px; }}"
            f" QMenu::item {{ padding: {round(7 * s)}px {round(16 * s)}px; border-radius: {_RADIUS - 4}px; }}"
            f" QMenu::indicator {{ left: {round(9 * s)}px; }}"
            f" QMenu::item:selected {{ background: {theme.accent}; color: {theme.on_accent}; }}"
        )

    def add_heading(self, text: str) -> None:
        """Say above the lines what they are for."""
        s = self._look.text_scale
        label = QLabel(text)
        label.setFont(text_font(13 * s, 600))
        label.setStyleSheet(f"color: {self._look.theme.text2};")
        label.setContentsMargins(round(16 * s), round(6 * s), round(16 * s), round(4 * s))
        heading = QWidgetAction(self)
        heading.setDefaultWidget(label)
        heading.setEnabled(False)  # passed over by the keyboard
        self.addAction(heading)
        self.setAccessibleName(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to a line by its first letter."""
        found = self._beginning_with(event.text())
        if found is not None:
            self.setActiveAction(found)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the corners: without a compositor what is translucent is black."""
        super().resizeEvent(event)
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()), _RADIUS, _RADIUS)
        self.setMask(QRegion(outline.toFillPolygon().toPolygon()))

    def _beginning_with(self, letter: str) -> QAction | None:
        """The next line behind the one with the keyboard, around the end."""
        lines = [action for action in self.actions() if action.isEnabled() and action.isVisible()]
        active = self.activeAction()
        here = lines.index(active) + 1 if active in lines else 0
        wanted = letter.strip().casefold()
        order = lines[here:] + lines[:here] if wanted else []
        return next((line for line in order if line.text().casefold().startswith(wanted)), None)
