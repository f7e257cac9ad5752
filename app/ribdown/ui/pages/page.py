"""What pages share: they scroll, and their column is centred and no wider than it reads well."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ribdown.ui.appearance import palette
from ribdown.ui.look import Look
from ribdown.ui.widgets.dressing import dress
from ribdown.ui.widgets.scroll_bar import slim_scroll_bar


class Page(QScrollArea):
    """`body` takes the page's rows; they are at most `widest` pixels wide at 100 % text size."""

    def __init__(self, look: Look, widest: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._widest = widest
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._paint_ground()
        content = QWidget()
        self.body = QVBoxLayout(content)
        self.body.setSpacing(18)
        self.setWidget(content)
        self._set_margins()

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        self._paint_ground()
        dress(self, look)
        self._set_margins()

    @property
    def column_width(self) -> int:
        """The column's width, in pixels."""
        margins = self.body.contentsMargins()
        return self.viewport().width() - margins.left() - margins.right()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column in the middle."""
        super().resizeEvent(event)
        self._set_margins()

    def _paint_ground(self) -> None:
        self.setPalette(palette(self._look.theme))
        slim_scroll_bar(self, self._look)

    def _set_margins(self) -> None:
        width = self.viewport().width()
        least = 40 if width > 700 else 24
        side = max(least, round((width - self._widest * self._look.text_scale) / 2))
        self.body.setContentsMargins(side, 28, side, 28)
