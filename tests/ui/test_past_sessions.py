"""Changing what is kept, with a store on a real file: what fails is said and forgets nothing."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from records import session_record
from ribdown.core.history import HistoryError
from ribdown.infra.history_store import SqliteHistory
from ribdown.infra.opening import open_history
from ribdown.ui.past_sessions import PastSessions

RECORD = session_record()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteHistory]:
    store, _ = open_history(tmp_path, date(2026, 11, 20))
    store.save(RECORD)
    yield store
    store.close()


@pytest.mark.usefixtures("qapp")
def test_out_and_back(store: SqliteHistory) -> None:
    past = PastSessions(store)
    assert past.take_out(RECORD)
    assert past.read() == []
    past.bring_back()
    assert past.read() == [RECORD]
    store.delete(RECORD.id)
    past.bring_back()  # once is enough
    assert past.read() == []


def test_an_edit_is_kept_and_said(store: SqliteHistory, qtbot: QtBot) -> None:
    past, said = PastSessions(store), replace(RECORD, note="Easier.", pain_after=1)
    with qtbot.waitSignal(past.changed):
        assert past.edit(said)
    assert past.read() == [said]


def test_what_fails_is_said_and_forgets_nothing(store: SqliteHistory, qtbot: QtBot) -> None:
    past = PastSessions(store)
    with qtbot.waitSignal(past.problem) as failed, qtbot.assertNotEmitted(past.changed):
        assert not past.edit(session_record(9))
    assert isinstance(failed.args[0], HistoryError)
    past.take_out(RECORD)
    store._connection.execute("PRAGMA query_only = ON")
    with qtbot.waitSignal(past.problem):
        past.bring_back()
    store._connection.execute("PRAGMA query_only = OFF")
    past.bring_back()
    assert past.read() == [RECORD]
