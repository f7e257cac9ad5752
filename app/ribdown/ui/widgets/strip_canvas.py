"""What the strips under the orb share: design units and rows of text."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from ribdown.ui.look import Look, colour, text_font
from ribdown.ui.widgets.fitting import fitted_font

WIDTH, HEIGHT = 560.0, 130.0
DONE = 0.45  # share of a phase's fill in what is done
NOW = 0.25  # and in what is at work

Align = Qt.AlignmentFlag


@contextmanager
def strip_units(painter: QPainter, box: QRectF, s: float) -> Iterator[None]:
    """Paint in a strip's 560 x 130 units, `s` pixels each, and not outside of it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
    painter.translate(box.topLeft())
    painter.scale(s, s)
    try:
        yield
    finally:
        painter.restore()


def row_font(look: Look, row: QRectF, text: str, px: float, weight: int = 600) -> QFont:
    """The font of `px` units at 100 % text size, smaller where the text or its height doesn't fit the row."""
    return fitted_font(text_font(min(px * look.text_scale, row.height() * 0.95), weight), text, row.width())


def draw_row(
    painter: QPainter, row: QRectF, text: str, font: QFont, ink: str | QColor, align: Align = Align.AlignLeft
) -> QRectF:
    """One line of text in the middle of the row's height. Returns the part of the row that it takes."""
    width = QFontMetricsF(font).horizontalAdvance(text)
    left = {Align.AlignLeft: row.left(), Align.AlignRight: row.right() - width}.get(align, row.center().x() - width / 2)
    painter.setFont(font)
    painter.setPen(colour(ink) if isinstance(ink, str) else ink)
    painter.drawText(row, align | Align.AlignVCenter | Qt.TextFlag.TextDontClip | Qt.TextFlag.TextSingleLine, text)
    return QRectF(left, row.top(), width, row.height())
