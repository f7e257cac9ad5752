"""What is heard and said of a session, at the same place as what is shown."""

from collections.abc import Callable
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from fakes import FakeClock, breathing, exercise, hold, plan_of, untimed
from ribdown.core.content import Sides
from ribdown.core.cues.pace import voice_pace
from ribdown.core.cues.score import Score, score_of
from ribdown.core.cues.wording import spoken_seconds
from ribdown.core.events import PauseReason
from ribdown.core.timeline import Timeline
from ribdown.desktop.audio.output import AudioEvents, Backend, Reason
from ribdown.desktop.speech.output import SpeechEvents, SpeechState, VoiceManner
from ribdown.ui.session_player import SessionPlayer
from ribdown.ui.session_sound import SessionSound, Voices
from ribdown.ui.spoken_words import SpokenWords

RATE = 48_000


class Loudspeaker:
    """Notes what it is asked to play: seconds of sound, where in it, and at which instant."""

    reason = Reason.NO_DEVICE

    def __init__(self) -> None:
        self.name = Backend.QT
        self.events = AudioEvents()
        self.played: list[tuple[float, float, float]] = []
        self.volume = -1.0
        self.stops = 0
        self.closed = False

    def play(self, pcm: bytes, start: float, at: float) -> None:
        self.played.append((len(pcm) / 2 / RATE, start, at))

    def stop(self) -> None:
        self.stops += 1

    def set_volume(self, share: float) -> None:
        self.volume = share

    def close(self) -> None:
        self.closed = True


class Speaker:
    """Notes what it is asked to say."""

    engines: tuple[str, ...] = ()
    voices: tuple[str, ...] = ()

    def __init__(self) -> None:
        self.state = SpeechState.READY
        self.events = SpeechEvents()
        self.said: list[str] = []
        self.started = self.closed = False
        self.stops = 0
        self.manner = VoiceManner()

    def start(self) -> None:
        self.started = True

    def say(self, text: str) -> None:
        self.said.append(text)

    def stop(self) -> None:
        self.stops += 1

    def set(self, engine: str, voice: str, rate: float, volume: float) -> None:
        self.manner = VoiceManner(engine, voice, rate, volume)

    def close(self) -> None:
        self.closed = True


PLAN = plan_of(exercise(breathing(2), hold(1, 25), sides=Sides.EACH, title="Couch stretch"))


class Room:
    """A session that is heard, on a clock moved by hand."""

    def __init__(
        self, qtbot: QtBot, player: SessionPlayer, clock: FakeClock, backend: Backend, options: dict[str, Any]
    ) -> None:
        self._qtbot = qtbot
        self.clock, self.player = clock, player
        self.audio, self.speech = Loudspeaker(), Speaker()
        self.audio.name = backend
        voices = Voices(self.audio, self.speech, SpokenWords())
        self.sound = SessionSound(player, voices, **{"tones": True, "ticks": True, "voice": True} | options)

    @property
    def score(self) -> Score:
        return score_of(self.player.session.timeline, SpokenWords())

    def run(self, seconds: float) -> None:
        """Time passes, in ticks of a tenth of a second."""
        for _ in range(round(seconds * 10)):
            self.clock.advance(0.1)
            self.player.tick()

    def heard(self, count: int) -> tuple[float, float, float]:
        """The newest of so many things played."""
        self._qtbot.waitUntil(lambda: len(self.audio.played) >= count, timeout=10_000)
        assert len(self.audio.played) == count
        return self.audio.played[-1]


@pytest.fixture
def room(
    qtbot: QtBot, make_player: Callable[[Timeline], SessionPlayer], clock: FakeClock, request: pytest.FixtureRequest
) -> Callable[..., Room]:
    def enter(plan: Timeline = PLAN, *, backend: Backend = Backend.QT, **options: Any) -> Room:
        room = Room(qtbot, make_player(plan), clock, backend, options)
        request.addfinalizer(room.sound.close)
        return room

    return enter


def test_the_sound_starts_where_the_session_is(room: Callable[..., Room]) -> None:
    here = room()
    here.player.start()
    began = here.clock.now().monotonic
    seconds, start, at = here.heard(1)
    assert seconds == pytest.approx(here.score.chunks[0].seconds)
    assert at - start == pytest.approx(began)


def test_the_next_turn_is_sent_ahead_for_the_instant_when_it_begins(room: Callable[..., Room]) -> None:
    here = room()
    here.player.start()
    began = here.clock.now().monotonic
    here.heard(1)
    following = here.score.chunks[1]
    here.run(following.start - 1)
    assert here.heard(2) == pytest.approx((following.seconds, 0.0, began + following.start))
    here.run(5)
    assert len(here.audio.played) == 2


