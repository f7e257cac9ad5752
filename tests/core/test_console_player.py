"""A second front end plays every bundled routine from its start to its end, so that the first stays honest."""

from fakes import ConsolePlayer, breathing, contract_relax, plan_of_blocks, untimed
from ribdown.core.blocks import SegmentKind
from ribdown.core.content import Sides
from ribdown.core.events import BlockEnded, SegmentStarted, SessionEnded
from ribdown.core.history import Status, block_records, status_of
from ribdown.core.timeline import Timeline


def test_a_session_is_told_from_start_to_end() -> None:
    plan = plan_of_blocks(breathing(2, 2.0, 3.0))
    assert ConsolePlayer(plan).play() == [
        "Get ready",
        *(f"  {number}" for number in range(10, 0, -1)),
        "--",
        "Inhale, Breath 1 of 2: Cue for inhale.",
        "  2",
        "  1",
        "Exhale, Breath 1 of 2: Cue for exhale.",
        "  3",
        "  2",
        "  1",
        "Inhale, Breath 2 of 2: Cue for inhale.",
        "  2",
        "  1",
        "Exhale, Breath 2 of 2: Cue for exhale.",
        "  3",
        "  2",
        "  1",
        "-- Breathe done",
        "Finished",
    ]


def test_the_side_is_said() -> None:
    block = contract_relax(1, cues={SegmentKind.PRESS: "{Side} foot down."})
    plan = plan_of_blocks(block, sides=Sides.EACH)
    lines = [line for line in ConsolePlayer(plan).play() if line.startswith("Press")]
    assert lines == ["Press (right): Right foot down.", "Press (left): Left foot down."]


def test_a_wait_is_told_to_go_on() -> None:
    player = ConsolePlayer(plan_of_blocks(untimed("one"), untimed("two")))
    assert [line for line in player.play() if line.endswith("done")] == ["-- One done", "-- Two done"]


def test_every_bundled_plan_can_be_played_to_its_end(bundled_plan: Timeline) -> None:
    player = ConsolePlayer(bundled_plan)
    lines = player.play()
    session = player.session
    blocks = block_records(session)
    assert status_of(session, blocks) is Status.COMPLETED
    assert lines[-1] == "Finished"
    started = [event.segment for event in player.events if isinstance(event, SegmentStarted)]
    assert [segment.ordinal for segment in started] == list(range(len(bundled_plan.segments)))
    assert sum(isinstance(event, BlockEnded) for event in player.events) == len(bundled_plan.parts())
    assert sum(isinstance(event, SessionEnded) for event in player.events) == 1
    timed = [segment for segment in bundled_plan.segments if segment.ms is not None]
    assert [session.done_seconds(segment) for segment in timed] == [segment.seconds for segment in timed]


def test_every_second_of_a_bundled_plan_is_counted_once(bundled_plan: Timeline) -> None:
    numbers = [line for line in ConsolePlayer(bundled_plan).play() if line.startswith("  ")]
    seconds = sum(-(-segment.ms // 1000) for segment in bundled_plan.segments if segment.ms is not None)
    assert len(numbers) == seconds


def test_a_slower_front_end_tells_the_same_story(bundled_plan: Timeline) -> None:
    def story(frame: float) -> list[str]:
        return [line for line in ConsolePlayer(bundled_plan, frame=frame).play() if not line.startswith("  ")]

    assert story(2.0) == story(0.25)
