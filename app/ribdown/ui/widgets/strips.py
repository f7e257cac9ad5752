"""The strip under the pacer: one picture of the exercise's course, chosen by the phase."""

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ribdown.core.moment import Moment
from ribdown.core.phases import Strip
from ribdown.core.timeline import Timeline
from ribdown.ui.look import Look
from ribdown.ui.widgets.breath_wave import BreathWave
from ribdown.ui.widgets.effort_gauge import paint_effort_gauge
from ribdown.ui.widgets.length_bar import paint_length_bar
from ribdown.ui.widgets.next_strip import paint_next
from ribdown.ui.widgets.press_pairs import paint_press_pairs
from ribdown.ui.widgets.rep_strip import paint_rep_diamonds, seconds_to_go

_MOVING = (Strip.WAVE, Strip.LENGTH)
_Paint = Callable[[QPainter, QRectF, Moment, Look, float], None]
_PAINTS: dict[Strip, _Paint] = {
    Strip.EFFORT: paint_effort_gauge,
    Strip.PRESSES: paint_press_pairs,
    Strip.REPS: paint_rep_diamonds,
    Strip.LENGTH: paint_length_bar,
    Strip.NEXT: paint_next,
}


class StripPainter:
    """Paints strips, and keeps the breath wave in use."""

    def __init__(self) -> None:
        self._wave = BreathWave()

    def paint(self, painter: QPainter, box: QRectF, timeline: Timeline, moment: Moment, look: Look, s: float) -> None:
        """Paint the strip of a moment of `timeline` into `box`, which is 560 x 130 times `s` pixels."""
        strip = moment.phase.strip
        if strip is Strip.WAVE:
            self._wave.paint(painter, box, timeline, moment, look, s)
        elif strip in _PAINTS:
            _PAINTS[strip](painter, box, moment, look, s)

    def covers(self, moment: Moment, look: Look) -> bool:
        """Whether the strip paints its whole box."""
        return moment.phase.strip is Strip.WAVE and not look.still

    def told(self, moment: Moment) -> int | None:
        """The seconds that the strip tells or follows: it changes with them."""
        return seconds_to_go(moment) if moment.phase.strip is Strip.REPS else moment.number

    def moves(self, moment: Moment, look: Look) -> bool:
        """Whether the strip changes between whole seconds."""
        return moment.phase.strip in _MOVING and not look.still
