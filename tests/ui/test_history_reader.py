"""Reading beside the window's thread: the newest of a name wins, and closing waits for nobody."""

import threading
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from records import session_record
from ribdown.core.history import HistoryError
from ribdown.core.session_list import SessionFilter
from ribdown.infra.opening import open_history
from ribdown.infra.paths import HISTORY
from ribdown.ui.history_reader import HistoryReader


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    store, _ = open_history(tmp_path, date(2026, 11, 20))
    store.save(session_record())
    store.close()
    return tmp_path


@pytest.fixture
def reader(folder: Path, qtbot: QtBot) -> Iterator[HistoryReader]:
    reader = HistoryReader(folder / HISTORY)
    yield reader
    reader.close()


def test_it_answers_from_another_thread(reader: HistoryReader, qtbot: QtBot) -> None:
    came: list[tuple[int, int]] = []
    reader.ask("count", lambda asked: (asked.list.count(SessionFilter()), threading.get_ident()), came.append)
    qtbot.waitUntil(lambda: bool(came))
    assert came[0][0] == 1
    assert came[0][1] != threading.get_ident()


def test_the_newest_of_a_name_wins(reader: HistoryReader, qtbot: QtBot) -> None:
    go = threading.Event()
    came: list[int] = []
    asked: list[int] = []

    def question(number: int, _: object) -> int:
        asked.append(number)
        return number

    reader.ask("other", lambda _: go.wait(5), lambda _: came.append(0))
    for number in (1, 2, 3):
        reader.ask("list", partial(question, number), came.append)
    go.set()
    qtbot.waitUntil(lambda: len(came) == 2)
    assert (came, asked) == ([0, 3], [3])


def test_what_is_forgotten_does_not_come(reader: HistoryReader, qtbot: QtBot) -> None:
    came: list[str] = []
    reader.ask("more", lambda _: "more", came.append)
    reader.forget("more")
    reader.ask("list", lambda _: "list", came.append)
    qtbot.waitUntil(lambda: bool(came))
    assert came == ["list"]


def test_a_history_that_cannot_be_read_is_said(folder: Path, qtbot: QtBot) -> None:
    (folder / HISTORY).write_bytes(b"nonsense")
    reader = HistoryReader(folder / HISTORY)
    with qtbot.waitSignal(reader.failed) as failed:
        reader.ask("list", lambda asked: asked.list.count(SessionFilter()), lambda _: pytest.fail("there is no answer"))
    assert isinstance(failed.args[0], HistoryError)
    reader.close()


def test_closing_breaks_off_what_is_being_read(folder: Path, qtbot: QtBot) -> None:
    reader, begun = HistoryReader(folder / HISTORY), threading.Event()
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"

    def question(asked: object) -> object:
        connection = reader._connection
        assert connection is not None
        begun.set()
        return connection.execute(endless).fetchone()

    reader.ask("sums", question, lambda _: pytest.fail("there is no answer"))
    assert begun.wait(5)
    reader.close()
