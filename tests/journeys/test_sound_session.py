"""A session through the real window is heard where its timeline says, from its first change to its last."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from command import SRC
from fakes import exercise, plan_of, reps
from live_session import LiveSession
from ribdown.core.content import Sides
from ribdown.core.history import Status
from ribdown.core.plan import PlanOptions
from ribdown.core.timeline import Timeline
from ribdown.desktop.audio.output import Backend
from sound_server import MISSING, SoundServer

pytestmark = [
    pytest.mark.xvfb,
    pytest.mark.skipif(bool(MISSING), reason=f"no sound server here: {MISSING} not installed"),
]

LATE = 0.010  # seconds
LIMIT = 120_000  # ms
# Struck sounds with silence after each: an onset is a change of phase, and nothing else is. Two turns, so that one
# chunk of sound follows another.
PLAN = plan_of(exercise(reps(3, 1.2, 0.0, 1.2), sides=Sides.EACH), options=PlanOptions(get_ready=3.0, switch_sides=3.0))


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[SoundServer]:
    with SoundServer() as server:
        for name, value in (server.environment | {"PYTHONPATH": str(SRC)}).items():
            monkeypatch.setenv(name, value)
        yield server


@pytest.fixture
def enter(qapp: QApplication, tmp_path: Path) -> Iterator[Callable[[], LiveSession]]:
    lives: list[LiveSession] = []

    def live() -> LiveSession:
        lives.append(LiveSession(qapp, tmp_path / str(len(lives)), PLAN))
        return lives[-1]

    yield live
    for one in lives:
        one.close()


def boundaries(plan: Timeline) -> list[float]:
    """Where a change is heard. The first one is left out: the session's start waits for nothing, and the sound is there
    a moment later."""
    return [start for start, segment in zip(plan.starts, plan.segments, strict=True) if start > 0 and segment.ms]


@pytest.mark.parametrize("stalled", [False, True], ids=["free", "window stalled"])
def test_every_change_of_a_session_is_heard_when_it_is_shown(
    server: SoundServer, enter: Callable[[], LiveSession], qtbot: QtBot, *, stalled: bool
) -> None:
    stall = QTimer(interval=1000)
    stall.timeout.connect(lambda: time.sleep(0.3))
    if stalled:
        stall.start()
    # Once more where a machine that is busy with something else spoiled it: what is wrong with the sound spoils both.
    assert any(_is_on_time(server, enter(), qtbot) for _ in range(2))
    stall.stop()


def _is_on_time(server: SoundServer, live: LiveSession, qtbot: QtBot) -> bool:
    with server.recording() as recording:
        qtbot.waitUntil(lambda: live.voices.audio.name is Backend.QT, timeout=LIMIT)
        live.sound.set_volume(1.0, muted=False)
        live.start()
        qtbot.waitUntil(lambda: live.ended, timeout=LIMIT)
        end = time.monotonic() + 0.5
        qtbot.waitUntil(lambda: time.monotonic() > end, timeout=LIMIT)
    assert live.record.status is Status.COMPLETED
    expected = boundaries(PLAN)
    began = live.began - recording.began
    onsets = [onset for onset in recording.onsets(quiet=0.2) if onset - began > 1.5]
    if len(onsets) < len(expected):
        return False
    off = recording.deviations(expected, onsets)
    return sorted(map(abs, off))[round(0.95 * len(off)) - 1] <= LATE and abs(off[-1] - off[0]) <= LATE
