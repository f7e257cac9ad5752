"""The look in use: what the person chose, with what the system says where they leave it to the system."""

from collections.abc import Callable
from functools import cache
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from ribdown.core.settings import ContrastChoice, MotionChoice, Settings, ThemeChoice
from ribdown.core.theme import Theme
from ribdown.ui.look import Look, colour, text_font


class Appearance(QObject):
    """Emits `changed` whenever `look` is another one. `load_theme` gives the theme called "light" or "dark"."""

    changed = Signal()

    def __init__(self, app: QApplication, load_theme: Callable[[str], Theme], settings: Settings) -> None:
        super().__init__(app)
        self._app = app
        self._load_theme = cache(load_theme)
        self._strengthen = cache(self._strengthened)
        self._settings = settings
        # Kept: what hangs on the wrapper goes with it.
        self._hints = hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._refresh)
        # Until the event loop runs these have no values, so the signals matter.
        self._accessibility: Any = hints.accessibility()
        self._accessibility.contrastPreferenceChanged.connect(self._refresh)
        # Qt 6.12 and later.
        if hasattr(self._accessibility, "motionPreferenceChanged"):
            self._accessibility.motionPreferenceChanged.connect(self._refresh)
        self.look = self._wanted()
        self._apply()

    def use(self, settings: Settings) -> None:
        """Follow these settings from now on."""
        self._settings = settings
        self._refresh()

    def _refresh(self) -> None:
        wanted = self._wanted()
        if wanted != self.look:
            self.look = wanted
            self._apply()
            self.changed.emit()

    def _wanted(self) -> Look:
        name = "dark" if self._dark() else "light"
        return Look(
            theme=self._strengthen(name) if self._strong() else self._load_theme(name),
            text_scale=self._settings.text_size / 100,
            still=self._still(),
        )

    def _strengthened(self, name: str) -> Theme:
        from ribdown.core.contrast import strengthened  # the first window seldom needs it

        return strengthened(self._load_theme(name))

    def _dark(self) -> bool:
        if self._settings.theme is ThemeChoice.SYSTEM:
            return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return self._settings.theme is ThemeChoice.DARK

    def _strong(self) -> bool:
        if self._settings.contrast is ContrastChoice.SYSTEM:
            return self._accessibility.contrastPreference() is Qt.ContrastPreference.HighContrast
        return self._settings.contrast is ContrastChoice.HIGH

    def _still(self) -> bool:
        if self._settings.motion is not MotionChoice.SYSTEM:
            return self._settings.motion is MotionChoice.REDUCED
        preference = getattr(self._accessibility, "motionPreference", None)
        return preference is not None and preference().name == "ReducedMotion"

    def _apply(self) -> None:
        self._app.setFont(text_font(15 * self.look.text_scale))
        self._app.setPalette(palette(self.look.theme))


def palette(theme: Theme) -> QPalette:
    """Our own palette on Fusion: a desktop's own palette may not follow its colour scheme."""
    roles = {
        QPalette.ColorRole.Window: theme.bg,
        QPalette.ColorRole.WindowText: theme.text,
        QPalette.ColorRole.Base: theme.surface,
        QPalette.ColorRole.AlternateBase: theme.raised,
        QPalette.ColorRole.Text: theme.text,
        QPalette.ColorRole.Button: theme.surface,
        QPalette.ColorRole.ButtonText: theme.text,
        QPalette.ColorRole.BrightText: theme.danger,
        QPalette.ColorRole.ToolTipBase: theme.raised,
        QPalette.ColorRole.ToolTipText: theme.text,
        QPalette.ColorRole.PlaceholderText: theme.text3,
        QPalette.ColorRole.Highlight: theme.accent,
        QPalette.ColorRole.HighlightedText: theme.on_accent,
        QPalette.ColorRole.Link: theme.accent,
        QPalette.ColorRole.Light: theme.raised,
        QPalette.ColorRole.Midlight: theme.raised,
        QPalette.ColorRole.Mid: theme.edge,
        QPalette.ColorRole.Dark: theme.edge,
        QPalette.ColorRole.Shadow: theme.sunken,
    }
    result = QPalette()
    for role, value in roles.items():
        result.setColor(role, colour(value))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, role, colour(theme.text3))
    return result
