"""The history: every session that was kept, one of them in full, and deleting with undo."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ribdown.core.history import SessionRecord
from ribdown.ui.appearance import palette
from ribdown.ui.look import Look
from ribdown.ui.pages.history_empty import HistoryEmpty
from ribdown.ui.pages.session_detail import SessionDetail
from ribdown.ui.pages.session_list import SessionList
from ribdown.ui.translation import translate
from ribdown.ui.widgets.dressing import dress
from ribdown.ui.widgets.panel import Panel
from ribdown.ui.widgets.switch import Switch
from ribdown.ui.widgets.text import PAGE, TITLE, Text, TextStyle
from ribdown.ui.widgets.undo_bar import UndoBar

_KEPT = TextStyle(14, 500, "text2")
_DETAIL = 376
_LIST = 480  # the narrowest list beside the detail
_WIDEST = 1280


class HistoryPage(QWidget):
    """A deleted session goes when `show_records` comes without it; then Undo is offered. `titles` are the exercises'
    by id. `delete_requested` carries a session's id."""

    delete_requested = Signal(str)
    undo_requested = Signal()
    start_requested = Signal()

    def __init__(self, look: Look, titles: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._records: tuple[SessionRecord, ...] = ()
        self._deleting = ""
        self._rehearsals = Switch(look)
        self._rehearsals.clicked.connect(self._refresh)
        self._kept = Text(look, _KEPT, wrap=True)
        self._kept.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._list = SessionList(look)
        self._list.opened.connect(self._open)
        self._list.moved.connect(self._follow)
        self._list.delete_asked.connect(self._delete)
        self._empty = HistoryEmpty(look)
        self._empty.start_requested.connect(self.start_requested)
        self._undo = UndoBar(look)
        self._undo.undone.connect(self.undo_requested)
        self._detail = SessionDetail(look, titles)
        self._detail.closed.connect(self._close)
        self._detail.delete_asked.connect(self._delete)
        self._detail.hide()
        self._card = self._sessions_card()
        self._main = QWidget()
        self._fill_main()
        halves = QHBoxLayout(self)
        halves.setContentsMargins(0, 0, 0, 0)
        halves.setSpacing(0)
        halves.addWidget(self._main, 1)
        halves.addWidget(self._detail)
        self.setAutoFillBackground(True)
        self._fit()
        self._refresh()

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        dress(self, look)
        self._fit()

    def show_records(self, records: Sequence[SessionRecord]) -> None:
        """Show these sessions, newest first."""
        self._records = tuple(records)
        gone = self._deleting and all(record.id != self._deleting for record in records)
        self._deleting = ""
        self._refresh()
        if gone:
            self._close()
            self._undo.show_text(translate("words", "Session deleted."))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the detail beside the list, or in its place."""
        self._fit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leaving the page is the next action: the undo goes."""
        self._undo.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the detail."""
        if event.key() == Qt.Key.Key_Escape and self._detail.isVisible():
            self._close()
        else:
            super().keyPressEvent(event)

    def _fill_main(self) -> None:
        header = QHBoxLayout()
        header.addWidget(Text(self._look, PAGE, translate("words", "History")), 1)
        header.addWidget(self._rehearsals, 0, Qt.AlignmentFlag.AlignVCenter)
        rows = QVBoxLayout(self._main)
        rows.setSpacing(16)
        rows.addLayout(header)
        rows.addWidget(self._card)
        rows.addWidget(self._empty, 1)
        rows.addStretch()
        rows.addWidget(self._undo)

    def _sessions_card(self) -> Panel:
        card = Panel(self._look)
        header = QHBoxLayout()
        header.setContentsMargins(22, 0, 22, 0)
        header.addWidget(Text(self._look, TITLE, translate("words", "Sessions")))
        header.addWidget(self._kept, 1)
        rows = QVBoxLayout(card)
        rows.setContentsMargins(2, 13, 2, 12)
        rows.setSpacing(12)
        rows.addLayout(header)
        rows.addWidget(self._list)
        return card

    def _refresh(self) -> None:
        rehearsals = sum(record.rehearsal for record in self._records)
        hide = not self._rehearsals.isChecked()
        shown = [record for record in self._records if not (hide and record.rehearsal)]
        self._rehearsals.set_texts(translate("words", "Show rehearsals ({})").format(rehearsals))
        self._rehearsals.setVisible(rehearsals > 0)
        self._kept.set_text(translate("words", "{} kept on this computer only").format(len(shown)))
        self._list.set_records(shown)
        self._card.setVisible(bool(shown))
        self._empty.setVisible(not shown)
        self._empty.show_reason(rehearsals=rehearsals > 0)
        self._follow()

    def _open(self) -> None:
        self._undo.hide()
        self._detail.show()
        self._follow()
        self._fit()
        if self._main.isHidden():
            self._detail.close_button.setFocus()

    def _follow(self) -> None:
        """Keep the detail at the current session."""
        record = self._list.current
        if self._detail.isHidden():
            return
        if record is None:
            self._close()
            return
        self._detail.show_record(record)
        self._list.mark_opened(record.id)

    def _close(self) -> None:
        self._detail.hide()
        self._list.mark_opened("")
        self._fit()
        (self._empty.start if self._list.current is None else self._list).setFocus()

    def _delete(self) -> None:
        record = self._list.current
        if record is not None:
            self._undo.hide()
            self._deleting = record.id
            self.delete_requested.emit(record.id)

    def _fit(self) -> None:
        scale = self._look.text_scale
        self.setPalette(palette(self._look.theme))
        narrow = self.width() < (_LIST + _DETAIL) * scale
        self._main.setVisible(not (narrow and not self._detail.isHidden()))
        width = round(_DETAIL * scale)
        self._detail.setMinimumWidth(0 if narrow else width)
        self._detail.setMaximumWidth(self.maximumWidth() if narrow else width)
        room = self.width() if self._detail.isHidden() else self.width() - width
        side = max(40 if room > 700 else 24, round((room - _WIDEST * scale) / 2))
        self._main.layout().setContentsMargins(side, 28, side, 24)  # type: ignore[union-attr]
