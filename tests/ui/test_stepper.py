"""The stepper: one step for each press, by key and by mouse, and never past an end."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from on_screen import press, show
from ribdown.infra.themes import load_theme
from ribdown.ui.look import Look
from ribdown.ui.widgets.stepper import Stepper

STEPS = ((1.5, "1.5 s"), (2, "2 s"), (2.5, "2.5 s"), (3, "3 s"))


@pytest.fixture
def stepper(qtbot: QtBot, look: Look) -> Stepper:
    stepper = Stepper(look, "Inhale")
    stepper.show_value(2, STEPS)
    show(qtbot, stepper, *stepper.sizeHint().toTuple())
    stepper.setFocus()
    return stepper


def picked(spy: QSignalSpy) -> list[float]:
    return [spy.at(index)[0] for index in range(spy.count())]


def test_keys_step_and_end_at_the_ends(stepper: Stepper) -> None:
    spy = QSignalSpy(stepper.picked)
    keys = Qt.Key
    press(keys.Key_Right, keys.Key_Up, keys.Key_Up, keys.Key_Left, keys.Key_Home, keys.Key_Down, keys.Key_End)
    assert picked(spy) == [2.5, 3, 2.5, 1.5, 3]
    assert (stepper.text, stepper.accessibleName()) == ("3 s", "Inhale, 3 s")


def test_the_signs_step_by_mouse_and_the_value_does_not(stepper: Stepper) -> None:
    spy = QSignalSpy(stepper.picked)
    middle = stepper.height() // 2
    for x in (10, 10, stepper.width() // 2, stepper.width() - 10):
        QTest.mouseClick(stepper, Qt.MouseButton.LeftButton, pos=QPoint(x, middle))
    QTest.mouseClick(stepper, Qt.MouseButton.RightButton, pos=QPoint(10, middle))
    QTest.mouseMove(stepper, QPoint(10, middle))
    assert picked(spy) == [1.5, 2]


def test_a_sign_that_is_held_steps_on(stepper: Stepper, qtbot: QtBot) -> None:
    spy = QSignalSpy(stepper.picked)
    place = QPoint(stepper.width() - 10, stepper.height() // 2)
    QTest.mousePress(stepper, Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: spy.count() == 2, timeout=5000)
    QTest.mouseRelease(stepper, Qt.MouseButton.LeftButton, pos=place)
    assert picked(spy) == [2.5, 3]


def test_showing_a_value_picks_none(stepper: Stepper) -> None:
    spy = QSignalSpy(stepper.picked)
    stepper.show_value(7, ((7, "7"), (8, "8")))
    assert (spy.count(), stepper.text) == (0, "7")


def test_the_wheel_is_the_pages(stepper: Stepper) -> None:
    spy = QSignalSpy(stepper.picked)
    window = stepper.window()
    QTest.wheelEvent(window.windowHandle(), stepper.mapTo(window, stepper.rect().center()), QPoint(0, -120))
    assert spy.count() == 0


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_an_end_can_be_seen(stepper: Stepper, theme: str) -> None:
    """The sign that leads no further is as faint as a line."""
    look = Look(load_theme(theme), 2.0)
    stepper.set_look(look)
    stepper.resize(stepper.sizeHint())
    stepper.show_value(1.5, STEPS)
    picture = stepper.grab().toImage()
    y, sign = stepper.height() // 2, round(40 * 1.7 / 2)
    assert picture.pixelColor(sign, y).name().upper() == look.theme.line.upper()
    assert picture.pixelColor(stepper.width() - sign, y).name().upper() == look.theme.text.upper()
