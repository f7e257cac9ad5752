"""A chunk of a score as sound."""

from typing import TYPE_CHECKING

from ribdown.core.cues.score import Chunk
from ribdown.core.cues.sound import Sound, Tone
from ribdown.infra.synthesis.sampling import sample_at

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Samples = NDArray[np.int16]


class Synthesizer:
    """Renders chunks, and keeps the samples of every sound so that a repeated breath costs only a copy. For one
    thread at a time. numpy is imported by the first chunk."""

    def __init__(self) -> None:
        self._waves: dict[tuple[Sound, int, float], Samples] = {}

    def render(self, chunk: Chunk, *, tones: bool = True, ticks: bool = True) -> bytes:
        """The sound of a chunk: mono, 16 bits little-endian, 48,000 samples a second, `chunk.seconds` long. A tone
        starts at the sample that is nearest to its place. Without `tones` or `ticks` there is silence in their place.
        """
        import numpy as np

        start = sample_at(chunk.start)
        mixed = np.zeros(sample_at(chunk.silent_from) - start, np.int16)
        for tone in chunk.tones:
            if ticks if tone.sound.is_tick else tones:
                first = sample_at(tone.at) - start
                wave = self._wave(tone, chunk)
                mixed[first : first + len(wave)] += wave
        return mixed.astype("<i2", copy=False).tobytes()

    def _wave(self, tone: Tone, chunk: Chunk) -> "Samples":
        from ribdown.infra.synthesis.ducking import ducked

        first = sample_at(tone.at)
        wave = self._plain(tone, sample_at(tone.end) - first)
        return ducked(wave, first, chunk.ducked) if tone.sound.gives_way else wave

    def _plain(self, tone: Tone, samples: int) -> "Samples":
        from ribdown.infra.synthesis.waveform import waveform

        key = tone.sound, samples, tone.done
        if key not in self._waves:
            self._waves[key] = waveform(tone, samples)
        return self._waves[key]
