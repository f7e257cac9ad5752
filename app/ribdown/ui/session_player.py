"""The engine's events as Qt signals: declared once in core, wired here mechanically, and driven by one timer."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from ribdown.core.clock import Clock, Instant
from ribdown.core.events import (
    BlockEnded,
    Event,
    PauseReason,
    SegmentStarted,
    SessionEnded,
    SessionPaused,
    SessionResumed,
)
from ribdown.core.moment import Moment, later, moment_at, moment_of
from ribdown.core.session import Session, SessionState
from ribdown.core.timeline import Segment, Timeline
from ribdown.ui.widgets.pacer import CROSS_FADE

FRAME_MS = 33  # a slow circle needs no more
TICK_MS = 100


class SessionPlayer(QObject):
    """Runs one session on a clock. `moved` follows every look at the clock while it runs, and every step a person
    takes; `runs_changed` says whether the session's clock runs now; the other signals carry the event of the same
    name."""

    moved = Signal()
    runs_changed = Signal(bool)
    segment_started = Signal(SegmentStarted)
    block_ended = Signal(BlockEnded)
    paused = Signal(SessionPaused)
    resumed = Signal(SessionResumed)
    ended = Signal(SessionEnded)

    def __init__(self, session: Session, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._clock = clock
        self.instant = clock.now()  # the last look at the clock
        self._frame_ms = FRAME_MS
        self._frames = False
        self._ran = False
        self._shown: tuple[Timeline, Moment] | None = None
        self._jump: tuple[Segment, Moment | None] | None = None  # where to, and from what was on the screen
        self._signals = {
            SegmentStarted: self.segment_started,
            BlockEnded: self.block_ended,
            SessionPaused: self.paused,
            SessionResumed: self.resumed,
            SessionEnded: self.ended,
        }
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.tick)

    @property
    def moment(self) -> Moment:
        """What is shown now, as of the last look at the clock."""
        timeline, position = self.session.timeline, self.session.position
        known = self._shown
        if known is None or known[0] is not timeline or known[1].segment is not position.segment:
            moment = moment_of(timeline, position)
        elif known[1].position is position:
            return known[1]
        else:  # each frame asks, and little else changes within a segment
            moment = later(known[1], position)
        self._shown = timeline, moment
        return moment

    @property
    def before(self) -> Moment | None:
        """The last moment of the phase before this one, or what a skip or a step back left, as long as it may fade.
        None in the first phase, and after a stop."""
        timeline, position = self.session.timeline, self.session.position
        if position.elapsed - position.start > CROSS_FADE:
            return None
        if self._jump is not None and self._jump[0] is position.segment:
            return self._jump[1]
        return moment_at(timeline, position.start - 0.001) if position.index else None

    @property
    def running(self) -> bool:
        """Whether the session's clock runs."""
        return self.session.state is SessionState.RUNNING

    def show_frames(self, *, wanted: bool) -> None:
        """Look at the clock for every frame, or only often enough that nothing is late."""
        self._frames = wanted
        self._set_interval()

    def set_frame_ms(self, milliseconds: int) -> None:
        """Show each frame for this long."""
        self._frame_ms = milliseconds
        self._set_interval()

    def _set_interval(self) -> None:
        interval = self._frame_ms if self._frames else TICK_MS
        if interval != self._timer.interval():  # setting it starts the timer's wait anew
            self._timer.setInterval(interval)

    def start(self) -> None:
        """Begin."""
        self._do(self.session.start)

    def tick(self) -> None:
        """Look at the clock."""
        self._do(self.session.advance)

    def pause(self, reason: PauseReason = PauseReason.PERSON) -> None:
        """Stand still."""
        self._do(lambda now: self.session.pause(now, reason))

    def resume(self) -> None:
        """Go on."""
        self._do(self.session.resume)

    def toggle(self) -> None:
        """Pause, or go on."""
        if self.running:
            self.pause()
        else:
            self.resume()

    def skip(self) -> None:
        """To the next block."""
        self._do(self.session.skip)

    def leave_out(self) -> None:
        """To the next exercise or side."""
        self._do(self.session.leave_out)

    def back(self) -> None:
        """To the start of this block, or the one before."""
        self._do(self.session.back)

    def add_ten_seconds(self) -> None:
        """Ten seconds more of a get-ready or rest."""
        self._do(self.session.add_ten_seconds)

    def end(self) -> None:
        """End here."""
        self._do(self.session.end)

    def _do(self, step: Callable[[Instant], list[Event]]) -> None:
        self.instant = self._clock.now()
        session, left = self.session, self._shown
        timeline, ran = session.timeline, self.running
        events = step(self.instant)
        if session.timeline is not timeline:
            self._jump = session.position.segment, left[1] if left and ran else None
        if self.running != self._ran:
            self._ran = self.running
            if self._ran:
                self._timer.start()
            else:
                self._timer.stop()
            self.runs_changed.emit(self._ran)
        self.moved.emit()
        for event in events:
            self._signals[type(event)].emit(event)
