"""The figure that goes through an exercise by itself."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from fakes import FakeClock, exercise, hold
from on_screen import settle
from ribdown.core.timeline import Side
from ribdown.infra.library import Library, load_library
from ribdown.ui.figures import Figures
from ribdown.ui.look import Look
from ribdown.ui.widgets.moving_figure import MovingFigure


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return load_library(Path(tmp_path_factory.mktemp("data")))


@pytest.fixture
def figure(qtbot: QtBot, look: Look, clock: FakeClock, library: Library) -> MovingFigure:
    view = MovingFigure(look, Figures(), clock)
    view.resize(300, 250)
    view.show_exercise(library.exercises["bridge"], Side.RIGHT)
    qtbot.addWidget(view)
    view.show()
    settle()
    return view


def moving(figure: MovingFigure) -> bool:
    return figure.moving


def test_it_moves_with_the_clock_and_tells_what_it_shows(qtbot: QtBot, figure: MovingFigure, clock: FakeClock) -> None:
    told: list[str] = []
    figure.told.connect(told.append)
    first = figure._scene
    clock.advance(3.0)
    qtbot.waitUntil(lambda: figure._scene != first, timeout=5000)
    higher = figure._scene
    clock.advance(1.5)
    qtbot.waitUntil(lambda: figure._scene != higher, timeout=5000)
    assert told
    clock.advance(17.5 - 4.5)  # 15.5 s and 2 s on the way back
    qtbot.waitUntil(lambda: figure._scene == first, timeout=5000)


def test_it_asks_for_no_frames_while_it_cannot_be_seen(figure: MovingFigure, clock: FakeClock) -> None:
    assert moving(figure)
    clock.advance(3.0)
    figure.hide()
    assert not moving(figure)
    clock.advance(600.0)  # which do not count
    figure.show()
    assert moving(figure)
    assert figure._spent == pytest.approx(3.0)
    figure.hide()


def test_with_reduced_motion_it_stands_still_in_the_pose_that_says_most(
    figure: MovingFigure, look: Look, clock: FakeClock
) -> None:
    figure.set_look(look._replace(still=True))
    assert not moving(figure)
    before = figure._scene
    assert before is not None
    assert before.label == "Hips up, squeeze"
    clock.advance(3.0)
    settle()
    assert figure._scene == before
    figure.set_look(look)
    assert moving(figure)


def test_the_left_side_is_turned_round(figure: MovingFigure, library: Library) -> None:
    figure.show_exercise(library.exercises["bridge"], Side.LEFT)
    assert figure.accessibleDescription() == "Seen from the right."  # both sides work together
    figure.show_exercise(library.exercises["couch-stretch"], Side.LEFT)
    assert figure.accessibleDescription() == "Seen from the left."


def test_without_a_figure_there_is_nothing_to_move(figure: MovingFigure) -> None:
    figure.show_exercise(exercise(hold(), id="unheard-of"), Side.RIGHT)
    assert not moving(figure)
    assert figure.accessibleName() == "No picture for this exercise."
