"""A session for closed eyes: its tones and its voice follow the same position as everything on screen."""

from dataclasses import dataclass
from math import inf

from PySide6.QtCore import QObject, QTimer, Signal

from ribdown.core.cues.pace import voice_pace
from ribdown.core.cues.score import Score, ending, score_of
from ribdown.core.cues.wording import Wording
from ribdown.core.errors import UserError
from ribdown.core.events import PauseReason
from ribdown.core.session import Session, SessionState
from ribdown.core.timeline import Timeline
from ribdown.desktop.audio.output import AudioOutput, Backend
from ribdown.desktop.speech.output import OWN_MANNER, Speech, SpeechState, VoiceManner
from ribdown.ui.chunk_renderer import ChunkRenderer
from ribdown.ui.session_player import SessionPlayer
from ribdown.ui.session_track import SessionTrack
from ribdown.ui.sound_words import silence_said

_TOO_LATE = 1.0  # seconds after which a line is left out


@dataclass(frozen=True)
class Voices:
    """What can be heard: through which output, with which voice, in which words."""

    audio: AudioOutput
    speech: Speech
    wording: Wording


class SessionSound(QObject):
    """Follows a player from before its start to its end. `unheard` carries whether nothing can be heard.

    With `pause_when_lost` the session stands still when the output it was heard through goes away or becomes another.
    """

    unheard = Signal(bool)

    def __init__(
        self,
        player: SessionPlayer,
        voices: Voices,
        *,
        tones: bool,
        ticks: bool,
        voice: bool,
        manner: VoiceManner = OWN_MANNER,
        pause_when_lost: bool = False,
    ) -> None:
        super().__init__(player)
        self._player = player
        self._voices = voices
        self._with_voice = voice
        self._manner = manner
        self._pace = voice_pace(manner.rate)
        self._pause_when_lost = pause_when_lost
        self._muted = False
        self._was_heard = voices.audio.name is not Backend.SILENT
        self._renderer = ChunkRenderer(tones=tones, ticks=ticks, parent=self)
        self._track = SessionTrack(voices.audio, self._renderer, self)
        self._timeline: Timeline | None = None
        self._score = Score((), ())
        self._voice_from = inf  # seconds on the timeline
        self._said_to = 0.0
        self._last_line = QTimer(self, singleShot=True)
        events = voices.audio.events
        events.changed.connect(self._note)
        events.failed.connect(self._miss)
        events.failed.connect(self._lose)
        events.recovered.connect(self._find)
        events.device_changed.connect(self._lose)
        if voice:
            voices.speech.set(manner.engine, manner.voice, manner.rate, manner.volume)  # the engine that is started
            voices.speech.start()
        self._link = player.moved.connect(self._follow)

    def set_volume(self, volume: float, *, muted: bool) -> None:
        """How loud, 0–1; nothing is heard while `muted`."""
        self._muted = muted
        self._voices.audio.set_volume(0.0 if muted else volume)
        manner = self._manner
        self._voices.speech.set(manner.engine, manner.voice, manner.rate, manner.volume * volume)
        if muted:
            self._voices.speech.stop()

    def silence(self) -> UserError:
        """Why nothing can be heard."""
        return silence_said(self._voices.audio.reason)

    def close(self) -> None:
        """Be silent, and let go of everything."""
        QObject.disconnect(self._link)
        self._last_line.stop()
        self._track.stop()
        self._renderer.close()
        self._voices.speech.close()
        self._voices.audio.close()

    @property
    def _speaks(self) -> bool:
        """Whether a voice can be heard now: without one, nothing is spoken and no tone gets softer for it."""
        return self._with_voice and self._voices.speech.state is SpeechState.READY

    # No lambdas: one that holds on to this object is held by what this object holds on to.
    def _miss(self) -> None:
        self.unheard.emit(True)  # noqa: FBT003 (a signal's value)

    def _find(self) -> None:
        self.unheard.emit(False)  # noqa: FBT003

    def _note(self) -> None:
        self._was_heard = self._was_heard or self._voices.audio.name is not Backend.SILENT

    def _lose(self) -> None:
        # An output that was never there is not lost.
        if self._pause_when_lost and self._was_heard and not self._muted and self._player.running:
            self._player.pause(PauseReason.UNHEARD)

    def _follow(self) -> None:
        session = self._player.session
        place, instant = session.position.elapsed, self._player.instant.monotonic
        if session.timeline is not self._timeline or self._speaks != (self._voice_from < inf):
            self._timeline = session.timeline
            self._voice_from = min(self._voice_from, place) if self._speaks else inf
            self._score = score_of(session.timeline, self._voices.wording, voice_from=self._voice_from, pace=self._pace)
            self._said_to = place - 1e-6
        if session.state is SessionState.RUNNING:
            self._track.play(self._score, place, instant)
            self._speak(place)
        elif session.state is SessionState.ENDED and (end := self._end(session)):
            self._finish(end, place, instant)
        elif session.state is not SessionState.NEW:
            self._track.stop()
            self._voices.speech.stop()

    def _speak(self, place: float) -> None:
        due = [line for line in self._score.spoken if self._said_to < line.at <= place]
        self._said_to = max(self._said_to, place)
        if due and not self._muted and place - due[-1].at < _TOO_LATE:
            self._voices.speech.say(due[-1].text)

    def _end(self, session: Session) -> Score | None:
        """The score of the end of a session that was carried through; None where it was ended early."""
        here = session.position
        if here.elapsed >= session.timeline.end:
            return self._score
        if here.index + 1 == len(session.timeline.segments) and here.segment.ms is None:  # the person says when
            return ending(here.elapsed, self._voices.wording, voice=self._speaks, pace=self._pace)
        return None

    def _finish(self, end: Score, place: float, instant: float) -> None:
        """The last figure and the last line come after the end of the timeline."""
        QObject.disconnect(self._link)
        self._track.play(end, place, instant)
        for line in end.spoken:
            if line.at >= place and not self._muted:
                self._last_line.timeout.connect(lambda line=line: self._voices.speech.say(line.text))
                self._last_line.start(round((line.at - place) * 1000))
