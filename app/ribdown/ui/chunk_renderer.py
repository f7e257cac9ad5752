"""Renders the sound of chunks beside the window's thread."""

from concurrent.futures import ThreadPoolExecutor

from PySide6.QtCore import QObject, Signal

from ribdown.core.cues.score import Chunk
from ribdown.infra.synthesis.synthesizer import Synthesizer


class ChunkRenderer(QObject):
    """`rendered` carries a chunk and its samples, on the thread that made this object."""

    rendered = Signal(object, bytes)

    def __init__(self, *, tones: bool, ticks: bool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tones, self._ticks = tones, ticks
        self._synthesizer = Synthesizer()
        self._worker = ThreadPoolExecutor(max_workers=1)  # one, so that a waveform is made once

    def render(self, chunk: Chunk) -> None:
        """Render a chunk after those that were asked for before."""
        self._worker.submit(self._render, chunk)

    def close(self) -> None:
        """Render nothing more."""
        self._worker.shutdown(wait=True, cancel_futures=True)

    def _render(self, chunk: Chunk) -> None:
        self.rendered.emit(chunk, self._synthesizer.render(chunk, tones=self._tones, ticks=self._ticks))
