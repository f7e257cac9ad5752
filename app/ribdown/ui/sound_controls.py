"""Sound off and on, louder and softer: from the player to the settings and what is heard."""

from PySide6.QtCore import QObject, QTimer, Signal

from ribdown.ui.pages.player_page import PlayerPage
from ribdown.ui.preferences import Preferences
from ribdown.ui.session_sound import SessionSound
from ribdown.ui.translation import translate

_STEP = 5  # per cent
_VOLUME_SHOWN_MS = 1500


class SoundControls(QObject):
    """Goes with its page. `silence` carries a UserError where nothing can be heard."""

    silence = Signal(object)

    def __init__(self, sound: SessionSound, page: PlayerPage, preferences: Preferences) -> None:
        super().__init__(page)
        self._sound = sound
        self._page = page
        self._preferences = preferences
        self._silent = False
        self._back = QTimer(self, singleShot=True, interval=_VOLUME_SHOWN_MS)
        self._back.timeout.connect(self._say)
        page.sound_toggled.connect(self._toggle)
        page.volume_stepped.connect(self._step)
        sound.unheard.connect(self._unheard)
        self._apply()
        self._say()

    def _toggle(self) -> None:
        self._preferences.change(muted=not self._preferences.settings.muted)
        self._apply()
        self._say()

    def _step(self, steps: int) -> None:
        volume = min(max(self._preferences.settings.volume + steps * _STEP, 0), 100)
        self._preferences.change(volume=volume, muted=False)
        self._apply()
        self._page.show_sound(translate("words", "{} %").format(volume), on=volume > 0)
        self._back.start()

    def _apply(self) -> None:
        settings = self._preferences.settings
        self._sound.set_volume(settings.volume / 100, muted=settings.muted)

    def _say(self) -> None:
        on = not self._preferences.settings.muted
        heard = translate("words", "No sound") if self._silent else translate("words", "Sound on")
        self._page.show_sound(heard if on else translate("words", "Sound off"), on=on and not self._silent)

    def _unheard(self, unheard: bool) -> None:
        self._silent = unheard
        self._page.set_unheard(unheard=unheard)
        self._say()
        if unheard:
            self.silence.emit(self._sound.silence())
