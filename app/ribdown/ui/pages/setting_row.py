"""One row of the settings page: what is set, what that means, and how it is changed."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QVBoxLayout, QWidget

from ribdown.ui.look import Look
from ribdown.ui.pages.setting_controls import choices_in
from ribdown.ui.translation import translate
from ribdown.ui.widgets.button import Button, ButtonKind
from ribdown.ui.widgets.dressing import dress
from ribdown.ui.widgets.rule import Rule
from ribdown.ui.widgets.text import Text, TextStyle

BREAK = "\u200b"  # where a long word may be broken; it is not seen, heard or searched
_TITLE = TextStyle(16, 500)
_EXPLANATION = TextStyle(14, ink="text2")
_HEIGHT, _EXPLAINED = 52, 58  # px at 100 % text
_PAD = 6
_AIR = 6  # above a picture
_GAP = 14
_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
_NARROWEST = 135  # px at 100 % text: an explanation wraps, but not into a column of words


class SettingRow(QWidget):
    """`control` stands at the right, or below the words where there is no room for both. `reset_asked` says that the
    person wants the default back, which is called `default`; without one there is no way back. A `picture` stands below
    the title, and the explanation then takes the row's whole width."""

    reset_asked = Signal()

    def __init__(
        self,
        look: Look,
        title: str,
        explanation: str,
        control: QWidget,
        default: str = "",
        picture: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.title = title
        self.control = control
        self._picture = picture
        self._rule = Rule(look)
        self._title = Text(look, _TITLE, title, wrap=True)
        self._explanation = Text(look, _EXPLANATION, wrap=True)
        self._explanation.hide()
        self._reset = Button(translate("words", "Reset"), look, ButtonKind.QUIET, height=30, px=13)
        self._reset.setAccessibleName(translate("words", "{}: back to {}").format(title, default))
        self._reset.setToolTip(translate("words", "Back to {}").format(default))
        self._reset.clicked.connect(self.reset_asked)
        policy = self._reset.sizePolicy()
        policy.setRetainSizeWhenHidden(bool(default))  # nothing moves when it appears
        self._reset.setSizePolicy(policy)
        self._resettable = bool(default)
        self._reset.hide()
        self._halves = QBoxLayout(_ACROSS)
        self._lay_out()
        self.explain(explanation)

    @property
    def words(self) -> str:
        """What a search finds it by."""
        return f"{self.title} {self._explanation.plain} {choices_in(self.control)}".replace(BREAK, "")

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        dress(self, look)
        self._fit()

    def explain(self, text: str) -> None:
        """Say this below the title."""
        if text == self._explanation.plain:
            return
        self._explanation.set_text(text)
        self._explanation.setVisible(bool(text))
        (self.control.focusProxy() or self.control).setAccessibleDescription(text.replace(BREAK, ""))
        self._fit()

    def show_changed(self, *, changed: bool) -> None:
        """Offer the default, where the value is another."""
        if self._reset.isHidden() == changed:
            if self._reset.hasFocus():
                self.control.setFocus(Qt.FocusReason.TabFocusReason)
            self._reset.setVisible(changed)

    def show_rule(self, *, shown: bool) -> None:
        """Draw the line above, which the first row of a card has not."""
        self._rule.setVisible(shown)

    def minimumSizeHint(self) -> QSize:
        """What the widest part needs: how they stand now must not keep the row from getting narrower."""
        parts = [self._title, self.control, *([self._picture] if self._picture else [])]
        parts += [
            part for part, there in ((self._explanation, self._explained), (self._reset, self._resettable)) if there
        ]
        least = max(part.minimumSizeHint().width() for part in parts)
        return QSize(least, super().minimumSizeHint().height())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The words of a switch switch it."""
        pressed = event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint())
        if pressed and isinstance(self.control, QAbstractButton) and self.control.isCheckable():
            self.control.click()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the control beside the words or below them."""
        self._fit()

    @property
    def _explained(self) -> bool:
        return not self._explanation.isHidden()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addStretch(1)
        words.addWidget(self._title)
        words.addSpacing(_AIR if self._picture else 0)
        words.addWidget(self._picture or self._explanation)
        words.addStretch(1)
        self._right = QBoxLayout(_ACROSS)
        self._right.setSpacing(8)
        self._right.addStretch(1)
        for part in (self._reset, self.control):
            self._right.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        self._halves.setContentsMargins(0, _PAD, 0, _PAD - 1)  # with the rule, as much above as below
        self._halves.setSpacing(_GAP)
        self._halves.addLayout(words, 1)
        self._halves.addLayout(self._right)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._rule)
        rows.addLayout(self._halves, 1)
        if self._picture is not None:
            rows.addWidget(self._explanation)
            rows.addSpacing(_PAD)

    def _fit(self) -> None:
        scale = self._look.text_scale
        words = min(_natural(self._explanation), round(_NARROWEST * scale))
        if self._picture is not None:
            words = self._picture.minimumSizeHint().width()
        reset = self._reset.sizeHint().width() + self._right.spacing() if self._resettable else 0
        right = reset + self.control.sizeHint().width()
        beside = max(_natural(self._title), words) + _GAP + right <= self.width()
        self._halves.setDirection(_ACROSS if beside else _DOWN)
        self._halves.setSpacing(_GAP if beside else _PAD)
        self._right.setDirection(_ACROSS if right <= self.width() else _DOWN)
        height = _EXPLAINED if self._explained else _HEIGHT
        self.setMinimumHeight(round(height * max(scale * 0.85, 1.0)))


def _natural(text: Text) -> int:
    """The width of a text on one line."""
    return text.fontMetrics().horizontalAdvance(text.plain) + 2
