from itertools import combinations

import numpy as np
import pytest
from numpy.typing import NDArray

from loudness import loudness
from ribdown.core.cues.sound import Sound, Tone
from ribdown.infra.synthesis.figures import FIGURES, GAINS
from ribdown.infra.synthesis.sampling import SAMPLE_RATE
from ribdown.infra.synthesis.waveform import waveform

FULL = 32_767
TICKS = [sound for sound in Sound if sound.is_tick]
OTHERS = [sound for sound in Sound if not sound.is_tick]
# Above this there is nothing to hear of a sound: the partials of the highest end below it.
HIGHEST = 3000.0


def wave_of(sound: Sound, seconds: float | None = None, done: float = 0.0) -> NDArray[np.float64]:
    """A sound at its own length or at this one, with full scale 1."""
    seconds = seconds or sound.seconds or 3.0
    return waveform(Tone(0.0, seconds, sound, done), round(seconds * SAMPLE_RATE)) / FULL


def pitches(wave: NDArray[np.float64], window: float = 0.1) -> NDArray[np.float64]:
    """The strongest frequency in each window of so many seconds."""
    size = round(window * SAMPLE_RATE)
    frames = wave[: len(wave) // size * size].reshape(-1, size) * np.hanning(size)
    spectra = np.abs(np.fft.rfft(frames, 8 * size, axis=1))
    return np.asarray(np.fft.rfftfreq(8 * size, 1 / SAMPLE_RATE)[spectra.argmax(axis=1)])


def levels(wave: NDArray[np.float64], window: float = 0.1) -> NDArray[np.float64]:
    """The RMS of each window."""
    size = round(window * SAMPLE_RATE)
    return np.asarray(np.sqrt(np.mean(wave[: len(wave) // size * size].reshape(-1, size) ** 2, axis=1)))


@pytest.mark.parametrize("sound", Sound)
@pytest.mark.parametrize("seconds", [None, 0.02, 0.3])
def test_a_sound_starts_and_ends_in_silence_and_never_clicks(sound: Sound, seconds: float | None) -> None:
    wave = wave_of(sound, seconds)
    peak = np.abs(wave).max()
    assert peak > 0.005
    assert not wave[[0, -1]].any()
    few = min(24, len(wave) // 100)
    assert np.abs(np.concatenate([wave[:few], wave[-few:]])).max() < peak * 0.1
    # The steepest that a sine of the highest partial could be at this peak.
    assert np.abs(np.diff(wave)).max() < peak * 2 * np.pi * HIGHEST / SAMPLE_RATE


@pytest.mark.parametrize("sound", Sound)
def test_a_sound_has_no_energy_where_clicks_have_theirs(sound: Sound) -> None:
    spectrum = np.abs(np.fft.rfft(wave_of(sound))) ** 2
    hertz = np.fft.rfftfreq(len(wave_of(sound)), 1 / SAMPLE_RATE)
    assert spectrum[hertz > 2 * HIGHEST].sum() < 1e-6 * spectrum.sum()


@pytest.mark.parametrize("sound", OTHERS)
def test_every_pitch_is_calm(sound: Sound) -> None:
    loud = levels(wave_of(sound), 0.05) > 0.01
    found = pitches(wave_of(sound), 0.05)[loud]
    assert len(found)
    assert found.min() > 110
    assert found.max() < 900


@pytest.mark.parametrize("sound", Sound)
def test_each_gain_is_what_makes_its_sound_as_loud_as_the_others(sound: Sound) -> None:
    target = -26.0 if sound.is_tick else -22.0
    off = target - loudness(wave_of(sound, sound.seconds or 1.0))
    assert abs(off) < 0.1, f"GAINS[{sound}] should be {GAINS[sound] * 10 ** (off / 20):.4f}"


def test_phases_and_figures_are_equally_loud_within_2_decibels() -> None:
    found = {sound: loudness(wave_of(sound)) for sound in OTHERS}
    found |= {
        (sound, seconds): loudness(wave_of(sound, seconds))
        for sound in (Sound.INHALE, Sound.EXHALE, Sound.PRESS)
        for seconds in (1.5, 2.5, 5.0, 8.0)
    }
    assert max(found.values()) - min(found.values()) < 2.0


def test_ticks_are_softer_but_not_lost() -> None:
    phases = loudness(wave_of(Sound.PRESS))
    assert all(-6.0 < loudness(wave_of(tick)) - phases < -2.0 for tick in TICKS)
    # A small speaker has little below 250 Hz.
    assert all(pitches(wave_of(tick), 0.04).min() > 400 for tick in TICKS)


def test_a_low_sound_has_most_of_its_loudness_where_small_speakers_sound() -> None:
    for sound in (Sound.PRESS, Sound.RELEASE):
        wave = wave_of(sound)
        spectrum = np.fft.rfft(wave)
        spectrum[np.fft.rfftfreq(len(wave), 1 / SAMPLE_RATE) < 250] = 0
        assert loudness(np.fft.irfft(spectrum, len(wave))) > loudness(wave) - 3.0


@pytest.mark.parametrize("seconds", [1.5, 4.0, 8.0])
def test_an_inhale_rises_by_an_octave_and_gets_louder(seconds: float) -> None:
    wave = wave_of(Sound.INHALE, seconds)
    found, loud = pitches(wave), levels(wave)
    assert (np.diff(found[1:-1]) >= 0).all()
    assert (found[1], found[-2]) == pytest.approx((220, 440), rel=0.1)
    assert (np.diff(loud[1:-1]) > -1e-3).all()
    assert loud[-2] > 2 * loud[1]


@pytest.mark.parametrize(("sound", "done"), [(Sound.INHALE, 0.0), (Sound.EXHALE, 0.0), (Sound.EXHALE, 2.0)])
def test_the_pitch_of_a_breath_is_its_level_at_every_moment(sound: Sound, done: float) -> None:
    tone = Tone(0.0, 4.0, sound, done)
    found = pitches(wave_of(sound, 4.0, done))
    expected = [220 * 2 ** tone.level(0.05 + 0.1 * index) for index in range(len(found))]
    assert found == pytest.approx(np.array(expected), rel=0.03)


def test_a_breath_that_goes_on_after_a_stop_goes_on_with_its_tone() -> None:
    whole, rest = wave_of(Sound.EXHALE, 5.0), wave_of(Sound.EXHALE, 3.0, done=2.0)
    assert levels(rest)[2:-2] == pytest.approx(levels(whole)[22:-2], rel=0.02)


def test_a_press_is_low_and_steady() -> None:
    wave = wave_of(Sound.PRESS, 5.0)
    assert pitches(wave, 0.5) == pytest.approx(np.full(10, 147.0), rel=0.02)
    middle = levels(wave)[1:-1]
    assert middle.max() / middle.min() < 1.1


@pytest.mark.parametrize(("sound", "rises"), [(Sound.LIFT, True), (Sound.LOWER, False), (Sound.RELAX, False)])
def test_a_glide_goes_where_the_body_goes(sound: Sound, rises: bool) -> None:
    found = pitches(wave_of(sound), 0.05)
    low, high = (found[1], found[-2]) if rises else (found[-2], found[1])
    assert high > low * 1.15


def test_a_squeeze_is_high_and_a_release_low() -> None:
    squeeze, release = (pitches(wave_of(sound), 0.1)[0] for sound in (Sound.SQUEEZE, Sound.RELEASE))
    assert squeeze > 2.5 * release


@pytest.mark.parametrize(("one", "other"), list(combinations(OTHERS, 2)))
def test_two_sounds_differ_to_the_ear(one: Sound, other: Sound) -> None:
    """In their length, or in the pitch of some part of them by more than a tone."""
    if one.seconds != other.seconds:
        return
    first, second = (pitches(wave_of(sound, one.seconds or 3.0), 0.05) for sound in (one, other))
    assert np.abs(np.log2(first / second)).max() > 1 / 6


def test_every_short_sound_has_its_own_notes() -> None:
    assert set(FIGURES) == {sound for sound in Sound if sound.seconds is not None}
    assert len(set(FIGURES.values())) == len(FIGURES)
    for notes in FIGURES.values():
        assert all(note.start + note.length <= 1 + 1e-9 for note in notes)
        assert max(note.start + note.length for note in notes) == pytest.approx(1.0)


def test_no_two_sounds_that_meet_reach_the_top() -> None:
    # Ticks sound over a phase; everything else follows one after the other.
    loudest = max(np.abs(wave_of(sound)).max() for sound in OTHERS)
    tick = max(np.abs(wave_of(sound)).max() for sound in TICKS)
    assert 20 * np.log10(loudest + tick) < -3.0
