"""The tray icon on a real bus, with a panel that comes late, goes and comes back."""

import sys
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from ribdown.desktop.bus.bus import NoBus
from ribdown.desktop.bus.choice import session_bus
from ribdown.desktop.picture import GROUND, INK, SIZES, own_picture
from ribdown.desktop.tray.choice import choose_tray
from ribdown.desktop.tray.qt_tray import QtTray
from ribdown.desktop.tray.tray import SEPARATOR, MenuItem, NoTray
from ribdown.desktop.tray.tray_host import FixedHost
from tray_panel import Panel

LIMIT = 30_000  # ms
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="there are no such panels elsewhere")
ITEMS = (
    MenuItem("", "Next: 14:00"),
    SEPARATOR,
    MenuItem("now", "Do one now"),
    MenuItem("resume", "Resume"),
)
SHOWN = [["Next: 14:00", False], ["-", False], ["Do one now", True], ["Resume", True]]


@pytest.fixture
def tray(qtbot: QtBot) -> Iterator[QtTray]:
    bus = session_bus()
    tray = choose_tray(bus)
    yield tray
    tray.hide()
    bus.close()


def ask(panel: Panel, qtbot: QtBot, command: str, *values: Any) -> Any:
    """Have the panel ask the window, which has to answer meanwhile."""
    panel.start(command, *values)
    qtbot.waitUntil(panel.done, timeout=LIMIT)
    return panel.end()


def heard(signal: Any) -> list[Any]:
    """What a signal carries from now on."""
    found: list[Any] = []
    signal.connect(lambda *values: found.append(values))
    return found


def wait_for_icon(panel: Panel, tray: QtTray, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: tray.available and ask(panel, qtbot, "items") == 1, timeout=LIMIT)


@on_linux
@pytest.mark.xvfb
def test_the_icon_has_its_tooltip_picture_and_menu_and_says_what_was_chosen(tray: QtTray, qtbot: QtBot) -> None:
    chosen, clicked = heard(tray.events.chosen), heard(tray.events.clicked)
    tray.show("Ribdown: next at 14:00", ITEMS)
    with Panel() as panel:
        wait_for_icon(panel, tray, qtbot)
        shown = ask(panel, qtbot, "shown")
        assert (shown["tip"], shown["menu"]) == ("Ribdown: next at 14:00", SHOWN)
        assert set(shown["sizes"]) <= set(SIZES)
        ask(panel, qtbot, "choose", "Do one now")
        ask(panel, qtbot, "click")
        qtbot.waitUntil(lambda: (chosen, clicked) == ([("now",)], [()]), timeout=LIMIT)
        tray.show("Ribdown: paused", ITEMS[3:])
        qtbot.waitUntil(lambda: ask(panel, qtbot, "shown")["menu"] == [["Resume", True]], timeout=LIMIT)
        assert ask(panel, qtbot, "shown")["tip"] == "Ribdown: paused"
        tray.hide()
        qtbot.waitUntil(lambda: ask(panel, qtbot, "items") == 0, timeout=LIMIT)


@on_linux
@pytest.mark.xvfb
def test_a_panel_that_comes_late_shows_it_and_one_that_starts_anew_too(tray: QtTray, qtbot: QtBot) -> None:
    changes = heard(tray.events.changed)
    tray.show("Ribdown", ITEMS)
    with qtbot.assertNotEmitted(tray.events.changed, wait=300):
        assert not tray.available
    for number in (1, 3):
        with Panel() as panel:
            wait_for_icon(panel, tray, qtbot)
            assert ask(panel, qtbot, "shown")["menu"] == SHOWN
            assert len(changes) == number
        qtbot.waitUntil(lambda: not tray.available, timeout=LIMIT)


@on_linux
@pytest.mark.xvfb
def test_a_watcher_without_a_panel_is_no_place_yet(tray: QtTray, qtbot: QtBot) -> None:
    tray.show("Ribdown", ITEMS)
    with Panel(host=False) as panel:
        with qtbot.assertNotEmitted(tray.events.changed, wait=300):
            pass
        assert (tray.available, ask(panel, qtbot, "items")) == (False, 0)
        ask(panel, qtbot, "gain_host")
        wait_for_icon(panel, tray, qtbot)
        ask(panel, qtbot, "lose_host")
        qtbot.waitUntil(lambda: not tray.available, timeout=LIMIT)


@on_linux
@pytest.mark.xvfb
def test_nothing_appears_that_was_not_asked_for(tray: QtTray, qtbot: QtBot) -> None:
    with Panel() as panel:
        qtbot.waitUntil(lambda: tray.available, timeout=LIMIT)
        assert ask(panel, qtbot, "items") == 0
        tray.show("Ribdown", ITEMS)
        wait_for_icon(panel, tray, qtbot)


# -- elsewhere


@pytest.mark.xvfb
def test_where_the_system_has_a_tray_the_icon_is_there_at_once(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    said: list[tuple[str, str]] = []
    monkeypatch.setattr(QSystemTrayIcon, "showMessage", lambda _, *words: said.append(words[:2]))
    tray = choose_tray(NoBus(), platform="win32")
    tray.say("too", "early")
    tray.show("Ribdown", ITEMS)
    assert tray.available
    tray.say("Rib down", "Ten seconds")
    assert said == [("Rib down", "Ten seconds")]
    chosen = heard(tray.events.chosen)
    icon = next(child for child in tray.children() if isinstance(child, QSystemTrayIcon))
    actions = icon.contextMenu().actions()
    assert [action.isEnabled() for action in actions if not action.isSeparator()] == [False, True, True]
    actions[2].trigger()
    assert chosen == [("now",)]
    tray.hide()


def test_without_a_place_nothing_happens(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: False)
    for tray in (QtTray(own_picture(), FixedHost()), choose_tray(NoBus()), NoTray()):
        tray.show("Ribdown", ITEMS)
        tray.say("Rib down", "Ten seconds")
        QApplication.processEvents()
        tray.hide()
        assert not tray.available


# -- the picture


def contrast(one: QColor, other: QColor) -> float:
    """Contrast ratio as WCAG 2.2 defines it."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: QColor) -> float:
    linear: Callable[[float], float] = lambda v: v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4  # noqa: E731
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())


@pytest.mark.parametrize("bar", ["#ffffff", "#f0f0f0", "#1e1e1e", "#000000"])
def test_the_picture_reads_on_dark_and_light_bars(bar: str) -> None:
    assert contrast(GROUND, QColor(bar)) >= 3
    assert contrast(GROUND, INK) >= 4.5


@pytest.mark.parametrize("size", SIZES)
def test_it_is_drawn_for_every_size(size: int, qapp: QApplication) -> None:
    image = own_picture(mask=False).pixmap(size, size).toImage()
    assert (image.width(), image.pixelColor(0, 0).alpha()) == (size, 0)
    colours = [image.pixelColor(x, y) for x in range(size) for y in range(size)]
    assert sum(contrast(colour, QColor("white")) < 1.3 for colour in colours if colour.alpha() == 255) >= size
    assert any(colour.rgb() == GROUND.rgb() for colour in colours)


def test_as_a_mask_it_has_no_ground(qapp: QApplication) -> None:
    icon = own_picture(mask=True)
    image = icon.pixmap(24, 24).toImage()
    assert icon.isMask()
    assert image.pixelColor(3, 16).alpha() == 0
