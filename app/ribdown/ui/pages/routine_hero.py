"""The featured routine: its exercises at the left, its honest length and Start at the right. Where there is no room
for both, Start comes first."""

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ribdown.ui import words
from ribdown.ui.figures import Figures
from ribdown.ui.look import Look, colour
from ribdown.ui.pages.exercise_row import ExerciseRow
from ribdown.ui.pages.routine_choice import RoutineChoice
from ribdown.ui.pages.start_view import RoutineView
from ribdown.ui.translation import translate
from ribdown.ui.widgets.button import Button, ButtonKind
from ribdown.ui.widgets.panel import RADIUS, Panel
from ribdown.ui.widgets.text import QUIET, SMALL, TITLE, Text, TextStyle
from ribdown.ui.widgets.timeline_bar import TimelineBar

if TYPE_CHECKING:
    from ribdown.ui.widgets.figure_view import FigureView

_TOTAL = TextStyle(42, 600, display=True)
_SIDE = 30
_BUTTON_PAD = 11  # right of the chevron of Another routine
_PANEL = 372
_PICTURE = 150
_NARROW = 780
_NARROW_ROWS = 560
_SMALLER_TOTAL, _SMALLER_START = 0.7, 0.82  # of their size, where that puts them beside each other
_BESIDE = 78  # margins and the gap between total and Start
_ANY_WIDTH = 16_777_215  # Qt's own largest
_UP, _DOWN = QBoxLayout.Direction.BottomToTop, QBoxLayout.Direction.TopToBottom
_ACROSS = QBoxLayout.Direction.LeftToRight


