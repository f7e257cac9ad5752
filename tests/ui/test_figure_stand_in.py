"""The figure's stand-in: every body position, mirrored for the left side, inside its widget, painted only when new."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPixmap, QRegion
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from fakes import exercise, hold
from ribdown.core.content import BodyPosition
from ribdown.core.timeline import Side
from ribdown.infra.themes import load_theme
from ribdown.ui.look import Look, colour
from ribdown.ui.widgets.figure_stand_in import FigureStandIn

EXERCISES = {position: exercise(hold(1), position=position, title="Drill") for position in BodyPosition}


@pytest.fixture(params=["dark", "light"])
def look(request: pytest.FixtureRequest) -> Look:
    return Look(load_theme(request.param))


@pytest.fixture
def figure(qtbot: QtBot, look: Look) -> FigureStandIn:
    figure = FigureStandIn(look)
    qtbot.addWidget(figure)
    figure.resize(280, 280)
    return figure


def picture(figure: FigureStandIn) -> QImage:
    pixmap = QPixmap(figure.size())
    pixmap.fill(colour(figure._look.theme.surface))
    figure.render(pixmap, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
    return pixmap.toImage()


def pixels(image: QImage) -> list[str]:
    return [image.pixelColor(x, y).name() for y in range(image.height()) for x in range(image.width())]


def alike(one: QColor, other: QColor) -> bool:
    """Whether two colours differ by no more than an edge's smoothing."""
    return max(abs(one.red() - other.red()), abs(one.green() - other.green()), abs(one.blue() - other.blue())) < 90


@pytest.mark.parametrize("position", BodyPosition)
def test_each_position_has_its_own_picture_and_words(figure: FigureStandIn, position: BodyPosition, look: Look) -> None:
    figure.show_exercise(EXERCISES[position], None)
    colours = set(pixels(picture(figure)))
    assert {colour(ink).name() for ink in (look.theme.figure, look.theme.figure_far, look.theme.prop_edge)} <= colours
    assert figure.accessibleName() == "Drill"
    words = {}
    for other, other_exercise in EXERCISES.items():
        figure.show_exercise(other_exercise, None)
        words[other] = figure.accessibleDescription()
    assert len(set(words.values())) == len(BodyPosition)


@pytest.mark.parametrize("position", BodyPosition)
def test_the_left_side_is_the_mirror_image(figure: FigureStandIn, position: BodyPosition) -> None:
    figure.show_exercise(EXERCISES[position], Side.RIGHT)
    right, right_words = picture(figure), figure.accessibleDescription()
    figure.show_exercise(EXERCISES[position], Side.LEFT)
    left = picture(figure)
    assert left != right
    mirrored = right.flipped(Qt.Orientation.Horizontal)
    places = [(x, y) for x in range(280) for y in range(280)]
    differing = sum(not alike(left.pixelColor(*place), mirrored.pixelColor(*place)) for place in places)
    assert differing < 0.002 * len(places)
    assert figure.accessibleDescription() != right_words


@pytest.mark.parametrize("position", BodyPosition)
@pytest.mark.parametrize("size", [(280, 280), (120, 300), (500, 110), (60, 60)])
def test_nothing_is_cut_off(figure: FigureStandIn, position: BodyPosition, size: tuple[int, int], look: Look) -> None:
    figure.resize(*size)
    figure.show_exercise(EXERCISES[position], Side.RIGHT)
    image = picture(figure)
    width, height = size
    border = {image.pixelColor(x, y).name() for x in range(width) for y in (0, height - 1)}
    border |= {image.pixelColor(x, y).name() for x in (0, width - 1) for y in range(height)}
    assert border == {colour(look.theme.surface).name()}


def test_it_is_painted_only_when_something_changes(figure: FigureStandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    updates: list[int] = []
    monkeypatch.setattr(figure, "update", lambda: updates.append(1))
    lying, standing = EXERCISES[BodyPosition.LYING], EXERCISES[BodyPosition.STANDING]
    for one, side in ((lying, None), (lying, None), (lying, Side.LEFT), (lying, Side.LEFT), (standing, Side.LEFT)):
        figure.show_exercise(one, side)
    assert len(updates) == 3


def test_without_an_exercise_it_is_empty(figure: FigureStandIn, look: Look) -> None:
    assert set(pixels(picture(figure))) == {colour(look.theme.surface).name()}


def test_it_follows_the_theme(figure: FigureStandIn) -> None:
    figure.show_exercise(EXERCISES[BodyPosition.LYING], None)
    for name in ("light", "dark"):
        figure.set_look(Look(load_theme(name)))
        assert colour(figure._look.theme.figure).name() in pixels(picture(figure))
