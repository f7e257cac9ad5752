"""A figure that stands still, and is read and solved only once it can be seen."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ribdown.core.figure.scene import Scene
from ribdown.ui.figures import Figures
from ribdown.ui.look import Look, colour
from ribdown.ui.widgets.figure_view import FigureView


class StillFigure(FigureView):
    """`needed` says that it is about to be seen and shows nothing yet: `load` then gets its scene from `scene`, which
    gives None where there is no figure."""

    needed = Signal()

    def __init__(
        self, look: Look, figures: Figures, scene: Callable[[], Scene | None], parent: QWidget | None = None
    ) -> None:
        super().__init__(look, figures.colours, parent)
        self._get = scene
        self.loaded = False

    def load(self) -> None:
        """Show the scene."""
        self.loaded = True
        self.show_scene(self._get(), mirrored=False)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the scene, or ask for it."""
        if self.loaded:
            super().paintEvent(event)
            return
        QPainter(self).fillRect(event.rect(), colour(self._look.theme.surface))
        self.needed.emit()
