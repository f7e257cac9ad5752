"""Days in weeks, each with its minutes: the calendar of what was done."""

from datetime import date
from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ribdown.ui.look import Look, colour, mix, text_font
from ribdown.ui.widgets.fitting import fitted_font
from ribdown.ui.widgets.focus_ring import paint_focus_ring
from ribdown.ui.widgets.heat_places import DAYS, HeatPlaces
from ribdown.ui.widgets.mark import Outcome, paint_mark
from ribdown.ui.widgets.return_key import is_return

LEVELS = (10, 13)  # minutes from which a cell is stronger: the short and the full routines
SHARES = (0.19, 0.42, 0.92)  # of the accent, over the card
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -DAYS, Qt.Key.Key_Down: DAYS}
_SMALLEST = 10  # px: a smaller word is left out
_LEFT = Qt.AlignmentFlag.AlignLeft


class DayKind(Enum):
    """`missed` is a day on which the programme asked for something."""

    DONE = "done"
    NONE = "none"
    MISSED = "missed"
    AHEAD = "ahead"


class HeatDay(NamedTuple):
    """`spoken` is the day in words."""

    day: date
    kind: DayKind
    minutes: int
    spoken: str
    today: bool = False


class HeatWeek(NamedTuple):
    """`number` and `asked` stand behind its days, such as 4 and `of 3–4`, with a mark where there is an outcome."""

    title: str
    below: str
    days: tuple[HeatDay, ...]
    outcome: Outcome | None
    number: str
    asked: str


class Calendar(NamedTuple):
    """`weekdays` head the seven columns; `today` is the word for it."""

    weeks: tuple[HeatWeek, ...]
    weekdays: tuple[str, ...]
    today: str
    large: bool


def level_ink(look: Look, level: int) -> tuple[str, str]:
    """The fill of a level, 0–2, and the ink of what is written on it."""
    theme = look.theme
    return mix(theme.accent, theme.surface, SHARES[level]).name(), theme.on_accent if level == 2 else theme.text