@pytest.mark.parametrize("step", ["skip", "back"])
def test_a_jump_is_heard_at_once(room: Callable[..., Room], step: str) -> None:
    here = room()
    here.player.start()
    here.heard(1)
    here.run(20)
    getattr(here.player, step)()
    _, start, at = here.heard(2)
    chunk = here.score.chunks[here.score.index_at(here.player.session.position.elapsed)]
    assert at - start == pytest.approx(
        here.clock.now().monotonic - (here.player.session.position.elapsed - chunk.start)
    )


def test_a_pause_is_silent_and_going_on_is_heard(room: Callable[..., Room]) -> None:
    here = room()
    here.player.start()
    here.heard(1)
    here.run(12)
    here.player.pause()
    assert (here.audio.stops, here.speech.stops) == (1, 1)
    here.run(5)
    here.player.resume()
    here.heard(2)
    assert here.audio.stops == 1


def test_a_chunk_that_is_ready_only_after_a_pause_is_not_played(room: Callable[..., Room], qtbot: QtBot) -> None:
    here = room()
    here.player.start()
    here.player.pause()
    here.sound._renderer.close()
    qtbot.wait(1)  # what was rendered arrives
    assert here.audio.played == []


def test_every_line_is_said_once_and_in_order(room: Callable[..., Room]) -> None:
    here = room()
    here.player.start()
    here.run(PLAN.end + 0.2)
    during = [line.text for line in here.score.spoken if line.at < PLAN.end]
    assert here.speech.started
    assert here.speech.said == during
    assert during[0] == "Couch stretch, right side"
    assert "Switch sides. Now the left side." in during


def test_the_end_is_heard_and_said(room: Callable[..., Room]) -> None:
    here = room()
    here.player.start()
    here.run(PLAN.end + 0.2)
    assert here.audio.stops == 0, "the last figure sounds on"
    assert here.sound._last_line.isActive()
    here.sound._last_line.timeout.emit()
    assert here.speech.said[-1] == "Session finished"


def test_a_session_that_ends_with_a_wait_is_heard_to_end(room: Callable[..., Room]) -> None:
    here = room(plan_of(exercise(untimed(), title="A look")))
    here.player.start()
    here.heard(1)
    here.run(30)
    count = len(here.audio.played)
    here.player.skip()
    here.heard(count + 1)
    assert here.sound._last_line.isActive()


def test_ending_early_is_silent(room: Callable[..., Room]) -> None:
    here = room()
    here.player.start()
    here.heard(1)
    here.run(12)
    here.player.end()
    assert here.audio.stops == 1
    assert not here.sound._last_line.isActive()


def test_sound_off_is_silent_and_nothing_is_said(room: Callable[..., Room]) -> None:
    here = room()
    here.sound.set_volume(0.6, muted=True)
    here.player.start()
    here.run(20)
    assert (here.audio.volume, here.speech.said) == (0.0, [])
    here.sound.set_volume(0.6, muted=False)
    assert (here.audio.volume, here.speech.manner.volume) == (0.6, 0.6), "the voice is as loud as the tones"
    here.run(30)
    assert here.speech.said != []


def test_without_a_voice_nothing_is_said(room: Callable[..., Room]) -> None:
    here = room(voice=False)
    here.player.start()
    here.run(PLAN.end + 0.2)
    assert (here.speech.started, here.speech.said) == (False, [])


def test_the_voice_speaks_in_the_manner_that_was_chosen(room: Callable[..., Room]) -> None:
    here = room(manner=VoiceManner("speechd", "English", -0.2, 0.5))
    here.sound.set_volume(0.6, muted=False)
    assert here.speech.manner == VoiceManner("speechd", "English", -0.2, 0.3)


def run_at(room: Callable[..., Room], rate: float) -> list[str]:
    """What a voice of this rate says in a session, each line over before its phase is."""
    here = room(manner=VoiceManner(rate=rate))
    here.player.start()
    here.run(PLAN.end)
    pace, spoken = voice_pace(rate), here.sound._score.spoken
    assert all(line.seconds == spoken_seconds(line.text, pace) for line in spoken)
    return here.speech.said


def test_a_slower_voice_says_only_what_the_time_can_hold(room: Callable[..., Room]) -> None:
    slow, usual = run_at(room, -0.9), run_at(room, 0.0)
    assert 0 < len(slow) < len(usual)
    assert set(slow) <= set(usual)


