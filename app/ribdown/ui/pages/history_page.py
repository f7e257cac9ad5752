"""The history: a calendar, charts, every session that was kept, and one of them in full."""

from collections.abc import Mapping

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ribdown.core.history import SessionRecord
from ribdown.ui.appearance import palette
from ribdown.ui.look import Look
from ribdown.ui.pages.calendar_card import CalendarCard
from ribdown.ui.pages.chart_card import ChartCard, ChartView, Plotter
from ribdown.ui.pages.history_bars import HistoryBars
from ribdown.ui.pages.history_drawers import HistoryDrawers
from ribdown.ui.pages.history_empty import HistoryEmpty
from ribdown.ui.pages.history_header import HistoryHeader
from ribdown.ui.pages.history_sessions import HistorySessions
from ribdown.ui.pages.page import Page
from ribdown.ui.widgets.dressing import dress
from ribdown.ui.widgets.laid_out import laid_out_once

_GAP = 18
_DRAWER = 376
_LIST = 480  # px at 100 % text: the narrowest page beside a drawer
_CHARTS, _TWO_COLUMNS = 340, 880
_WIDEST = 1280


class HistoryPage(QWidget):
    """Shows what it is given and emits what the person wants. `titles` are the exercises' by id. `session_wanted`
    carries the id of the session to show in full, `delete_wanted` of the one to take out; `charts` is how many charts
    there are."""

    session_wanted = Signal(str)
    delete_wanted = Signal(str)
    start_requested = Signal()

    def __init__(self, look: Look, titles: Mapping[str, str], charts: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.header = HistoryHeader(look)
        self.calendar = CalendarCard(look)
        self.sessions = HistorySessions(look)
        self.drawers = HistoryDrawers(look, titles)
        self._bars = HistoryBars(look)
        self.task_bar, self.undo_bar = self._bars.task, self._bars.undo
        self._empty = HistoryEmpty(look)
        self.cards = [ChartCard(look) for _ in range(charts)]
        self._charts, self._columns = QWidget(), QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.area = Page(look, _WIDEST)
        self._main = QWidget()
        self._halves = QHBoxLayout(self)
        self._kept: tuple[int, int] | None = None
        self._wants_focus = False
        self._put_together()
        self._wire()
        self.setAutoFillBackground(True)
        self._fit()

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        dress(self, look)
        self._fit()

    def show_begun(self) -> None:
        """There are sessions; how many is not known yet."""
        if self._kept is None:
            self._kept = 1, 0
            self._show_filled()

    def show_kept(self, sessions: int, rehearsals: int) -> None:
        """Say how many sessions there are without rehearsals, and how many of these; where there are none to show, say
        how to get there."""
        self.sessions.show_kept(sessions, rehearsals)
        self._empty.show_reason(rehearsals)
        self._kept = sessions, rehearsals
        self._show_filled()

    def show_chart(self, number: int, view: ChartView) -> None:
        """Show a chart's words; `plot` draws it."""
        self.cards[number].show_view(view)

    def show_now(self) -> None:
        """Paint what has come, without waiting for what comes."""
        self.area.body.activate()
        self.repaint()

    def plot(self, number: int, plotter: Plotter) -> None:
        """Draw a chart."""
        self.cards[number].plot(plotter)

    @property
    def complete(self) -> bool:
        """Whether all that there is has come, down to the last chart."""
        return self._kept is not None and all(card.drawn for card in self.cards)

    def show_session(self, record: SessionRecord) -> None:
        """Show a session in full, beside the others."""
        self.sessions.list.mark_opened(record.id)
        self.drawers.show_session(record)
        self._fit()

    def show_backups(self) -> None:
        """Show the backups beside the sessions."""
        self.sessions.list.mark_opened("")
        self.drawers.show_backups()
        self._fit()

    def close_drawer(self) -> None:
        """Show the sessions alone."""
        self.drawers.hide()
        self.sessions.list.mark_opened("")
        self._fit()
        if not self.sessions.list.sessions:
            (self._empty.start if not self._filled else self.sessions.filter.search).setFocus()
        else:
            self.sessions.list.setFocus()

    def take_focus(self) -> None:
        """Put the keyboard on the calendar as soon as it is there, or on the way to a first session."""
        self._wants_focus = True
        self._give_focus()

    def let_change(self, *, allowed: bool) -> None:
        """Whether the history can be changed now: not while a file is imported or a backup restored."""
        self._changeable = allowed
        for part in (self.header, self.drawers):
            part.let_change(allowed=allowed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the drawer beside the page, or in its place."""
        self._fit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leaving the page is the next action: the undo goes."""
        self.undo_bar.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the form, then the drawer, then the day that the list is narrowed to."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.drawers.isVisible():
            if not self.drawers.leave():
                self.close_drawer()
        elif self.sessions.filter.day is not None:
            self.sessions.filter.choose_day(None)
        else:
            super().keyPressEvent(event)

    def _put_together(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(_GAP)
        left.addWidget(self.calendar)
        left.addWidget(self.sessions)
        left.addStretch(1)
        right = QVBoxLayout(self._charts)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(_GAP)
        for card in self.cards:
            right.addWidget(card)
        right.addStretch(1)
        self._columns.setSpacing(_GAP)
        self._columns.addLayout(left, 1)
        self._columns.addWidget(self._charts)
        body = self.area.body
        body.setSpacing(_GAP)
        body.addWidget(self.header)
        body.addLayout(self._columns)
        body.addWidget(self._empty, 1)
        body.addStretch()
        rows = QVBoxLayout(self._main)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.area, 1)
        rows.addWidget(self._bars)
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.setSpacing(0)
        self._halves.addWidget(self._main, 1)
        self._halves.addWidget(self.drawers)
        for part in (self._empty, self.calendar, self.sessions, self._charts):
            part.hide()  # until it is known what there is
        self.header.show_filled(filled=False)

    def _wire(self) -> None:
        sessions, filter_ = self.sessions, self.sessions.filter
        self._changeable = True
        sessions.list.opened.connect(self._want_session)
        sessions.list.moved.connect(self._follow)
        sessions.list.delete_asked.connect(self._want_delete)
        self.calendar.day_chosen.connect(lambda day: filter_.choose_day(None if day == filter_.day else day))
        filter_.changed.connect(self._show_filter)
        self._empty.rehearsals_wanted.connect(filter_.list_rehearsals)
        self.drawers.closed.connect(self.close_drawer)
        self._empty.start_requested.connect(self.start_requested)
        self.area.verticalScrollBar().valueChanged.connect(self._scrolled)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(self._find)
        export = QShortcut(QKeySequence("Ctrl+E"), self, autoRepeat=False)
        export.activated.connect(self.header.export_asked)

    def _show_filter(self) -> None:
        self.calendar.heat_map.mark(self.sessions.filter.day)
        self._show_filled()

    def _find(self) -> None:
        if self._filled and self._main.isVisible():
            search = self.sessions.filter.search
            search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            search.selectAll()
            self.area.ensureWidgetVisible(search)

    def _want_session(self) -> None:
        current = self.sessions.list.current
        if current is not None:
            self.undo_bar.hide()
            self.session_wanted.emit(current.id)

    def _want_delete(self) -> None:
        current = self.sessions.list.current
        if current is not None and self._changeable:
            self.undo_bar.hide()
            self.delete_wanted.emit(current.id)

    def _follow(self) -> None:
        """Keep the current row in sight, and the drawer at it."""
        current, inside = self.sessions.list.current, self.area.widget()
        if current is None or inside is None or not self.sessions.list.hasFocus():
            return
        box = self.sessions.row_box().translated(self.sessions.mapTo(inside, QPoint()))
        self.area.ensureVisible(box.left(), box.center().y(), 0, box.height())
        if self.drawers.isVisible():
            self.session_wanted.emit(current.id)

    def _scrolled(self) -> None:
        self.sessions.seen_until(self.area.viewport().height() - self.sessions.mapTo(self.area, QPoint()).y())

    @property
    def _filled(self) -> bool:
        sessions, rehearsals = self._kept or (0, 0)
        return bool(sessions or (rehearsals and self.sessions.filter.chosen.rehearsals))

    def _show_filled(self) -> None:
        filled = self._filled
        with laid_out_once(self.area.body):
            for part in (self.calendar, self.sessions):
                part.setVisible(filled)
            self._empty.setVisible(not filled and self._kept is not None)
            self.header.show_filled(filled=filled)
            self._fit()
        self._give_focus()

    def _give_focus(self) -> None:
        place = self.calendar.heat_map if self._filled else self._empty.start
        if self._wants_focus and place.isVisible():
            self._wants_focus = False
            place.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit(self) -> None:
        scale = self._look.text_scale
        self.setPalette(palette(self._look.theme))
        open_ = not self.drawers.isHidden()
        narrow = self.width() < (_LIST + _DRAWER) * scale
        self._main.setVisible(not (narrow and open_))
        width = round(_DRAWER * scale)
        self.drawers.setMinimumWidth(0 if narrow else width)
        self.drawers.setMaximumWidth(self.maximumWidth() if narrow else width)
        room = self.width() - (width if open_ and not narrow else 0)
        side = max(40 if room > 700 else 24, round((room - _WIDEST * scale) / 2))
        column = room - 2 * side
        two = column >= _TWO_COLUMNS * scale
        self._columns.setDirection(QBoxLayout.Direction.LeftToRight if two else QBoxLayout.Direction.TopToBottom)
        self._charts.setMinimumWidth(round(_CHARTS * scale) if two else 0)
        self._charts.setMaximumWidth(round(_CHARTS * scale) if two else self.maximumWidth())
        self._charts.setVisible(self._filled and (two or not open_))
        self.header.fit(column)
        self._bars.fit(side)
