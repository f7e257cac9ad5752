"""The dock: the buttons that make sense now, the time left, and room for all of them."""

from collections.abc import Callable
from functools import partial
from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fakes import Driver, breathing, hold, plan_of_blocks, rest_block, untimed
from on_screen import press, reads_in_order, settle, show, tab_stops
from ribdown.core.moment import moment_at
from ribdown.core.timeline import Timeline
from ribdown.ui.look import Look, colour
from ribdown.ui.widgets.badge import Badge
from ribdown.ui.widgets.button import Button, ButtonKind
from ribdown.ui.widgets.dock import HEIGHT, Dock

# 10 s get-ready, 12 s of breaths, 20 s rest, 25 s hold, and a wait.
PLAN = plan_of_blocks(breathing(2), rest_block(20), hold(1, 25), untimed())
CHANGE = ["It hurts", "10 s more", "Pause", "I’m ready"]
WORK = ["Back", "Pause", "Skip", "End", "It hurts", "Far view"]
REST = ["Back", "Pause", "Skip", "10 s more", "It hurts", "Far view"]
WAIT = ["Back", "Pause", "Done, go on", "End", "It hurts", "Far view"]
STOPPED = ["Back", "Go on", "Skip", "End", "It hurts", "Far view"]


class Stand:
    """A dock under a session that is moved by hand."""

    def __init__(self, qtbot: QtBot, look: Look, plan: Timeline, width: int, scale: float) -> None:
        self.driver = Driver(plan)
        self.dock = Dock(look)
        self.dock.bar.set_plan(plan)
        self.dock.set_scale(scale)
        self.show()
        show(qtbot, self.dock, width, round(HEIGHT * scale))

    def show(self) -> None:
        """Show where the session is."""
        session = self.driver.session
        self.dock.show_moment(moment_at(session.timeline, session.position.elapsed), session)
        settle()

    def go(self, seconds: float = 0.0, *, pause: bool = False) -> None:
        """Let time pass, then perhaps stop."""
        self.driver.run(seconds)
        if pause:
            self.driver.pause()
        self.show()

    @property
    def buttons(self) -> list[Button]:
        """Those that are shown, from left to right."""
        return sorted((b for b in self.dock.findChildren(Button) if b.isVisible()), key=lambda b: b.x())

    def button(self, text: str) -> Button:
        return next(button for button in self.buttons if button.text() == text)

    @property
    def texts(self) -> list[str]:
        return [button.text() for button in self.buttons]


@pytest.fixture
def stand(qtbot: QtBot, look: Look) -> Callable[..., Stand]:
    def make(plan: Timeline = PLAN, width: int = 1280, scale: float = 1.0, text_scale: float = 1.0) -> Stand:
        return Stand(qtbot, look._replace(text_scale=text_scale), plan, width, scale)

    return make


# -- a rehearsal


@pytest.mark.parametrize(("width", "scale"), [(760, 0.79), (1280, 1.0), (1920, 1.41)])
@pytest.mark.parametrize("text_scale", [1.0, 1.5, 2.0])
def test_a_rehearsal_says_that_it_is_one(
    stand: Callable[..., Stand], width: int, scale: float, text_scale: float
) -> None:
    at = stand(width=width, scale=scale, text_scale=text_scale)
    badge = at.dock.findChildren(Badge)[0]
    at.dock.show_speed(1.0)
    assert not badge.isVisible()
    at.dock.show_speed(10.0)
    at.go(11)
    assert badge.isVisible()
    assert badge.accessibleName() == "Rehearsal, 10×"
    assert at.dock.rect().contains(badge.geometry())
    assert badge.geometry().right() < at.buttons[0].x()


# -- which buttons

PLACES = {"change": 0.0, "work": 11.0, "rest": 23.0, "hold": 50.0, "wait": 67.0}
SHOWN = {"change": CHANGE, "work": WORK, "rest": REST, "hold": WORK, "wait": WAIT}


@pytest.mark.parametrize("place", PLACES)
def test_the_buttons_that_make_sense_there(stand: Callable[..., Stand], place: str) -> None:
    at = stand()
    at.go(PLACES[place])
    assert at.texts == SHOWN[place]
    at.go(pause=True)
    assert at.texts == STOPPED


