"""The figure's place on a page: paints only what is new, says it in words, and stays quiet without a picture."""

from dataclasses import replace
from typing import get_args

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage, QPixmap, QRegion
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ribdown.core.figure.scene import Scene
from ribdown.core.figure.shown import fault_scene, start_scene
from ribdown.infra.figure_colours import load_figure_colours
from ribdown.infra.figures import BundledFigures
from ribdown.infra.themes import load_theme
from ribdown.ui.look import Look, colour
from ribdown.ui.widgets.figure_view import FigureView, Ground

COLOURS = load_figure_colours()


@pytest.fixture(params=["dark", "light"])
def look(request: pytest.FixtureRequest) -> Look:
    return Look(load_theme(request.param))


@pytest.fixture
def view(qtbot: QtBot, look: Look) -> FigureView:
    view = FigureView(look, COLOURS)
    qtbot.addWidget(view)
    view.resize(280, 280)
    return view


def start(name: str) -> Scene:
    figure = BundledFigures().figure_of(name)
    assert figure
    return start_scene(figure)


def wrong() -> Scene:
    figure = BundledFigures().figure_of("bridge")
    assert figure
    return fault_scene(figure, "arched")


def picture(view: FigureView, ground: str) -> QImage:
    pixmap = QPixmap(view.size())
    pixmap.fill(colour(ground))
    view.render(pixmap, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
    return pixmap.toImage()


def inks(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for y in range(image.height()) for x in range(image.width())}


def name(ink: str) -> str:
    return colour(ink).name()


def test_without_a_scene_there_is_a_quiet_person(view: FigureView, look: Look) -> None:
    image = picture(view, look.theme.surface)
    assert name(look.theme.prop) in inks(image)
    assert name(COLOURS[look.theme.dark].skin) not in inks(image)
    assert view.accessibleName() == "No picture for this exercise."


def test_a_scene_comes_and_goes(view: FigureView, look: Look) -> None:
    empty = picture(view, look.theme.surface)
    view.show_scene(start("bridge"), mirrored=False)
    assert name(COLOURS[look.theme.dark].skin) in inks(picture(view, look.theme.surface))
    view.show_scene(None, mirrored=False)
    assert picture(view, look.theme.surface) == empty
    assert view.accessibleName() == "No picture for this exercise."


def test_it_says_the_pose_and_the_side_it_is_seen_from(view: FigureView) -> None:
    scene = start("bridge")
    view.show_scene(scene, mirrored=False)
    assert view.accessibleName() == scene.words
    right = view.accessibleDescription()
    view.show_scene(scene, mirrored=True)
    assert (right, view.accessibleDescription()) == ("Seen from the right.", "Seen from the left.")


def test_it_says_what_is_wrong(view: FigureView) -> None:
    scene = wrong()
    assert scene.fault
    view.show_scene(scene, mirrored=True)
    assert view.accessibleDescription() == f"Wrong: {scene.fault.text}. Seen from the left."


def test_it_is_painted_only_when_something_changes(view: FigureView, monkeypatch: pytest.MonkeyPatch) -> None:
    updates: list[int] = []
    monkeypatch.setattr(view, "update", lambda: updates.append(1))
    steps = [
        (start("bridge"), False),
        (start("bridge"), False),  # as told again, and solved again
        (start("bridge"), True),
        (start("bridge"), True),
        (start("couch-stretch"), True),
        (None, True),
        (None, True),
    ]
    counts = []
    for scene, mirrored in steps:
        view.show_scene(scene, mirrored=mirrored)
        counts.append(len(updates))
    assert counts == [1, 1, 2, 2, 3, 4, 4]


def test_words_for_a_screen_reader_are_set_only_when_they_change(view: FigureView) -> None:
    scene = start("bridge")
    said: list[str] = []
    view.show_scene(scene, mirrored=False)
    view.setAccessibleName = said.append  # type: ignore[method-assign]
    view.show_scene(replace(scene, ground=0.1), mirrored=False)
    assert said == []


def test_it_follows_the_theme(view: FigureView) -> None:
    view.show_scene(start("bridge"), mirrored=False)
    for dark in (True, False):
        theme = load_theme("dark" if dark else "light")
        view.set_look(Look(theme))
        assert name(COLOURS[dark].shirt) in inks(picture(view, theme.surface))


def test_the_halo_is_of_what_it_stands_on(qtbot: QtBot, look: Look) -> None:
    for role in get_args(Ground):
        ground = getattr(look.theme, role)
        view = FigureView(look, COLOURS, ground=role)
        qtbot.addWidget(view)
        view.resize(280, 280)
        view.show_scene(start("couch-stretch"), mirrored=False)
        assert name(ground) in inks(picture(view, "#FF00FF"))


@pytest.mark.parametrize("size", [(276, 276), (120, 300), (500, 110), (30, 30), (1, 1)])
def test_it_takes_any_size(view: FigureView, look: Look, size: tuple[int, int]) -> None:
    view.resize(*size)
    for scene in (None, start("bridge"), wrong()):
        view.show_scene(scene, mirrored=False)
        image = picture(view, look.theme.surface)
        assert (image.width(), image.height()) == size


@pytest.mark.parametrize("size", [(300, 200), (300, 500)])
def test_it_stands_on_the_lower_edge(view: FigureView, look: Look, size: tuple[int, int]) -> None:
    view.resize(*size)
    scene = replace(start("posture-pulse"), cues=())
    view.show_scene(scene, mirrored=False)
    image = picture(view, look.theme.surface)
    surface = name(look.theme.surface)
    rows = [y for y in range(image.height()) if image.pixelColor(2, y).name() != surface]
    x0, y0, x1, y1 = scene.view
    scale = min(size[0] / (x1 - x0), size[1] / (y1 - y0))
    assert rows[0] == pytest.approx(size[1] + y0 * scale, abs=2)
