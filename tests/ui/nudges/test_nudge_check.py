"""What the settings say of nudges on this computer, and a nudge to try it out."""

import pytest

from nudge_desk import NudgeDesk
from on_screen import settle
from ribdown.core.errors import UserError
from ribdown.core.nudges.answers import Answer
from ribdown.core.settings import NudgeChannel, Settings
from ribdown.desktop.notifications.notifier import Channel, ChannelKind, NoNotifier
from ribdown.desktop.presence.presence import IdleSource, Presence
from ribdown.ui.nudges.nudge_check import NudgeCheck

REFUSED = "A nudge is on. Send the test after it."
BY_CARD = Settings(nudge_channel=NudgeChannel.CARD)


class Switch:
    """The system's own switch, which may not move."""

    available = True

    def __init__(self) -> None:
        self.on = False
        self.stuck: UserError | None = None

    def is_on(self) -> bool:
        return self.on

    def turn_on(self) -> UserError | None:
        self.on = self.stuck is None
        return self.stuck

    def turn_off(self) -> UserError | None:
        self.on = self.stuck is not None
        return self.stuck


@pytest.fixture
def autostart() -> Switch:
    return Switch()


@pytest.fixture
def check(desk: NudgeDesk, autostart: Switch) -> NudgeCheck:
    return NudgeCheck(desk.notifier, desk.presence, autostart, desk.card, desk._root)


@pytest.mark.parametrize(
    ("channel", "words"),
    [
        (Channel(ChannelKind.NONE), "Nothing here shows notifications: the card is used."),
        (Channel(ChannelKind.TRAY), "The tray shows them, without buttons."),
        (Channel(ChannelKind.SERVICE, "dunst", has_actions=True), "dunst shows them."),
        (Channel(ChannelKind.SERVICE, "notify-osd", has_actions=False), "notify-osd shows them, without buttons."),
        (Channel(ChannelKind.SERVICE, has_actions=None), "The desktop shows them."),
    ],
    ids=str,
)
def test_what_shows_nudges_is_said(desk: NudgeDesk, check: NudgeCheck, channel: Channel, words: str) -> None:
    desk.notifier.channel = channel
    assert check.channel == words


def test_a_test_says_what_came_of_it(desk: NudgeDesk, check: NudgeCheck) -> None:
    check.send_test(Settings())
    settle()
    assert check.tested == "It is shown."
    desk.notifier.shows = False
    check.send_test(Settings())
    settle()
    assert check.tested == "Nothing here shows notifications. Nudges come on a card."
    check.probe()
    assert check.tested == ""
    settle()
    assert (desk.today(), desk.outcomes()) == ([], {})


def test_without_a_notifier_a_test_fails(desk: NudgeDesk, autostart: Switch) -> None:
    check = NudgeCheck(NoNotifier(), desk.presence, autostart, desk.card, desk._root)
    check.send_test(Settings())
    settle()
    assert check.tested == "Nothing here shows notifications. Nudges come on a card."


def test_a_nudge_is_not_a_test(desk: NudgeDesk, check: NudgeCheck) -> None:
    desk.wait_to(9, 0)
    settle()
    assert check.tested == ""


def test_a_test_on_the_card_makes_way_for_a_guide(desk: NudgeDesk, check: NudgeCheck) -> None:
    check.send_test(BY_CARD)
    assert desk.card.isVisible()
    desk.nudging.pulse_now()
    guide = desk.card._views.currentWidget()
    check.send_test(BY_CARD)
    assert desk.card._views.currentWidget() is guide
    assert check.tested == REFUSED


def test_a_test_on_the_card_is_said_and_can_be_sent_again(desk: NudgeDesk, check: NudgeCheck) -> None:
    for _ in range(2):
        check.send_test(BY_CARD)
        assert (desk.card.isVisible(), check.tested) == (True, "It is shown.")
    desk.card._offer._skip.click()
    assert not desk.card.isVisible()


@pytest.mark.parametrize("shown_by", NudgeChannel)
@pytest.mark.parametrize("tested_by", NudgeChannel)
def test_a_test_neither_answers_nor_replaces_what_is_shown(
    desk: NudgeDesk, check: NudgeCheck, shown_by: NudgeChannel, tested_by: NudgeChannel
) -> None:
    desk.preferences.change(nudge_channel=shown_by)
    desk.wait_to(9, 0)
    before = (desk.notifier.shown, desk.card.isVisible())
    said: list[str] = []
    check.changed.connect(lambda: said.append(check.tested))
    check.send_test(Settings(nudge_channel=tested_by))
    settle()
    assert said == [REFUSED]
    assert (desk.notifier.shown, desk.card.isVisible()) == before
    assert (desk.today(), desk.outcomes()) == (["09:00 shown 09:00"], {})
    desk.nudging.answer(Answer.SKIP)
    check.send_test(Settings(nudge_channel=tested_by))
    settle()
    assert check.tested == "It is shown."
    assert desk.outcomes() == {"09:00": ("skipped", None)}


def test_whether_anybody_knows_who_is_there_is_said(desk: NudgeDesk, check: NudgeCheck) -> None:
    for source, words in (
        (IdleSource.MUTTER, "Held while you are away."),
        (IdleSource.NONE, "This desktop does not say whether you are away: nudges come all the same."),
    ):
        desk.presence.known = Presence(idle_source=source)
        check.probe()
        settle()
        assert check.idle == words


def test_starting_with_the_desktop_is_what_the_system_says(check: NudgeCheck, autostart: Switch) -> None:
    said: list[tuple[bool, str]] = []
    check.changed.connect(lambda: said.append((check.starts_with_desktop, check.autostart_failed)))
    check.switch_autostart()
    check.switch_autostart()
    autostart.stuck = UserError("The folder is read-only.", "Make it writable.")
    check.switch_autostart()
    assert said == [(True, ""), (False, ""), (False, "The folder is read-only. Make it writable.")]
