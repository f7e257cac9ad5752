"""Long tasks: one at a time, beside the window's thread, and ended when the person wants."""

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from ribdown.core.errors import UserError
from ribdown.infra.progress import Tell
from ribdown.ui.long_task import LongTask


@pytest.fixture
def task(qtbot: QtBot) -> Iterator[LongTask]:
    task = LongTask()
    yield task
    task.close()


def test_it_tells_how_far_it_is_and_hands_over_what_came_of_it(task: LongTask, qtbot: QtBot) -> None:
    shares: list[float] = []
    came: list[int] = []
    task.progressed.connect(shares.append)

    def act(tell: Tell) -> int:
        tell(0.5)
        tell(1.0)
        return threading.get_ident()

    with qtbot.waitSignals([task.began, task.ended]):
        task.run(act, came.append)
        assert task.runs
    qtbot.waitUntil(lambda: bool(came))
    assert came[0] != threading.get_ident()
    assert shares == [0.5, 1.0]
    assert not task.runs


def test_one_that_is_cancelled_hands_over_nothing(task: LongTask, qtbot: QtBot) -> None:
    begun = threading.Event()

    def act(tell: Tell) -> None:
        begun.set()
        while True:
            tell(0.0)

    came: list[None] = []
    with qtbot.waitSignal(task.ended), qtbot.assertNotEmitted(task.failed):
        task.run(act, came.append)
        assert begun.wait(5)
        task.cancel()
    assert came == []


def test_what_goes_wrong_is_said(task: LongTask, qtbot: QtBot) -> None:
    def act(tell: Tell) -> None:
        raise UserError("It can't be.", "Try another.")

    with qtbot.waitSignal(task.failed) as failed:
        task.run(act, lambda _: None)
    assert failed.args[0].what == "It can't be."


def test_a_second_one_is_not_begun(task: LongTask, qtbot: QtBot) -> None:
    go = threading.Event()
    came: list[str] = []
    task.run(lambda _: go.wait(5) and "first", lambda answer: came.append(str(answer)))
    task.run(lambda _: "second", came.append)
    with qtbot.waitSignal(task.ended):
        go.set()
    qtbot.waitUntil(lambda: bool(came))
    assert came == ["first"]


def test_closing_ends_what_is_under_way(qtbot: QtBot) -> None:
    task, begun = LongTask(), threading.Event()

    def act(tell: Tell) -> None:
        begun.set()
        while True:
            tell(0.0)

    task.run(act, lambda _: pytest.fail("nothing is handed over"))
    assert begun.wait(5)
    task.close()
    assert not task.runs
