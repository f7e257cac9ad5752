"""The card with the list of sessions: what narrows it, how many there are, and the way to more."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ribdown.core.session_list import ListedSession
from ribdown.ui.look import Look
from ribdown.ui.pages.history_filter import HistoryFilter
from ribdown.ui.pages.session_list import SessionList
from ribdown.ui.translation import translate
from ribdown.ui.widgets.button import Button, ButtonKind
from ribdown.ui.widgets.panel import Panel
from ribdown.ui.widgets.text import BODY, TITLE, Text, TextStyle

FIRST = 28  # rows until more are asked for: as far down as the charts beside them go
_KEPT = TextStyle(14, 500, "text2")


class HistorySessions(Panel):
    """`more_asked` asks for the sessions below those that are shown. Once the person wanted more, they come by
    themselves when the end is near."""

    more_asked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.filter = HistoryFilter(look)
        self.list = SessionList(look)
        self.answers = 0  # lists shown so far
        self._kept = 0
        self._found = 0
        self._asking = self._endless = False
        self._count = Text(look, _KEPT, wrap=True)
        self._count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        everything = Button(translate("words", "Show all"), look, height=40, px=15)
        everything.clicked.connect(self.filter.clear)
        self._more = Button(translate("words", "Show more"), look, ButtonKind.QUIET, height=44, px=15)
        self._more.clicked.connect(self.want_more)
        header = QHBoxLayout()
        header.addWidget(Text(look, TITLE, translate("words", "Sessions")))
        header.addWidget(self._count, 1)
        self._nothing = QWidget()
        nothing = QVBoxLayout(self._nothing)
        nothing.setContentsMargins(22, 4, 22, 8)
        nothing.addWidget(Text(look, BODY, translate("words", "No session is like that."), wrap=True))
        nothing.addWidget(everything, 0, Qt.AlignmentFlag.AlignLeft)
        top = QVBoxLayout()
        top.setContentsMargins(22, 0, 22, 0)
        top.setSpacing(12)
        top.addLayout(header)
        top.addWidget(self.filter)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(2, 15, 2, 10)
        rows.setSpacing(12)
        rows.addLayout(top)
        rows.addWidget(self._nothing)
        rows.addWidget(self.list)
        rows.addWidget(self._more, 0, Qt.AlignmentFlag.AlignHCenter)
        self._show()

    def show_kept(self, sessions: int, rehearsals: int) -> None:
        """Say how many there are in all, without rehearsals, and how many of these."""
        self._kept = sessions
        self.filter.show_rehearsals(rehearsals)
        self._show()

    def show_sessions(self, sessions: Sequence[ListedSession], found: int) -> None:
        """Show the first of those that were found."""
        self._found = found
        self.answers += 1
        self._asking = False
        self.list.show_sessions(sessions)
        self._show()

    def add_sessions(self, sessions: Sequence[ListedSession]) -> None:
        """Show these below the others."""
        self._asking = False
        self.list.add_sessions(sessions)
        self._show()

    def begin_anew(self) -> None:
        """Show a few first."""
        self._endless = False

    def seen_until(self, bottom: int) -> None:
        """What the page shows ends `bottom` pixels below the card's top."""
        near = self.list.geometry().bottom() - bottom < self.window().height()
        if self._endless and near:
            self._ask()

    def row_box(self) -> QRect:
        """Where the current row is on the card."""
        return self.list.current_box.translated(self.list.mapTo(self, QPoint()))

    def want_more(self) -> None:
        """Show more now, and whenever the end is near."""
        self._endless = True
        self.list.setFocus()
        self._ask()

    def _ask(self) -> None:
        if not self._asking and len(self.list.sessions) < self._found:
            self._asking = True
            self.more_asked.emit()

    def _show(self) -> None:
        shown = len(self.list.sessions)
        if self.filter.narrows:
            self._count.set_text(translate("words", "{} of {}").format(self._found, max(self._kept, self._found)))
        else:
            self._count.set_text(translate("words", "{} kept on this computer only").format(self._found))
        self.list.setVisible(shown > 0)
        self._nothing.setVisible(not shown)
        self._more.setVisible(not self._endless and shown < self._found)
