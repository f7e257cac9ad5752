"""The menu under View: shows the settings in use, changes them, and can be used by keyboard."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from ribdown.core.settings import MotionChoice, Settings, ThemeChoice
from ribdown.ui.preferences import Preferences
from ribdown.ui.view_menu import view_menu

CHOICES: dict[str, tuple[str, object]] = {
    "Theme of the system": ("theme", ThemeChoice.SYSTEM),
    "Light theme": ("theme", ThemeChoice.LIGHT),
    "Dark theme": ("theme", ThemeChoice.DARK),
    "Motion as the system says": ("motion", MotionChoice.SYSTEM),
    "Reduced motion": ("motion", MotionChoice.REDUCED),
    "Full motion": ("motion", MotionChoice.FULL),
    "Text at 100 %": ("text_size", 100),
    "Text at 125 %": ("text_size", 125),
    "Text at 150 %": ("text_size", 150),
    "Text at 175 %": ("text_size", 175),
    "Text at 200 %": ("text_size", 200),
}
SWITCHES = {"Tones": "tones", "Ticks": "ticks", "Voice": "voice", "Gentler mode": "gentler"}


class Store:
    def save(self, settings: Settings) -> None:
        """Keep nothing."""


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


def menu_for(window: QWidget, settings: Settings) -> tuple[QMenu, Preferences]:
    preferences = Preferences(settings, Store(), window)
    return view_menu(preferences, window), preferences


def actions(menu: QMenu) -> dict[str, QAction]:
    return {action.text(): action for action in menu.actions() if not action.isSeparator()}


def test_every_choice_is_there_in_order(window: QWidget) -> None:
    menu, _ = menu_for(window, Settings())
    assert [*actions(menu)] == [*CHOICES, *SWITCHES]


def test_it_shows_what_is_in_use(window: QWidget) -> None:
    settings = Settings(
        theme=ThemeChoice.DARK, motion=MotionChoice.REDUCED, text_size=150, gentler=True, tones=False, voice=False
    )
    menu, _ = menu_for(window, settings)
    checked = {text for text, action in actions(menu).items() if action.isChecked()}
    assert checked == {"Dark theme", "Reduced motion", "Text at 150 %", "Ticks", "Gentler mode"}


@pytest.mark.parametrize("text", CHOICES)
def test_a_choice_is_used_at_once(window: QWidget, text: str) -> None:
    name, value = CHOICES[text]
    menu, preferences = menu_for(window, Settings(theme=ThemeChoice.DARK, motion=MotionChoice.FULL, text_size=150))
    others = {one: action for one, action in actions(menu).items() if one in CHOICES and CHOICES[one][0] == name}
    actions(menu)[text].trigger()
    assert getattr(preferences.settings, name) == value
    assert [one for one, action in others.items() if action.isChecked()] == [text]


@pytest.mark.parametrize("text", SWITCHES)
def test_a_switch_is_switched_off_and_on(window: QWidget, text: str) -> None:
    menu, preferences = menu_for(window, Settings(tones=True, ticks=True, voice=True, gentler=True))
    for on in (False, True):
        actions(menu)[text].trigger()
        assert getattr(preferences.settings, SWITCHES[text]) is on


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_keyboard_reaches_every_choice(window: QWidget) -> None:
    menu, preferences = menu_for(window, Settings())
    window.show()
    menu.popup(QPoint(0, 0))
    for _ in range(3):
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert preferences.settings.theme is ThemeChoice.DARK
    assert not menu.isVisible()
