"""The settings in use: changed at once, then written."""

import pytest
from PySide6.QtWidgets import QApplication

from ribdown.core.errors import UserError
from ribdown.core.settings import Settings, ThemeChoice
from ribdown.ui.preferences import Preferences


class Store:
    """Keeps what was written, in order; full when told so."""

    def __init__(self) -> None:
        self.kept: list[Settings] = []
        self.full = False

    def save(self, settings: Settings) -> None:
        if self.full:
            raise UserError("The disk is full.")
        self.kept.append(settings)


@pytest.fixture
def store() -> Store:
    return Store()


@pytest.fixture
def preferences(qapp: QApplication, store: Store) -> Preferences:
    return Preferences(Settings(text_size=125), store)


def test_a_change_is_in_use_before_it_is_written(preferences: Preferences, store: Store) -> None:
    seen: list[tuple[Settings, int]] = []
    preferences.changed.connect(lambda: seen.append((preferences.settings, len(store.kept))))
    preferences.change(theme=ThemeChoice.DARK, gentler=True)
    wanted = Settings(text_size=125, theme=ThemeChoice.DARK, gentler=True)
    assert seen == [(wanted, 0)]
    assert store.kept == [wanted]


def test_changes_add_up(preferences: Preferences, store: Store) -> None:
    preferences.change(gentler=True)
    preferences.change(far_view=("bridge",))
    assert store.kept[-1] == preferences.settings == Settings(text_size=125, gentler=True, far_view=("bridge",))


def test_what_cannot_be_written_is_used_and_said(preferences: Preferences, store: Store) -> None:
    problems: list[UserError] = []
    preferences.not_kept.connect(problems.append)
    store.full = True
    preferences.change(gentler=True)
    assert preferences.settings.gentler
    assert [str(problem) for problem in problems] == ["The disk is full."]
    store.full = False
    preferences.change(text_size=150)
    assert store.kept == [Settings(text_size=150, gentler=True)]
    assert len(problems) == 1


def test_an_unknown_name_is_a_bug(preferences: Preferences) -> None:
    with pytest.raises((TypeError, ValueError)):
        preferences.change(colour="green")
