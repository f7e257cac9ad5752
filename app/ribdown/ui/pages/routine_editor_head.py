"""The head of the routine editor: title, summary, the course, how long it takes, and a rehearsal."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ribdown.core.routine_editing import LONGEST_SUMMARY, LONGEST_TITLE
from ribdown.ui import words
from ribdown.ui.look import Look
from ribdown.ui.pages.routine_editor_view import EditorView
from ribdown.ui.translation import translate
from ribdown.ui.widgets.button import Button
from ribdown.ui.widgets.line_field import LineField
from ribdown.ui.widgets.panel import Panel
from ribdown.ui.widgets.text import HEADING, SMALL, Text, TextStyle
from ribdown.ui.widgets.timeline_bar import TimelineBar

_TOTAL = TextStyle(34, 600, display=True)
_SUMMARY = TextStyle(16)
_MISSING = TextStyle(14, 500, "warn")
_MARGIN = 23


class RoutineEditorHead(Panel):
    """`title_typed` and `summary_typed` carry what stands in a field, `typed` says that the person has left it."""

    title_typed = Signal(str)
    summary_typed = Signal(str)
    typed = Signal()
    rehearsal_asked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._room = 0
        title, summary = translate("words", "Title"), translate("words", "Summary")
        self.title = LineField(look, HEADING, title, title, LONGEST_TITLE)
        self.summary = LineField(
            look, _SUMMARY, summary, translate("words", "What it is for, in a sentence"), LONGEST_SUMMARY
        )
        self.title.textEdited.connect(self.title_typed)
        self.summary.textEdited.connect(self.summary_typed)
        for field in (self.title, self.summary):
            field.editingFinished.connect(self.typed)
        self._missing = Text(
            look, _MISSING, translate("words", "A routine has a title. The last one is kept."), wrap=True
        )
        self._missing.hide()
        self._bar = TimelineBar(look, labels=False)
        self._total = Text(look, _TOTAL)
        self._note = Text(look, SMALL, wrap=True)
        self.rehearse = Button(translate("words", "Rehearse"), look, icon="play", height=44)
        self.rehearse.setToolTip(translate("words", "Runs ten times as fast and counts for nothing"))
        self.rehearse.clicked.connect(self.rehearsal_asked)
        self._foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._foot.setSpacing(10)
        self._foot.addWidget(self._total, 1)
        self._foot.addWidget(self.rehearse, 0, Qt.AlignmentFlag.AlignLeft)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(_MARGIN, 20, _MARGIN, 18)
        rows.setSpacing(10)
        rows.addWidget(self.title)
        rows.addWidget(self._missing)
        rows.addWidget(self.summary)
        rows.addSpacing(6)
        rows.addWidget(self._bar)
        rows.addLayout(self._foot)
        rows.addWidget(self._note)

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        super().set_look(look)
        self._fit()

    def show_view(self, view: EditorView, title: str, summary: str) -> None:
        """Show a routine; `title` and `summary` are as the person wrote them."""
        self.title.show_text(title)
        self.summary.show_text(summary)
        self.show_missing(missing=False)
        if view.shown.plan is not None:
            self._bar.set_plan(view.shown.plan)
        length = words.duration(view.shown.seconds)
        self._total.set_text(length)
        notes = [translate("words", "Counted to the second, changeovers included.")]
        if view.gentler_seconds is not None:
            notes.append(translate("words", "In gentler mode: {}.").format(words.duration(view.gentler_seconds)))
        self._note.set_text(" ".join(notes))
        self.rehearse.setAccessibleName(translate("words", "Rehearse {}, {}").format(title, length))
        self._fit()

    def show_missing(self, *, missing: bool) -> None:
        """Say that the title is empty."""
        self._missing.setVisible(missing)

    def fit(self, width: int) -> None:
        """Put the rehearsal beside the total, where this width in pixels has room for both, or below it."""
        self._room = width
        self._fit()

    def _fit(self) -> None:
        taken = self._total.sizeHint().width() + self._foot.spacing() + self.rehearse.sizeHint().width()
        beside = taken <= self._room - 2 * _MARGIN
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._foot.setDirection(direction)
