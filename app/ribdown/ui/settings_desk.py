"""Keeps the settings page in step with the settings in use, and with what this computer can do."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from ribdown.core.plan import PlanOptions
from ribdown.core.settings import NudgeChannel, SoundOutput
from ribdown.ui import words
from ribdown.ui.look import Look
from ribdown.ui.nudges.nudge_check import NudgeCheck
from ribdown.ui.pages.setting_row import BREAK
from ribdown.ui.pages.settings_page import Action, SettingsPage
from ribdown.ui.pages.settings_words import choices_of, gentler_text
from ribdown.ui.pages.start_view import plan_options, routine_view
from ribdown.ui.preferences import Preferences
from ribdown.ui.services import Services
from ribdown.ui.sound_check import SoundCheck
from ribdown.ui.translation import translate
from ribdown.ui.voices import sound_outputs

_WEIGHED = "three-day"  # the routine that says what gentler mode does


class SettingsDesk(QObject):
    """`page` can be shown. What plays and speaks runs only while it can be seen."""

    def __init__(
        self,
        look: Look,
        services: Services,
        preferences: Preferences,
        nudges: NudgeCheck | None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._nudges = nudges
        self._services = services
        self._preferences = preferences
        self._weighed: PlanOptions | None = None
        self._check = SoundCheck(services.voices, services.clock, self)
        self.page = SettingsPage(look, self._actions(), {"sound_output": self._outputs()})
        self.page.changed.connect(self._change)
        self.page.asked.connect(self._do)
        self.page.appeared.connect(self._open)
        self.page.disappeared.connect(self._check.close)
        self._check.changed.connect(self._say_sound)
        if nudges is not None:
            nudges.changed.connect(self._say_nudges)
        preferences.changed.connect(self._follow)
        self._show()
        self._say_sound()
        self._say_nudges()

    def _actions(self) -> tuple[Action, ...]:
        play, speak = translate("words", "Play"), translate("words", "Speak")
        nudges = (
            Action("test_nudge", "nudge_channel", translate("words", "Test nudge"), translate("words", "Send")),
            Action("autostart", "background", translate("words", "Open at login")),
        )
        return (
            *(nudges if self._nudges is not None else ()),
            Action("test_sound", "device_lost", translate("words", "Test sound"), play),
            Action("test_voice", "speech_volume", translate("words", "Test voice"), speak),
            Action("data_folder", "keep_awake", translate("words", "Data folder"), translate("words", "Open")),
        )

    def _outputs(self) -> list[tuple[object, str]]:
        """What can play here, and what is chosen even where it can not."""
        here = {*sound_outputs(), self._preferences.settings.sound_output}
        return [(output, text) for output, text in choices_of(SoundOutput) if output in here]

    def _change(self, name: str, value: object) -> None:
        # Each engine has speakers of its own.
        more = {"speech_voice": ""} if name == "speech_engine" else {}
        self._preferences.change(**{name: value}, **more)

    def _do(self, name: str) -> None:
        actions: dict[str, Callable[[], None]] = {
            "test_sound": self._check.play_tones,
            "test_voice": self._check.say_line,
            "data_folder": self._open_folder,
        }
        if self._nudges is not None:
            actions["autostart"] = self._nudges.switch_autostart
            actions["test_nudge"] = partial(self._nudges.send_test, self._preferences.settings)
        actions[name]()

    def _open(self) -> None:
        self._show()
        self._check.open(self._preferences.settings)
        if self._nudges is not None:
            self._nudges.probe()

    def _follow(self) -> None:
        self._show()
        self._say_nudges()
        self._check.follow(self._preferences.settings)

    def _show(self) -> None:
        settings = self._preferences.settings
        self.page.show_settings(settings)
        if self._weighed != (options := plan_options(settings)):
            self._weighed = options
            library = self._services.library
            routine = library.routine(_WEIGHED)
            usual, gentler = (
                routine_view(routine, library.exercises, options, gentler=on).seconds for on in (False, True)
            )
            self.page.explain("gentler", gentler_text(words.content(routine.title), usual, gentler))
        self.page.explain("data_folder", self._folder())

    def _say_sound(self) -> None:
        check, page = self._check, self.page
        page.explain("sound_output", check.output)
        page.explain("speech_engine", check.speech)
        page.explain("test_sound", check.tones_failed or translate("words", "A long exhale and a tick"))
        page.explain("test_voice", check.voice_failed or translate("words", "One line, as in a session"))
        page.offer("speech_engine", check.engines)
        page.offer("speech_voice", check.speakers)

    def _say_nudges(self) -> None:
        nudges, page = self._nudges, self.page
        if nudges is not None:
            by_card = self._preferences.settings.nudge_channel is NudgeChannel.CARD
            own = translate("words", "A card of Ribdown’s own, in the corner of the screen")
            page.explain("nudge_channel", own if by_card else nudges.channel)
            page.explain("nudges", nudges.idle)
            page.explain("test_nudge", nudges.tested or translate("words", "Counts for nothing"))
            page.explain("autostart", nudges.autostart_failed or translate("words", "Waits in the tray for nudges"))
            page.switch("autostart", on=nudges.starts_with_desktop)

    def _folder(self) -> str:
        """Where the data folder is; its line may be broken anywhere."""
        return BREAK.join(str(self._services.data_folder))

    def _open_folder(self) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._services.data_folder))):
            failed = translate("words", "Nothing here opens folders. It is {}.")
            self.page.explain("data_folder", failed.format(self._folder()))
