"""The window: the rail and a page, or a page that has it to itself; keys, banner, and what it says."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from on_screen import cut_off, press, settle
from ribdown.core.errors import UserError
from ribdown.infra.themes import load_theme
from ribdown.ui.look import Look, colour
from ribdown.ui.main_window import MINIMUM, MainWindow
from ribdown.ui.widgets.nav_rail import WIDTH, NavButton


@pytest.fixture
def window(qtbot: QtBot, look: Look) -> MainWindow:
    """Shows an empty page."""
    window = MainWindow(look, (1000, 700))
    qtbot.addWidget(window)
    window.show_page(page(), "today")
    window.show()
    window.activateWindow()
    settle()
    return window


def page() -> QWidget:
    """A page with a field that takes the keyboard."""
    page = QWidget()
    QLineEdit(page)
    return page


def focus(one: QWidget) -> None:
    one.findChildren(QLineEdit)[0].setFocus()


def delete_what_is_to_go() -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def rail_of(window: MainWindow) -> list[NavButton]:
    return [button for button in window.findChildren(NavButton) if button.isVisible()]


def test_a_page_of_the_rail_is_shown_beside_it(window: MainWindow) -> None:
    history = page()
    window.show_page(history, "history")
    assert window.shows(history)
    assert history.isVisible()
    assert history.width() == window.width() - WIDTH
    assert [button.text() for button in rail_of(window) if button.isChecked()] == ["History"]


def test_a_page_may_have_the_window_to_itself(window: MainWindow) -> None:
    session = page()
    window.show_alone(session)
    settle()
    assert session.size() == window.size()
    assert rail_of(window) == []
    window.show_page(page(), "today")
    assert rail_of(window) != []


def test_a_page_that_was_alone_goes_and_one_of_the_rail_stays(window: MainWindow) -> None:
    today, session, result = page(), page(), page()
    window.show_page(today, "today")
    window.show_alone(session)
    window.show_alone(result)
    window.show_alone(result)
    delete_what_is_to_go()
    assert [isValid(one) for one in (today, session, result)] == [True, False, True]
    window.show_page(today, "today")
    delete_what_is_to_go()
    assert [isValid(one) for one in (today, result)] == [True, False]
    assert window.shows(today)


# -- what is asked for


def test_pages_are_asked_for_by_key_and_by_mouse(window: MainWindow) -> None:
    asked: list[str] = []
    window.page_asked.connect(asked.append)
    focus(window)
    keys = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5, Qt.Key.Key_6)
    press(*keys, modifier=Qt.KeyboardModifier.ControlModifier)
    QTest.mouseClick(rail_of(window)[1], Qt.MouseButton.LeftButton)
    assert asked == ["today", "exercises", "routines", "history", "self-test", "settings", "exercises"]


def test_a_session_is_not_left_by_a_key(window: MainWindow) -> None:
    asked: list[str] = []
    window.page_asked.connect(asked.append)
    session = page()
    window.show_alone(session)
    focus(session)
    press(Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, modifier=Qt.KeyboardModifier.ControlModifier)
    assert asked == []


def test_quitting_is_asked_for(window: MainWindow) -> None:
    asked: list[bool] = []
    window.quit_asked.connect(lambda: asked.append(True))
    press(Qt.Key.Key_Q, modifier=Qt.KeyboardModifier.ControlModifier)
    assert asked == [True]


# -- the list of keys


@pytest.mark.parametrize("key", [Qt.Key.Key_F1, Qt.Key.Key_Question])
@pytest.mark.parametrize("close", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_keys_are_listed_and_the_keyboard_goes_back(window: MainWindow, key: Qt.Key, close: Qt.Key) -> None:
    today = window.findChildren(QLineEdit)[0]
    today.setReadOnly(True)  # or it would take the question mark
    today.setFocus()
    press(key)
    texts = "\n".join(label.text() for label in window._keys.findChildren(QLabel) if label.isVisible())
    assert all(word in texts for word in ("Keys", "Space", "something hurts", "Ctrl+1", "F1"))
    press(close)
    assert not window._keys.isVisible()
    assert QApplication.focusWidget() is today


@pytest.mark.parametrize("text_scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("size", [MINIMUM, QSize(1280, 766)])
def test_the_list_of_keys_fits(window: MainWindow, look: Look, text_scale: float, size: QSize) -> None:
    window.set_look(look._replace(text_scale=text_scale))
    window.show_keys()
    window.resize(size)
    settle()
    assert window._keys.geometry() == window.rect()
    assert cut_off(window) == []


# -- the window itself


def test_its_size(window: MainWindow, look: Look) -> None:
    assert (window.width(), window.height()) == (1000, 700)
    assert window.minimumSize() == MINIMUM
    window.resize(100, 100)
    assert window.size() == MINIMUM
    assert window.windowTitle() == "Ribdown"


def test_the_smallest_window_holds_the_rail_at_the_largest_text(window: MainWindow, look: Look) -> None:
    window.set_look(look._replace(text_scale=2.0))
    window.resize(MINIMUM)
    window.banner.warn(UserError("History could not be read.", "The file was set aside."), folder=True)
    settle()
    assert window.size() == MINIMUM
    assert cut_off(window) == []


def test_it_says_that_it_is_closed_or_minimised(window: MainWindow) -> None:
    said: list[str] = []
    window.minimised.connect(lambda: said.append("minimised"))
    window.closing.connect(lambda: said.append(f"closing, visible {window.isVisible()}"))
    window.showMinimized()
    settle()
    window.showNormal()
    settle()
    window.close()
    assert said == ["minimised", "closing, visible True"]


def test_the_first_paint_is_said_once(qtbot: QtBot, look: Look) -> None:
    window = MainWindow(look, (1000, 700))
    qtbot.addWidget(window)
    said: list[bool] = []
    window.first_painted.connect(lambda: said.append(window.isVisible()))
    settle()
    assert said == []
    window.show()
    settle()
    window.repaint()
    settle()
    assert said == [True]


def test_another_look_is_painted_everywhere(window: MainWindow) -> None:
    light = Look(load_theme("light"))
    window.banner.warn(UserError("Something."))
    window.set_look(light)
    settle()
    image = window.grab().toImage()
    places = {"rail": QPoint(100, 600), "banner": QPoint(WIDTH + 10, 8), "page": QPoint(900, 600)}
    found = {name: image.pixelColor(place) for name, place in places.items()}
    theme = light.theme
    assert found == {"rail": colour(theme.sunken), "banner": colour(theme.warn_tint), "page": colour(theme.bg)}
