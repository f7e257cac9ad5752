"""The cards one above the other, or one at a time under tabs where the window is narrow."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from ribdown.core.moment import Moment
from ribdown.ui.figures import Figures
from ribdown.ui.look import Look, colour, text_font
from ribdown.ui.translation import translate
from ribdown.ui.widgets.cards import ExecutionCard, MistakesCard, StartingPositionCard
from ribdown.ui.widgets.fitting import fitted_font
from ribdown.ui.widgets.focus_ring import paint_focus_ring
from ribdown.ui.widgets.return_key import is_return

_GAP = 13
_NOW = 1  # the execution card


class Tabs(QWidget):
    """A row of tabs; `chosen` carries the index."""

    chosen = Signal(int)

    def __init__(self, titles: list[str], look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._titles = titles
        self._look = look
        self._scale = 1.0
        self.index = _NOW
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(translate("words", "Cards"))
        self.setAccessibleDescription(titles[_NOW])

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        self.update()

    def set_scale(self, scale: float) -> None:
        """Set the size of one design pixel."""
        self._scale = scale
        self.update()

    def choose(self, index: int) -> None:
        """Show another tab."""
        self.index = index % len(self._titles)
        self.setAccessibleDescription(self._titles[self.index])
        self.update()
        self.chosen.emit(self.index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return goes to the next tab: the arrows move through the session."""
        if is_return(event):
            self.choose(self.index + 1)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the tab under the pointer."""
        self.choose(int(event.position().x() * len(self._titles) / max(self.width(), 1)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the titles; the one that is shown is underlined."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._look.theme
        width = self.width() / len(self._titles)
        widest = text_font(17 * self._scale * self._look.text_scale, 600)
        px = min(fitted_font(widest, title, width - 12).pixelSize() for title in self._titles)
        for index, title in enumerate(self._titles):
            shown = index == self.index
            painter.setPen(colour(theme.text if shown else theme.text2))
            painter.setFont(text_font(px, 600 if shown else 500))
            left = round(index * width)
            painter.drawText(left, 0, round(width), self.height() - 4, Qt.AlignmentFlag.AlignCenter, title)
            painter.setPen(QPen(colour(theme.accent if shown else theme.line), 3 if shown else 1))
            painter.drawLine(left + 4, self.height() - 2, left + round(width) - 4, self.height() - 2)
        if self.hasFocus():
            paint_focus_ring(painter, QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 9.5, theme.focus)


class CardColumn(QWidget):
    """Three cards. `set_folded` shows them one at a time."""

    def __init__(self, look: Look, figures: Figures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale = 1.0
        self._folded = False
        self._cards = (StartingPositionCard(look, self), ExecutionCard(look, self), MistakesCard(look, figures, self))
        self._tabs = Tabs(
            [translate("words", "Position"), translate("words", "Now"), translate("words", "Mistakes")], look, self
        )
        self._tabs.chosen.connect(self._arrange)

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        for part in (*self._cards, self._tabs):
            part.set_look(look)

    def set_scale(self, scale: float) -> None:
        """Set the size of one design pixel."""
        self._scale = scale
        for part in (*self._cards, self._tabs):
            part.set_scale(scale)

    def set_folded(self, folded: bool) -> None:
        """Show the cards under tabs, or all of them."""
        self._folded = folded
        self._arrange()

    def show_moment(self, moment: Moment) -> None:
        """Show the texts of the exercise at work."""
        for card in self._cards:
            card.show_moment(moment)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the cards out anew."""
        self._arrange()

    def _arrange(self) -> None:
        self._tabs.setVisible(self._folded)
        for index, card in enumerate(self._cards):
            card.setVisible(not self._folded or index == self._tabs.index)
        width, height = self.width(), self.height()
        if self._folded:
            tabs = min(round(44 * self._scale), round(height * 0.25))
            self._tabs.setGeometry(0, 0, width, tabs)
            self._cards[self._tabs.index].setGeometry(0, tabs + 6, width, height - tabs - 6)
            return
        position, execution, mistakes = self._cards
        gap = round(_GAP * self._scale)
        low = min(mistakes.natural_height(width), round(height * 0.3))
        wanted = execution.natural_height(width)
        # The cue of the moment comes first; the starting position, then the mistakes, give way to it.
        high = min(position.natural_height(width), max(height - low - 2 * gap - wanted, round(height * 0.22)))
        position.setGeometry(0, 0, width, high)
        execution.setGeometry(0, high + gap, width, height - high - low - 2 * gap)
        mistakes.setGeometry(0, height - low, width, low)
