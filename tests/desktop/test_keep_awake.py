"""Keeping the screen awake on a machine without a session bus: nothing happens, and nothing is said."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from wakepy import keep

from ribdown.desktop.keep_awake import KeepAwake, NoKeepAwake, WakepyKeepAwake


@pytest.fixture(autouse=True)
def no_bus(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
    monkeypatch.delenv("WAKEPY_FAKE_SUCCESS", raising=False)


class Locks:
    """How many locks there are, and were."""

    def __init__(self) -> None:
        self.now = self.ever = 0

    @contextmanager
    def presenting(self, **_: Any) -> Iterator[None]:
        self.now += 1
        self.ever += 1
        yield
        self.now -= 1


@pytest.fixture
def locks(monkeypatch: pytest.MonkeyPatch) -> Locks:
    locks = Locks()
    monkeypatch.setattr(keep, "presenting", locks.presenting)
    return locks


@pytest.mark.parametrize("keep_awake", [NoKeepAwake(), WakepyKeepAwake()])
def test_nothing_is_raised_in_any_order(keep_awake: KeepAwake) -> None:
    keep_awake.release()
    for _ in range(2):
        keep_awake.hold()
        keep_awake.hold()
        keep_awake.release()
        keep_awake.release()


@pytest.mark.skipif(sys.platform != "linux", reason="no bus is needed there")
def test_without_a_bus_nothing_is_held() -> None:
    keep_awake = WakepyKeepAwake()
    assert not keep_awake.held
    keep_awake.hold()
    assert not keep_awake.held
    keep_awake.release()
    assert not keep_awake.held


def test_one_lock_however_often_it_is_asked_for(locks: Locks) -> None:
    keep_awake = WakepyKeepAwake()
    keep_awake.hold()
    keep_awake.hold()
    assert (locks.now, locks.ever) == (1, 1)
    keep_awake.release()
    keep_awake.release()
    assert (locks.now, locks.ever) == (0, 1)
    keep_awake.hold()
    assert (locks.now, locks.ever) == (1, 2)
    keep_awake.release()


def test_where_it_is_not_wanted_nothing_is_asked_for(locks: Locks) -> None:
    keep_awake = NoKeepAwake()
    keep_awake.hold()
    assert locks.ever == 0