class RoutineHero(Panel):
    """`option_switched` carries an optional exercise's id and whether it is wanted now, `routine_chosen` the id of the
    routine that is wanted instead."""

    start_requested = Signal()
    option_switched = Signal(str, bool)
    routine_chosen = Signal(str)

    def __init__(self, look: Look, figures: Figures, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._figures = figures
        self._figure: FigureView | None = None
        self._first = ""
        self._room = 0
        self._shown: tuple[str, ...] = ()
        self._rows: list[ExerciseRow] = []
        self._title = Text(look, TITLE, wrap=True)
        self._count = Text(look, QUIET)
        self._summary = Text(look, QUIET, wrap=True)
        self._bar = TimelineBar(look, labels=False)
        self._note = Text(look, SMALL, wrap=True)
        self._choice = RoutineChoice(look)
        self._choice.chosen.connect(self.routine_chosen)
        self._heading = QBoxLayout(_ACROSS)
        self._list = QVBoxLayout()
        self._start_panel = QWidget()
        self._picture = QWidget()
        self._total = Text(look, _TOTAL, wrap=True)
        self.start = Button(translate("words", "Start"), look, ButtonKind.PRIMARY, "play", height=64, px=22)
        self.start.clicked.connect(self.start_requested)
        self._halves = QBoxLayout(_ACROSS, self)
        self._halves.setContentsMargins(1, 1, 1, 1)
        self._halves.setSpacing(0)
        self._halves.addLayout(self._exercise_list(), 1)
        self._halves.addWidget(self._start_panel)
        self._panel_rows = self._fill_start_panel()

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        super().set_look(look)
        self._line_up()
        self._reflow()

    def show_routine(
        self, routine: RoutineView, note: str, choices: Sequence[RoutineView] = (), *, quiet: bool = False
    ) -> None:
        """Show a routine; `note` stands under its timeline, `choices` can be taken instead. `quiet` asks less for it
        to be started."""
        ids = tuple(exercise.id for exercise in routine.exercises)
        if ids != self._shown:
            self._shown = ids
            self._build_rows(ids)
        for row, exercise in zip(self._rows, routine.exercises, strict=True):
            row.show_exercise(exercise)
        count = sum(exercise.included for exercise in routine.exercises)
        self._title.set_text(routine.title)
        self._count.set_text(
            translate("words", "1 exercise") if count == 1 else translate("words", "{} exercises").format(count)
        )
        self._summary.set_text(routine.summary)
        self._note.set_text(note)
        self._choice.show_choices(choices, routine.id)
        self.start.set_kind(ButtonKind.OUTLINE if quiet else ButtonKind.PRIMARY)
        self._first = next((exercise.id for exercise in routine.exercises if exercise.included), ids[0])
        if self._figure is not None:
            self._show_figure(self._figure)
        self._bar.setVisible(routine.plan is not None)
        if routine.plan is not None:
            self._bar.set_plan(routine.plan)
        length = words.duration(routine.seconds)
        self._total.set_text(length)
        self.start.setEnabled(routine.plan is not None)
        self.start.setAccessibleName(translate("words", "Start {}, {}").format(routine.title, length))
        self._line_up()
        self._reflow()

    def fit(self, width: int) -> None:
        """Set the halves beside or below each other, as this width in pixels has room for."""
        if width != self._room:
            self._room = width
            self._reflow()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the surface and the tinted half."""
        super().paintEvent(event)
        if self._figure is None:
            QTimer.singleShot(0, self, self._add_figure)  # the page is painted before there is a figure on it
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        half = QPainterPath()
        half.addRect(QRectF(self._start_panel.geometry()))
        painter.fillPath(outline.intersected(half), colour(self._look.theme.accent_tint))
        painter.setPen(QPen(colour(self._look.theme.line), 1))
        painter.drawPath(outline)

    def _add_figure(self) -> None:
        from ribdown.ui.widgets.figure_view import FigureView

        if self._figure is None:
            self._figure = FigureView(self._look, self._figures.colours, ground="accent_tint")
            room = QVBoxLayout(self._picture)
            room.setContentsMargins(0, 0, 0, 0)
            room.addWidget(self._figure)
            self._show_figure(self._figure)

    def _show_figure(self, view: "FigureView") -> None:
        """The first exercise's starting position."""
        from ribdown.core.figure.shown import start_scene

        figure = self._figures.figure_of(self._first)
        view.show_scene(start_scene(figure) if figure else None, mirrored=False)

    def _exercise_list(self) -> QVBoxLayout:
        self._heading.setSpacing(14)
        self._heading.addWidget(self._title, 1)
        self._heading.addWidget(self._count)
        self._heading.addWidget(self._choice, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout()
        column.setContentsMargins(_SIDE, 16, _SIDE - _BUTTON_PAD, 18)
        column.setSpacing(0)
        column.addLayout(self._heading)
        column.addSpacing(2)
        rows = QVBoxLayout()
        rows.setContentsMargins(0, 0, _BUTTON_PAD, 0)
        rows.setSpacing(0)
        rows.addWidget(self._summary)
        rows.addSpacing(4)
        rows.addLayout(self._list)
        rows.addStretch(1)
        rows.addSpacing(14)
        rows.addWidget(self._bar)
        rows.addSpacing(6)
        rows.addWidget(self._note)
        column.addLayout(rows, 1)
        return column

    def _fill_start_panel(self) -> QBoxLayout:
        rows = QBoxLayout(_DOWN, self._start_panel)
        rows.addStretch()
        rows.addWidget(self._picture)
        rows.addStretch()
        rows.addWidget(self._total)
        rows.addWidget(self.start)
        return rows

    def _build_rows(self, ids: tuple[str, ...]) -> None:
        for row in self._rows:
            row.setParent(None)
        self._rows = [ExerciseRow(self._look) for _ in ids]
        for row, exercise_id in zip(self._rows, ids, strict=True):
            row.switched.connect(lambda on, exercise_id=exercise_id: self.option_switched.emit(exercise_id, on))
            self._list.addWidget(row)

    def _line_up(self) -> None:
        title = max((row.title_width() for row in self._rows), default=0)
        time = max((row.time_width() for row in self._rows), default=0)
        for row in self._rows:
            row.set_columns(title, time)

    def _reflow(self) -> None:
        scale = self._look.text_scale
        narrow = self._room < _NARROW * scale
        self._halves.setDirection(_UP if narrow else _ACROSS)
        self.start.setMinimumWidth(0 if narrow else round(300 * scale))
        beside = self._fits_beside(1.0, 1.0)
        if narrow and not beside:
            beside = self._fits_beside(_SMALLER_TOTAL, _SMALLER_START) or self._fits_beside(1.0, 1.0)
        self._panel_rows.setDirection(_ACROSS if narrow and beside else _DOWN)
        self._panel_rows.setContentsMargins(*((30, 14, 30, 14) if narrow else (36, 24, 36, 24)))
        self._panel_rows.setSpacing(16)
        self._picture.setVisible(not narrow)
        self._picture.setFixedHeight(round(_PICTURE * scale))
        self._panel_rows.setStretchFactor(self._total, int(narrow))
        across = Qt.AlignmentFlag.AlignLeft if narrow else Qt.AlignmentFlag.AlignHCenter
        self._total.setAlignment(across | Qt.AlignmentFlag.AlignVCenter)
        self._start_panel.setMinimumWidth(0 if narrow else round(_PANEL * scale))
        self._start_panel.setMaximumWidth(_ANY_WIDTH if narrow else round(_PANEL * scale))
        narrow_rows = self._room < _NARROW_ROWS * scale
        self._count.setVisible(not narrow_rows or self._choice.isHidden())
        title = self._title.fontMetrics().horizontalAdvance(self._title.plain)
        title += self._heading.spacing() + self._choice.sizeHint().width()
        # The count ends where the times below it end, as the words of Another routine do.
        self._heading.setContentsMargins(0, 0, _BUTTON_PAD if self._choice.isHidden() else 0, 0)
        stacked = narrow_rows and not self._choice.isHidden() and title > self._room - 2 * _SIDE
        self._heading.setDirection(_DOWN if stacked else _ACROSS)
        for row in self._rows:
            row.set_narrow(narrow=narrow_rows)
        self._order_tabs(start_first=narrow)

    def _fits_beside(self, total: float, start: float) -> bool:
        """Give both these shares of their size, and say whether they can stand beside each other then."""
        self._total.set_look(self._look._replace(text_scale=self._look.text_scale * total))
        self.start.set_scale(start)
        width = self._total.fontMetrics().horizontalAdvance(self._total.plain)
        return width + self.start.sizeHint().width() + _BESIDE <= self._room

    def _order_tabs(self, *, start_first: bool) -> None:
        stops = [self.start, self._choice, *(row.switch for row in self._rows)]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)
        if not start_first and len(stops) > 1:
            QWidget.setTabOrder(stops[-1], self.start)
