"""The picture of the first step: the pacer, breathing for as long as it can be seen."""

from dataclasses import replace

from msgspec import structs
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from ribdown.core.blocks import Breathing
from ribdown.core.clock import Clock
from ribdown.core.content import Exercise
from ribdown.core.doses import NONE, ONCE, Count, Origin
from ribdown.core.moment import Moment, moment_at
from ribdown.core.plan import PlanOptions, compile_timeline
from ribdown.core.routine import ChosenExercise
from ribdown.core.timeline import Timeline
from ribdown.ui.look import Look, mix
from ribdown.ui.session_player import FRAME_MS, TICK_MS
from ribdown.ui.widgets.stage import Stage

# The first breath is the past that the wave begins with, the last ones are what it shows ahead: in between, one breath
# is as good as the next, so that there is no seam.
_BREATHS, _ROUND, _BEFORE = 8, 4, 1
_TRACK = 0.26  # share of a phase's fill in the ring that is still to come


class BreathPicture(Stage):
    """Shows the breath of an exercise on the player's own stage, without counting it."""

    def __init__(self, look: Look, exercise: Exercise, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(_tinted(look), parent)
        self._clock = clock
        self._breaths = breaths_of(exercise)
        self._breath = self._breaths.end / _BREATHS
        self._began = 0.0  # on the monotonic clock
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.show_now)

    @property
    def moving(self) -> bool:
        """Whether it looks at the clock."""
        return self._timer.isActive()

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        super().set_look(_tinted(look))
        self._timer.setInterval(TICK_MS if look.still else FRAME_MS)

    def show_now(self) -> None:
        """Show where the breath is now."""
        spent = (self._clock.now().monotonic - self._began) % (_ROUND * self._breath)
        moment = self._moment_at(_BEFORE * self._breath + spent)
        self.show_moment(self._breaths, moment, self._moment_at(moment.position.start - 0.001), None)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with an inhale."""
        super().showEvent(event)
        self._began = self._clock.now().monotonic
        self._timer.start(TICK_MS if self._look.still else FRAME_MS)
        self.show_now()

    def hideEvent(self, event: QHideEvent) -> None:
        """What can't be seen needs no frames."""
        super().hideEvent(event)
        self._timer.stop()

    def _moment_at(self, elapsed: float) -> Moment:
        return replace(moment_at(self._breaths, elapsed), count=None, lap=None)


def breaths_of(exercise: Exercise) -> Timeline:
    """The breaths of an exercise's first breathing block, one after the other. Raises StopIteration where it has
    none."""
    block = next(block for block in exercise.blocks if isinstance(block, Breathing))
    many = structs.replace(block, breaths=Count(_BREATHS, (_BREATHS, _BREATHS), Origin.APP), sets=ONCE, rest=NONE)
    blocks = tuple(many if one is block else one for one in exercise.blocks)
    longer = structs.replace(exercise, blocks=blocks, rounds=ONCE)
    plan = compile_timeline((ChosenExercise(longer, optional=False, below_full_dose=False),), PlanOptions())
    return Timeline(tuple(one for one in plan.segments if one.run.block is many and one.run.turn.side_number == 1))


def _tinted(look: Look) -> Look:
    """On the ground of the pictures, with rings that stand off it."""
    ground = look.theme.accent_tint
    hues = {
        hue: colours._replace(ring_track=mix(colours.fill, ground, _TRACK).name())
        for hue, colours in look.theme.hues.items()
    }
    return look._replace(theme=look.theme._replace(bg=ground, hues=hues))