def test_the_last_line_after_a_wait_is_planned_for_the_voice(room: Callable[..., Room]) -> None:
    plan = plan_of(exercise(breathing(1), untimed(), title="Wait"))
    here = room(plan, manner=VoiceManner(rate=-1.0))
    here.player.start()
    here.run(10 + plan.starts[-1])
    end = here.sound._end(here.player.session)
    assert end is not None
    assert [line.seconds for line in end.spoken] == [spoken_seconds(end.spoken[0].text, 1 / 3)]


def ducked(room: Room) -> bool:
    """Whether the tones leave room for a voice."""
    return any(chunk.ducked for chunk in room.sound._score.chunks)


def test_a_voice_that_is_not_ready_is_not_waited_for(room: Callable[..., Room]) -> None:
    here = room()
    here.speech.state = SpeechState.STARTING
    here.player.start()
    here.heard(1)
    here.run(2)
    assert (ducked(here), here.speech.said) == (False, [])
    here.speech.state = SpeechState.READY
    here.run(1)
    assert ducked(here)
    assert here.speech.said[0] == "Couch stretch, right side", "what matters most is said all the same"


def test_where_the_voice_comes_or_goes_the_tones_go_on_without_a_gap(room: Callable[..., Room]) -> None:
    here = room()
    here.player.start()
    began = here.clock.now().monotonic
    here.heard(1)
    here.run(14)
    here.speech.state = SpeechState.NO_ANSWER
    here.run(0.1)
    assert not ducked(here)
    _, start, at = here.heard(2)
    assert at - start == pytest.approx(began)
    assert at > here.clock.now().monotonic, "what plays goes on until then"
    assert here.audio.stops == 0
    said = len(here.speech.said)
    here.run(20)
    assert len(here.speech.said) == said


def test_ten_seconds_more_are_heard_and_nothing_is_said_twice(room: Callable[..., Room]) -> None:
    here = room()
    here.player.start()
    here.heard(1)
    here.run(6)
    here.player.add_ten_seconds()
    seconds, _, at = here.heard(2)
    assert seconds == pytest.approx(here.score.chunks[0].seconds)
    assert at > here.clock.now().monotonic
    here.run(PLAN.end)
    assert here.speech.said.count("Couch stretch, right side") == 1


@pytest.mark.parametrize("lost", ["failed", "device_changed"])
@pytest.mark.parametrize("pause", [True, False])
def test_an_output_that_goes_away_stops_the_session_where_that_is_wanted(
    room: Callable[..., Room], lost: str, *, pause: bool
) -> None:
    here = room(pause_when_lost=pause)
    here.player.start()
    here.run(12)
    getattr(here.audio.events, lost).emit(Reason.NO_ANSWER)
    assert here.player.running is not pause
    assert here.player.session.pause_reason is (PauseReason.UNHEARD if pause else None)
    here.player.resume()
    here.run(1)
    assert here.player.running


def test_an_output_that_was_never_there_stops_nothing(room: Callable[..., Room]) -> None:
    here = room(backend=Backend.SILENT, pause_when_lost=True)
    here.player.start()
    here.audio.events.changed.emit()
    here.audio.events.failed.emit(Reason.NO_DEVICE)
    assert here.player.running
    here.audio.name = Backend.QT
    here.audio.events.changed.emit()
    here.audio.events.failed.emit(Reason.NO_ANSWER)
    assert not here.player.running


def test_nothing_is_lost_while_the_sound_is_off_or_nothing_runs(room: Callable[..., Room]) -> None:
    here = room(pause_when_lost=True)
    here.audio.events.device_changed.emit("headphones")
    assert here.player.session.pause_reason is None
    here.sound.set_volume(0.6, muted=True)
    here.player.start()
    here.audio.events.device_changed.emit("headphones")
    assert here.player.running


def test_it_says_when_nothing_can_be_heard(room: Callable[..., Room]) -> None:
    here = room()
    said: list[bool] = []
    here.sound.unheard.connect(said.append)
    here.audio.events.failed.emit(Reason.NO_DEVICE)
    here.audio.events.recovered.emit()
    assert said == [True, False]
    assert str(here.sound.silence()).startswith("There is no sound: no speaker or headphones are found. The session")


def test_closing_lets_go_of_everything(room: Callable[..., Room]) -> None:
    here = room()
    here.player.start()
    here.sound.close()
    here.sound.close()
    assert (here.audio.closed, here.speech.closed) == (True, True)
    here.run(1)
    here.player.end()
