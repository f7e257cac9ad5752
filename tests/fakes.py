"""Stand-ins for tests: a clock that is moved by hand, small exercises and routines, and a second front end."""

from collections.abc import Iterable
from datetime import datetime, timedelta, timezone
from typing import Any

from ribdown.core.blocks import (
    AnyBlock,
    Block,
    Breathing,
    ContractRelax,
    Effort,
    Hold,
    Reps,
    Rest,
    SegmentKind,
    Untimed,
    Walk,
)
from ribdown.core.clock import Instant
from ribdown.core.content import BodyPosition, Exercise, Mistake, Sides
from ribdown.core.doses import Count, Origin, Seconds
from ribdown.core.events import (
    BlockEnded,
    Event,
    PauseReason,
    SegmentStarted,
    SessionEnded,
    SessionPaused,
    SessionResumed,
)
from ribdown.core.moment import Moment, fill, moment_at
from ribdown.core.plan import PlanOptions, compile_timeline
from ribdown.core.routine import ChosenExercise, Routine, RoutineExercise
from ribdown.core.session import Session, SessionState
from ribdown.core.timeline import Segment, Timeline


class FakeClock:
    """Two clocks that move apart when told to. Both start away from 0, so that mixing them up shows."""

    def __init__(self, zone: timezone = timezone(timedelta(hours=2))) -> None:
        self.monotonic = 4096.0
        self.wall = datetime(2026, 3, 2, 8, 0, tzinfo=zone).timestamp()
        self.zone = zone

    def now(self) -> Instant:
        return Instant(self.monotonic, self.wall)

    def local_time(self) -> datetime:
        return datetime.fromtimestamp(self.wall, self.zone)

    def advance(self, seconds: float) -> Instant:
        """Time passes on both clocks."""
        self.monotonic += seconds
        self.wall += seconds
        return self.now()

    def sleep(self, seconds: float, *, monotonic_counts: bool = False) -> Instant:
        """The machine is suspended: only the wall clock moves, or both where the system counts sleep (Windows)."""
        if monotonic_counts:
            return self.advance(seconds)
        self.wall += seconds
        return self.now()


# -- doses and blocks


def count(value: int | Count, low: int | None = None, high: int | None = None) -> Count:
    if isinstance(value, Count):
        return value
    return Count(value, (value if low is None else low, value if high is None else high), Origin.SOURCE)


def seconds(value: float | Seconds, low: float | None = None, high: float | None = None) -> Seconds:
    if isinstance(value, Seconds):
        return value
    return Seconds(value, (value if low is None else low, value if high is None else high), Origin.SOURCE)


def _block(kind: type[Block], block_id: str, more: dict[str, Any]) -> dict[str, Any]:
    cues = {phase: f"Cue for {phase.value}." for phase in kind.phases}
    return {"id": block_id, "title": block_id.title(), "cues": cues} | more


def breathing(
    breaths: int | Count = 2,
    inhale: float | Seconds = 2.0,
    exhale: float | Seconds = 4.0,
    pause: float | Seconds = 0.0,
    sets: int | Count = 1,
    rest: float | Seconds = 0.0,
    **more: Any,
) -> Breathing:
    return Breathing(
        breaths=count(breaths),
        inhale=seconds(inhale),
        exhale=seconds(exhale),
        pause=seconds(pause),
        sets=count(sets),
        rest=seconds(rest),
        **_block(Breathing, "breathe", more),
    )


def contract_relax(
    presses: int | Count = 2, press: float | Seconds = 6.0, relax: float | Seconds = 6.0, **more: Any
) -> ContractRelax:
    return ContractRelax(
        presses=count(presses),
        press=seconds(press),
        relax=seconds(relax),
        effort=Effort((30, 40), Origin.SOURCE),
        **_block(ContractRelax, "press", more),
    )


def reps(
    number: int | Count = 2,
    squeeze: float | Seconds = 2.0,
    lift: float | Seconds = 0.0,
    lower: float | Seconds = 2.0,
    sets: int | Count = 1,
    rest: float | Seconds = 0.0,
    **more: Any,
) -> Reps:
    return Reps(
        reps=count(number),
        squeeze=seconds(squeeze),
        lift=seconds(lift),
        lower=seconds(lower),
        sets=count(sets),
        rest=seconds(rest),
        **_block(Reps, "reps", more),
    )


def hold(holds: int | Count = 2, length: float | Seconds = 25.0, rest: float | Seconds = 15.0, **more: Any) -> Hold:
    return Hold(holds=count(holds), hold=seconds(length), rest=seconds(rest), **_block(Hold, "hold", more))


def rest_block(length: float = 20.0, block_id: str = "rest") -> Rest:
    return Rest(rest=seconds(length), **_block(Rest, block_id, {}))


def walk(length: float = 120.0, block_id: str = "walk") -> Walk:
    return Walk(walk=seconds(length), **_block(Walk, block_id, {}))


def untimed(block_id: str = "look") -> Untimed:
    return Untimed(**_block(Untimed, block_id, {}))


# -- exercises, routines and plans


def exercise(*blocks: AnyBlock, sides: Sides = Sides.BOTH, **more: Any) -> Exercise:
    fields: dict[str, Any] = {
        "id": "drill",
        "title": "Drill",
        "purpose": "Something to do.",
        "position": BodyPosition.LYING,
        "source": "A",
        "starting_position": ("Lie down.", "Feet up.", "Ribs heavy."),
        "execution": ("Breathe.", "Press.", "Let go."),
        "mistakes": (Mistake("Too hard", "Less."), Mistake("Too fast", "Slower.")),
        "feel": "Something.",
        "stop": ("It hurts.",),
    } | more
    return Exercise(blocks=blocks, sides=sides, **fields)


