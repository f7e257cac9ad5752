"""A field for a few lines of text."""

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ribdown.ui.look import Look, text_font

_LINES = 3


class NoteField(QPlainTextEdit):
    """Tab leaves it: it is one stop of a form."""

    def __init__(self, look: Look, name: str, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Write with another look."""
        theme = look.theme
        self.setFont(text_font(16 * look.text_scale))
        self.setStyleSheet(
            f"QPlainTextEdit {{ background: {theme.bg}; color: {theme.text}; border: 1px solid {theme.edge};"
            f" placeholder-text-color: {theme.text3}; border-radius: 10px; padding: 10px 12px; }}"
            f"QPlainTextEdit:focus {{ border: 3px solid {theme.focus}; padding: 8px 10px; }}"
        )
        self.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES + 30)
