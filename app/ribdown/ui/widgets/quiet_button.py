"""A quiet button with room for the focus ring around its text."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from ribdown.ui.look import Look, colour
from ribdown.ui.widgets.button import Button, ButtonKind

RING_ROOM = 5  # px at 100 % text at each side: the ring would cut into the text


class QuietButton(Button):
    """`accent` writes it in the theme's accent, for a way that leads on."""

    def __init__(
        self,
        text: str,
        look: Look,
        icon: str = "",
        height: int = 40,
        *,
        accent: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, look, ButtonKind.QUIET, icon, height, 15, parent)
        self._accent = accent

    def sizeHint(self) -> QSize:
        """As wide as the text, the icon and the ring."""
        return super().sizeHint() + QSize(round(2 * RING_ROOM * self._look.text_scale), 0)

    def _paint_face(self, painter: QPainter, ink: QColor) -> None:
        accent = self._accent and self.isEnabled()
        super()._paint_face(painter, colour(self._look.theme.accent) if accent else ink)
