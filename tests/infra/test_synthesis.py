import os
import subprocess
import sys
from math import inf

import numpy as np
import pytest
from numpy.typing import NDArray

from fakes import breathing, contract_relax, exercise, hold, plan_of, reps
from ribdown.core.content import Sides
from ribdown.core.cues.score import Chunk, Score, Span, score_of
from ribdown.core.cues.sound import Sound, Tone
from ribdown.core.cues.wording import Wording
from ribdown.infra.synthesis.sampling import SAMPLE_RATE
from ribdown.infra.synthesis.synthesizer import Synthesizer


class Same:
    """The same short words for everything."""

    def __getattr__(self, name: str) -> object:
        return lambda *_: [] if name == "position" else "A few words."


def score() -> Score:
    wording: Wording = Same()  # type: ignore[assignment]
    blocks = (breathing(2, 2.5, 5.0, pause=1.0), contract_relax(), reps(3, lift=1.0), hold(1, 25.0))
    return score_of(plan_of(exercise(*blocks, sides=Sides.EACH), exercise(*blocks)), wording)


def chunk_of(*tones: Tone, start: float = 0.0, end: float = 4.0, ducked: tuple[Span, ...] = ()) -> Chunk:
    return Chunk(start, end, tones, ducked)


def samples(sound: bytes) -> NDArray[np.int64]:
    return np.frombuffer(sound, "<i2").astype(np.int64)


def rendered(*tones: Tone, **how: bool) -> NDArray[np.int64]:
    return samples(Synthesizer().render(chunk_of(*tones), **how))


def test_a_chunk_is_as_long_as_it_says_to_the_sample() -> None:
    for chunk in score().chunks:
        assert len(Synthesizer().render(chunk)) == 2 * round(chunk.seconds * SAMPLE_RATE)
    assert len(Synthesizer().render(chunk_of(end=1.0))) == 2 * SAMPLE_RATE


def test_a_wait_sounds_as_long_as_its_sound() -> None:
    wait = chunk_of(Tone(10.0, 0.8, Sound.WAIT), start=10.0, end=inf)
    assert len(Synthesizer().render(wait)) == 2 * round(0.8 * SAMPLE_RATE)


@pytest.mark.parametrize("at", [0.0, 1.0, 1.001, 1.23456789, 2.9])
@pytest.mark.parametrize("start", [0.0, 100.0])
def test_a_tone_starts_at_the_sample_nearest_to_its_place(at: float, start: float) -> None:
    alone = samples(Synthesizer().render(chunk_of(Tone(0.0, 0.4, Sound.LIFT), end=0.4)))
    chunk = chunk_of(Tone(start + at, 0.4, Sound.LIFT), start=start, end=start + 4.0)
    first = round((start + at) * SAMPLE_RATE) - round(start * SAMPLE_RATE)
    expected = np.zeros(4 * SAMPLE_RATE, np.int64)
    expected[first : first + len(alone)] = alone
    assert (samples(Synthesizer().render(chunk)) == expected).all()


def test_sound_begins_at_once() -> None:
    for sound in Sound:
        audible = np.abs(rendered(Tone(1.0, sound.seconds or 2.0, sound))) > 30
        assert 0 <= audible.argmax() - SAMPLE_RATE < 0.01 * SAMPLE_RATE


def test_tones_that_meet_are_added() -> None:
    press, tick = Tone(0.0, 3.0, Sound.PRESS), Tone(1.0, 0.05, Sound.SECOND)
    assert (rendered(press, tick) == rendered(press) + rendered(tick)).all()


def test_tones_and_ticks_are_switched_off_apart() -> None:
    press, tick = Tone(0.0, 3.0, Sound.PRESS), Tone(1.0, 0.05, Sound.SECOND)
    assert (rendered(press, tick, ticks=False) == rendered(press)).all()
    assert (rendered(press, tick, tones=False) == rendered(tick)).all()
    nothing = rendered(press, tick, tones=False, ticks=False)
    assert len(nothing) == 4 * SAMPLE_RATE
    assert not nothing.any()


def test_a_long_tone_is_10_decibels_softer_under_a_voice() -> None:
    press = Tone(0.0, 4.0, Sound.PRESS)
    plain = rendered(press)
    soft = samples(Synthesizer().render(chunk_of(press, ducked=(Span(1.0, 2.0), Span(2.8, 9.0)))))

    def change(start: float, end: float) -> float:
        span = slice(round(start * SAMPLE_RATE), round(end * SAMPLE_RATE))
        return float(10 * np.log10(np.mean(soft[span] ** 2) / np.mean(plain[span] ** 2)))

    assert change(1.0, 2.0) == pytest.approx(-10.0, abs=0.05)
    assert change(2.8, 3.9) == pytest.approx(-10.0, abs=0.05)
    assert change(0.0, 0.9) == 0.0
    assert change(2.1, 2.7) == 0.0
    assert np.abs(np.diff(soft)).max() <= np.abs(np.diff(plain)).max() + 1


def test_a_voice_elsewhere_and_a_short_sound_under_a_voice_change_nothing() -> None:
    tones = (Tone(1.0, 1.0, Sound.PRESS), Tone(3.0, 0.25, Sound.SQUEEZE))
    ducked = (Span(0.0, 0.5), Span(2.5, 3.5))
    assert (samples(Synthesizer().render(chunk_of(*tones, ducked=ducked))) == rendered(*tones)).all()


def test_the_same_chunk_sounds_the_same_however_often_it_is_rendered() -> None:
    synthesizer = Synthesizer()
    for chunk in score().chunks:
        first = synthesizer.render(chunk)
        assert first == synthesizer.render(chunk) == Synthesizer().render(chunk)


def test_a_session_never_clicks_nor_reaches_the_top_and_has_its_silences() -> None:
    synthesizer = Synthesizer()
    for chunk in score().chunks:
        sound = samples(synthesizer.render(chunk))
        assert 3000 < np.abs(sound).max() < 32_768 * 10 ** (-3 / 20)
        assert np.abs(np.diff(sound)).max() < 2000
        exhales = [tone for tone in chunk.tones if tone.sound is Sound.EXHALE]
        assert exhales
        for tone in exhales:
            pause = round((tone.end - chunk.start) * SAMPLE_RATE)
            assert not sound[pause : pause + SAMPLE_RATE - 1].any()


def test_a_breath_that_goes_on_after_a_stop_is_not_taken_for_one_that_begins() -> None:
    begins, goes_on = Tone(0.0, 2.0, Sound.EXHALE), Tone(2.0, 2.0, Sound.EXHALE, done=2.0)
    both = rendered(begins, goes_on)
    assert (both == rendered(begins) + rendered(goes_on)).all()
    assert not (both[: 2 * SAMPLE_RATE] == both[2 * SAMPLE_RATE :]).all()


def test_numpy_waits_for_the_first_chunk() -> None:
    script = (
        "import sys; from ribdown.infra.synthesis.synthesizer import Synthesizer; Synthesizer();"
        "assert 'numpy' not in sys.modules"
    )
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    subprocess.run([sys.executable, "-c", script], check=True, timeout=60, env=environment)
