"""The picture of the third step: what a nudge looks like."""

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QRegion, QResizeEvent
from PySide6.QtWidgets import QWidget

from ribdown.ui.look import Look, colour
from ribdown.ui.nudges import nudge_words
from ribdown.ui.nudges.card import SIZE
from ribdown.ui.nudges.offer_view import OfferView
from ribdown.ui.translation import translate

_RADIUS, _EDGE = 16.0, 28  # px


class CardPicture(QWidget):
    """The card's own view, painted and not to be pressed: smaller where there is little room."""

    def __init__(self, look: Look, slot: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._offer = OfferView(look, self)
        self._offer.hide()
        self._offer.show_offer(slot, nudge_words.cues()[0], can_snooze=True)
        self._offer.setFixedSize(SIZE * look.text_scale)
        name = translate("words", "A nudge: {}. It offers to start, to wait for 10 minutes, and to skip it.")
        self.setAccessibleName(name.format(nudge_words.title()))

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        self._offer.set_look(look)
        self._offer.setFixedSize(SIZE * look.text_scale)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """It stands in the middle."""
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, the card and what is on it."""
        painter, theme = QPainter(self), self._look.theme
        painter.fillRect(self.rect(), colour(theme.accent_tint))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = self._offer.size()
        shrunk = min(1.0, (self.width() - 2 * _EDGE) / card.width())
        painter.translate((self.width() - card.width() * shrunk) / 2, (self.height() - card.height() * shrunk) / 2)
        painter.scale(shrunk, shrunk)
        painter.setBrush(colour(theme.surface))
        painter.setPen(QPen(colour(theme.edge), 1.5))
        radius = _RADIUS * self._look.text_scale
        painter.drawRoundedRect(QRectF(0.5, 0.5, card.width() - 1, card.height() - 1), radius, radius)
        # The stubs leave the flags out; without them the window's ground would be painted too.
        self._offer.render(painter, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
