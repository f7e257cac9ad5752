"""A routine of one's own: made in the editor, run, in the history, exported, deleted and imported: identical."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from command import Ribdown
from ribdown.core.plan import PlanOptions, compile_timeline
from ribdown.core.routine import choose_doses, included
from ribdown.core.settings import Settings
from ribdown.infra.library import load_library
from ribdown.infra.themes import load_theme
from ribdown.ui.look import Look
from ribdown.ui.own_routines import OwnRoutines
from ribdown.ui.routine_desk import RoutineDesk

pytestmark = pytest.mark.xvfb


class OneFile:
    """A person who takes the same file each time."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def to_open(self) -> Path:
        return self._file

    def to_save(self, id: str) -> Path:
        return self._file


def test_made_run_exported_deleted_and_imported(qtbot: QtBot, ribdown: Ribdown, tmp_path: Path) -> None:
    library = load_library(ribdown.data)
    own = OwnRoutines(library, ribdown.data)
    desk = RoutineDesk(Look(load_theme("dark")), own, Settings, OneFile(tmp_path / "given away.toml"))
    qtbot.addWidget(desk.page)
    desk.page.show()
    QTest.qWaitForWindowActive(desk.page)
    desk.open()

    desk._list.new.chosen.emit("bridge")
    QTest.keyClicks(desk._editor.head.title, "Evening")
    desk._editor.add.chosen.emit("split-squat-hold")
    QTest.keyClick(desk._editor.exercise.rows["hold", "hold"].control, Qt.Key.Key_Home)
    desk._editor.list.moved.emit(1, 0)
    made = own.library.routine("my-routine")
    assert (made.title, [item.id for item in made.exercises]) == ("Evening", ["split-squat-hold", "bridge"])
    assert made.exercises[0].doses == {"hold": {"hold": 20}}

    started = ribdown.run("start", "my-routine", "--speed", "60", "--exit")
    assert (started.returncode, started.stderr) == (0, "")
    (session,) = ribdown.history()
    plan = compile_timeline(choose_doses(included(made), library.exercises, gentler=False), PlanOptions())
    assert (session["routine"], session["status"]) == ("my-routine", "completed")
    assert session["planned_seconds"] == plan.planned_seconds

    desk.show_list()
    row = desk._list.own.rows[0]
    for action in ("export", "delete"):
        row.buttons[action].click()
    assert own.library.own == frozenset()
    assert ribdown.run("start", "my-routine", "--exit").returncode != 0
    desk._list.import_asked.emit()
    assert own.library.routine("my-routine") == made == load_library(ribdown.data).routine("my-routine")
    desk.page.close()
