"""The engine's events as Qt signals: each as its own, once and in order; and the timer behind them."""

from collections.abc import Callable
from typing import get_args

import pytest

from fakes import FakeClock, breathing, hold, plan_of_blocks, untimed
from ribdown.core.blocks import SegmentKind
from ribdown.core.events import Event, PauseReason, SessionPaused
from ribdown.core.moment import moment_of
from ribdown.core.session import Session
from ribdown.core.timeline import Timeline
from ribdown.ui.session_player import FRAME_MS, TICK_MS, SessionPlayer
from ribdown.ui.widgets.pacer import CROSS_FADE

PLAN = plan_of_blocks(breathing(2), hold(2, 5, 4))


@pytest.fixture
def player(make_player: Callable[[Timeline], SessionPlayer]) -> SessionPlayer:
    return make_player(PLAN)


@pytest.fixture
def heard(player: SessionPlayer) -> list[tuple[type[Event], Event]]:
    """Every event with the kind that its signal stands for."""
    events: list[tuple[type[Event], Event]] = []
    signals = (player.segment_started, player.block_ended, player.paused, player.resumed, player.ended)
    for kind, signal in zip(get_args(Event), signals, strict=True):
        signal.connect(lambda event, kind=kind: events.append((kind, event)))
    return events


# Seconds that pass, or a step that player and session call by the same name.
COURSES: dict[str, list[str | float]] = {
    "to the end": ["start", 40],
    "paused and resumed": ["start", 13, "pause", 5, "resume", 40],
    "skipped and back": ["start", "add_ten_seconds", 3, "skip", 4, "skip", 4, "back", 60],
    "slept": ["start", 12, "sleep", 1, "resume", 5, "end"],
    "ended": ["start", 11, "end", 3, "resume", "skip"],
}


@pytest.mark.parametrize("course", COURSES)
def test_the_moment_is_always_that_of_the_session(course: str, player: SessionPlayer, clock: FakeClock) -> None:
    def agree() -> None:
        session = player.session
        assert player.moment == moment_of(session.timeline, session.position)
        assert player.moment == player.moment

    player.moved.connect(agree)
    for step in COURSES[course]:
        if step == "sleep":
            clock.sleep(600)
            player.tick()
        elif isinstance(step, str):
            getattr(player, step)()
        else:
            for _ in range(round(step * 4)):
                clock.advance(0.25)
                player.tick()
        agree()


def follow(course: str, player: SessionPlayer, session: Session, clock: FakeClock) -> list[Event]:
    """Take both through the course; what the session says."""
    events: list[Event] = []

    def take(step: str) -> None:
        getattr(player, "tick" if step == "advance" else step)()
        events.extend(getattr(session, step)(clock.now()))

    for step in COURSES[course]:
        if step == "sleep":
            clock.sleep(600)
            take("advance")
        elif isinstance(step, str):
            take(step)
        else:
            for _ in range(round(step * 4)):
                clock.advance(0.25)
                take("advance")
    return events


@pytest.mark.parametrize("course", COURSES)
def test_events_arrive_as_their_signals_once_and_in_order(
    course: str, player: SessionPlayer, heard: list[tuple[type[Event], Event]], clock: FakeClock
) -> None:
    said = follow(course, player, Session(PLAN), clock)
    assert [event for _, event in heard] == said
    assert [type(event) for _, event in heard] == [kind for kind, _ in heard]
    assert len(heard) > 3


def test_the_position_is_that_of_the_event(
    player: SessionPlayer, clock: FakeClock, run: Callable[[SessionPlayer, float], None]
) -> None:
    seen: list[bool] = []
    player.segment_started.connect(lambda event: seen.append(player.moment.segment is event.segment))
    player.start()
    run(player, 30)
    assert len(seen) > 3
    assert all(seen)


def test_moved_follows_every_look_at_the_clock_and_every_step(player: SessionPlayer, clock: FakeClock) -> None:
    moved: list[float] = []
    player.moved.connect(lambda: moved.append(player.session.position.elapsed))
    player.start()
    clock.advance(1)
    player.tick()
    clock.advance(1)
    player.pause()
    player.resume()
    assert moved == [0, 1, 2, 2]


