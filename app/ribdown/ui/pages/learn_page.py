"""What there is to read: cards in sections, with the contents at the side."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ribdown.core.content import Exercise
from ribdown.core.learn import LearnSection
from ribdown.ui import words
from ribdown.ui.appearance import palette
from ribdown.ui.figures import Figures
from ribdown.ui.look import Look
from ribdown.ui.pages.learn_card import LearnCardView
from ribdown.ui.pages.page import Page
from ribdown.ui.translation import translate
from ribdown.ui.widgets.back_link import BackLink
from ribdown.ui.widgets.contents_list import ContentsList
from ribdown.ui.widgets.dressing import dress
from ribdown.ui.widgets.drop_down import DropDown
from ribdown.ui.widgets.text import HEADING, Text

_WIDEST = 720  # px at 100 % text size
_CONTENTS = 250
_BESIDE = 780  # narrower, the contents lie above
_ABOVE_HEADING = 16
_BAR_WIDTH = 12  # of the scroll bar beside the cards
_KEPT = 60  # px of the page before, when a page is turned


class LearnPage(QWidget):
    """`opened` carries an exercise's id, `left` asks for the page that led here."""

    opened = Signal(str)
    self_test_asked = Signal()
    left = Signal()

    def __init__(
        self,
        look: Look,
        figures: Figures,
        sections: Sequence[LearnSection],
        exercises: Mapping[str, Exercise],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        titles = [words.content(section.title) for section in sections]
        name = translate("words", "Contents")
        self._back = BackLink(look, "")
        self._back.clicked.connect(self.left)
        self._list = ContentsList(look, titles)
        self._list.picked.connect(self._go)
        self._short = DropDown(look)
        self._short.setAccessibleName(name)
        self._short.set_options(list(enumerate(titles)))
        self._short.picked.connect(self._go)
        self._page = Page(look, _WIDEST)
        self._page.setAccessibleName(translate("words", "Why it works"))
        self._headings = [self._add(figures, section, exercises) for section in sections]
        self._page.body.addStretch(1)
        self._page.verticalScrollBar().valueChanged.connect(self._follow)
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(10)
        side.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        side.addWidget(self._short)
        side.addWidget(self._list)
        side.addStretch(1)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.setSpacing(0)
        self._halves.addWidget(self._side)
        self._halves.addWidget(self._page, 1)
        self.setAutoFillBackground(True)
        self._fit()

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        dress(self, look)
        self._fit()

    def lead_back(self, name: str) -> None:
        """Say which page led here."""
        self._back.set_text(name)

    def take_focus(self) -> None:
        """Put the keyboard on the contents."""
        contents = self._short if self._list.isHidden() else self._list
        contents.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back; Page up, Page down and Space turn pages."""
        bar = self._page.verticalScrollBar()
        step = self._page.viewport().height() - _KEPT
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_PageDown, Qt.Key.Key_Space):
            bar.setValue(bar.value() + step)
        elif event.key() == Qt.Key.Key_PageUp:
            bar.setValue(bar.value() - step)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the contents beside the page or above it."""
        self._fit()

    def _add(self, figures: Figures, section: LearnSection, exercises: Mapping[str, Exercise]) -> Text:
        heading = Text(self._look, HEADING, words.content(section.title), wrap=True)
        if self._page.body.count():
            self._page.body.addSpacing(_ABOVE_HEADING)
        self._page.body.addWidget(heading)
        for card in section.cards:
            view = LearnCardView(self._look, figures, card, exercises)
            view.opened.connect(self.opened)
            view.self_test_asked.connect(self.self_test_asked)
            self._page.body.addWidget(view)
        return heading

    def _go(self, number: int) -> None:
        """Bring a heading to the top, as far as there is enough below it."""
        self._page.verticalScrollBar().setValue(self._headings[number].y() - _ABOVE_HEADING)
        self._mark(number)

    def _follow(self, top: int) -> None:
        line = top + self._page.viewport().height() // 3
        passed = [number for number, heading in enumerate(self._headings) if heading.y() <= line]
        at_end = top == self._page.verticalScrollBar().maximum()
        self._mark(len(self._headings) - 1 if at_end else max(passed, default=0))

    def _mark(self, number: int) -> None:
        self._list.mark(number)
        self._short.show_value(number)

    def _fit(self) -> None:
        self.setPalette(palette(self._look.theme))
        scale = self._look.text_scale
        beside = self.width() >= _BESIDE * scale
        self._list.setVisible(beside)
        self._short.setVisible(not beside)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._halves.setDirection(across if beside else down)
        least = 40 if self.width() > 700 else 24
        self._side.setContentsMargins(least, 28, 0 if beside else least + _BAR_WIDTH, 12)
        self._side.setMaximumWidth(round((_CONTENTS + least) * scale) if beside else self.maximumWidth())
        self._side.setMinimumWidth(round(_CONTENTS * scale) if beside else 0)
