"""The left of the finish page: how the session ended, its timeline, and a row for each exercise."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ribdown.core.history import SessionRecord, Status
from ribdown.core.timeline import Done, Timeline
from ribdown.ui import words
from ribdown.ui.look import Look
from ribdown.ui.pages.session_result import ExerciseResult, results
from ribdown.ui.translation import translate
from ribdown.ui.widgets.dressing import dress
from ribdown.ui.widgets.icon import Icon
from ribdown.ui.widgets.mark import Mark
from ribdown.ui.widgets.rule import Rule
from ribdown.ui.widgets.text import HERO, SMALL, STRONG, Text, TextStyle
from ribdown.ui.widgets.timeline_bar import TimelineBar

_LINE = TextStyle(19, ink="text2", line=112)
_MARK, _LOGO = 28, 44


class ResultList(QWidget):
    """Nothing in it can be pressed."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._headline = Text(look, HERO, wrap=True)
        self._line = Text(look, _LINE, wrap=True)
        self._bar = TimelineBar(look, labels=False)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        heading = QHBoxLayout()
        heading.setSpacing(16)
        heading.addWidget(Icon(look, "ribdown", "accent", _LOGO), 0, Qt.AlignmentFlag.AlignVCenter)
        heading.addWidget(self._headline, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        rows.addLayout(heading)
        rows.addWidget(self._line)
        rows.addSpacing(24)
        rows.addWidget(self._bar)
        rows.addLayout(self._rows)

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        dress(self, look)

    def show_session(self, record: SessionRecord, plan: Timeline, done: Done) -> None:
        """Show how a session ended."""
        self._headline.set_text(_headline(record))
        self._line.set_text(_line(record, plan.planned_seconds, sum(map(done, plan.segments))))
        self._bar.set_plan(plan)
        self._bar.show_done(done)
        while item := self._rows.takeAt(0):
            if row := item.widget():
                row.setParent(None)
        for result in results(plan, record.blocks, done):
            self._rows.addWidget(self._row(result))

    def _row(self, result: ExerciseResult) -> QWidget:
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(Text(self._look, STRONG, result.title, wrap=True))
        texts.addWidget(Text(self._look, SMALL, result.detail, wrap=True))
        columns = QHBoxLayout()
        columns.setContentsMargins(0, 10, 0, 11)
        columns.setSpacing(16)
        columns.addWidget(Mark(self._look, result.outcome, _MARK), 0, Qt.AlignmentFlag.AlignVCenter)
        columns.addLayout(texts, 1)
        columns.addWidget(Text(self._look, STRONG, result.time))
        row = QWidget()
        lines = QVBoxLayout(row)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addLayout(columns)
        lines.addWidget(Rule(self._look))
        return row


def _headline(record: SessionRecord) -> str:
    return (
        translate("words", "That’s done")
        if record.status is Status.COMPLETED
        else translate("words", "Part of a session")
    )


def _line(record: SessionRecord, planned: float, done: float) -> str:
    """What was done, changeovers included as in the rows below."""
    title, length = words.content(record.title), words.took(done)
    if record.status is Status.COMPLETED:
        line = f"{title}, {length}."
    else:
        line = translate("words", "{}, {} done of {}.").format(title, length, words.duration(planned))
    if record.rehearsal:
        line += " " + translate("words", "A rehearsal at {}×. It stays out of the counts.").format(f"{record.speed:g}")
    return line
