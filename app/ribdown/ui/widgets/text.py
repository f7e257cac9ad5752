"""A text in one of the app's styles."""

from dataclasses import dataclass
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QLabel, QWidget

from ribdown.ui.look import Look, colour, display_font, text_font


@dataclass(frozen=True, slots=True)
class TextStyle:
    """`px` at 100 % text size; `ink` names the theme's colour; `line` is the height of wrapped lines, in per cent of
    the font's own."""

    px: float
    weight: int = 400
    ink: str = "text"
    display: bool = False
    line: int = 100

    def font(self, look: Look) -> QFont:
        """The style's font at the look's text size."""
        px = self.px * look.text_scale
        if self.display:
            return display_font(px, self.weight, tracking=-0.015 * px)
        return text_font(px, self.weight, tabular=True)


PAGE = TextStyle(40, 600, display=True)
HERO = TextStyle(52, 600, display=True)
HEADING = TextStyle(26, 600, display=True)
TITLE = TextStyle(18, 600)
STRONG = TextStyle(16, 600)
BODY = TextStyle(16, line=118)
QUIET = TextStyle(15, ink="text2", line=118)
SMALL = TextStyle(14, ink="text2", line=112)


class Text(QLabel):
    """`wrap` breaks it into lines."""

    def __init__(
        self, look: Look, style: TextStyle, text: str = "", *, wrap: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._style = style
        self.plain = ""
        self.setTextFormat(Qt.TextFormat.RichText if wrap else Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.set_look(look)
        self.set_text(text)

    def set_look(self, look: Look) -> None:
        """Write with another look."""
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.WindowText, colour(getattr(look.theme, self._style.ink)))
        self.setPalette(palette)
        self.setFont(self._style.font(look))
        if self.wordWrap():
            # Qt puts a line's extra height below it: as much above keeps a single line in the middle.
            extra = self.fontMetrics().height() * (self._style.line - 100) / 100
            self.setContentsMargins(0, round(extra), 0, 0)

    def set_text(self, text: str) -> None:
        """Show another text."""
        self.plain = text
        lines = escape(text).replace("\n", "<br>")
        html = f'<p style="line-height:{self._style.line}%">{lines}</p>'
        self.setText(html if self.wordWrap() else text)