class HeatMap(QWidget):
    """Arrows go from day to day, as the pointer does; Return and Space choose. `chosen` carries the day; choosing it
    once more is the page's to answer."""

    chosen = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._calendar = Calendar((), (), "", large=True)
        self._index = 0
        self._marked: date | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        self.updateGeometry()
        self.update()

    def show_calendar(self, calendar: Calendar) -> None:
        """Show these weeks; the keyboard is on today, or where it was."""
        days = [day.day for day in self._days]
        was = days[self._index] if self._index < len(days) else None
        self._calendar = calendar
        now = [day.day for day in self._days]
        today = next((index for index, day in enumerate(self._days) if day.today), max(len(now) - 1, 0))
        self._index = now.index(was) if was in now and self.hasFocus() else today
        self._speak()
        self.updateGeometry()
        self.update()

    def mark(self, day: date | None) -> None:
        """Outline the day that the list is narrowed to."""
        self._marked = day
        self.update()

    def sizeHint(self) -> QSize:
        """As in the mock-up."""
        width = round(590 * self._look.text_scale)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Cells that two digits go into."""
        return QSize(round(300 * min(self._look.text_scale, 1.3)), self.heightForWidth(max(self.width(), 1)))

    def heightForWidth(self, width: int) -> int:
        """All weeks."""
        return self._places(width).height

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through the days, or choose one."""
        days, step = self._days, _STEPS.get(Qt.Key(event.key()))
        if days and step is not None:
            if 0 <= self._index + step < len(days):
                self._go(self._index + step)
        elif days and (is_return(event) or event.key() == Qt.Key.Key_Space):
            self.chosen.emit(days[self._index].day)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say where the keyboard is."""
        super().focusInEvent(event)
        self._speak()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say the day under the pointer."""
        index = self._index_at(event.position())
        self.setCursor(Qt.CursorShape.ArrowCursor if index is None else Qt.CursorShape.PointingHandCursor)
        if index is None:
            QToolTip.hideText()
        else:
            QToolTip.showText(event.globalPosition().toPoint(), self._days[index].spoken, self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the day under the pointer."""
        index = self._index_at(event.position())
        if index is not None and event.button() == Qt.MouseButton.LeftButton:
            self._go(index)
            self.chosen.emit(self._days[index].day)

    def cell_box(self, day: date) -> QRectF:
        """Where a day's cell is."""
        index = [one.day for one in self._days].index(day)
        return self._places(self.width()).cell(*divmod(index, DAYS))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the weekdays, then the weeks that can be seen."""
        painter, places = QPainter(self), self._places(self.width())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colour(self._look.theme.text2))
        painter.setFont(text_font(13 * self._look.text_scale, 500))
        for column in range(places.columns):
            for day, name in enumerate(self._calendar.weekdays):
                box = places.head(column, day)
                painter.setFont(fitted_font(painter.font(), name, box.width() - 2))
                painter.drawText(box.adjusted(0, 0, -4, -8), Qt.AlignmentFlag.AlignCenter, name)
        for number, week in enumerate(self._calendar.weeks):
            if places.row(number).intersects(QRectF(event.rect())):
                self._paint_week(painter, places, number, week)

    def _paint_week(self, painter: QPainter, places: HeatPlaces, number: int, week: HeatWeek) -> None:
        theme, s, row = self._look.theme, self._look.text_scale, places.row(number)
        title = QRectF(row.left(), row.top(), places.title, row.height())
        painter.setPen(colour(theme.text))
        painter.setFont(text_font((14 if self._calendar.large else 13) * s, 600, tabular=True))
        if week.below and places.wordy:
            painter.drawText(title.adjusted(0, 0, 0, -row.height() / 2 + s), _LEFT, week.title)
            painter.setPen(colour(theme.text2))
            painter.setFont(text_font(13 * s, tabular=True))
            painter.drawText(title.adjusted(0, row.height() / 2, 0, 6 * s), _LEFT, week.below)
        else:
            painter.drawText(title, _LEFT | Qt.AlignmentFlag.AlignVCenter, week.below or week.title)
        for index, day in enumerate(week.days):
            self._paint_day(painter, places.cell(number, index), day)
        self._paint_end(painter, places, places.end(number), week)
        if self.hasFocus() and divmod(self._index, DAYS)[0] == number:
            cell = places.cell(number, self._index % DAYS)
            paint_focus_ring(painter, cell.adjusted(-3, -3, 3, 3), self._radius() + 3, theme.focus)

    def _paint_day(self, painter: QPainter, box: QRectF, day: HeatDay) -> None:
        theme, s, radius = self._look.theme, self._look.text_scale, self._radius()
        fill, ink, pen = theme.raised, theme.text2, QPen(colour(theme.line), 1)
        if day.kind is DayKind.DONE:
            fill, ink = level_ink(self._look, sum(day.minutes >= least for least in LEVELS))
        elif day.kind is DayKind.AHEAD or day.today:
            fill, pen = "", QPen(colour(theme.line), 1.5)
        if day.today or day.day == self._marked:
            pen = QPen(colour(theme.text if day.day == self._marked else theme.accent), 3 * s)
        half = pen.widthF() / 2
        painter.setPen(pen)
        painter.setBrush(colour(fill) if fill else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(half, half, -half, -half), radius, radius)
        text = str(day.minutes) if day.kind is DayKind.DONE else "–" if day.kind is DayKind.MISSED else ""
        large = self._calendar.large
        if day.today and day.kind is not DayKind.DONE:
            text, ink = (self._calendar.today if large else ""), theme.text
        painter.setPen(colour(ink))
        size = 13 if text == self._calendar.today or not large else 15
        font = fitted_font(text_font(size * s, 600, tabular=True), text, box.width() - 5)
        if font.pixelSize() >= _SMALLEST or day.kind is DayKind.DONE:
            painter.setFont(font)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_end(self, painter: QPainter, places: HeatPlaces, box: QRectF, week: HeatWeek) -> None:
        theme, s = self._look.theme, self._look.text_scale
        size = (20 if self._calendar.large else 14) * s
        if week.outcome is not None:
            paint_mark(painter, week.outcome, QRectF(box.left(), box.center().y() - size / 2, size, size), self._look)
        if not self._calendar.large:
            return
        box = box.adjusted(size + 9 * s, 0, 0, 0)
        bold = text_font(15 * s, 600, tabular=True)
        painter.setFont(bold)
        painter.setPen(colour(theme.text))
        painter.drawText(box, _LEFT | Qt.AlignmentFlag.AlignVCenter, week.number)
        if places.wordy:
            wide = painter.fontMetrics().horizontalAdvance(f"{week.number} ") if week.number else 0
            painter.setPen(colour(theme.text2))
            painter.setFont(text_font(15 * s, tabular=True))
            painter.drawText(box.adjusted(wide, 0, 20, 0), _LEFT | Qt.AlignmentFlag.AlignVCenter, week.asked)

    @property
    def _days(self) -> list[HeatDay]:
        return [day for week in self._calendar.weeks for day in week.days]

    def _go(self, index: int) -> None:
        self._index = index
        self._speak()
        self.update()

    def _speak(self) -> None:
        days = self._days
        self.setAccessibleDescription(days[self._index].spoken if self._index < len(days) else "")

    def _index_at(self, place: QPointF) -> int | None:
        found = self._places(self.width()).at(place, len(self._calendar.weeks))
        return None if found is None else found[0] * DAYS + found[1]

    def _places(self, width: int) -> HeatPlaces:
        calendar = self._calendar
        return HeatPlaces(len(calendar.weeks), width, self._look.text_scale, large=calendar.large)

    def _radius(self) -> float:
        return (10 if self._calendar.large else 6) * self._look.text_scale
