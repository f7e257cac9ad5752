"""How it goes wrong beside how it is done."""

from typing import Literal

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from ribdown.core.content import Mistake
from ribdown.core.figure.close_up import close_up, pair_of, place_of
from ribdown.core.moment import Moment
from ribdown.core.timeline import Side
from ribdown.ui.figures import Figures
from ribdown.ui.icons import paint_icon
from ribdown.ui.look import Look, colour
from ribdown.ui.widgets.dressing import dress
from ribdown.ui.widgets.figure_view import FigureView

_GAP = 10  # px
_SIGN = 16  # px
_INSIDE = 3  # px between frame and picture


class MistakePair(QWidget):
    """Two small figures, each in a frame with its sign: a mistake with a cross, then the nearest right pose with a
    tick."""

    def __init__(self, look: Look, figures: Figures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._figures = figures
        self._wrong = FigureView(look, figures.colours, self)
        self._right = FigureView(look, figures.colours, self)
        self._cross = _Sign("cross", "danger", look, self)
        self._tick = _Sign("check", "ok", look, self)

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        dress(self, look)
        self.update()

    def show_mistake(self, moment: Moment, mistake: Mistake) -> bool:
        """Show a mistake's picture. Returns whether there is one."""
        figure = self._figures.figure_of(moment.exercise.id)
        if figure is None or mistake.pose not in figure.poses:
            return False
        right, wrong = pair_of(figure, mistake.pose)
        if wrong.inset is None:  # which alone may show what is wrong
            place = place_of(wrong.fault, wrong) if wrong.fault else wrong.body.joints["L3"]
            right, wrong = close_up(right, place), close_up(wrong, place)
        mirrored = moment.side is Side.LEFT
        self._wrong.show_scene(wrong, mirrored=mirrored)
        self._right.show_scene(right, mirrored=mirrored)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Half the width for each."""
        half = (self.width() - _GAP) // 2
        for view, sign, left in ((self._wrong, self._cross, 0), (self._right, self._tick, self.width() - half)):
            view.setGeometry(left + _INSIDE, _INSIDE, half - 2 * _INSIDE, self.height() - 2 * _INSIDE)
            sign.move(left, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frames."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for view, ink in ((self._wrong, self._look.theme.danger), (self._right, self._look.theme.ok)):
            painter.setPen(QPen(colour(ink), 1.5))
            frame = QRectF(view.geometry()).adjusted(1 - _INSIDE, 1 - _INSIDE, _INSIDE - 1, _INSIDE - 1)
            painter.drawRoundedRect(frame, 8, 8)


class _Sign(QWidget):
    """A cross or a tick over the corner of a picture."""

    def __init__(self, icon: str, role: Literal["danger", "ok"], look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon = icon
        self._role = role
        self._look = look
        self.setFixedSize(_SIGN + 8, _SIGN + 8)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sign on a disc of the card's own colour."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(self._look.theme.surface))
        painter.drawEllipse(self.rect())
        ink = colour(getattr(self._look.theme, self._role))
        paint_icon(painter, self._icon, QRectF(4, 4, _SIGN, _SIGN), ink, 3.4)
