import pytest

from ribdown.core.allowed import Whole
from ribdown.core.settings import ENTRIES, DeviceLost, MotionChoice, Settings, SoundOutput, ThemeChoice, read_settings


def problems(table: dict[str, object]) -> list[str]:
    settings, found = read_settings(table)
    assert settings == Settings() or not found
    return [str(problem) for problem in found]


def test_the_defaults_are_inside_their_own_bounds() -> None:
    as_in_a_file = {
        name: list(value) if isinstance(value, tuple) else value for name, value in Settings()._asdict().items()
    }
    assert read_settings(as_in_a_file) == (Settings(), [])


def test_get_ready_and_switch_sides_start_at_ten_seconds() -> None:
    assert (Settings().get_ready, Settings().switch_sides) == (10, 10)


@pytest.mark.parametrize("name", ["get_ready", "switch_sides"])
@pytest.mark.parametrize("value", [4, 21, 10.0, True, "10"])
def test_a_change_outside_5_to_20_whole_seconds_is_refused(name: str, value: object) -> None:
    said = {True: "true", "10": "'10'"}.get(value, value)
    assert problems({name: value}) == [f"$.{name}: {said} is not allowed; allowed: 5–20"]


@pytest.mark.parametrize("name", ["get_ready", "switch_sides"])
@pytest.mark.parametrize("value", [5, 20])
def test_5_and_20_seconds_are_allowed(name: str, value: int) -> None:
    settings, found = read_settings({name: value})
    assert (getattr(settings, name), found) == (value, [])


@pytest.mark.parametrize("value", [99, 201])
def test_a_text_size_outside_100_to_200_per_cent_is_refused(value: int) -> None:
    assert problems({"text_size": value}) == [f"$.text_size: {value} is not allowed; allowed: 100–200"]


@pytest.mark.parametrize(
    ("size", "said"),
    [
        ([399, 766], "$.window[0]: 399 is not allowed; allowed: 400–16384"),
        ([1280, 399], "$.window[1]: 399 is not allowed; allowed: 400–16384"),
        ([16_385, 766], "$.window[0]: 16385 is not allowed; allowed: 400–16384"),
        ([1280], "$.window: a list of 1 is not allowed; allowed: a list of length 2"),
        ({"width": 1280}, "$.window: a table is not allowed; allowed: a list"),
    ],
)
def test_a_window_that_no_screen_can_show_is_refused(size: object, said: str) -> None:
    assert problems({"window": size}) == [said]


def test_the_exercises_in_far_view_are_texts() -> None:
    assert problems({"far_view": ["bridge", 2]}) == ["$.far_view[1]: 2 is not allowed; allowed: text"]
    assert problems({"far_view": "bridge"}) == ["$.far_view: 'bridge' is not allowed; allowed: a list"]


def test_a_switch_is_true_or_false() -> None:
    assert problems({"gentler": 1}) == ["$.gentler: 1 is not allowed; allowed: true or false"]


def test_choices_are_read_by_name() -> None:
    settings, found = read_settings({"theme": "dark", "motion": "reduced"})
    assert (settings.theme, settings.motion, found) == (ThemeChoice.DARK, MotionChoice.REDUCED, [])


@pytest.mark.parametrize(("value", "said"), [("pink", "'pink'"), (1, "1")])
def test_a_choice_is_one_of_those_named(value: object, said: str) -> None:
    assert problems({"theme": value}) == [f"$.theme: {said} is not allowed; allowed: system, light, dark"]


def test_a_bad_value_leaves_the_others_as_they_are() -> None:
    settings, found = read_settings({"theme": "dark", "text_size": 1, "get_ready": 1, "unknown": 3})
    assert settings == Settings(theme=ThemeChoice.DARK)
    assert [error.key for error in found] == ["$.get_ready", "$.text_size"]


def test_the_sound_output_and_what_happens_when_it_is_lost_are_choices() -> None:
    settings, found = read_settings({"sound_output": "silent", "device_lost": "pause"})
    assert (settings.sound_output, settings.device_lost, found) == (SoundOutput.SILENT, DeviceLost.PAUSE, [])
    assert (Settings().sound_output, Settings().device_lost) == (SoundOutput.QT, DeviceLost.GO_ON)


@pytest.mark.parametrize("value", ["", "speechd", "Englisch (Österreich)", "x" * 200])
def test_an_engine_and_a_voice_are_named(value: str) -> None:
    settings, found = read_settings({"speech_engine": value, "speech_voice": value})
    assert (settings.speech_engine, settings.speech_voice, found) == (value, value, [])


@pytest.mark.parametrize(
    ("value", "said"),
    [(3, "3"), ("two\nlines", "'two\\nlines'"), ("x" * 201, f"'{'x' * 201}'"), (["x"], "a list of 1")],
)
def test_a_name_is_one_line_that_is_not_too_long(value: object, said: str) -> None:
    assert problems({"speech_voice": value}) == [
        f"$.speech_voice: {said} is not allowed; allowed: a line of at most 200 characters"
    ]


@pytest.mark.parametrize(("name", "low", "high"), [("speech_rate", -100, 100), ("speech_volume", 0, 100)])
def test_speech_has_bounds(name: str, low: int, high: int) -> None:
    for value in (low, high):
        assert problems({name: value}) == []
    for value in (low - 1, high + 1):
        assert problems({name: value}) == [f"$.{name}: {value} is not allowed; allowed: {low}–{high}"]


def test_every_setting_has_a_title_for_the_page() -> None:
    assert all(entry.title for entry in ENTRIES.values())


def test_what_is_offered_is_allowed() -> None:
    for name, entry in ENTRIES.items():
        for step in entry.allowed.steps if isinstance(entry.allowed, Whole) else ():
            assert entry.allowed.read(name, step) == step
