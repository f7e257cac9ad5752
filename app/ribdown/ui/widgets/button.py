"""The one button of the app: filled, outlined or quiet, with an icon, painted from the look."""

from enum import Enum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ribdown.ui.icons import paint_icon
from ribdown.ui.look import Look, colour, text_font
from ribdown.ui.widgets.focus_ring import paint_focus_ring
from ribdown.ui.widgets.return_key import pressed_by_return

_WITHOUT_RING = (
    Qt.FocusReason.MouseFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
)
_QUIET_RADIUS = 10  # px: round ends would cut into words that stand so near to them


class ButtonKind(Enum):
    """How much a button asks to be pressed."""

    PRIMARY = "primary"
    OUTLINE = "outline"
    QUIET = "quiet"


_MARGINS = {ButtonKind.PRIMARY: 0.55, ButtonKind.OUTLINE: 0.44, ButtonKind.QUIET: 0.2}  # shares of the height


class Button(QPushButton):
    """`height` and `px` (the text's size) are in pixels at the look's scale 1; `set_scale` resizes them."""

    def __init__(
        self,
        text: str,
        look: Look,
        kind: ButtonKind = ButtonKind.OUTLINE,
        icon: str = "",
        height: int = 44,
        px: float = 16,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._look = look
        self._kind = kind
        self._icon = icon
        self._height = height
        self._px = px
        self._scale = 1.0
        self._compact = False
        self._ring = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(self._policy())
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        self._measure()

    def set_scale(self, scale: float) -> None:
        """Grow or shrink with the player's panel."""
        if scale != self._scale:
            self._scale = scale
            self._measure()

    def set_face(self, text: str, icon: str) -> None:
        """Show another text and icon, such as Pause and Go on."""
        if (text, icon) != (self.text(), self._icon):
            self._icon = icon
            self.setText(text)
            self.setToolTip(text if self._compact else "")
            self._measure()

    def set_kind(self, kind: ButtonKind) -> None:
        """Ask more or less to be pressed."""
        if kind is not self._kind:
            self._kind = kind
            self._measure()

    def set_compact(self, compact: bool) -> None:
        """Show the icon alone where there is no room for the text."""
        if compact != self._compact:
            self._compact = compact
            self.setToolTip(self.text() if compact else "")
            self._measure()

    def sizeHint(self) -> QSize:
        """As wide as the text, the icon and their margins."""
        size = self._size()
        icon = size * 1.25 + self._gap() if self._icon else 0
        text = self.fontMetrics().horizontalAdvance(self._face())
        margin = _MARGINS[self._kind]
        return QSize(round(text + icon + 2 * margin * self._tall()), round(self._tall()))

    def minimumSizeHint(self) -> QSize:
        """Never narrower than its text."""
        return self.sizeHint()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring shows where the keyboard brought the focus, as a pointer needs none."""
        self._ring = event.reason() not in _WITHOUT_RING
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return presses the button."""
        if not pressed_by_return(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the shape, the focus ring, the icon and the text."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._look.theme
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        radius = min(box.height() / 2, _QUIET_RADIUS) if self._kind is ButtonKind.QUIET else box.height() / 2
        ink = colour(theme.text)
        if not self.isEnabled():
            ink = colour(theme.text3)
            painter.setPen(QPen(colour(theme.line), 1.5))
        elif self._kind is ButtonKind.PRIMARY:
            ink = colour(theme.on_accent)
            fill = theme.accent_down if self.isDown() else theme.accent_hover if self.underMouse() else theme.accent
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(fill))
        else:
            painter.setPen(QPen(colour(theme.edge), 1.5) if self._kind is ButtonKind.OUTLINE else Qt.PenStyle.NoPen)
            if self.underMouse() or self.isDown():
                painter.setBrush(colour(theme.raised))
        painter.drawRoundedRect(box, radius, radius)
        if self.hasFocus() and self._ring:
            self._paint_focus(painter, box, radius)
        self._paint_face(painter, ink)

    def _paint_focus(self, painter: QPainter, box: QRectF, radius: float) -> None:
        # The ring lies inside the button, with a gap of its own colour, so that no neighbour is painted over.
        focus = self._look.theme.on_accent if self._kind is ButtonKind.PRIMARY else self._look.theme.focus
        # A quiet button has no shape of its own to keep it off: there the ring is the edge, clear of the words.
        gap = -1.0 if self._kind is ButtonKind.QUIET else 2.5
        paint_focus_ring(painter, box.adjusted(gap, gap, -gap, -gap), radius - gap, focus)

    def _policy(self) -> QSizePolicy:
        return QSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def _paint_face(self, painter: QPainter, ink: QColor) -> None:
        size = self._size()
        icon = size * 1.25 if self._icon else 0.0
        gap = self._gap() if self._icon and self._face() else 0.0
        width = self.fontMetrics().horizontalAdvance(self._face())
        left = (self.width() - icon - gap - width) / 2
        if self._icon:
            paint_icon(painter, self._icon, QRectF(left, (self.height() - icon) / 2, icon, icon), ink, 2.2)
        painter.setPen(ink)
        painter.setFont(self.font())
        text_box = QRectF(left + icon + gap, 0, width + 2, self.height())
        painter.drawText(text_box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._face())

    def _face(self) -> str:
        return "" if self._compact and self._icon else self.text()

    def _measure(self) -> None:
        self.setFont(text_font(self._size(), 600))
        self.setMinimumHeight(round(self._tall()))
        self.updateGeometry()
        self.update()

    def _size(self) -> float:
        return self._px * self._scale * self._look.text_scale

    def _tall(self) -> float:
        return max(self._height * self._scale, self._size() * 2)

    def _gap(self) -> float:
        return self._size() * 0.6
