"""Keeps the settings page in step with the settings in use, and with what this computer can do."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from ribdown.core.breath_pace import BreathPace
from ribdown.core.plan import PlanOptions
from ribdown.core.programme.plan import MAIN, MINI
from ribdown.core.settings import NudgeChannel, SoundOutput
from ribdown.core.wishes import breathing_of, wished
from ribdown.infra.paths import HISTORY
from ribdown.infra.translations import bundled_translations
from ribdown.ui import words
from ribdown.ui.backup_check import BackupCheck
from ribdown.ui.language_choice import LanguageChoice
from ribdown.ui.look import Look
from ribdown.ui.nudges.nudge_check import NudgeCheck
from ribdown.ui.pages.setting_row import BREAK
from ribdown.ui.pages.settings_page import Action, SettingsPage
from ribdown.ui.pages.settings_words import (
    choices_of,
    gentler_text,
    hours_text,
    pace_text,
    rounds_text,
    routine_pace_text,
)
from ribdown.ui.pages.start_view import plan_options, routine_view
from ribdown.ui.preferences import Preferences
from ribdown.ui.services import Services
from ribdown.ui.sound_check import SoundCheck
from ribdown.ui.translation import translate
from ribdown.ui.voices import sound_outputs


class SettingsDesk(QObject):
    """`page` can be shown. What plays and speaks runs only while it can be seen. `first_start_asked` asks for the steps
    of the first start."""

    first_start_asked = Signal()

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
        self._weighed: tuple[PlanOptions, bool] | None = None
        self._check = SoundCheck(services.voices, services.clock, self)
        self._copies = BackupCheck(services.data_folder / HISTORY, services.clock, self)
        self._languages = LanguageChoice(bundled_translations().tags)
        self.page = SettingsPage(look, self._actions(), {"sound_output": self._outputs()})
        self.page.changed.connect(self._change)
        self.page.asked.connect(self._do)
        self.page.appeared.connect(self._open)
        self.page.disappeared.connect(self._check.close)
        self.page.disappeared.connect(self._copies.close)
        self._check.changed.connect(self._say_sound)
        self._copies.changed.connect(lambda: self.page.explain("backups", self._copies.text))
        self.page.offer("language", self._languages.names)
        self.page.explain("first_start", translate("words", "Its three steps, from the beginning"))
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
            Action("data_folder", "battery", translate("words", "Data folder"), translate("words", "Open")),
            Action("backups", "battery", translate("words", "Backups"), translate("words", "Back up now")),
            Action("first_start", "battery", translate("words", "First start"), translate("words", "Show again")),
        )

    def _outputs(self) -> list[tuple[object, str]]:
        """What can play here, and what is chosen even where it can not."""
        here = {*sound_outputs(), self._preferences.settings.sound_output}
        return [(output, text) for output, text in choices_of(SoundOutput) if output in here]

    def _change(self, name: str, value: object) -> None:
        # Each engine has speakers of its own.
        more = {"speech_voice": ""} if name == "speech_engine" else {}
        if name == "language":
            value = self._languages.tag(str(value))
        self._preferences.change(**{name: value}, **more)

    def _do(self, name: str) -> None:
        actions: dict[str, Callable[[], None]] = {
            "test_sound": self._check.play_tones,
            "test_voice": self._check.say_line,
            "data_folder": self._open_folder,
            "first_start": self.first_start_asked.emit,
            "backups": self._copies.make,
        }
        if self._nudges is not None:
            actions["autostart"] = self._nudges.switch_autostart
            actions["test_nudge"] = partial(self._nudges.send_test, self._preferences.settings)
        actions[name]()

    def _open(self) -> None:
        self._show()
        self._check.open(self._preferences.settings)
        self._copies.open()
        if self._nudges is not None:
            self._nudges.probe()

    def _follow(self) -> None:
        self._show()
        self._say_nudges()
        self._check.follow(self._preferences.settings)

    def _show(self) -> None:
        settings = self._preferences.settings
        self.page.show_settings(settings._replace(language=self._languages.name(settings.language)))
        self.page.explain("language", self._languages.told(settings.language))
        self.page.explain("nudge_to", hours_text(settings.nudge_from, settings.nudge_to))
        options = plan_options(settings)
        if self._weighed != (options, settings.gentler):
            self._weighed = options, settings.gentler
            self._say_doses(options, gentler=settings.gentler)
        self.page.explain("data_folder", self._folder())

    def _say_doses(self, options: PlanOptions, *, gentler: bool) -> None:
        exercises, page = self._services.library.exercises, self.page
        main, mini = map(self._services.library.routine, (MAIN, MINI))
        usual, gentle, mini_usual, mini_gentle = (
            routine_view(one, exercises, options, gentler=on).seconds for one in (main, mini) for on in (False, True)
        )
        title, same = words.content(main.title), words.content(mini.title) if mini_usual == mini_gentle else ""
        page.explain("gentler", gentler_text(title, usual, gentle, same))
        page.explain("rounds", rounds_text(title, usual, gentler=gentler))
        breathing = breathing_of(wished(main, options.wishes), exercises)
        inhale, exhale, breaths = (dose.default for dose in (breathing.inhale, breathing.exhale, breathing.breaths))
        page.draw_breath(inhale, exhale)
        if options.wishes.pace is BreathPace.ROUTINE:
            page.explain("breath_pace", routine_pace_text(title, inhale, exhale, int(breaths)))
        else:
            page.explain("breath_pace", pace_text(int(breaths), breaths * (inhale + exhale)))

    def _say_sound(self) -> None:
        check, page = self._check, self.page
        page.explain("sound_output", check.output)
        page.explain("speech_engine", check.speech)
        page.explain("test_sound", check.tones_told or translate("words", "A long exhale and a tick"))
        page.explain("test_voice", check.voice_told or translate("words", "One line, as in a session"))
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
