"""A session's row, painted: on one line where there is room for it, else on two."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ribdown.core.history import Status
from ribdown.core.session_list import ListedSession
from ribdown.ui.icons import paint_icon
from ribdown.ui.look import Look, colour
from ribdown.ui.pages.history_fields import GAP, Field, FieldPlan
from ribdown.ui.pages.history_model import RECORD
from ribdown.ui.widgets.focus_ring import paint_focus_ring
from ribdown.ui.widgets.mark import Outcome, paint_mark

_PAD = 22
_HEIGHTS = {1: 42, 2: 64, 3: 88}  # by the number of lines
_CHEVRON = 18
_OUTCOMES = {Status.COMPLETED: Outcome.DONE, Status.PARTIAL: Outcome.PART, Status.INTERRUPTED: Outcome.NONE}


class HistoryDelegate(QStyledItemDelegate):
    """`opened` is the id of the session that is shown beside the list."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.opened = ""
        self.set_look(look, years=False)

    def set_look(self, look: Look, *, years: bool) -> None:
        """Paint with another look; `years` says whether days need their year."""
        self._look = look
        self._plan = FieldPlan(look, years=years)

    def row_height(self, width: int) -> int:
        """The height of every row in a list of this width, in pixels."""
        lines = self._plan.lines(self._field_box(QRectF(0, 0, width, 0)).width())
        return round(_HEIGHTS[len(lines)] * self._look.text_scale)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As wide as the list."""
        width = option.rect.width()
        return QSize(width, self.row_height(width))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the ground, the line above, the fields and the chevron."""
        record: ListedSession = index.data(RECORD)
        state, box = option.state, QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, box, record, hovered=bool(state & QStyle.StateFlag.State_MouseOver))
        fields = self._field_box(box)
        lines = self._plan.lines(fields.width())
        fields.adjust(0, 6, 0, -6)
        height = fields.height() / len(lines)
        for number, names in enumerate(lines):
            line = QRectF(fields.left(), fields.top() + number * height, fields.width(), height)
            for name, place in self._plan.places(names, line).items():
                self._paint_field(painter, place, self._plan.fields[name], record)
        if state & QStyle.StateFlag.State_HasFocus:
            paint_focus_ring(painter, box.adjusted(2, 2, -2, -1), 8, self._look.theme.focus)
        painter.restore()

    def _paint_ground(self, painter: QPainter, box: QRectF, record: ListedSession, *, hovered: bool) -> None:
        theme = self._look.theme
        if record.id == self.opened:
            painter.fillRect(box, colour(theme.accent_tint))
            painter.fillRect(QRectF(box.left(), box.top() + 9, 4, box.height() - 17), colour(theme.accent))
        elif hovered:
            painter.fillRect(box, colour(theme.raised))
        painter.fillRect(QRectF(box.left(), box.top(), box.width(), 1), colour(theme.line))
        size = _CHEVRON * self._look.text_scale
        place = QRectF(box.right() - _PAD - size, box.center().y() - size / 2, size, size)
        paint_icon(painter, "chevron", place, colour(theme.text2))

    def _paint_field(self, painter: QPainter, box: QRectF, field: Field, record: ListedSession) -> None:
        if field.marked:
            size = self._plan.mark
            mark = QRectF(box.left(), box.center().y() - size / 2, size, size)
            paint_mark(painter, _OUTCOMES[record.status], mark, self._look)
            box.setLeft(mark.right() + 8)
        painter.setPen(colour(getattr(self._look.theme, field.ink)))
        font = self._plan.bold if field.bold else self._plan.font
        painter.setFont(font)
        text = QFontMetricsF(font).elidedText(field.text(record), Qt.TextElideMode.ElideRight, box.width() + 1)
        across = Qt.AlignmentFlag.AlignRight if field.right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(box, across | Qt.AlignmentFlag.AlignVCenter, text)

    def _field_box(self, box: QRectF) -> QRectF:
        """A row without its padding and chevron."""
        return box.adjusted(_PAD, 0, -_PAD - _CHEVRON * self._look.text_scale - GAP / 2, 0)
