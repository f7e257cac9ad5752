"""Lets a person hear the tones and the voice of a session before there is one."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from ribdown.core.clock import Clock
from ribdown.core.cues.score import Chunk
from ribdown.core.cues.sound import Sound, Tone
from ribdown.core.settings import Settings
from ribdown.desktop.audio.output import AudioOutput, Backend, Reason
from ribdown.desktop.speech.output import Speech, SpeechState
from ribdown.ui.chunk_renderer import ChunkRenderer
from ribdown.ui.session_sound import Voices
from ribdown.ui.sound_words import output_said, speech_said, tones_off, voice_off
from ribdown.ui.translation import translate
from ribdown.ui.voices import voice_manner

# A long exhale, and the tick that counts down.
_SAMPLE = Chunk(0.0, 4.0, (Tone(0.0, 3.0, Sound.EXHALE), Tone(3.5, 0.08, Sound.COUNTDOWN)), ())
_SOON = 0.1  # seconds, in which the samples are handed over


class SoundCheck(QObject):
    """Holds the processes that play and speak from `open` to `close`. `changed` says that one of its values may be
    another: `output` and `speech` are what there is, in words, `tones_told` and `voice_told` what becomes of the last
    test: what it waits for, that it is heard, or why not; empty where there was none."""

    changed = Signal()

    def __init__(self, voices: Callable[[Settings], Voices], clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._make_voices = voices
        self._clock = clock
        self._settings = Settings()
        self._voices: Voices | None = None
        self._renderer: ChunkRenderer | None = None
        self._tones_wanted = self._voice_wanted = False
        self.tones_told = self.voice_told = ""

    @property
    def output(self) -> str:
        """What plays tones and ticks, and why that."""
        return output_said(self._voices.audio.name, self._voices.audio.reason) if self._voices else ""

    @property
    def speech(self) -> str:
        """Whether there is a voice that can be heard, and why not."""
        if self.speaks:
            return translate("words", "{} speakers").format(len(self.speakers))
        return _unheard(self._voices) if self._voices else ""

    @property
    def speaks(self) -> bool:
        """Whether a voice can be heard."""
        return bool(self.speakers) and self._voices is not None and not _unheard(self._voices)

    @property
    def engines(self) -> tuple[str, ...]:
        """The speech engines of this computer; empty while none speaks."""
        return self._ready.engines if self._ready else ()

    @property
    def speakers(self) -> tuple[str, ...]:
        """Who can speak with the engine in use."""
        return self._ready.voices if self._ready else ()

    def open(self, settings: Settings) -> None:
        """Start what the settings name. Nothing waits for it."""
        self.close()
        self._settings = settings
        self._voices = voices = self._make_voices(settings)
        voices.audio.events.changed.connect(self._look)
        voices.audio.events.failed.connect(self._look)
        voices.speech.events.changed.connect(self._look)
        self._apply(voices)
        if settings.voice:
            voices.speech.start()
        self._look()

    def follow(self, settings: Settings) -> None:
        """Other settings are in use, while it is open."""
        before, self._settings = self._settings, settings
        if self._voices is None:
            return
        self._forget()
        if (before.sound_output, before.voice) != (settings.sound_output, settings.voice):
            self.open(settings)
        else:
            self._apply(self._voices)
            self._look()

    def close(self) -> None:
        """End the processes."""
        self._forget()
        self._stop_rendering()
        if self._voices is not None:
            voices, self._voices = self._voices, None
            voices.speech.close()
            voices.audio.close()

    def play_tones(self) -> None:
        """Play an exhale and a tick, as soon as there is an output."""
        self._tones_wanted = True
        self._look()

    def say_line(self) -> None:
        """Speak one line, as soon as there is a voice."""
        self._voice_wanted = True
        self._look()

    def _look(self) -> None:
        if self._voices is not None:
            if self._tones_wanted:
                self._try_tones(self._voices.audio)
            if self._voice_wanted:
                self._try_voice(self._voices)
        self.changed.emit()

    def _try_tones(self, audio: AudioOutput) -> None:
        off, silent = tones_off(self._settings), audio.name is Backend.SILENT
        self.tones_told = off or (output_said(audio.name, audio.reason) if silent else "")
        if silent and audio.reason is Reason.STARTING and not off:
            return
        self._tones_wanted = False
        if not self.tones_told:
            self.tones_told = translate("words", "An exhale and a tick are played.")
            self._stop_rendering()
            self._renderer = ChunkRenderer(tones=self._settings.tones, ticks=self._settings.ticks, parent=self)
            self._renderer.rendered.connect(self._play)
            self._renderer.render(_SAMPLE)

    def _try_voice(self, voices: Voices) -> None:
        off, speech = voice_off(self._settings), voices.speech
        self.voice_told = off or _unheard(voices)
        if speech.state is SpeechState.STARTING and not off:
            return
        self._voice_wanted = False
        if not self.voice_told:
            self.voice_told = translate("words", "One line is spoken.")
            speech.say(translate("voice", "Breathe out slowly. Let the hip go soft."))

    def _play(self, _: Chunk, samples: bytes) -> None:
        if self._voices is not None:
            self._voices.audio.play(samples, 0.0, self._clock.now().monotonic + _SOON)

    def _apply(self, voices: Voices) -> None:
        settings, manner = self._settings, voice_manner(self._settings)
        volume = 0.0 if settings.muted else settings.volume / 100
        voices.audio.set_volume(volume)
        voices.speech.set(manner.engine, manner.voice, manner.rate, manner.volume * volume)

    def _forget(self) -> None:
        self._tones_wanted = self._voice_wanted = False
        self.tones_told = self.voice_told = ""

    def _stop_rendering(self) -> None:
        if self._renderer is not None:
            self._renderer.close()
            self._renderer.deleteLater()
            self._renderer = None

    @property
    def _ready(self) -> Speech | None:
        """The voice, where it can be heard."""
        speech = self._voices.speech if self._voices else None
        return speech if speech and speech.state is SpeechState.READY else None


def _unheard(voices: Voices) -> str:
    """Why no voice can be heard; empty where one can. It needs a speaker as much as the tones do."""
    audio = voices.audio
    nowhere = audio.name is Backend.SILENT and audio.reason is Reason.NO_DEVICE
    return speech_said(voices.speech.state) or (output_said(audio.name, audio.reason) if nowhere else "")
