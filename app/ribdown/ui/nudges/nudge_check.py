"""What the settings say of nudges on this computer: what would show one, whether anybody knows that the person is
away, and whether Ribdown starts with the desktop."""

from PySide6.QtCore import QObject, Signal

from ribdown.core.settings import NudgeChannel, Settings
from ribdown.desktop.autostart.autostart import Autostart
from ribdown.desktop.notifications.notifier import Channel, ChannelKind, Notification, Notifier
from ribdown.desktop.presence.presence import IdleSource, Presence, PresenceSource
from ribdown.ui.nudges import nudge_words
from ribdown.ui.nudges.card import NudgeCard
from ribdown.ui.translation import translate

_KEY = "test"


class NudgeCheck(QObject):
    """`changed` says that one of the texts is another one."""

    changed = Signal()

    def __init__(
        self,
        notifier: Notifier,
        presence: PresenceSource,
        autostart: Autostart,
        card: NudgeCard,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._notifier = notifier
        self._presence = presence
        self._autostart = autostart
        self._card = card
        self.idle = ""
        self.tested = ""
        self.autostart_failed = ""
        notifier.events.changed.connect(self.changed)
        notifier.events.delivered.connect(lambda key: self._hear(key, translate("words", "It is shown.")))
        notifier.events.failed.connect(
            lambda key: self._hear(key, translate("words", "Nothing here shows notifications. Nudges come on a card."))
        )

    @property
    def channel(self) -> str:
        """What shows notifications here."""
        return _channel_words(self._notifier.channel)

    @property
    def can_start_with_desktop(self) -> bool:
        """Whether there is such a switch here."""
        return self._autostart.available

    @property
    def starts_with_desktop(self) -> bool:
        """Whether Ribdown is started with the desktop, as the system says."""
        return self._autostart.is_on()

    def probe(self) -> None:
        """Find out anew."""
        self.tested = ""
        self._notifier.probe()
        self._presence.ask(self._learn)

    def send_test(self, settings: Settings) -> None:
        """Show a nudge that counts for nothing, unless that would take the place of one that counts."""
        cue = nudge_words.cues()[0]
        if not self._card.is_free:
            self._hear(_KEY, translate("words", "A nudge is on. Send the test after it."))
            return
        if settings.nudge_channel is NudgeChannel.CARD:
            self._card.offer(translate("words", "test"), cue, can_snooze=False)
            self._hear(_KEY, translate("words", "It is shown."))
            return
        title = translate("words", "Test: {}").format(nudge_words.title())
        self._notifier.notify(Notification(_KEY, title, cue, cue, ()))

    def switch_autostart(self) -> None:
        """Start with the desktop, or no more."""
        failed = self._autostart.turn_off() if self._autostart.is_on() else self._autostart.turn_on()
        self.autostart_failed = str(failed) if failed is not None else ""
        self.changed.emit()

    def _hear(self, key: str, text: str) -> None:
        if key == _KEY:
            self.tested = text
            self.changed.emit()

    def _learn(self, presence: Presence) -> None:
        self.idle = _idle_words(presence.idle_source)
        self.changed.emit()


def _channel_words(channel: Channel) -> str:
    if channel.kind is ChannelKind.NONE:
        return translate("words", "Nothing here shows notifications: the card is used.")
    if channel.kind is ChannelKind.TRAY:
        return translate("words", "The tray shows them, without buttons.")
    name = channel.program or translate("words", "The desktop")
    if channel.has_actions is False:
        return translate("words", "{} shows them, without buttons.").format(name)
    return translate("words", "{} shows them.").format(name)


def _idle_words(source: IdleSource) -> str:
    if source is IdleSource.NONE:
        return translate("words", "This desktop does not say whether you are away: nudges come all the same.")
    return translate("words", "Held while you are away.")
