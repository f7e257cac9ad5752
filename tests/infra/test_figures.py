from pathlib import Path

import pytest

from ribdown.core.errors import UserError
from ribdown.infra import figures
from ribdown.infra.figures import BundledFigures
from ribdown.infra.library import load_library
from ribdown.infra.resources import resource_folder

PLAIN = """
start = "stand"
view = [-1, 0, 1, 1]
props = [{ kind = "floor" }]

[poses.stand]
label = "Standing"
words = "Standing."
pelvis = 90
hip = [0, 0.53]
legR = { contact = "sole", at = [0, 0], sole = 0 }
legL = { contact = "sole", at = [0, 0], sole = 0 }
armR = { shoulder = 4, elbow = 10 }
armL = { shoulder = 4, elbow = 10 }
"""


@pytest.fixture
def files(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The files that there are, by their path, in place of the bundled ones."""
    texts: dict[str, str] = {}

    def read(path: str) -> bytes:
        if path not in texts:
            raise FileNotFoundError(path)
        return texts[path].encode()

    monkeypatch.setattr(figures, "read_resource", read)
    return texts


def test_every_exercise_has_its_figure(tmp_path: Path) -> None:
    bundled = BundledFigures()
    for exercise in load_library(tmp_path).exercises:
        assert bundled.figure_of(exercise) is not None


def test_every_bundled_file_is_right() -> None:
    names = [file.name.removesuffix(".toml") for file in resource_folder().joinpath("figure").iterdir()]
    assert {"sitting", "sleep-side", "sleep-prone"} < set(names)
    bundled = BundledFigures()
    assert all(bundled.figure_of(name) for name in names)


def test_a_mistake_s_pose_is_one_of_its_figure(tmp_path: Path) -> None:
    bundled = BundledFigures()
    named = 0
    for name, exercise in load_library(tmp_path).exercises.items():
        figure = bundled.figure_of(name)
        assert figure is not None
        poses = [mistake.pose for mistake in exercise.mistakes if mistake.pose]
        named += len(poses)
        assert set(poses) <= figure.poses.keys(), name
    assert named >= 14


def test_an_exercise_without_a_file_has_no_figure() -> None:
    bundled = BundledFigures()
    assert bundled.figure_of("handstand") is None
    assert bundled.figure_of("handstand") is None


def test_a_figure_is_read_once_and_when_it_is_asked_for(files: dict[str, str]) -> None:
    own = BundledFigures()
    files["figure/mine.toml"] = PLAIN
    first = own.figure_of("mine")
    files.clear()
    assert first is not None
    assert own.figure_of("mine") is first


def test_a_figure_may_be_based_on_another_file(files: dict[str, str]) -> None:
    files["figure/mine.toml"] = 'base = "theirs"\nstart = "stand"'
    files["figure/theirs.toml"] = PLAIN
    figure = BundledFigures().figure_of("mine")
    assert figure is not None
    assert list(figure.poses) == ["stand"]


def test_a_base_that_is_not_there_is_said(files: dict[str, str]) -> None:
    files["figure/mine.toml"] = 'base = "theirs"\nstart = "stand"'
    with pytest.raises(UserError, match=r"^mine\.toml: base: no figure is called 'theirs'"):
        BundledFigures().figure_of("mine")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("start = ", "mine.toml: line 1: invalid value"),
        (PLAIN.replace("90", "nan"), "mine.toml: a number is too long, or infinite"),
        (PLAIN.replace("90", "900"), "mine.toml: poses.stand.pelvis: 900 is not allowed; allowed: a number"),
        (PLAIN.replace('"sole"', '"knee"'), "mine.toml: poses.stand.legR.contact: 'knee' is not allowed; allowed:"),
        (PLAIN.replace("pelvis", "pelvic"), "mine.toml: poses.stand: unknown key 'pelvic'; allowed: label, words,"),
        (PLAIN.replace("elbow = 10", "elbow = 10, at = [0, 0]"), "mine.toml: poses.stand.armR: an arm has either"),
        (PLAIN.replace('"stand"', '"sit"'), "mine.toml: start: no pose is called 'sit'; allowed: stand"),
    ],
)
def test_a_file_that_is_wrong_says_where_and_what_is_allowed(files: dict[str, str], text: str, said: str) -> None:
    files["figure/mine.toml"] = text
    with pytest.raises(UserError) as caught:
        BundledFigures().figure_of("mine")
    assert str(caught.value).startswith(said)
