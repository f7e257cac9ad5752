"""What an exercise asks for: block by block, each dose with its range and where that comes from."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ribdown.core.blocks import AnyBlock
from ribdown.core.content import Exercise, Sides
from ribdown.core.doses import ONCE
from ribdown.core.phases import Phase, phase_of
from ribdown.ui import words
from ribdown.ui.icons import paint_icon
from ribdown.ui.look import Look, colour
from ribdown.ui.pages.exercise_sheet import ExerciseSheet
from ribdown.ui.pages.exercise_words import dose_name, dose_rows, dose_value, origin_text, source_title
from ribdown.ui.translation import translate
from ribdown.ui.widgets.panel import Panel
from ribdown.ui.widgets.rule import Rule
from ribdown.ui.widgets.text import STRONG, TITLE, Text, TextStyle

_NAME = TextStyle(14, ink="text2", line=112)
_VALUE = TextStyle(14, 600, line=112)
_NOTE = TextStyle(14, ink="text3", line=112)
_TILE = 40  # px


class ExerciseDoses(Panel):
    """A card."""

    def __init__(self, look: Look, sheet: ExerciseSheet, *, gentler: bool, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        exercise = sheet.exercise
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(2, 1)
        if exercise.rounds != ONCE:
            self._add((dose_name(None, "rounds"), *_rounds(sheet)))
        phases = {s.run.block.id: phase_of(s) for s in reversed(sheet.plan.segments) if s.run.block}
        for block, seconds in zip(exercise.blocks, sheet.block_seconds(), strict=True):
            self._add_block(block, phases[block.id], seconds)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(23, 18, 23, 20)
        rows.setSpacing(12)
        rows.addWidget(Text(look, TITLE, _title(sheet), wrap=True))
        rows.addLayout(self._grid)
        if any(dose_rows(block) for block in exercise.blocks):
            rows.addWidget(Text(look, _NOTE, _note(exercise, gentler=gentler), wrap=True))

    def _add_block(self, block: AnyBlock, phase: Phase, seconds: float) -> None:
        heading = QHBoxLayout()
        heading.setContentsMargins(0, 8, 0, 4)
        heading.setSpacing(14)
        heading.addWidget(PhaseTile(self._look, phase))
        heading.addWidget(Text(self._look, STRONG, words.content(block.title), wrap=True), 1)
        length = words.clock(seconds) if seconds else translate("words", "your own time")
        heading.addWidget(Text(self._look, STRONG, length))
        if self._grid.count():
            line = self._grid.rowCount()
            self._grid.setRowMinimumHeight(line, 8)
            self._grid.addWidget(Rule(self._look), line + 1, 0, 1, 3)
        self._grid.addLayout(heading, self._grid.rowCount(), 0, 1, 3)
        for row in dose_rows(block):
            self._add(row)

    def _add(self, row: tuple[str, str, str]) -> None:
        name, value, origin = row
        line = self._grid.rowCount()
        self._grid.addWidget(Text(self._look, _NAME, name, wrap=True), line, 0)
        self._grid.addWidget(Text(self._look, _VALUE, value, wrap=True), line, 1)
        self._grid.addWidget(Text(self._look, _NOTE, origin, wrap=True), line, 2)


class PhaseTile(QWidget):
    """A phase's icon on its colour."""

    def __init__(self, look: Look, phase: Phase, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._phase = phase
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        side = round(_TILE * self._look.text_scale)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hue, side = self._look.hue(self._phase.hue), self.width()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(hue.tint))
        painter.drawRoundedRect(self.rect(), side / 4, side / 4)
        inset = side / 4
        paint_icon(painter, self._phase.icon, QRectF(inset, inset, side / 2, side / 2), colour(hue.ink), 2.6)


def _title(sheet: ExerciseSheet) -> str:
    each = sheet.exercise.sides is Sides.EACH
    if sheet.exercise.rounds != ONCE:
        return translate("words", "One round, one side") if each else translate("words", "One round")
    return translate("words", "One side") if each else translate("words", "How much")


def _rounds(sheet: ExerciseSheet) -> tuple[str, str]:
    rounds = sheet.exercise.rounds
    return dose_value(rounds), origin_text(rounds)


def _note(exercise: Exercise, *, gentler: bool) -> str:
    note = translate("words", "The source is the article {}. What it leaves open is ours.").format(
        source_title(exercise)
    )
    if gentler:
        return translate("words", "Gentler mode is on: the low end of each range.") + " " + note
    return note
