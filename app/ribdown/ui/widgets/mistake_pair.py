"""How it is done beside how it goes wrong."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from ribdown.core.content import Mistake
from ribdown.core.figure.close_up import close_up, place_of
from ribdown.core.figure.shown import fault_scene, still_scene
from ribdown.core.moment import Moment
from ribdown.core.timeline import Side
from ribdown.ui.figures import Figures
from ribdown.ui.icons import paint_icon
from ribdown.ui.look import Look, colour
from ribdown.ui.widgets.dressing import dress
from ribdown.ui.widgets.figure_view import FigureView

_GAP = 10  # px
_SIGN = 18  # px


class MistakePair(QWidget):
    """Two small figures: the end of the phase at work, with a tick, and one of its mistakes, with the figure's own
    sign."""

    def __init__(self, look: Look, figures: Figures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._figures = figures
        self._right = FigureView(look, figures.colours, self)
        self._wrong = FigureView(look, figures.colours, self)

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        dress(self, look)
        self.update()

    def show_mistake(self, moment: Moment, mistake: Mistake) -> None:
        """Show a mistake that has a pose, beside what is right at this moment."""
        figure = self._figures.figure_of(moment.exercise.id)
        mirrored = moment.side is Side.LEFT
        right = wrong = None
        if figure is not None:
            right, wrong = still_scene(figure, moment), fault_scene(figure, mistake.pose)
            if wrong.fault is not None:
                place = place_of(wrong.fault, wrong)
                right, wrong = close_up(right, place), close_up(wrong, place)
        self._right.show_scene(right, mirrored=mirrored)
        self._wrong.show_scene(wrong, mirrored=mirrored)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Half the width for each."""
        half = (self.width() - _GAP) // 2
        self._right.setGeometry(0, 0, half, self.height())
        self._wrong.setGeometry(self.width() - half, 0, half, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tick."""
        painter = QPainter(self)
        paint_icon(painter, "check", QRectF(0, 0, _SIGN, _SIGN), colour(self._look.theme.ok), 3)
