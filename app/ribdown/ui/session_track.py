"""Keeps what is heard at the session's place: the tones of its score, chunk by chunk, each sent ahead of its time."""

from PySide6.QtCore import QObject

from ribdown.core.cues.score import Chunk, Score
from ribdown.desktop.audio.output import AudioOutput
from ribdown.ui.chunk_renderer import ChunkRenderer

_AHEAD = 1.5  # seconds before its start that a chunk is sent, so that no stall of the window is heard
_RENDERED = 2  # chunks: the one to be sent and the one after
_SAME_PLACE = 0.001  # seconds
_SEAM = 0.3  # seconds until another score takes over at the same place: longer than a chunk takes to get there


class SessionTrack(QObject):
    """Plays a score on an output. Places are seconds on the timeline, instants seconds of the monotonic clock."""

    def __init__(self, audio: AudioOutput, renderer: ChunkRenderer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._audio = audio
        self._renderer = renderer
        self._score: Score | None = None
        self._running = False
        self._place = self._instant = 0.0
        self._sent: int | None = None
        self._seam = 0.0
        self._samples: dict[int, bytes | None] = {}  # by the chunk's index; None while it is rendered
        renderer.rendered.connect(self._keep)

    def play(self, score: Score, place: float, instant: float) -> None:
        """Be at `place` of a score at that instant, and go on from there. Where only the score is another, what plays
        goes on until the new one takes over."""
        if score is not self._score:
            jump = place - self._place - (instant - self._instant)
            self._seam = _SEAM if self._running and abs(jump) < _SAME_PLACE else 0.0
            self._score, self._sent = score, None
            self._samples.clear()
        self._running, self._place, self._instant = True, place, instant
        due = score.index_at(place + _AHEAD)
        for index in range(due, min(due + _RENDERED, len(score.chunks))):
            if index not in self._samples and index != self._sent:
                self._samples[index] = None
                self._renderer.render(score.chunks[index])
        self._send(score)

    def stop(self) -> None:
        """Be silent until played again."""
        if self._running:
            self._running, self._sent = False, None
            self._audio.stop()

    def _keep(self, chunk: Chunk, samples: bytes) -> None:
        if self._score is not None:
            for index in self._samples:
                if self._score.chunks[index] is chunk:
                    self._samples[index] = samples
            self._send(self._score)

    def _send(self, score: Score) -> None:
        due = score.index_at(self._place + _AHEAD)
        samples = self._samples.get(due)
        if self._running and due != self._sent and samples is not None:
            chunk = score.chunks[due]
            self._sent = due
            del self._samples[due]
            later = max(chunk.start - self._place, self._seam)
            self._seam = 0.0
            self._audio.play(samples, self._place + later - chunk.start, self._instant + later)
