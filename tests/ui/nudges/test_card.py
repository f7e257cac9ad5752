"""The card as it is painted, named and used by keyboard."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from fakes import FakeClock
from on_screen import cut_off, press, settle, tab_stops, unnamed
from ribdown.core.timeline import Timeline
from ribdown.infra.themes import load_theme
from ribdown.ui.figures import Figures
from ribdown.ui.look import Look, colour
from ribdown.ui.nudges import nudge_words
from ribdown.ui.nudges.card import NudgeCard
from ribdown.ui.nudges.guide_view import GuideView
from ribdown.ui.session_player import SessionPlayer
from ribdown.ui.widgets.button import Button

LOOKS = {
    f"{theme}-{scale:.0%}-{'still' if still else 'moving'}": Look(load_theme(theme), scale, still)
    for theme in ("dark", "light")
    for scale in (1.0, 1.5, 2.0)
    for still in (False, True)
}


@pytest.fixture
def make_card(qtbot: QtBot) -> Iterator[Callable[[Look], NudgeCard]]:
    cards: list[NudgeCard] = []

    def make(look: Look) -> NudgeCard:
        cards.append(NudgeCard(look, GuideView(look, Figures())))
        return cards[-1]

    yield make
    for card in cards:
        card.hide()
        card.deleteLater()


@pytest.fixture
def card(make_card: Callable[[Look], NudgeCard], look: Look) -> NudgeCard:
    return make_card(look)


@pytest.fixture
def guided(
    bundled: Callable[[str], Timeline], make_player: Callable[[Timeline], SessionPlayer]
) -> Callable[[NudgeCard], SessionPlayer]:
    """Starts the hourly guide in a card."""

    def start(card: NudgeCard) -> SessionPlayer:
        player, view = make_player(bundled("hourly-reset")), card._guide
        player.moved.connect(lambda: view.show_moment(player.session, player.moment, player.before))
        view.show_pulse(nudge_words.pulse_words(1))
        player.start()
        card.run()
        settle()
        return player

    return start


def inked(image: QImage, wanted: str) -> bool:
    """Whether a colour of the theme is somewhere in it."""
    ink = colour(wanted).rgb()
    return any(image.pixel(x, y) == ink for x in range(0, image.width(), 2) for y in range(image.height()))


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_every_view_is_whole_in_every_look(
    look: Look,
    make_card: Callable[[Look], NudgeCard],
    guided: Callable[[NudgeCard], SessionPlayer],
    run: Callable[[SessionPlayer, float], None],
    clock: FakeClock,
) -> None:
    card = make_card(look)
    width = round(360 * min(look.text_scale, 1.5))
    for cue in nudge_words.cues():
        card.offer("14:00", cue, can_snooze=True)
        settle()
        assert (card.width(), card.height() * 360) == (width, width * 220)
        assert cut_off(card) == []
        assert unnamed(card) == []
    assert inked(card.grab().toImage(), look.theme.accent)
    player = guided(card)
    for _ in range(15):
        run(player, 2.5)
        image, hue = card.grab().toImage(), look.hue(player.moment.phase.hue)
        assert inked(image, hue.ink), player.moment.phase.word
        assert inked(image, look.theme.text)
        assert cut_off(card) == []
    card.say_done("3 of 3", nudge_words.after_words(clock.local_time(), clock.local_time()))
    settle()
    assert cut_off(card) == []
    image = card.grab().toImage()
    assert inked(image, look.theme.accent)
    assert inked(image, look.theme.on_accent)


def test_a_still_guide_paints_nothing_between_two_seconds(
    look: Look,
    make_card: Callable[[Look], NudgeCard],
    guided: Callable[[NudgeCard], SessionPlayer],
    run: Callable[[SessionPlayer, float], None],
    painted: Callable[[QWidget, Callable[[], object]], QRegion],
) -> None:
    card = make_card(look._replace(still=True))
    player = guided(card)
    run(player, 16.2)  # in the breath
    assert painted(card._guide, lambda: run(player, 0.5)).isEmpty()
    card._guide.set_look(look)
    settle()
    assert not painted(card._guide, lambda: run(player, 0.05)).isEmpty()


def test_it_lies_in_the_corner_and_has_round_ones(card: NudgeCard) -> None:
    card.offer("14:00", "Stand tall.", can_snooze=True)
    settle()
    corner = QGuiApplication.primaryScreen().availableGeometry().bottomRight()
    assert corner - card.geometry().bottomRight() == QPoint(24, 24)
    outside = [QPoint(0, 0), QPoint(359, 0), QPoint(0, 219), QPoint(359, 219)]
    assert [point for point in outside if card.mask().contains(point)] == []
    assert card.mask().contains(QPoint(180, 2))


def test_it_stays_in_the_corner_where_its_size_or_the_screen_changes(card: NudgeCard, look: Look) -> None:
    card.offer("14:00", "Stand tall.", can_snooze=True)
    screen = QGuiApplication.primaryScreen()
    card.set_look(look._replace(text_scale=1.5))
    corner = screen.availableGeometry().bottomRight()
    assert corner - card.geometry().bottomRight() == QPoint(24, 24)
    card.move(0, 0)
    screen.availableGeometryChanged.emit(screen.availableGeometry())
    assert corner - card.geometry().bottomRight() == QPoint(24, 24)


def test_each_button_says_what_was_pressed(card: NudgeCard, qtbot: QtBot) -> None:
    card.offer("14:00", "Stand tall.", can_snooze=True)
    settle()
    for label, signal in (
        ("Start", card.start_pressed),
        ("In 10 min", card.snooze_pressed),
        ("Skip", card.skip_pressed),
        ("Close", card.closed),
    ):
        (button,) = [one for one in card._offer.findChildren(Button) if one.text() == label]
        with qtbot.waitSignal(signal, timeout=0):
            button.click()
    assert not card.isVisible()


def test_the_keys_work_once_it_has_the_keyboard(card: NudgeCard, qtbot: QtBot) -> None:
    card.offer("14:00", "Stand tall.", can_snooze=True)
    card.activateWindow()
    QTest.qWaitForWindowActive(card)
    card._offer._start.setFocus()
    with qtbot.waitSignal(card.snooze_pressed, timeout=0):
        press("s")
    assert [one.text() for one in tab_stops() if isinstance(one, Button)] == ["Start", "In 10 min", "Skip", "Close"]
    with qtbot.waitSignal(card.start_pressed, timeout=0):
        press(Qt.Key.Key_Return)
    with qtbot.assertNotEmitted(card.mute_pressed):
        press("m")
    with qtbot.waitSignals([card.closed, card.gone], timeout=0):
        press(Qt.Key.Key_Escape)
    assert not card.isVisible()


def test_a_nudge_that_cannot_be_put_off_has_no_key_for_it(card: NudgeCard, qtbot: QtBot) -> None:
    card.offer("14:00", "Stand tall.", can_snooze=False)
    card.activateWindow()
    QTest.qWaitForWindowActive(card)
    card._offer._start.setFocus()
    with qtbot.assertNotEmitted(card.snooze_pressed):
        press("s")


def test_the_keys_of_the_guide(card: NudgeCard, qtbot: QtBot, guided: Callable[[NudgeCard], SessionPlayer]) -> None:
    guided(card)
    card.activateWindow()
    QTest.qWaitForWindowActive(card)
    card._guide._stop.setFocus()
    with qtbot.waitSignal(card.mute_pressed, timeout=0):
        press("m")
    with qtbot.assertNotEmitted(card.snooze_pressed):
        press("s")
    with qtbot.waitSignal(card.stopped, timeout=0):
        press(Qt.Key.Key_Return)
    with qtbot.waitSignal(card.stopped, timeout=0):
        press(Qt.Key.Key_Escape)


def test_the_guide_names_each_phase_and_says_that_it_is_silent(
    card: NudgeCard, guided: Callable[[NudgeCard], SessionPlayer], run: Callable[[SessionPlayer, float], None]
) -> None:
    player = guided(card)
    names = set()
    before = card.grab().toImage()
    card._guide.show_sound(on=False)
    assert card.grab().toImage() != before
    while player.running:
        names.add(card._guide.accessibleName())
        run(player, 1)
    assert {"Get ready, 10 seconds", "Exhale, 7 seconds", "Squeeze, 10 seconds"} <= {
        name.removesuffix(", breath 1 of 1").removesuffix(", rep 1 of 1") for name in names
    }, names


def test_what_is_done_closes_by_itself(card: NudgeCard, qtbot: QtBot) -> None:
    with qtbot.waitSignal(card.gone, timeout=30_000):
        card.say_done("2 of 3", "Next at 15:00.")
        assert (card.isVisible(), card._done.accessibleName()) == (True, "2 of 3. Next at 15:00.")
        with qtbot.assertNotEmitted(card.closed):
            card.put_away()
        assert card.isVisible()
    assert not card.isVisible()


def test_an_offer_after_what_is_done_stays(card: NudgeCard) -> None:
    card.say_done("2 of 3", "Next at 15:00.")
    card.offer("15:00", "Stand tall.", can_snooze=True)
    assert not card._closing.isActive()


def test_its_ground_is_the_themes(make_card: Callable[[Look], NudgeCard]) -> None:
    for name in ("dark", "light"):
        look = Look(load_theme(name))
        card = make_card(look)
        card.offer("14:00", "Stand tall.", can_snooze=True)
        settle()
        assert QColor(card.grab().toImage().pixel(180, 8)) == colour(look.theme.surface)


def test_what_is_done_can_be_closed_before(card: NudgeCard, qtbot: QtBot) -> None:
    card.say_done("2 of 3", "Next at 15:00.")
    with qtbot.assertNotEmitted(card.closed), qtbot.assertNotEmitted(card.stopped):
        card.close()
    assert (card.isVisible(), card._closing.isActive()) == (False, False)
