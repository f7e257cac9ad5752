"""A drag of a slider writes when it rests, and nothing is lost."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ribdown.core.errors import UserError
from ribdown.core.settings import Settings
from ribdown.infra.settings_file import SettingsFile
from ribdown.ui.preferences import Preferences
from ribdown.ui.resting_store import RestingStore


class Counted(SettingsFile):
    """The real file, and how often it was written."""

    writes = 0

    def save(self, settings: Settings) -> None:
        super().save(settings)
        self.writes += 1


@pytest.fixture
def file(tmp_path: Path) -> Counted:
    return Counted(tmp_path / "settings.toml")


@pytest.fixture
def store(qtbot: QtBot, file: Counted) -> RestingStore:
    return RestingStore(file)


def test_one_change_is_written_at_once(store: RestingStore, file: Counted) -> None:
    store.save(Settings(volume=1))
    assert file.load() == (Settings(volume=1), [])
    store.write()
    assert file.writes == 1


def test_a_drag_is_written_at_its_start_and_when_it_rests(qtbot: QtBot, store: RestingStore, file: Counted) -> None:
    preferences = Preferences(Settings(volume=0), store)
    for volume in range(1, 101):
        preferences.change(volume=volume)
    assert (file.writes, preferences.settings.volume) == (1, 100)
    qtbot.waitUntil(lambda: file.writes > 1, timeout=10_000)
    assert file.load() == (Settings(volume=100), [])
    assert (file.writes, store._rest.isActive()) == (2, False)


def test_what_waits_is_written_at_the_end(store: RestingStore, file: Counted) -> None:
    for volume in (1, 2, 3):
        store.save(Settings(volume=volume))
    store.write()
    assert file.load() == (Settings(volume=3), [])
    assert (file.writes, store._rest.isActive()) == (2, False)


def test_what_cannot_be_written_is_said_now_or_later(store: RestingStore, file: Counted, tmp_path: Path) -> None:
    problems: list[UserError] = []
    store.failed.connect(problems.append)
    blocked = tmp_path / "settings.toml"
    blocked.mkdir()
    with pytest.raises(UserError, match="could not be saved"):
        store.save(Settings(volume=1))
    store.save(Settings(volume=2))
    assert problems == []
    store.write()
    assert [error.what.partition(":")[0] for error in problems] == ["The settings could not be saved"]
    blocked.rmdir()
    store.save(Settings(volume=3))
    store.write()
    assert file.load() == (Settings(volume=3), [])
