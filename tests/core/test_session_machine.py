"""Whatever a person does in whatever order, and whatever the machine does meanwhile, these things hold."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from fakes import (
    FakeClock,
    breathing,
    contract_relax,
    hold,
    plan_of_blocks,
    reps,
    rest_block,
    untimed,
    walk,
)
from ribdown.core.blocks import SegmentKind
from ribdown.core.clock import Instant
from ribdown.core.content import Sides
from ribdown.core.events import (
    BlockEnded,
    Event,
    PauseReason,
    SegmentStarted,
    SessionEnded,
    SessionPaused,
    SessionResumed,
)
from ribdown.core.history import Status, block_records, status_of
from ribdown.core.session import LATE, PARTED, Session, SessionState
from ribdown.core.timeline import Segment, Timeline

K = SegmentKind
PLANS = [
    plan_of_blocks(breathing(2, 2.0, 4.0, pause=1.0), contract_relax(2, 5.0, 5.0), sides=Sides.EACH),
    plan_of_blocks(hold(2, 8.0, 5.0), rest_block(4.0), reps(2, squeeze=1.0, lift=0.5, lower=1.5, sets=2, rest=3.0)),
    plan_of_blocks(untimed(), walk(12.0), untimed("look again"), rounds=2),
]


def same(one: Segment, other: Segment) -> bool:
    """Whether these are one segment, though ten seconds may have been added since it was announced."""
    return replace(one, ms=0) == replace(other, ms=0)


class SessionMachine(RuleBasedStateMachine):
    """A session in the hands of somebody who presses everything, on a machine that sleeps and stalls."""

    @initialize(plan=st.sampled_from(PLANS), speed=st.sampled_from([1.0, 4.0]))
    def begin(self, plan: Timeline, speed: float) -> None:
        self.clock = FakeClock()
        self.session = Session(plan, speed)
        self.events: list[Event] = []
        self.done = self.done_now()
        self.credit = 0.0
        self.do(self.session.start)

    def done_now(self) -> list[float]:
        return [self.session.done_seconds(segment) for segment in self.session.plan.segments]

    def do(self, act: Callable[[Instant], list[Event]], passed: float = 0.0) -> list[Event]:
        """Do something at the clock's time. `passed` is how many seconds the session was awake for since before."""
        self.done = self.done_now()
        ended = self.session.state is SessionState.ENDED
        self.credit = passed * self.session.speed if self.session.state is SessionState.RUNNING else 0.0
        events = act(self.clock.now())
        assert not (ended and events), "something happened after the end"
        self.events += events
        return events

    # -- the machine

    @rule(seconds=st.one_of(st.floats(0, LATE), st.sampled_from([0.25, 1.0, LATE])))
    def tick(self, seconds: float) -> None:
        was = self.session.state
        self.clock.advance(seconds)
        self.do(self.session.advance, seconds)
        assert self.session.state in (was, SessionState.ENDED)

    @rule()
    def tick_again(self) -> None:
        assert self.do(self.session.advance) == []

    @rule(seconds=st.floats(LATE + 0.01, 1e5))
    def tick_late(self, seconds: float) -> None:
        self.clock.advance(seconds)
        self.slept()

    @rule(seconds=st.floats(PARTED + 0.01, 1e5), awake=st.floats(0, LATE))
    def suspend(self, seconds: float, awake: float) -> None:
        self.clock.sleep(seconds)
        self.clock.advance(awake)
        self.slept()

    def slept(self) -> None:
        running = self.session.state is SessionState.RUNNING
        here = self.session.position
        events = self.do(self.session.advance)
        assert self.session.position == here
        assert events == ([SessionPaused(here.elapsed, PauseReason.SLEPT)] if running else [])

    # -- the person

    @rule(seconds=st.floats(0, LATE), reason=st.sampled_from(PauseReason))
    def stop(self, seconds: float, reason: PauseReason) -> None:
        was, running = self.session.pause_reason, self.session.state is SessionState.RUNNING
        self.clock.advance(seconds)
        self.do(lambda now: self.session.pause(now, reason), seconds)
        assert self.session.state in (SessionState.PAUSED, SessionState.ENDED)
        if self.session.state is SessionState.PAUSED:
            assert self.session.pause_reason is (reason if running or reason is PauseReason.HURTS else was)

    @precondition(lambda self: self.session.state is SessionState.PAUSED)
    @rule(seconds=st.floats(0, 1e4))
    def go_on(self, seconds: float) -> None:
        self.clock.advance(seconds)
        assert isinstance(self.do(self.session.resume)[0], SessionResumed)
        assert self.session.state is SessionState.RUNNING

    @rule(seconds=st.floats(0, LATE))
    def skip(self, seconds: float) -> None:
        part, ended = self.session.position.segment.part, self.session.state is SessionState.ENDED
        self.clock.advance(seconds)
        self.do(self.session.skip, seconds)
        assert self.session.state is not SessionState.PAUSED
        assert ended or self.session.state is SessionState.ENDED or self.session.position.segment.part > part

    @rule(seconds=st.floats(0, LATE))
    def leave_out(self, seconds: float) -> None:
        self.clock.advance(seconds)
        turn = self.session.position.segment.run.turn
        self.do(self.session.leave_out, seconds)
        assert self.session.state is not SessionState.PAUSED
        here = self.session.position.segment
        assert self.session.state is SessionState.ENDED or here.run.turn != turn

    @rule(seconds=st.floats(0, LATE))
    def back(self, seconds: float) -> None:
        self.clock.advance(seconds)
        self.do(self.session.back, seconds)
        assert self.session.state is not SessionState.PAUSED
        here = self.session.position
        assert self.session.state is SessionState.ENDED or here.elapsed == here.start

    @rule(seconds=st.floats(0, LATE))
    def ten_more(self, seconds: float) -> None:
        self.clock.advance(seconds)
        self.do(self.session.add_ten_seconds, seconds)

    @precondition(lambda self: self.session.position.elapsed > 20)
    @rule(hurts=st.booleans())
    def end(self, *, hurts: bool) -> None:
        if hurts:
            self.do(lambda now: self.session.pause(now, PauseReason.HURTS))
        ended = self.session.state is SessionState.ENDED
        self.do(self.session.end)
        assert self.session.state is SessionState.ENDED
        assert ended or not hurts or self.session.stopped_for_pain

    # -- what holds

    @invariant()
    def stands_on_its_timeline(self) -> None:
        here = self.session.position
        assert 0 <= here.start <= here.elapsed <= here.end <= self.session.timeline.end
        assert 0 <= here.progress <= 1
        assert here.number is None or here.number >= 1

    @invariant()
    def what_is_done_stays_done(self) -> None:
        assert all(now >= before for now, before in zip(self.done_now(), self.done, strict=True))

    @invariant()
    def no_more_is_credited_than_time_passed_awake(self) -> None:
        assert sum(self.done_now()) <= sum(self.done) + self.credit + 1e-6

    @invariant()
    def no_more_is_done_than_planned(self) -> None:
        for segment, done in zip(self.session.plan.segments, self.done_now(), strict=True):
            assert done <= segment.seconds

    @invariant()
    def completed_means_every_repeat_was_done(self) -> None:
        blocks = block_records(self.session)
        work = [s for s in self.session.plan.segments if s.run.block and s.kind is not K.REST]
        timed = [s for s in work if s.ms is not None]
        if status_of(self.session, blocks) is Status.COMPLETED:
            assert self.session.state is SessionState.ENDED
            assert all(self.session.done_seconds(s) == s.seconds for s in timed)
            assert all(self.session.done_seconds(s) > 0 for s in work if s.ms is None)

    @invariant()
    def the_last_segment_announced_is_the_one_shown(self) -> None:
        announced = [event.segment for event in self.events if isinstance(event, SegmentStarted)]
        assert same(announced[-1], self.session.position.segment)

    @invariant()
    def starts_are_at_the_start_and_the_end_is_last_and_once(self) -> None:
        assert isinstance(self.events[0], SegmentStarted)
        ends = [i for i, event in enumerate(self.events) if isinstance(event, SessionEnded)]
        assert ends == ([len(self.events) - 1] if self.session.state is SessionState.ENDED else [])

    @invariant()
    def stops_and_resumes_alternate(self) -> None:
        stops = [event for event in self.events if isinstance(event, SessionPaused | SessionResumed)]
        kinds = [SessionPaused, SessionResumed] * len(stops)
        assert [type(event) for event in stops] == kinds[: len(stops)]
        if self.session.state is not SessionState.ENDED:
            assert (self.session.state is SessionState.PAUSED) == (len(stops) % 2 == 1)
            assert (self.session.pause_reason is not None) == (len(stops) % 2 == 1)

    @invariant()
    def every_block_that_was_begun_ends_before_the_next_begins(self) -> None:
        begun: Segment | None = None
        for event in self.events:
            if isinstance(event, SegmentStarted):
                assert begun is None or begun.part == event.segment.part
                begun = event.segment
            elif isinstance(event, BlockEnded):
                assert begun is not None
                assert same(event.last, begun)
                begun = None

    @invariant()
    def places_only_go_back_where_the_person_jumps(self) -> None:
        for one, other in pairwise(self.events):
            if isinstance(one, SegmentStarted | SessionResumed) and isinstance(other, BlockEnded | SessionPaused):
                assert one.at <= other.at


SessionMachine.TestCase.settings = settings(max_examples=120, stateful_step_count=40)
TestSession = SessionMachine.TestCase
