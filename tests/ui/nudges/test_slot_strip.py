"""The day's nudges by pointer and by keyboard, and the panels of the start page."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from nudge_desk import NudgeDesk
from on_screen import cut_off, press, settle, show, unnamed
from ribdown.core.nudges.record import Outcome, Reason
from ribdown.core.nudges.slot import Slot
from ribdown.core.nudges.state import Phase
from ribdown.core.nudges.summary import SlotLine
from ribdown.infra.themes import load_theme
from ribdown.ui.look import Look
from ribdown.ui.nudges.nudge_panel import NudgePanel
from ribdown.ui.nudges.nudge_view import NudgeView
from ribdown.ui.nudges.pulse_panel import PulsePanel
from ribdown.ui.nudges.slot_strip import SlotStrip

DAY = date(2026, 11, 20)


def line(hour: int, minute: int = 0, **more: object) -> SlotLine:
    at = datetime(2026, 11, 20, hour, minute, tzinfo=UTC)
    return SlotLine(Slot(DAY, hour * 60 + minute), at, **more)  # type: ignore[arg-type]


SLOTS = (
    line(9, outcome=Outcome.DONE),
    line(10, outcome=Outcome.EXPIRED, reason=Reason.AWAY),
    line(11, outcome=Outcome.SKIPPED),
    line(12, phase=Phase.SHOWN),
    line(13),
    line(14),
)
VIEW = NudgeView(DAY, True, False, "13:00", "", "in 23 min", SLOTS, 1)  # noqa: FBT003


@pytest.fixture
def strip(qtbot: QtBot, look: Look) -> Iterator[SlotStrip]:
    strip = SlotStrip(look)
    strip.show_slots(SLOTS)
    other = QWidget()
    other.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    holder = QWidget()
    for widget in (other, strip):
        widget.setParent(holder)
    strip.setGeometry(0, 100, 400, 32)  # the pointer is at the top
    other.setGeometry(0, 0, 10, 10)
    show(qtbot, holder, 400, 200)
    other.setFocus()
    yield strip
    QTest.mouseMove(holder, QPoint())  # for the next window to open
    settle()


@pytest.fixture
def said(strip: SlotStrip) -> list[str]:
    words: list[str] = []
    strip.pointed.connect(lambda _: words.append(strip.words))
    return words


def test_left_and_right_go_through_the_slots(strip: SlotStrip, said: list[str]) -> None:
    strip.setFocus()
    assert said == ["12:00 shown 12:00"]
    press(*[Qt.Key.Key_Right] * 4)
    assert said[1:] == ["13:00 to come", "14:00 to come"]
    press(*[Qt.Key.Key_Left] * 6)
    assert said[3:] == [
        "13:00 to come",
        "12:00 shown 12:00",
        "11:00 skipped 11:00",
        "10:00 held: you were away, expired 10:00",
        "09:00 done 09:00",
    ]
    strip.clearFocus()
    assert (said[-1], strip.words) == ("", "")


def test_other_keys_are_not_its_own(strip: SlotStrip, said: list[str]) -> None:
    strip.setFocus()
    for key in (int(Qt.Key.Key_Up), 0x1000ABCD):  # the second has no name
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
        strip.keyPressEvent(event)
        assert not event.isAccepted()
    assert len(said) == 1


def test_the_pointer_says_what_it_is_over(strip: SlotStrip, said: list[str]) -> None:
    for index in (0, 1, 5):
        QTest.mouseMove(strip, strip.tile_box(index).center().toPoint())
        settle()
    QTest.mouseMove(strip, QPoint(399, 16))
    settle()
    QTest.mouseMove(strip.window(), QPoint(300, 300))
    settle()
    assert said == ["09:00 done 09:00", "10:00 held: you were away, expired 10:00", "14:00 to come", ""]


def test_what_changes_under_the_pointer_is_said_anew(strip: SlotStrip, said: list[str]) -> None:
    QTest.mouseMove(strip, strip.tile_box(3).center().toPoint())
    strip.show_slots((*SLOTS[:3], line(12, outcome=Outcome.DONE), *SLOTS[4:]))
    assert said == ["12:00 shown 12:00", "12:00 done 12:00"]
    strip.show_slots(SLOTS[:2])
    assert (said[-1], strip.words) == ("", "")
    strip.show_slots(())
    strip.setFocus()
    press(Qt.Key.Key_Right)
    assert strip.words == ""


def test_a_screen_reader_hears_all_of_them(strip: SlotStrip) -> None:
    assert strip.accessibleName() == "Today’s nudges"
    assert strip.accessibleDescription().startswith("09:00 done 09:00. 10:00 held: you were away, expired 10:00. ")


@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize("many", [1, 9, 48])
def test_every_slot_has_its_tile_and_looks_like_what_became_of_it(qtbot: QtBot, theme: str, many: int) -> None:
    strip = SlotStrip(Look(load_theme(theme)))
    show(qtbot, strip, 320, 32)
    pictures: list[QImage] = []
    for more in (
        {"outcome": Outcome.DONE},
        {"outcome": Outcome.SKIPPED},
        {"outcome": Outcome.EXPIRED},
        {"phase": Phase.SNOOZED},
        {"phase": Phase.SHOWN},
        {},
    ):
        strip.show_slots(tuple(line(index // 2, index % 2 * 30, **more) for index in range(many)))
        picture = strip.grab().toImage()
        assert picture not in pictures, more
        pictures.append(picture)
        tiles = [strip.tile_box(index) for index in range(many)]
        assert all(one.right() < other.left() for one, other in pairwise(tiles))
        assert tiles[-1].right() <= strip.width()


@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize(
    ("view", "button"),
    [
        (VIEW, "Pause"),
        (NudgeView(DAY, True, True, "Paused", "until 15:00", "until 15:00", SLOTS, 4), "Nudge again"),  # noqa: FBT003
        (NudgeView(DAY, False, False, "Off", "", "Nudges are off.", (), 0), "Turn nudges on"),  # noqa: FBT003
    ],
    ids=["on", "paused", "off"],
)
def test_the_panels_are_whole(qtbot: QtBot, theme: str, scale: float, view: NudgeView, button: str) -> None:
    look = Look(load_theme("dark"))
    panel, pulses = NudgePanel(look), PulsePanel(look)
    for part in (panel, pulses):
        part.set_look(Look(load_theme(theme), scale))
    panel.show_view(view)
    pulses.show_done(view.pulses)
    for part in (panel, pulses):
        show(qtbot, part, round(330 * scale), round(260 * scale))
        assert cut_off(part) == []
        assert unnamed(part) == []
        assert not part.grab().isNull()
    shown = [one.text() for one in (panel._pause, panel._resume, panel._turn_on) if one.isVisible()]
    assert shown == [button]
    assert panel._strip.isVisible() == bool(view.slots)
    assert panel._line.plain == ("12:00 shown 12:00" if view.slots else "")


def test_the_panel_says_what_is_asked(qtbot: QtBot, look: Look) -> None:
    panel, pulses = NudgePanel(look), PulsePanel(look)
    panel.show_view(VIEW)
    show(qtbot, panel, 330, 260)
    for button, signal in (
        (panel._resume, panel.resume_asked),
        (panel._turn_on, panel.turned_on),
        (pulses._now, pulses.asked),
    ):
        with qtbot.waitSignal(signal, timeout=0):
            button.click()
    asked: list[str] = []
    panel.pause_asked.connect(asked.append)
    panel._pause.click()
    (menu,) = panel.findChildren(QMenu)
    actions = menu.actions()
    assert [one.text() for one in actions[:5]] == [
        "For 30 min",
        "For 1 h",
        "Quiet for today",
        "Until Sunday 22 November",
        "Until Monday 23 November",
    ]
    for action in actions:
        action.trigger()
    menu.close()
    assert asked == ["30 min", "1 h", "tomorrow", *(str(DAY + timedelta(days=n)) for n in range(2, 8))]


def test_the_line_follows_the_strip(qtbot: QtBot, look: Look) -> None:
    panel = NudgePanel(look)
    panel.show_view(VIEW)
    show(qtbot, panel, 330, 260)
    panel._strip.setFocus()
    press(Qt.Key.Key_Left)
    assert panel._line.plain == "11:00 skipped 11:00"
    panel.show_view(VIEW)  # as each minute
    assert panel._line.plain == "11:00 skipped 11:00"
    panel._strip.clearFocus()
    assert panel._line.plain == "12:00 shown 12:00"


def test_every_pause_that_is_offered_is_one(make_desk: Callable[..., NudgeDesk]) -> None:
    from ribdown.ui.nudges.nudge_words import pause_lengths

    desk = make_desk()
    for _, length in pause_lengths(desk.clock.local_time().date()):
        desk.nudging.pause(length)
        assert desk.nudging.view(on=True).paused, length
