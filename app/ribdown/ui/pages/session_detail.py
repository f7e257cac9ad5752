"""One session in full: what was planned and done, block by block, and what the person said, which can be changed."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ribdown.core.history import SessionRecord
from ribdown.ui import words
from ribdown.ui.look import Look
from ribdown.ui.pages.dates import day_long, time_of_day
from ribdown.ui.pages.drawer import Drawer
from ribdown.ui.pages.record_words import effort_text, rehearsal_text, status_word
from ribdown.ui.pages.session_blocks import BlockGroup, block_groups
from ribdown.ui.pages.session_edit import SessionEdit
from ribdown.ui.translation import translate
from ribdown.ui.widgets.button import Button, ButtonKind
from ribdown.ui.widgets.mark import Mark
from ribdown.ui.widgets.rule import Rule
from ribdown.ui.widgets.text import BODY, QUIET, SMALL, STRONG, Text, TextStyle

_EXERCISE = TextStyle(15, 500)
_MARK, _TIME = 18, 56
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight


class SessionDetail(Drawer):
    """`titles` are the exercises' by id. `edited` carries the record as the person wants it to be, `delete_asked` the
    one that is to go. What was typed and neither saved nor cancelled is there when the person goes on."""

    delete_asked = Signal(object)
    edited = Signal(object)

    def __init__(self, look: Look, titles: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._titles = titles
        self._record: SessionRecord | None = None
        self._form: SessionEdit | None = None
        self._drafts: dict[str, SessionRecord] = {}  # by the session's id
        self._edit = Button(translate("words", "Edit note"), look, height=44, px=15)
        self._edit.clicked.connect(self._open_form)
        self._delete = Button(translate("words", "Delete"), look, ButtonKind.QUIET, "trash", height=44, px=15)
        self._delete.clicked.connect(lambda: self.delete_asked.emit(self._record))
        self.footer.addWidget(self._edit)
        self.footer.addStretch()
        self.footer.addWidget(self._delete)

    def show_record(self, record: SessionRecord) -> None:
        """Show a session. What the person is changing of the same one stays."""
        if self._form is not None and self._record is not None and self._record.id == record.id:
            return
        self._put_by()
        self._record = record
        self._show_buttons()
        self.show_head(f"{day_long(record.started)}, {time_of_day(record.started)}", words.took(record.done_seconds))
        rows = self.new_rows()
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

    def leave(self) -> bool:
        """Leave the form; what stands in it is kept for later."""
        if self._form is None or self._record is None:
            return False
        self._put_by()
        self.show_record(self._record)
        self._edit.setFocus()
        return True

    def show_saved(self, record: SessionRecord) -> None:
        """Show the session as it is kept now."""
        self._form = None
        self._drafts.pop(record.id, None)
        self.show_record(record)
        self._edit.setFocus()

    def let_change(self, *, allowed: bool) -> None:
        """Whether anything can be changed now."""
        for part in (self._edit, self._delete, self._form):
            if part is not None:
                part.setEnabled(allowed)

    def _open_form(self) -> None:
        if self._record is None:
            return
        record = self._record
        self._form = SessionEdit(self._look, self._drafts.get(record.id, record))
        self._form.saved.connect(self.edited)
        self._form.cancelled.connect(lambda: self.show_saved(record))
        rows = self.new_rows()
        rows.addWidget(self._form)
        rows.addStretch()
        self._show_buttons()
        self._form.note.setFocus()

    def _put_by(self) -> None:
        """Close the form, and keep what was changed in it."""
        if self._form is None or self._record is None:
            return
        said, self._form = self._form.said, None
        self._drafts.pop(said.id, None)
        if said != self._record:
            self._drafts[said.id] = said

    def _show_buttons(self) -> None:
        begun = self._record is not None and self._record.id in self._drafts
        self._edit.set_face(translate("words", "Go on editing") if begun else translate("words", "Edit note"), "")
        for button in (self._edit, self._delete):
            button.setVisible(self._form is None)

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
