"""What the figures say, for who reads the screen and for who hears it."""

from ribdown.core.content import Exercise
from ribdown.core.figure.files import FigureFile
from ribdown.core.figure.motion import Figure

LONGEST_LABEL = 36
SHORTEST_WORDS, LONGEST_WORDS = 20, 200


def test_every_pose_has_a_short_label(bundled_figure: Figure) -> None:
    for name, key in bundled_figure.poses.items():
        assert 0 < len(key.still.label) <= LONGEST_LABEL, name
        assert not key.still.label.endswith("."), name


def test_every_pose_is_said_in_one_plain_sentence(bundled_figure: Figure) -> None:
    for name, key in bundled_figure.poses.items():
        words = key.still.words
        assert SHORTEST_WORDS <= len(words) <= LONGEST_WORDS, name
        assert words[0].isupper(), name
        assert words.endswith("."), name
        assert words.count(".") == 1, name
        assert "!" not in words + key.still.label, name


def test_a_mistake_is_said_to_be_one(bundled_figure: Figure) -> None:
    for name, key in bundled_figure.poses.items():
        assert key.still.words.startswith("Mistake") is (key.still.fault is not None), name


def test_two_poses_of_a_figure_never_say_the_same(bundled_figure: Figure) -> None:
    words = [key.still.words for key in bundled_figure.poses.values()]
    assert len(set(words)) == len(words)


def test_the_starting_position_is_no_mistake(bundled_figure: Figure) -> None:
    assert bundled_figure.poses[bundled_figure.start].still.fault is None


def test_motions_are_free_of_mistakes(bundled_figure: Figure) -> None:
    for name, motion in bundled_figure.motions.items():
        assert all(key.still.fault is None for key in motion.keys), name


def test_a_mistake_of_the_content_is_shown_by_a_pose_with_a_fault(
    bundled_exercise: Exercise, figures: dict[str, Figure]
) -> None:
    poses = figures[bundled_exercise.id].poses
    for mistake in bundled_exercise.mistakes:
        if mistake.pose:
            assert poses[mistake.pose].still.fault is not None, mistake.pose


def test_two_mistakes_never_share_a_picture(bundled_exercise: Exercise) -> None:
    pictured = [mistake.pose for mistake in bundled_exercise.mistakes if mistake.pose]
    assert len(set(pictured)) == len(pictured)


def test_every_fault_of_an_exercise_shows_one_of_its_mistakes(
    bundled_exercise: Exercise, figures: dict[str, Figure], figure_files: dict[str, FigureFile]
) -> None:
    own = figure_files[bundled_exercise.id].poses
    faults = {name for name in own if figures[bundled_exercise.id].poses[name].still.fault}
    assert faults <= {mistake.pose for mistake in bundled_exercise.mistakes}
