"""A bus for each test that asks for one, and our connection to it."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from message_bus import MISSING, MessageBus
from ribdown.desktop.bus.bus import Bus


@pytest.fixture
def daemon() -> Iterator[MessageBus]:
    """A bus on which nobody is yet."""
    if MISSING:
        pytest.skip(f"no bus here: {MISSING} not installed")
    with MessageBus() as daemon:
        yield daemon


@pytest.fixture
def bus(daemon: MessageBus, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bus]:
    """Our connection to it."""
    from ribdown.desktop.bus.choice import session_bus

    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", daemon.address)
    bus = session_bus()
    yield bus
    bus.close()
