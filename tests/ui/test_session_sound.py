"""What is heard and said of a session, at the same place as what is shown."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from fakes import FakeClock, breathing, exercise, hold, plan_of, untimed
from ribdown.core.content import Sides
from ribdown.core.cues.score import Score, score_of
from ribdown.core.timeline import Timeline
from ribdown.desktop.audio.output import AudioEvents, Backend, Reason
from ribdown.desktop.speech.output import SpeechEvents, SpeechState
from ribdown.ui.session_player import SessionPlayer
from ribdown.ui.session_sound import SessionSound, Voices
from ribdown.ui.spoken_words import SpokenWords

RATE = 48_000


class Loudspeaker:
    """Notes what it is asked to play: seconds of sound, where in it, and at which instant."""

    name = Backend.QT
    reason = Reason.NO_DEVICE

    def __init__(self) -> None:
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

    state = SpeechState.READY
    engines: tuple[str, ...] = ()
    voices: tuple[str, ...] = ()

    def __init__(self) -> None:
        self.events = SpeechEvents()
        self.said: list[str] = []
        self.started = self.closed = False
        self.stops = 0
        self.volume = -1.0

    def start(self) -> None:
        self.started = True

    def say(self, text: str) -> None:
        self.said.append(text)

    def stop(self) -> None:
        self.stops += 1

    def set(self, engine: str, voice: str, rate: float, volume: float) -> None:
        self.volume = volume

    def close(self) -> None:
        self.closed = True


PLAN = plan_of(exercise(breathing(2), hold(1, 25), sides=Sides.EACH, title="Couch stretch"))


class Room:
    """A session that is heard, on a clock moved by hand."""

    def __init__(self, qtbot: QtBot, player: SessionPlayer, clock: FakeClock, *, voice: bool) -> None:
        self._qtbot = qtbot
        self.clock, self.player = clock, player
        self.audio, self.speech = Loudspeaker(), Speaker()
        voices = Voices(self.audio, self.speech, SpokenWords())
        self.sound = SessionSound(player, voices, tones=True, ticks=True, voice=voice)

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
    def enter(plan: Timeline = PLAN, *, voice: bool = True) -> Room:
        room = Room(qtbot, make_player(plan), clock, voice=voice)
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
    assert (here.audio.volume, here.speech.volume) == (0.6, 0.6), "the voice is as loud as the tones"
    here.run(30)
    assert here.speech.said != []


def test_without_a_voice_nothing_is_said(room: Callable[..., Room]) -> None:
    here = room(voice=False)
    here.player.start()
    here.run(PLAN.end + 0.2)
    assert (here.speech.started, here.speech.said) == (False, [])


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
