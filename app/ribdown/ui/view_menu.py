"""The menu under View: theme, motion, text size, gentler mode. Applied at once."""

from collections.abc import Mapping
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from ribdown.core.settings import MotionChoice, ThemeChoice
from ribdown.ui import words
from ribdown.ui.preferences import Preferences

Choice = TypeVar("Choice")

_TEXT_SIZES = (100, 125, 150, 175, 200)


def view_menu(preferences: Preferences, parent: QWidget) -> QMenu:
    """A menu that shows the settings in use and changes them."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    themes = {
        ThemeChoice.SYSTEM: words.tr("Theme of the system"),
        ThemeChoice.LIGHT: words.tr("Light theme"),
        ThemeChoice.DARK: words.tr("Dark theme"),
    }
    motions = {
        MotionChoice.SYSTEM: words.tr("Motion as the system says"),
        MotionChoice.REDUCED: words.tr("Reduced motion"),
        MotionChoice.FULL: words.tr("Full motion"),
    }
    sizes = {size: words.tr("Text at {} %").format(size) for size in _TEXT_SIZES}
    _choices(menu, "theme", themes, preferences)
    _choices(menu, "motion", motions, preferences)
    _choices(menu, "text_size", sizes, preferences)
    gentler = QAction(words.tr("Gentler mode"), menu, checkable=True, checked=preferences.settings.gentler)
    gentler.toggled.connect(lambda on: preferences.change(gentler=on))
    menu.addAction(gentler)
    return menu


def _choices(menu: QMenu, name: str, texts: Mapping[Choice, str], preferences: Preferences) -> None:
    group = QActionGroup(menu)
    for value, text in texts.items():
        action = QAction(text, group, checkable=True, checked=getattr(preferences.settings, name) == value)
        action.triggered.connect(lambda _=False, value=value: preferences.change(**{name: value}))
        menu.addAction(action)
    menu.addSeparator()
