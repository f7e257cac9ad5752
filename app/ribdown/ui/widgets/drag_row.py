"""One row of a list that is put in order by dragging: grip, title, what it asks for, and its time."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from ribdown.ui.look import Look, colour, text_font
from ribdown.ui.widgets.focus_ring import paint_focus_ring
from ribdown.ui.widgets.return_key import pressed_by_return

_GRIP, _PAD, _ABOVE, _GAP = 34, 14, 9, 2
_RADIUS = 12
_LOWEST = 56
_WRAP = Qt.TextFlag.TextWordWrap
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


@dataclass(frozen=True, slots=True)
class DragText:
    """What a row says. A `quiet` one does not count now."""

    title: str
    detail: str
    time: str
    quiet: bool = False


class DragRow(QRadioButton):
    """`step_asked` carries -1 or 1 for Alt with Up or Down; `removal_asked` is Delete."""

    step_asked = Signal(int)
    removal_asked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._texts = DragText("", "", "")
        self._lifted = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.toggled.connect(self._take_tab)
        self._take_tab(chosen=False)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        self.updateGeometry()
        self.update()

    def show_texts(self, texts: DragText, place: str) -> None:
        """Show other texts; `place` is where the row stands, for the screen reader."""
        self._texts = texts
        self.setAccessibleName(f"{texts.title}, {texts.detail}, {texts.time}".replace(", ,", ","))
        self.setAccessibleDescription(place)
        self.updateGeometry()
        self.update()

    def lift(self, *, lifted: bool) -> None:
        """Show whether the row is being dragged."""
        self._lifted = lifted
        self.update()

    def sizeHint(self) -> QSize:
        """The title on one line."""
        width = self._taken() + QFontMetrics(self._title_font()).horizontalAdvance(self._texts.title) + 2
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The longest word."""
        title, detail = QFontMetrics(self._title_font()), QFontMetrics(self._detail_font())
        words = (
            *map(title.horizontalAdvance, self._texts.title.split()),
            *map(detail.horizontalAdvance, self._texts.detail.split()),
        )
        return QSize(self._taken() + max(words, default=0) + 2, round(_LOWEST * max(self._look.text_scale * 0.85, 1.0)))

    def heightForWidth(self, width: int) -> int:
        """As high as the wrapped texts."""
        title, detail = self._boxes(width)
        lowest = round(_LOWEST * max(self._look.text_scale * 0.85, 1.0))
        return max(lowest, title.height() + _GAP + detail.height() + 2 * _ABOVE)

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802 (Qt's name)
        """All of it can be pressed."""
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt with an arrow moves the row, Delete takes it out, Return chooses it."""
        step = _STEPS.get(Qt.Key(event.key()))
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and step is not None:
            self.step_asked.emit(step)
        elif event.key() == Qt.Key.Key_Delete:
            self.removal_asked.emit()
        elif not pressed_by_return(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, the grip, the texts and the focus ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, chosen = self._look.theme, self.isChecked()
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if chosen or self._lifted or self.underMouse():
            painter.setPen(QPen(colour(theme.accent), 1.5) if self._lifted else Qt.PenStyle.NoPen)
            painter.setBrush(colour(theme.accent_tint if chosen else theme.raised))
            painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        if self.hasFocus():
            paint_focus_ring(painter, QRectF(self.rect()), _RADIUS, theme.focus)
        self._paint_grip(painter)
        title, detail = self._boxes(self.width())
        top = (self.height() - title.height() - _GAP - detail.height()) // 2
        title.moveTop(top)
        detail.moveTop(top + title.height() + _GAP)
        painter.setPen(colour(theme.text2 if self._texts.quiet else theme.text))
        painter.setFont(self._title_font())
        painter.drawText(title, _WRAP, self._texts.title)
        time = QRect(title.left(), 0, self.width() - _PAD - title.left(), self.height())
        painter.drawText(time, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._texts.time)
        painter.setPen(colour(theme.text2))
        painter.setFont(self._detail_font())
        painter.drawText(detail, _WRAP, self._texts.detail)

    def _take_tab(self, chosen: bool) -> None:
        """Tab leads to the chosen row alone; Qt sees to that only after a click."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if chosen else Qt.FocusPolicy.ClickFocus)

    def _paint_grip(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(self._look.theme.edge))
        for x in (_GRIP / 2 - 3, _GRIP / 2 + 3):
            for y in (-6, 0, 6):
                painter.drawEllipse(QPointF(x, self.height() / 2 + y), 1.6, 1.6)

    def _boxes(self, width: int) -> tuple[QRect, QRect]:
        room = QRect(0, 0, max(width - self._taken(), 1), 10_000)
        boxes = []
        for font, text in ((self._title_font(), self._texts.title), (self._detail_font(), self._texts.detail)):
            height = QFontMetrics(font).boundingRect(room, _WRAP, text).height() if text else 0
            boxes.append(QRect(_GRIP, 0, room.width(), height))
        return boxes[0], boxes[1]

    def _taken(self) -> int:
        """What is not the texts' room: the grip, the time and what parts them."""
        return _GRIP + QFontMetrics(self._title_font()).horizontalAdvance(self._texts.time) + 12 + _PAD

    def _title_font(self) -> QFont:
        return text_font(16 * self._look.text_scale, 600, tabular=True)

    def _detail_font(self) -> QFont:
        return text_font(14 * self._look.text_scale)
