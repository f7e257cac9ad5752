"""The figure that moves with a session."""

from PySide6.QtWidgets import QWidget

from ribdown.core.content import Mistake
from ribdown.core.figure.scene import Scene
from ribdown.core.figure.shown import fault_scene, moves, scene_at, still_scene
from ribdown.core.moment import Moment
from ribdown.core.timeline import Segment, Side, Timeline
from ribdown.ui.figures import Figures
from ribdown.ui.look import Look
from ribdown.ui.widgets.figure_view import FigureView, Ground


class SessionFigure(FigureView):
    """Shows what the body does at each moment of a timeline."""

    def __init__(
        self,
        look: Look,
        figures: Figures,
        parent: QWidget | None = None,
        *,
        ground: Ground = "surface",
        see_through: bool = False,
    ) -> None:
        super().__init__(look, figures.colours, parent, ground=ground, see_through=see_through)
        self._figures = figures
        self._shown: tuple[Segment, Mistake | None] | None = None

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        super().set_look(look)
        self._shown = None

    def has(self, moment: Moment, mistake: Mistake) -> bool:
        """Whether there is a picture of a mistake."""
        figure = self._figures.figure_of(moment.exercise.id)
        return figure is not None and mistake.pose in figure.poses

    def show_moment(self, timeline: Timeline, moment: Moment, mistake: Mistake | None = None) -> None:
        """Show a moment; or, in its place, how a mistake looks that there is a picture of."""
        figure = self._figures.figure_of(moment.exercise.id)
        shown = moment.segment, mistake
        mirrored = moment.side is Side.LEFT
        if figure is None:
            self.show_scene(None, mirrored=mirrored)
            return
        resting = mistake is not None or self._look.still or not moves(figure, timeline, moment)
        if resting and shown == self._shown:
            return
        scene: Scene
        if mistake is not None:
            scene = fault_scene(figure, mistake.pose)
        elif self._look.still:
            scene = still_scene(figure, moment)
        else:
            scene = scene_at(figure, timeline, moment)
        self._shown = shown if resting else None
        self.show_scene(scene, mirrored=mirrored)