def routine(*items: str | RoutineExercise, **more: Any) -> Routine:
    exercises = tuple(RoutineExercise(id=item) if isinstance(item, str) else item for item in items)
    fields: dict[str, Any] = {"id": "mine", "title": "Mine", "summary": "A few things.", "source": "A"} | more
    return Routine(exercises=exercises, **fields)


def plan_of(*exercises: Exercise, options: PlanOptions | None = None) -> Timeline:
    chosen = tuple(ChosenExercise(one, optional=False, below_full_dose=False) for one in exercises)
    return compile_timeline(chosen, options or PlanOptions())


def plan_of_blocks(*blocks: AnyBlock, sides: Sides = Sides.BOTH, rounds: int = 1) -> Timeline:
    """One exercise after 10 s of get-ready."""
    return plan_of(exercise(*blocks, sides=sides, rounds=count(rounds)))


# -- sessions


class Driver:
    """A session on a clock moved by hand, and everything it said."""

    def __init__(self, plan: Timeline, *, speed: float = 1.0, started: bool = True) -> None:
        self.clock = FakeClock()
        self.session = Session(plan, speed)
        self.events: list[Event] = []
        if started:
            self.take(self.session.start(self.clock.now()))

    def take(self, events: list[Event]) -> list[Event]:
        self.events += events
        return events

    def run(self, seconds: float) -> list[Event]:
        """Let time pass in ticks of at most one second."""
        events: list[Event] = []
        while seconds > 0:
            step = min(seconds, 1.0)
            seconds -= step
            events += self.session.advance(self.clock.advance(step))
        return self.take(events)

    def run_to(self, elapsed: float) -> list[Event]:
        """Let time pass up to this place on the timeline."""
        return self.run((elapsed - self.session.position.elapsed) / self.session.speed)

    def pause(self, reason: PauseReason = PauseReason.PERSON) -> list[Event]:
        return self.take(self.session.pause(self.clock.now(), reason))

    def resume(self) -> list[Event]:
        return self.take(self.session.resume(self.clock.now()))

    def skip(self) -> list[Event]:
        return self.take(self.session.skip(self.clock.now()))

    def leave_out(self) -> list[Event]:
        return self.take(self.session.leave_out(self.clock.now()))

    def back(self) -> list[Event]:
        return self.take(self.session.back(self.clock.now()))

    def ten_more(self) -> list[Event]:
        return self.take(self.session.add_ten_seconds(self.clock.now()))

    def end(self) -> list[Event]:
        return self.take(self.session.end(self.clock.now()))

    @property
    def here(self) -> Segment:
        return self.session.position.segment

    @property
    def done(self) -> list[float]:
        """Seconds done of each segment of the plan."""
        return [self.session.done_seconds(segment) for segment in self.session.plan.segments]


def kinds(events: Iterable[Event]) -> list[SegmentKind]:
    """The kinds of the segments that started."""
    return [event.segment.kind for event in events if isinstance(event, SegmentStarted)]


def names(events: Iterable[Event]) -> list[str]:
    """The events by name."""
    return [type(event).__name__ for event in events]


# -- a second front end


class ConsolePlayer:
    """A silly front end that keeps the core honest: it plays a session by itself and prints what it would show.

    It says "I am ready" a frame after the session began to wait for the person.
    """

    def __init__(self, plan: Timeline, *, frame: float = 0.25, speed: float = 1.0) -> None:
        self.clock = FakeClock()
        self.session = Session(plan, speed)
        self.frame = frame
        self.lines: list[str] = []
        self.events: list[Event] = []

    def play(self) -> list[str]:
        """From the first moment to the last. Fails where the session does not come to an end."""
        self._take(self.session.start(self.clock.now()))
        frames = int(2 * (self.session.plan.planned_seconds + 60) / (self.frame * self.session.speed))
        for _ in range(frames):
            self._take(self.session.advance(self.clock.advance(self.frame)))
            if self.session.state is SessionState.ENDED:
                return self.lines
            self._frame()
        raise AssertionError(f"still running after {frames} frames")

    def moment(self) -> Moment:
        return moment_at(self.session.timeline, self.session.position.elapsed)

    def _frame(self) -> None:
        moment = self.moment()
        if moment.segment.kind is SegmentKind.WAIT:
            if not moment.position.spent:
                return
            self._take(self.session.skip(self.clock.now()))
        elif self.lines[-1] != f"  {moment.number}":
            self.lines.append(f"  {moment.number}")

    def _take(self, events: list[Event]) -> None:
        for event in events:
            self.events.append(event)
            self.lines.extend(self._say(event))

    def _say(self, event: Event) -> list[str]:
        match event:
            case SegmentStarted(at):
                moment = moment_at(self.session.timeline, at)
                side = f" ({moment.side.value})" if moment.side else ""
                count = f", {moment.count.name} {moment.count.number} of {moment.count.total}" if moment.count else ""
                return [f"{moment.phase.word}{side}{count}: {fill(moment.cue, moment.side)}".rstrip(": ")]
            case BlockEnded(_, last):
                block = last.run.block
                return [f"-- {block.title} done" if block else "--"]
            case SessionPaused(_, reason):
                return [f"Stopped ({reason.value})"]
            case SessionResumed():
                return ["On we go"]
            case SessionEnded():
                return ["Finished"]
