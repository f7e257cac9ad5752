"""A session on battery shows fewer frames, and asks for that beside the window's thread."""

from collections.abc import Callable
from threading import Event, current_thread, main_thread

import pytest
from pytestqt.qtbot import QtBot

from fakes import breathing, plan_of_blocks
from on_screen import settle
from ribdown.core.timeline import Timeline
from ribdown.ui import frame_pace as module
from ribdown.ui.frame_pace import BATTERY_MS, FramePace
from ribdown.ui.session_player import FRAME_MS, TICK_MS, SessionPlayer


class Supply:
    """Power whose source is changed by hand; notes whether it was asked on the window's thread."""

    def __init__(self, *, battery: bool) -> None:
        self.battery = battery
        self.asked: list[bool] = []
        self.answers = Event()
        self.answers.set()

    def on_battery(self) -> bool:
        self.asked.append(current_thread() is main_thread())
        assert self.answers.wait(10)
        return self.battery


@pytest.fixture
def player(make_player: Callable[[Timeline], SessionPlayer], monkeypatch: pytest.MonkeyPatch) -> SessionPlayer:
    monkeypatch.setattr(module, "_FIRST_MS", 0)
    player = make_player(plan_of_blocks(breathing()))
    player.show_frames(wanted=True)
    return player


def interval(player: SessionPlayer) -> int:
    return player._timer.interval()


def test_on_battery_a_frame_is_shown_for_longer(qtbot: QtBot, player: SessionPlayer) -> None:
    supply = Supply(battery=True)
    FramePace(player, supply)
    assert (interval(player), supply.asked) == (FRAME_MS, [])
    player.start()
    qtbot.waitUntil(lambda: interval(player) == BATTERY_MS)
    assert supply.asked == [False]
    player.show_frames(wanted=False)
    assert interval(player) == TICK_MS
    player.show_frames(wanted=True)
    assert interval(player) == BATTERY_MS
    player.end()


def test_it_asks_again_while_the_session_runs(
    qtbot: QtBot, player: SessionPlayer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_AGAIN_MS", 1)
    supply = Supply(battery=True)
    FramePace(player, supply)
    player.start()
    qtbot.waitUntil(lambda: interval(player) == BATTERY_MS)
    supply.battery = False
    qtbot.waitUntil(lambda: interval(player) == FRAME_MS)
    player.end()


def test_it_does_not_ask_while_the_session_stands_still(qtbot: QtBot, player: SessionPlayer) -> None:
    supply = Supply(battery=True)
    pace = FramePace(player, supply)
    player.start()
    player.pause()
    assert not pace._next.isActive()
    player.resume()
    qtbot.waitUntil(lambda: interval(player) == BATTERY_MS)
    player.pause()
    assert (pace._next.isActive(), len(supply.asked)) == (False, 1)
    player.end()


def test_an_answer_after_the_end_changes_nothing(qtbot: QtBot, player: SessionPlayer) -> None:
    supply = Supply(battery=True)
    supply.answers.clear()
    pace = FramePace(player, supply)
    player.start()
    qtbot.waitUntil(lambda: bool(supply.asked))
    player.end()  # which waits for nobody
    supply.answers.set()
    settle()
    assert (interval(player), pace._next.isActive()) == (FRAME_MS, False)
