import pytest

from ribdown.core.cues.wording import Utterance, sentences, spoken_seconds

# Seconds that espeak-ng 1.51 took from the first to the last sound, at its own 175 words a minute.
MEASURED = {
    "Inhale": 0.51,
    "Exhale": 0.61,
    "Squeeze": 0.54,
    "Release": 0.43,
    "Press": 0.36,
    "Hold": 0.44,
    "Ten": 0.35,
    "Last one": 0.6,
    "Two more": 0.52,
    "Switch sides. Left side.": 1.9,
    "On your back, hips and knees near 90°.": 2.67,
    "Let go. The foot returns, ribs stay down.": 3.03,
    "Breathe out slowly. Let the hip go soft.": 2.43,
    "Heels down, hips up. Ribs stay low.": 2.77,
    "Come up and stand easy until the next hold.": 2.61,
    "Heel, big toe, little toe on the wall.": 2.34,
}


@pytest.mark.parametrize(("text", "seconds"), MEASURED.items())
def test_a_voice_is_done_in_the_time_it_is_given_and_not_long_before(text: str, seconds: float) -> None:
    assert seconds <= spoken_seconds(text) <= seconds + 1.0


def test_a_digit_takes_as_long_as_a_word() -> None:
    assert spoken_seconds("90") > spoken_seconds("9") > spoken_seconds("a")


def test_a_stop_takes_time_only_inside_a_text() -> None:
    assert spoken_seconds("Let go.") == spoken_seconds("Let go")
    assert spoken_seconds("Let. go") > spoken_seconds("Let go")


def test_a_faster_voice_needs_less_time() -> None:
    assert spoken_seconds("Breathe out", 2.0) < spoken_seconds("Breathe out") < spoken_seconds("Breathe out", 0.5)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Breathe out. Let the hip go soft.", ["Breathe out.", "Let the hip go soft."]),
        ("Flat, floating, or high? Note it", ["Flat, floating, or high?", "Note it"]),
        ("Hold for 2.5 s.", ["Hold for 2.5 s."]),
        ("", []),
    ],
)
def test_a_text_is_cut_after_its_sentences(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


def test_an_utterance_ends_after_its_seconds() -> None:
    assert Utterance(2.0, 1.5, "Hold").end == 3.5