def test_while_a_breath_is_about_to_start_again_the_buttons_stay(stand: Callable[..., Stand]) -> None:
    at = stand()
    at.go(11, pause=True)
    at.driver.resume()
    at.show()
    assert at.driver.here.lead_in
    assert at.texts == WORK


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("stopped", [False, True])
def test_one_button_asks_to_be_pressed(stand: Callable[..., Stand], place: str, stopped: bool) -> None:
    at = stand()
    at.go(PLACES[place], pause=stopped)
    main = "Go on" if stopped else {"change": "I’m ready", "wait": "Done, go on"}.get(place, "Pause")
    assert [button.text() for button in at.buttons if button._kind is ButtonKind.PRIMARY] == [main]


@pytest.mark.parametrize(
    ("place", "text", "signal"),
    [
        ("work", "Back", "back"),
        ("work", "Pause", "toggled"),
        ("work", "Skip", "skipped"),
        ("work", "End", "end_asked"),
        ("work", "It hurts", "hurt"),
        ("work", "Far view", "far_view_asked"),
        ("change", "10 s more", "more_time_asked"),
        ("change", "I’m ready", "skipped"),
        ("wait", "Done, go on", "skipped"),
    ],
)
def test_each_says_what_was_pressed(stand: Callable[..., Stand], place: str, text: str, signal: str) -> None:
    at = stand()
    at.go(PLACES[place])
    said: list[str] = []
    for name in ("back", "toggled", "skipped", "end_asked", "far_view_asked", "more_time_asked", "hurt"):
        getattr(at.dock, name).connect(lambda *_, name=name: said.append(name))
    QTest.mouseClick(at.button(text), Qt.MouseButton.LeftButton)
    assert said == [signal]


# -- the keyboard


def test_the_keyboard_starts_on_pause(stand: Callable[..., Stand]) -> None:
    at = stand()
    at.dock.focus_first()
    assert QApplication.focusWidget() is at.button("Pause")


@pytest.mark.parametrize("text", ["10 s more", "I’m ready"])
def test_the_keyboard_is_not_lost_with_its_button(stand: Callable[..., Stand], text: str) -> None:
    at = stand()
    at.button(text).setFocus()
    at.go(11)
    assert QApplication.focusWidget() is at.button("Pause")


@pytest.mark.parametrize("text", ["Back", "Skip", "Far view"])
def test_the_keyboard_stays_on_a_button_that_stays(stand: Callable[..., Stand], text: str) -> None:
    at = stand()
    at.go(11)
    at.button(text).setFocus()
    at.go(12)
    assert QApplication.focusWidget() is at.button(text)


@pytest.mark.parametrize("place", PLACES)
def test_tab_follows_reading_order(stand: Callable[..., Stand], place: str) -> None:
    at = stand()
    at.go(PLACES[place])
    at.buttons[0].setFocus()
    stops = tab_stops()
    assert [stop.text() for stop in stops if isinstance(stop, Button)] == at.texts
    assert reads_in_order(at.dock, stops)


def test_return_presses_the_focused_button(stand: Callable[..., Stand]) -> None:
    at = stand()
    said: list[str] = []
    at.dock.more_time_asked.connect(lambda: said.append("more"))
    at.button("10 s more").setFocus()
    press(Qt.Key.Key_Return)
    assert said == ["more"]


# -- room


def clashes(at: Stand) -> list[str]:
    """What lies over something else, or outside."""
    dock = at.dock
    time = QRect(0, round(dock._middle()) - 10, round(32 * dock._scale + dock._time_width()), 20)
    boxes = {"time": time, "bar": dock.bar.geometry()} | {b.text(): b.geometry() for b in at.buttons}
    found = [f"{one} on {other}" for one, other in combinations(boxes, 2) if boxes[one].intersects(boxes[other])]
    found += [name for name, box in boxes.items() if not dock.rect().contains(box)]
    return found + [b.text() for b in at.buttons if b.width() < b.sizeHint().width()]


