"""A card that offers or asks something about the programme."""

from collections.abc import Callable, Sequence
from itertools import zip_longest

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ribdown.ui.look import Look
from ribdown.ui.pages.today_answer import Answer
from ribdown.ui.widgets.button import Button
from ribdown.ui.widgets.panel import Panel
from ribdown.ui.widgets.text import BODY, TITLE, Text

_MOST = 3
_MARGIN = 30
_BUTTONS = 0.5  # the largest share of the card that buttons beside the text may take
_NARROW = 560  # px at 100 % text: below this they stand below it
_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class OfferCard(Panel):
    """A title, a text, and the answers beside it, or below where there is no room."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._title = Text(look, TITLE, wrap=True)
        self._text = Text(look, BODY, wrap=True)
        # All there ever are, so that Tab goes through them where they stand.
        self._buttons = [Button("", look) for _ in range(_MOST)]
        self._actions: list[Callable[[], object]] = []
        self._shown: tuple[str, ...] = ()
        texts = QVBoxLayout()
        texts.setSpacing(4)
        texts.addWidget(self._title)
        texts.addWidget(self._text)
        self._row = QBoxLayout(_ACROSS)
        self._row.setSpacing(8)
        for index, button in enumerate(self._buttons):
            button.clicked.connect(lambda _=False, index=index: self._actions[index]())
            self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._halves = QBoxLayout(_ACROSS, self)
        self._halves.setContentsMargins(_MARGIN, 18, _MARGIN, 20)
        self._halves.addLayout(texts, 1)
        self._halves.addLayout(self._row)
        self.set_accent(look.theme.accent_tint, "")

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        super().set_look(look)
        self.set_accent(look.theme.accent_tint, "")
        self._fit()

    def show_offer(self, title: str, text: str, answers: Sequence[Answer]) -> None:
        """Show another offer, with three answers at most. One that is shown already keeps the keyboard."""
        shown = (title, text, *(answer.text for answer in answers))
        if shown == self._shown:
            return
        self._shown = shown
        self._title.set_text(title)
        self._text.set_text(text)
        self._actions = [answer.action for answer in answers]
        for button, answer in zip_longest(self._buttons, answers):
            button.setVisible(answer is not None)
            if answer is not None:
                button.set_face(answer.text, "")
                button.set_kind(answer.kind)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self._fit()

    def take_focus(self) -> None:
        """Put the keyboard on the first answer."""
        self._buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the new width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = [button for button in self._buttons if not button.isHidden()]
        buttons = sum(button.sizeHint().width() + self._row.spacing() for button in shown)
        room = self.width() - 2 * _MARGIN
        beside = buttons <= room * _BUTTONS and room > _NARROW * self._look.text_scale
        across = buttons <= room
        self._halves.setDirection(_ACROSS if beside else _DOWN)
        self._halves.setSpacing(24 if beside else 12)
        self._row.setDirection(_ACROSS if across else _DOWN)
        self._halves.setAlignment(self._row, Qt.AlignmentFlag.AlignVCenter if beside else Qt.AlignmentFlag.AlignLeft)
