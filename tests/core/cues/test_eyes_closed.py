"""Nothing of a session is only on screen: with closed eyes every phase, exercise, side and count is known.

What is heard is all there is to go by: `Listener` sees tones and words, never a timeline.
"""

from dataclasses import dataclass, replace
from math import inf

from fakes import Driver
from ribdown.core.blocks import SegmentKind
from ribdown.core.cues.score import Score, ending, score_of
from ribdown.core.cues.sound import Sound, Tone
from ribdown.core.cues.wording import Utterance, Wording
from ribdown.core.moment import moment_at
from ribdown.core.phases import phase_of
from ribdown.core.session import SessionState
from ribdown.core.timeline import Timeline

PHASES = {
    Sound.GET_READY: "Get ready",
    Sound.SWITCH_SIDES: "Switch sides",
    Sound.INHALE: "Inhale",
    Sound.EXHALE: "Exhale",
    Sound.PRESS: "Press",
    Sound.RELAX: "Relax",
    Sound.LIFT: "Lift",
    Sound.SQUEEZE: "Squeeze",
    Sound.LOWER: "Lower",
    Sound.RELEASE: "Release",
    Sound.HOLD: "Hold",
    Sound.REST: "Rest",
    Sound.WALK: "Walk",
    Sound.WAIT: "Your time",
}
# Sounds of one kind of block.
FAMILIES = [
    {"Inhale", "Exhale", "Pause"},
    {"Press", "Relax"},
    {"Lift", "Squeeze", "Lower", "Release"},
    {"Hold"},
]


@dataclass
class Heard:
    """One phase, as one who only listens knows it. `count` is its repeat and of how many; None where it has none."""

    at: float
    phase: str
    exercise: str
    side: str
    count: tuple[int, int] | None = None


class Listener:
    """Makes out the phases of a session from what is heard, in order."""

    def __init__(self) -> None:
        self.phases: list[Heard] = []
        self.ended_at = inf
        self.exercises_ended = 0
        self._exercise = ""
        self._side = ""
        self._breath_until: float | None = None
        self._boundary: float | None = None
        self._groups: list[list[Heard]] = []

    def hear(self, heard: Tone | Utterance) -> None:
        if isinstance(heard, Utterance):
            self._hear_words(heard.text)
        elif not heard.sound.is_tick:
            self._hear_tone(heard)

    def _hear_words(self, text: str) -> None:
        now = self.phases[-1]
        if now.phase == "Get ready" and not now.exercise:
            self._exercise, _, side = text.partition(", ")
            self._side = side.removesuffix(" side")
        elif text.startswith("Switch sides"):
            self._side = text.removeprefix("Switch sides. Now the ").removesuffix(" side.")
        # A phase's own word where repeats were counted before: another block of the same kind has begun.
        elif text == now.phase and self._groups and now is self._groups[-1][-1] and self._leads(now):
            self._groups[-1].pop()
            self._groups.append([now])
        now.exercise, now.side = self._exercise, self._side

    def _hear_tone(self, tone: Tone) -> None:
        if self._breath_until is not None and tone.at > self._breath_until + 1e-9:
            self._begin(self._breath_until, "Pause")
        self._breath_until = tone.end if tone.sound in (Sound.INHALE, Sound.EXHALE) else None
        if tone.sound is Sound.SESSION_END:
            self.ended_at = tone.at
        elif tone.sound is Sound.EXERCISE_END:
            self.exercises_ended += 1
            self._boundary = tone.at
        else:
            at = tone.at if self._boundary is None else self._boundary
            self._boundary = None
            if tone.sound is Sound.GET_READY:
                self._exercise = self._side = ""
            self._begin(at, PHASES[tone.sound])

    def _begin(self, at: float, phase: str) -> None:
        heard = Heard(at, phase, self._exercise, self._side)
        before = self.phases[-1].phase if self.phases else ""
        self.phases.append(heard)
        family = next((family for family in FAMILIES if phase in family), None)
        if family is None:
            return
        # Between two holds of a block there is a rest; everything else of a block comes in a row.
        goes_on = before == "Rest" and self._groups[-1][-1].phase == "Hold" if phase == "Hold" else before in family
        if not goes_on:
            self._groups.append([])
        self._groups[-1].append(heard)

    def _leads(self, now: Heard) -> bool:
        """Whether a repeat of this block starts with this phase, and it is not the first one; holds have rests."""
        group = self._groups[-1]
        return now.phase == group[0].phase and now is not group[0] and now.phase != "Hold"

    def counted(self) -> list[Heard]:
        """All phases with their counts: a repeat begins with the phase that its block began with."""
        for group in self._groups:
            total = sum(heard.phase == group[0].phase for heard in group)
            number = 0
            for heard in group:
                number += heard.phase == group[0].phase
                heard.count = (number, total) if total > 1 else None
        return self.phases


def hear(listener: Listener, score: Score, since: float) -> None:
    """What sounds and is said from there on."""
    everything: list[Tone | Utterance] = [*score.tones, *score.spoken]
    for heard in sorted(everything, key=lambda heard: (heard.at, isinstance(heard, Utterance))):
        if heard.at >= since:
            listener.hear(heard)


def listened(plan: Timeline, english: Wording) -> Listener:
    """A whole session, in which the person goes on a while after each wait began."""
    driver, listener = Driver(plan), Listener()
    while driver.session.state is not SessionState.ENDED:
        hear(listener, score_of(driver.session.timeline, english), driver.session.position.elapsed)
        if driver.session.timeline.end < inf:
            return listener
        driver.run_to(max(start for start in driver.session.timeline.starts if start < inf) + 5.0)
        driver.skip()
    hear(listener, ending(driver.session.position.start, english), 0.0)
    return listener


def expected(plan: Timeline) -> list[Heard]:
    """What the plan shows, with waits of no length; nothing is counted in a rest."""
    timeline = Timeline(tuple(replace(segment, ms=segment.ms or 0) for segment in plan.segments))
    found = []
    for segment, start in zip(timeline.segments, timeline.starts, strict=True):
        turn = segment.run.turn
        count = None
        if segment.kind is not SegmentKind.REST and segment.ms:
            counter = moment_at(timeline, start).count
            count = (counter.number, counter.total) if counter else None
        side = turn.side.value if turn.side else ""
        found.append(Heard(start, phase_of(segment).word, turn.exercise.title, side, count))
    return found


def test_a_session_is_known_from_its_sound_alone(bundled_plan: Timeline, english: Wording) -> None:
    listener = listened(bundled_plan, english)
    heard = listener.counted()
    assert heard == expected(bundled_plan)
    assert listener.ended_at == bundled_plan.planned_seconds
    exercises = {segment.run.turn.exercise_number for segment in bundled_plan.segments}
    assert listener.exercises_ended == len(exercises) - 1
