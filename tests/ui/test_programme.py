"""The programme in use: changed, said, and kept."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from records import session_record
from ribdown.core.programme.day import Standing
from ribdown.core.programme.state import ProgrammeState, Wish
from ribdown.infra.programme_file import programme_file
from ribdown.ui.programme import Programme

MONDAY = date(2026, 11, 2)


@pytest.fixture
def programme(tmp_path: Path) -> Programme:
    return Programme(ProgrammeState(), programme_file(tmp_path))


def test_a_wish_is_followed_said_and_kept(programme: Programme, tmp_path: Path) -> None:
    changed = QSignalSpy(programme.changed)
    programme.follow(Wish.BEGIN, MONDAY)
    programme.follow(Wish.BEGIN, MONDAY + timedelta(days=1))
    assert changed.count() == 1, "what changes nothing is not said"
    assert programme_file(tmp_path).load(MONDAY) == (programme.state, None)
    assert programme.state.started == MONDAY


def test_what_can_not_be_kept_holds_all_the_same(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "in the way").touch()
    programme = Programme(ProgrammeState(), programme_file(tmp_path / "in the way"))
    with qtbot.waitSignal(programme.not_kept) as problem:
        programme.follow(Wish.BEGIN, MONDAY)
    assert problem.args[0].what.startswith("The programme could not be saved:")
    assert programme.state.started == MONDAY


def test_a_routine_is_chosen_for_one_day(programme: Programme) -> None:
    changed = QSignalSpy(programme.changed)
    programme.choose("first-steps", MONDAY)
    assert changed.count() == 1
    assert programme.chosen(MONDAY) == "first-steps"
    assert programme.chosen(MONDAY + timedelta(days=1)) is None


def test_a_wish_forgets_the_choice(programme: Programme) -> None:
    programme.choose("first-steps", MONDAY)
    programme.follow(Wish.BEGIN, MONDAY)
    assert programme.chosen(MONDAY) is None


def test_its_day_follows_the_sessions(programme: Programme) -> None:
    records = [session_record(1, done_seconds=60.0), session_record(0, done_seconds=60.0, routine="hourly-reset")]
    day = records[0].started.date()
    assert programme.day(records, (), day).standing is Standing.NOT_BEGUN
    programme.follow(Wish.BEGIN, day)
    assert [programme.day(some, ("hourly-reset",), day).number for some in (records, records[1:])] == [1, 1]
    assert programme.day(records, ("hourly-reset",), day + timedelta(days=1)).number == 2
    assert programme.day(records[1:], ("hourly-reset",), day + timedelta(days=1)).number == 1