# -- the timer


@pytest.mark.parametrize(
    ("steps", "runs"),
    [
        ([], False),
        (["start"], True),
        (["start", "pause"], False),
        (["start", "toggle"], False),
        (["start", "toggle", "toggle"], True),
        (["start", "pause", "resume"], True),
        (["start", "pause", "skip"], True),
        (["start", "end"], False),
        (["start", "skip", "skip", "skip", "skip", "skip"], False),
    ],
)
def test_the_timer_runs_only_while_the_session_runs(player: SessionPlayer, steps: list[str], runs: bool) -> None:
    for step in steps:
        getattr(player, step)()
    assert player._timer.isActive() is runs
    assert player.running is runs


def test_the_timer_stops_when_the_session_comes_to_its_end_or_the_machine_slept(
    player: SessionPlayer, clock: FakeClock, run: Callable[[SessionPlayer, float], None]
) -> None:
    player.start()
    clock.advance(3.5)
    player.tick()
    assert player.session.pause_reason is PauseReason.SLEPT
    assert not player._timer.isActive()
    player.resume()
    run(player, 60)
    assert player.session.remaining == 0
    assert not player._timer.isActive()


def test_the_timer_looks_at_the_clock(player: SessionPlayer, clock: FakeClock) -> None:
    player.start()
    clock.advance(2)
    player._timer.timeout.emit()
    assert player.session.position.elapsed == 2


def test_frames_are_looked_for_only_when_wanted(player: SessionPlayer, monkeypatch: pytest.MonkeyPatch) -> None:
    assert player._timer.interval() == TICK_MS
    for wanted, interval in ((True, FRAME_MS), (False, TICK_MS)):
        player.show_frames(wanted=wanted)
        assert player._timer.interval() == interval
    calls: list[int] = []
    monkeypatch.setattr(player._timer, "setInterval", calls.append)
    player.show_frames(wanted=False)  # setting the same interval would start the wait anew
    assert calls == []


# -- what is shown


def test_before_is_the_last_moment_of_the_phase_before(
    player: SessionPlayer, run: Callable[[SessionPlayer, float], None]
) -> None:
    player.start()
    assert [player.before] == [None]
    run(player, 12.1)
    before = player.before
    assert before is not None
    assert before.segment.kind is SegmentKind.INHALE
    assert before.number == 1
    assert before.position.progress == pytest.approx(1, abs=0.001)
    run(player, CROSS_FADE)
    assert player.before is None


def test_after_a_skip_before_is_what_was_on_the_screen(
    player: SessionPlayer, run: Callable[[SessionPlayer, float], None]
) -> None:
    player.start()
    run(player, 10.5)
    left = player.moment
    player.skip()
    assert player.before == left
    run(player, 3.1)  # from its get-ready into the block: once more the phase before
    assert player.before is not None
    assert player.before.segment.lead_in


def test_after_a_stop_there_is_nothing_to_fade(
    player: SessionPlayer, run: Callable[[SessionPlayer, float], None]
) -> None:
    player.start()
    run(player, 10.5)
    player.pause()
    player.resume()
    assert player.moment.segment.lead_in
    assert player.before is None


def test_a_wait_has_a_moment_too(
    make_player: Callable[[Timeline], SessionPlayer], run: Callable[[SessionPlayer, float], None]
) -> None:
    player = make_player(plan_of_blocks(untimed()))
    player.start()
    run(player, 500)
    assert player.moment.segment.kind is SegmentKind.WAIT
    assert player.moment.number is None


def test_pausing_says_why(player: SessionPlayer) -> None:
    reasons: list[SessionPaused] = []
    player.paused.connect(reasons.append)
    player.start()
    player.pause(PauseReason.HIDDEN)
    assert [event.reason for event in reasons] == [PauseReason.HIDDEN]
