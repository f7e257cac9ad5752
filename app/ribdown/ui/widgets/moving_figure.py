"""A figure that goes through an exercise, round and round, for as long as it can be seen."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from ribdown.core.clock import Clock
from ribdown.core.content import Exercise
from ribdown.core.figure.demonstration import demonstrated, demonstration, telling_moment
from ribdown.core.figure.motion import Figure
from ribdown.core.figure.scene import Scene
from ribdown.core.figure.shown import still_scene
from ribdown.core.timeline import Side, Timeline
from ribdown.ui.figures import Figures
from ribdown.ui.look import Look
from ribdown.ui.widgets.figure_view import FigureView

_FRAME = 40  # ms: the motions are slow


class MovingFigure(FigureView):
    """`told` carries what is shown, in a few words as the figure's file has them. With reduced motion it stands still
    in the pose that says most."""

    told = Signal(str)

    def __init__(self, look: Look, figures: Figures, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(look, figures.colours, parent)
        self._figures = figures
        self._clock = clock
        self._figure: Figure | None = None
        self._short: Timeline | None = None
        self._side = Side.RIGHT
        self._began = 0.0  # on the monotonic clock
        self._spent = 0.0  # seconds shown before it was hidden
        self._label = ""
        self._timer = QTimer(self, interval=_FRAME)
        self._timer.timeout.connect(self._show_now)

    @property
    def moving(self) -> bool:
        """Whether it asks for frames."""
        return self._timer.isActive()

    @property
    def shape(self) -> float:
        """The height that the picture needs for its width; 1 where there is none."""
        if self._figure is None:
            return 1.0
        x0, y0, x1, y1 = self._figure.poses[self._figure.start].still.view
        return (y1 - y0) / (x1 - x0)

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        super().set_look(look)
        self._go()

    def show_exercise(self, exercise: Exercise, side: Side) -> None:
        """Show an exercise from its beginning; where both sides work together, the side changes nothing."""
        self._figure, self._side = self._figures.figure_of(exercise.id), side
        self._short = demonstration(exercise, side)
        self._spent = 0.0
        self._go()

    def showEvent(self, event: QShowEvent) -> None:
        """Go on."""
        super().showEvent(event)
        self._go()

    def hideEvent(self, event: QHideEvent) -> None:
        """What can't be seen needs no frames."""
        super().hideEvent(event)
        if self._timer.isActive():
            self._timer.stop()
            self._spent += self._clock.now().monotonic - self._began

    def _go(self) -> None:
        if self._short is None:
            return
        if self._timer.isActive():
            self._timer.stop()
            self._spent += self._clock.now().monotonic - self._began
        self._began = self._clock.now().monotonic
        if self.isVisible() and not self._look.still and self._figure is not None:
            self._timer.start()
        self._show_now()

    def _show_now(self) -> None:
        if self._short is None or (self._timer.isActive() and self.visibleRegion().isEmpty()):
            return
        scene: Scene | None = None
        if self._figure is not None and self._look.still:
            scene = still_scene(self._figure, telling_moment(self._short))
        elif self._figure is not None:
            seconds = self._spent + self._clock.now().monotonic - self._began
            scene = demonstrated(self._figure, self._short, seconds)
        mirrored = self._side is Side.LEFT and self._short.segments[0].run.turn.side is not None
        self.show_scene(scene, mirrored=mirrored)
        label = scene.label if scene is not None else ""
        if label != self._label:
            self._label = label
            self.told.emit(label)