@pytest.mark.parametrize(("width", "scale"), [(760, 0.79), (1100, 1.0), (1280, 1.0), (1920, 1.41)])
@pytest.mark.parametrize("text_scale", [1.0, 1.5, 2.0])
def test_nothing_lies_over_anything(stand: Callable[..., Stand], width: int, scale: float, text_scale: float) -> None:
    at = stand(plan_of_blocks(breathing(100, 3, 6), rest_block(20), hold(1, 25), untimed()), width, scale, text_scale)
    assert clashes(at) == []
    at.go(8)
    assert clashes(at) == []
    at.go(5, pause=True)
    assert clashes(at) == []
    at.driver.resume()
    at.driver.skip()
    for _ in range(2):  # rest, then hold
        at.go()
        assert clashes(at) == []
        at.driver.skip()
    at.go(4)
    assert at.driver.session.remaining == 0, "waits"
    assert clashes(at) == []


def test_the_time_left_outlasts_the_total(stand: Callable[..., Stand]) -> None:
    totals = []
    for width in (1280, 430):
        at = stand(width=width, scale=0.79, text_scale=1.5)
        at.go(11)
        totals.append(at.dock._total_text())
    assert totals == ["left of 1:07", ""]


def test_a_button_is_as_wide_as_what_it_says_now(stand: Callable[..., Stand]) -> None:
    at = stand()
    at.go(pause=True)
    for step in (at.driver.skip, at.driver.pause, at.driver.resume):
        step()
        at.go()
        assert all(button.size() == button.sizeHint() for button in at.buttons), at.texts


def test_where_it_is_narrow_only_the_main_button_keeps_its_words(stand: Callable[..., Stand]) -> None:
    wide, narrow, large = stand(), stand(width=760, scale=0.79), stand(text_scale=1.5)
    for at in (wide, narrow, large):
        at.go(11)
    assert [button.toolTip() for button in wide.buttons] == [""] * 6
    kept = ["", *WORK[5:]]  # pain keeps its words, too, as long as there is room
    assert [button.toolTip() for button in narrow.buttons] == ["Back", "", *WORK[2:4], *kept]
    assert [button.toolTip() for button in large.buttons] == ["Back", "", *WORK[2:4], *kept]
    narrow.go(1, pause=True)
    assert (narrow.button("Go on").toolTip(), narrow.button("Skip").toolTip()) == ("", "Skip")
    narrow.dock.resize(1280, HEIGHT)
    settle()
    assert narrow.button("Skip").toolTip() == ""


def test_the_transport_is_centred_and_far_view_stands_at_the_right(stand: Callable[..., Stand]) -> None:
    at = stand(width=1600)
    at.go(11)
    *transport, _, far = at.buttons
    assert (transport[0].x() + transport[-1].geometry().right()) / 2 == pytest.approx(800, abs=1)
    assert far.geometry().right() == pytest.approx(1600 - 32, abs=1)
    assert at.button("Pause").height() == 60


def test_it_grows_with_the_window(stand: Callable[..., Stand]) -> None:
    at = stand(width=1920, scale=1.5)
    at.go(11)
    assert at.button("Pause").height() == 90


def test_sound_that_comes_while_nothing_moves_has_its_button(stand: Callable[..., Stand]) -> None:
    at = stand()
    at.go(11, pause=True)
    at.dock.show_sound("Sound on", on=True)
    at.show()
    assert at.button("Sound on").isVisible()


# -- the time


def time_ink(at: Stand) -> set[str]:
    image = at.dock.grab(QRect(20, 80, 250, 50)).toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def test_the_time_left_is_painted_when_it_changes(
    stand: Callable[..., Stand], look: Look, painted: Callable[..., QRegion]
) -> None:
    at = stand()
    at.go(11.2)
    assert (at.dock._left, at.dock._total) == ("0:56", "1:07")
    assert {colour(look.theme.text).name(), colour(look.theme.text2).name()} <= time_ink(at)
    place = QPoint(50, 106)
    regions = [painted(at.dock, partial(at.go, step)) for step in (0.3, 0.6)]
    assert [region.contains(place) for region in regions] == [False, True]


def test_another_look_is_worn(stand: Callable[..., Stand], look: Look) -> None:
    at = stand()
    before = at.dock.grab().toImage()
    at.dock.set_look(look._replace(text_scale=1.5))
    settle()
    assert at.dock.grab().toImage() != before
    assert clashes(at) == []
