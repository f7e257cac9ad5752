"""The menu under View: theme, motion, text size, what is heard, gentler mode. Applied at once; what is heard,
with the next session."""

from collections.abc import Mapping
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from ribdown.core.settings import MotionChoice, ThemeChoice
from ribdown.ui.preferences import Preferences
from ribdown.ui.translation import translate

Choice = TypeVar("Choice")

_TEXT_SIZES = (100, 125, 150, 175, 200)


def view_menu(preferences: Preferences, parent: QWidget) -> QMenu:
    """A menu that shows the settings in use and changes them."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    themes = {
        ThemeChoice.SYSTEM: translate("words", "Theme of the system"),
        ThemeChoice.LIGHT: translate("words", "Light theme"),
        ThemeChoice.DARK: translate("words", "Dark theme"),
    }
    motions = {
        MotionChoice.SYSTEM: translate("words", "Motion as the system says"),
        MotionChoice.REDUCED: translate("words", "Reduced motion"),
        MotionChoice.FULL: translate("words", "Full motion"),
    }
    sizes = {size: translate("words", "Text at {} %").format(size) for size in _TEXT_SIZES}
    _choices(menu, "theme", themes, preferences)
    _choices(menu, "motion", motions, preferences)
    _choices(menu, "text_size", sizes, preferences)
    for name, text in (
        ("tones", translate("words", "Tones")),
        ("ticks", translate("words", "Ticks")),
        ("voice", translate("words", "Voice")),
    ):
        _switch(menu, name, text, preferences)
    menu.addSeparator()
    _switch(menu, "gentler", translate("words", "Gentler mode"), preferences)
    return menu


def _switch(menu: QMenu, name: str, text: str, preferences: Preferences) -> None:
    action = QAction(text, menu, checkable=True, checked=getattr(preferences.settings, name))
    action.toggled.connect(lambda on: preferences.change(**{name: on}))
    menu.addAction(action)


def _choices(menu: QMenu, name: str, texts: Mapping[Choice, str], preferences: Preferences) -> None:
    group = QActionGroup(menu)
    for value, text in texts.items():
        action = QAction(text, group, checkable=True, checked=getattr(preferences.settings, name) == value)
        action.triggered.connect(lambda _=False, value=value: preferences.change(**{name: value}))
        menu.addAction(action)
    menu.addSeparator()
