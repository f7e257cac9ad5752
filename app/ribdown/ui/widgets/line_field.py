"""A field for one line of text, whose undo is the page's."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from ribdown.ui.look import Look
from ribdown.ui.widgets.text import TextStyle

_NARROWEST = 120
_PAGES_KEYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class LineField(QLineEdit):
    """`name` is for the screen reader; at most `longest` characters fit."""

    def __init__(
        self, look: Look, style: TextStyle, name: str, placeholder: str, longest: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._style = style
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setMaxLength(longest)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Write with another look."""
        theme = look.theme
        self.setFont(self._style.font(look))
        ink = getattr(theme, self._style.ink)
        self.setStyleSheet(
            f"QLineEdit {{ background: {theme.bg}; color: {ink}; border: 1px solid {theme.edge};"
            f" placeholder-text-color: {theme.text3}; border-radius: 10px; padding: 0 12px; }}"
            f"QLineEdit:focus {{ border: 3px solid {theme.focus}; padding: 0 10px; }}"
        )
        self.updateGeometry()

    def show_text(self, text: str) -> None:
        """Show a text. What is being typed stays as it is typed, where it says the same."""
        if " ".join(self.text().split()) != text:
            self.setText(text)
            self.setCursorPosition(0)

    def sizeHint(self) -> QSize:
        """As high as its text needs."""
        return QSize(4 * _NARROWEST, round(self.fontMetrics().height() * 1.3) + 16)

    def minimumSizeHint(self) -> QSize:
        """A long text is scrolled."""
        return QSize(_NARROWEST, self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the page."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_pages(event):
            event.ignore()
            return False
        return super().event(event)


def _is_pages(event: QKeyEvent) -> bool:
    return any(event.matches(key) for key in _PAGES_KEYS)
