"""Keeps the steps of the first start in step with the settings, and with what this computer can do."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ribdown.core.programme.plan import MAIN
from ribdown.core.wishes import COUCH_STRETCH
from ribdown.ui.look import Look
from ribdown.ui.nudges.nudge_check import NudgeCheck
from ribdown.ui.pages.first_start_page import FirstStartPage
from ribdown.ui.pages.first_start_words import gentler_text, nudge_text, nudge_title, sample_slot
from ribdown.ui.pages.start_view import plan_options, routine_view
from ribdown.ui.preferences import Preferences
from ribdown.ui.services import Services
from ribdown.ui.sound_check import SoundCheck
from ribdown.ui.translation import translate


class FirstStartDesk(QObject):
    """`page` can be shown; `through` follows its last step, `left` asks for the page that led to it. What speaks runs
    only while its step can be seen."""

    through = Signal()
    left = Signal()

    def __init__(self, look: Look, services: Services, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._preferences = preferences
        self._nudges: NudgeCheck | None = None
        self._check = SoundCheck(services.voices, services.clock, self)
        self.page = FirstStartPage(look, (self._breath, self._body, self._card))
        self._wire()
        self._follow()

    def attend(self, nudges: NudgeCheck) -> None:
        """Whether Ribdown starts with the desktop can be asked and changed from now on."""
        self._nudges = nudges
        nudges.changed.connect(self._say_login)
        self.page.choices.login.setVisible(nudges.can_start_with_desktop)
        self._say_login()

    def _wire(self) -> None:
        page, preferences = self.page, self._preferences
        page.read.connect(lambda: preferences.change(safety_read=True))
        page.through.connect(self.through)
        page.left.connect(self.left)
        page.safety.gentler_switched.connect(lambda on: preferences.change(gentler=on))
        choices = page.choices
        choices.nudges.picked.connect(lambda on: preferences.change(nudges=on))
        choices.voice.picked.connect(lambda on: preferences.change(voice=on))
        choices.login.picked.connect(self._switch_login)
        choices.hear_asked.connect(self._check.say_line)
        choices.appeared.connect(lambda: self._check.open(preferences.settings))
        choices.disappeared.connect(self._check.close)
        self._check.changed.connect(self._say_voice)
        preferences.changed.connect(self._follow)

    def _follow(self) -> None:
        """The settings are others."""
        settings, library, page = self._preferences.settings, self._services.library, self.page
        page.safety.show_state(read=settings.safety_read, gentler=settings.gentler)
        options = plan_options(settings)
        usual, gentler = (
            routine_view(library.routine(MAIN), library.exercises, options, gentler=on).seconds for on in (False, True)
        )
        page.safety.explain_gentler(gentler_text(usual, gentler))
        page.choices.nudges.set_title(nudge_title(settings))
        page.choices.nudges.explain(nudge_text(settings))
        page.choices.nudges.show_value(on=settings.nudges)
        page.choices.voice.show_value(on=settings.voice)
        self._check.follow(settings)
        self._say_voice()

    def _say_voice(self) -> None:
        check, row = self._check, self.page.choices.voice
        ready, wanted = check.speaks, self._preferences.settings.voice
        row.show_button(shown=ready and wanted)
        usual = translate("words", "Says what to do, so that you need not look")
        row.explain(check.voice_told or usual if ready or not wanted else check.speech or usual)

    def _say_login(self) -> None:
        if self._nudges is not None:
            row = self.page.choices.login
            row.show_value(on=self._nudges.starts_with_desktop)
            row.explain(self._nudges.autostart_failed or translate("words", "Waits in the tray, nothing on screen"))

    def _switch_login(self) -> None:
        if self._nudges is not None:
            self._nudges.switch_autostart()

    def _breath(self, look: Look) -> QWidget:
        from ribdown.ui.pages.first_start_breath import BreathPicture

        return BreathPicture(look, self._services.library.exercises[COUCH_STRETCH], self._services.clock)

    def _body(self, look: Look) -> QWidget:
        from ribdown.ui.pages.first_start_body import MarkedBody

        return MarkedBody(look, self._services.figures)

    def _card(self, look: Look) -> QWidget:
        from ribdown.ui.pages.first_start_card import CardPicture

        return CardPicture(look, sample_slot(self._preferences.settings))
