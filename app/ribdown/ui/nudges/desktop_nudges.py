"""Puts nudges together on this computer."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from ribdown.core.errors import UserError
from ribdown.core.history import HistoryError
from ribdown.core.nudges.chosen import rules_of
from ribdown.core.nudges.pulses import pulses
from ribdown.core.nudges.state import restarted
from ribdown.core.settings import NudgeChannel
from ribdown.desktop.bus.choice import session_bus, system_bus
from ribdown.desktop.notifications.choice import choose_notifier
from ribdown.desktop.notifications.notifier import Notifier
from ribdown.desktop.presence.choice import choose_presence
from ribdown.desktop.presence.presence import PresenceSource
from ribdown.desktop.suspend import LoginSuspend, Suspend
from ribdown.desktop.tray.choice import choose_tray
from ribdown.desktop.tray.tray import Tray
from ribdown.infra.nudge_file import nudge_file
from ribdown.ui.appearance import Appearance
from ribdown.ui.nudges.card import NudgeCard
from ribdown.ui.nudges.delivery import NudgeDelivery
from ribdown.ui.nudges.guide import Guide
from ribdown.ui.nudges.guide_view import GuideView
from ribdown.ui.nudges.keeper import NudgeKeeper
from ribdown.ui.nudges.nudging import Nudging
from ribdown.ui.preferences import Preferences
from ribdown.ui.services import Services


@dataclass(frozen=True)
class DesktopNudges:
    """What nudges need of the desktop."""

    notifier: Notifier
    presence: PresenceSource
    tray: Tray
    suspend: Suspend


def desktop_nudges(parent: QObject) -> DesktopNudges:
    """This desktop's. Nothing here blocks; what is there is found out by and by."""
    session, system = session_bus(parent), system_bus(parent)
    tray = choose_tray(session, parent)
    notifier = choose_notifier(session, tray, "ribdown", "Ribdown", parent)
    return DesktopNudges(notifier, choose_presence(session, system, parent), tray, LoginSuspend(system, parent))


def nudging(
    desktop: DesktopNudges,
    services: Services,
    appearance: Appearance,
    preferences: Preferences,
    guides: Callable[[str, GuideView], Guide],
    parent: QObject,
) -> tuple[Nudging, UserError | None]:
    """Nudges as they were left, which go on with `start`, and what the person has to be told about that."""
    clock, settings = services.clock, preferences.settings
    file = nudge_file(services.data_folder)
    state, notice = file.load(clock.local_time().date())
    keeper = NudgeKeeper(clock, rules_of(settings), restarted(state), file, services.history, desktop.presence, parent)
    view = GuideView(appearance.look, services.figures)
    card = NudgeCard(appearance.look, view)
    delivery = NudgeDelivery(desktop.notifier, card, parent)

    def count() -> int:
        today = clock.local_time().date()
        try:
            return pulses(services.history.nudges(today, today), services.history.sessions(today))
        except HistoryError:  # the start page says so already
            return 0

    nudging = Nudging(keeper, delivery, card, view, guides, count, clock, parent)

    def follow() -> None:
        settings = preferences.settings
        keeper.use(rules_of(settings))
        delivery.prefer_card(card=settings.nudge_channel is NudgeChannel.CARD)
        nudging.set_volume(settings.volume / 100, muted=settings.muted)

    follow()
    preferences.changed.connect(follow)
    appearance.changed.connect(lambda: card.set_look(appearance.look))
    card.mute_pressed.connect(lambda: preferences.change(muted=not preferences.settings.muted))
    desktop.suspend.events.woke.connect(keeper.look)
    return nudging, notice
