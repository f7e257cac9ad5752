"""Text that fits: the largest size, up to the wanted one, at which a text fits the room it has."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

_STEP = 0.94
_SMALLEST = 11  # px


def fitted_font(font: QFont, text: str, width: float) -> QFont:
    """The font, made smaller where one line of `text` is wider than `width` pixels."""
    wide = QFontMetricsF(font).horizontalAdvance(text)
    if wide <= width:
        return font
    smaller = QFont(font)
    smaller.setPixelSize(max(int(font.pixelSize() * width / wide), 1))
    if font.letterSpacingType() is QFont.SpacingType.AbsoluteSpacing:
        smaller.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, font.letterSpacing() * width / wide)
    return smaller


class FitLabel(QLabel):
    """A wrapped text that grows to `font`'s size and shrinks, as far as it can be read, to fit the label."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted = self.font()
        self._natural = (-1, 0)  # the width that was asked for last, and the height there
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)

    def show_text(self, text: str, font: QFont) -> None:
        """Show a text, at best in this font."""
        if text != self.text() or font != self._wanted:
            self._wanted = font
            self._natural = (-1, 0)
            self.setText(text)
            self._fit()

    def natural_height(self, width: int) -> int:
        """The height the text takes in its wanted font at this width, in pixels."""
        if self._natural[0] != width:
            self._natural = width, text_height(self._wanted, self.text(), width)
        return self._natural[1]

    def shrunk_to(self, width: int, height: int) -> float:
        """The share of its wanted size that the text has in a room, in pixels."""
        fitted = wrapped_font(self._wanted, self.text(), QSize(width, height), _SMALLEST)
        return fitted.pixelSize() / self._wanted.pixelSize()

    def sizeHint(self) -> QSize:
        """As high as the text in its wanted font."""
        return QSize(self.width(), self.natural_height(max(self.width(), 1)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the text to the new size."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.setFont(wrapped_font(self._wanted, self.text(), self.size(), _SMALLEST))


def wrapped_font(font: QFont, text: str, room: QSize, smallest: int) -> QFont:
    """The font, made smaller down to `smallest` pixels where the wrapped text doesn't fit the room."""
    fitted = QFont(font)
    while fitted.pixelSize() > smallest and text_height(fitted, text, room.width()) > room.height():
        fitted.setPixelSize(max(int(fitted.pixelSize() * _STEP), smallest))
    return fitted


def text_height(font: QFont, text: str, width: int) -> int:
    """How high `text` is when it is wrapped at `width` pixels; very high where a word is wider than that."""
    box = QFontMetrics(font).boundingRect(QRect(0, 0, max(width, 1), 10_000), Qt.TextFlag.TextWordWrap, text)
    return box.height() if box.width() <= width else 10_000
