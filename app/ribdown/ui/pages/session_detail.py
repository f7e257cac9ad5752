"""One session in full: what was planned and done, block by block, and what the person said."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ribdown.core.history import SessionRecord
from ribdown.ui import words
from ribdown.ui.appearance import palette
from ribdown.ui.look import Look, colour
from ribdown.ui.pages.dates import day_long, time_of_day
from ribdown.ui.pages.record_words import effort_text, rehearsal_text, status_word
from ribdown.ui.pages.session_blocks import BlockGroup, block_groups
from ribdown.ui.translation import translate
from ribdown.ui.widgets.button import Button, ButtonKind
from ribdown.ui.widgets.dressing import dress
from ribdown.ui.widgets.mark import Mark
from ribdown.ui.widgets.rule import Rule
from ribdown.ui.widgets.scroll_bar import slim_scroll_bar
from ribdown.ui.widgets.text import BODY, HEADING, QUIET, SMALL, STRONG, Text, TextStyle

_EXERCISE = TextStyle(15, 500)
_MARK, _TIME = 18, 56
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight


class SessionDetail(QWidget):
    """`titles` are the exercises' by id."""

    closed = Signal()
    delete_asked = Signal()

    def __init__(self, look: Look, titles: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._titles = titles
        self._day = Text(look, QUIET, wrap=True)
        self._length = Text(look, HEADING)
        self.close_button = Button("", look, icon="cross", height=40)
        self.close_button.setAccessibleName(translate("words", "Close"))
        self.close_button.clicked.connect(self.closed)
        delete = Button(translate("words", "Delete"), look, ButtonKind.QUIET, "trash", height=44, px=15)
        delete.clicked.connect(self.delete_asked)
        self._area = QScrollArea(widgetResizable=True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        titles_column = QVBoxLayout()
        titles_column.setSpacing(2)
        titles_column.addWidget(self._day)
        titles_column.addWidget(self._length)
        header = QHBoxLayout()
        header.setContentsMargins(28, 28, 28, 0)
        header.addLayout(titles_column, 1)
        header.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        footer = QHBoxLayout()
        footer.setContentsMargins(28, 0, 20, 14)
        footer.addStretch()
        footer.addWidget(delete)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(2, 0, 0, 0)
        rows.setSpacing(12)
        rows.addLayout(header)
        rows.addWidget(self._area, 1)
        rows.addLayout(footer)
        self._paint_ground()

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        dress(self, look)
        self._paint_ground()

    def show_record(self, record: SessionRecord) -> None:
        """Show a session."""
        self._day.set_text(f"{day_long(record.started)}, {time_of_day(record.started)}")
        self._length.set_text(words.took(record.done_seconds))
        content = QWidget()
        rows = QVBoxLayout(content)
        rows.setContentsMargins(28, 0, 28, 12)
        rows.setSpacing(10)
        rows.addWidget(Text(self._look, STRONG, words.content(record.title), wrap=True))
        rows.addWidget(Rule(self._look))
        for group in block_groups(record.blocks, self._titles):
            rows.addLayout(self._group(group))
            rows.addWidget(Rule(self._look))
        for name, value in _facts(record):
            rows.addLayout(self._fact(name, value))
            rows.addWidget(Rule(self._look))
        if record.note:
            rows.addSpacing(6)
            rows.addWidget(Text(self._look, QUIET, translate("words", "Note")))
            rows.addWidget(Text(self._look, BODY, record.note, wrap=True))
        rows.addStretch()
        self._area.setWidget(content)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the surface and its left edge."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour(self._look.theme.surface))
        painter.fillRect(0, 0, 2, self.height(), colour(self._look.theme.edge))

    def _group(self, group: BlockGroup) -> QVBoxLayout:
        mark = Mark(self._look, group.outcome, _MARK)
        heading = QHBoxLayout()
        heading.setSpacing(12)
        heading.addWidget(mark)
        heading.addWidget(Text(self._look, _EXERCISE, group.title, wrap=True), 1)
        heading.addWidget(Text(self._look, _EXERCISE, group.length))
        lines = QGridLayout()
        lines.setContentsMargins(mark.width() + 12, 0, 0, 0)
        lines.setHorizontalSpacing(12)
        lines.setVerticalSpacing(4)
        lines.setColumnStretch(0, 1)
        lines.setColumnMinimumWidth(2, round(_TIME * self._look.text_scale))
        for row, line in enumerate(group.lines):
            for column, text in enumerate((line.name, line.done, line.length)):
                lines.addWidget(Text(self._look, SMALL, text), row, column, _RIGHT if column else _LEFT)
        rows = QVBoxLayout()
        rows.setSpacing(4)
        rows.addLayout(heading)
        rows.addLayout(lines)
        return rows

    def _fact(self, name: str, value: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(Text(self._look, QUIET, name), 1)
        row.addWidget(Text(self._look, STRONG, value))
        return row

    def _paint_ground(self) -> None:
        self.close_button.setFixedWidth(self.close_button.sizeHint().height())
        ground = palette(self._look.theme)
        ground.setColor(ground.ColorRole.Window, colour(self._look.theme.surface))
        self._area.setPalette(ground)
        slim_scroll_bar(self._area, self._look)


def _facts(record: SessionRecord) -> list[tuple[str, str]]:
    pain = [
        translate("words", "none said") if value is None else str(value)
        for value in (record.pain_before, record.pain_after)
    ]
    facts = [
        (translate("words", "Session"), rehearsal_text(record) or status_word(record.status)),
        (translate("words", "Planned"), words.duration(record.planned_seconds)),
    ]
    if record.stopped_for_pain:
        facts.append((translate("words", "Ended because"), translate("words", "something hurt")))
    if record.gentler:
        facts.append((translate("words", "Gentler mode"), translate("words", "on")))
    if record.effort is not None:
        facts.append((translate("words", "Pressed"), effort_text(record.effort).lower()))
    if (record.pain_before, record.pain_after) != (None, None):
        facts.append((translate("words", "Pain before, after"), " → ".join(pain)))
    return facts
