"""The routines' pages on a real folder: from the list to the editor and back, with every change in its file at once."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, QStandardPaths, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from on_screen import cut_off, press, settle, show
from ribdown.core.plan import compile_timeline
from ribdown.core.routine import Routine, choose_doses, included
from ribdown.core.settings import Settings
from ribdown.core.start_request import StartRequest
from ribdown.core.timeline import Side
from ribdown.infra.library import load_library
from ribdown.infra.routine_file import read_routine
from ribdown.infra.themes import load_theme
from ribdown.ui.look import Look
from ribdown.ui.own_routines import OwnRoutines
from ribdown.ui.pages.start_view import plan_options, routine_view
from ribdown.ui.routine_desk import RoutineDesk
from ribdown.ui.routine_dialogs import RoutineDialogs
from ribdown.ui.widgets.stepper import Stepper

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


class Chosen:
    """A person who has a file in mind."""

    file: Path | None = None

    def to_open(self) -> Path | None:
        return self.file

    def to_save(self, id: str) -> Path | None:
        return self.file


class Bench:
    """The desk on a data folder."""

    def __init__(self, qtbot: QtBot, look: Look, data: Path) -> None:
        self.data = data
        self.chosen = Chosen()
        self.settings = Settings()
        self.own = OwnRoutines(load_library(data), data)
        self.desk = RoutineDesk(look, self.own, lambda: self.settings, self.chosen)
        self.problems: list[str] = []
        self.started: list[StartRequest] = []
        self.desk.problem.connect(lambda error: self.problems.append(str(error)))
        self.desk.start_requested.connect(self.started.append)
        show(qtbot, self.desk.page)
        self.desk.open()
        settle()

    @property
    def overview(self) -> Any:
        return self.desk._list

    @property
    def editor(self) -> Any:
        return self.desk._editor

    @property
    def listed(self) -> list[str]:
        return [row._title.plain for row in self.overview.own.rows]

    def routine(self, id: str) -> Routine:
        """What the file has."""
        return read_routine(self.data / "routines" / f"{id}.toml", self.own.library.exercises)

    def shows(self, page: QWidget) -> bool:
        return self.desk.page.currentWidget() is page


@pytest.fixture
def bench(qtbot: QtBot, look: Look, tmp_path: Path) -> Bench:
    return Bench(qtbot, look, tmp_path)


def test_it_opens_on_the_list_with_the_keyboard_on_new(bench: Bench) -> None:
    assert bench.shows(bench.overview)
    assert bench.overview.new.hasFocus()
    assert len(bench.overview.bundled.rows) == 9


def test_every_change_is_in_the_file_at_once_and_can_be_undone(bench: Bench) -> None:
    bench.overview.asked.emit("duplicate", "no-couch")
    settle()
    assert bench.shows(bench.editor)
    states = [bench.routine("without-a-couch-my-version")]

    def changed() -> None:
        now = bench.routine(states[0].id)
        assert now != states[-1]
        states.append(now)

    press("Mat day")
    changed()
    press(Qt.Key.Key_Tab)
    press("!")
    changed()
    bench.editor.list.rows[0].setFocus()
    press(Qt.Key.Key_Down, modifier=ALT)
    changed()
    bench.editor.exercise._optional.click()
    changed()
    bench.editor.exercise._included.click()
    changed()
    stepper = bench.editor.exercise.rows["bridge", "reps"].control
    assert isinstance(stepper, Stepper)
    stepper.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right):
        press(key)
        changed()
    bench.editor.list.removal_asked.emit(1)
    changed()
    for state in reversed(states[:-1]):
        press("z", modifier=CTRL)
        assert bench.routine(states[0].id) == state
        assert bench.editor._routine == state
    press("z", modifier=CTRL)
    for state in states[1:]:
        press("z", modifier=CTRL | SHIFT)
        assert bench.routine(states[0].id) == state
    assert not bench.editor._redo.isEnabled()
    assert bench.problems == []


def test_made_run_exported_deleted_and_imported_it_is_identical(bench: Bench, tmp_path: Path) -> None:
    bench.overview.new.chosen.emit("hip-lift")
    settle()
    press("Evening / ../late")
    bench.editor.add.chosen.emit("couch-stretch")
    bench.editor.exercise.rows["press", "press"].control.setValue(0)
    bench.editor.exercise.rows["", "rounds"].control.setValue(1)
    bench.editor.exercise.side_picked.emit(Side.LEFT)
    bench.editor.exercise._optional.click()
    made = bench.routine("my-routine")
    library = bench.own.library
    assert made.exercises[1].first_side is Side.LEFT
    assert (made, made.title) == (library.routine("my-routine"), "Evening / ../late")
    plan = compile_timeline(choose_doses(included(made), library.exercises, gentler=False), plan_options(Settings()))
    assert bench.editor._view.shown.plan == plan

    bench.editor._back.click()
    bench.chosen.file = tmp_path / "given away.toml"
    bench.overview.own.rows[0].buttons["export"].click()
    bench.overview.own.rows[0].buttons["delete"].click()
    assert (bench.listed, bench.own.library.own) == ([], frozenset())
    bench.overview._import.click()
    settle()
    assert bench.shows(bench.editor)
    assert bench.routine("my-routine") == made == bench.editor._routine
    again = routine_view(made, bench.own.library.exercises, plan_options(Settings()), gentler=False)
    assert again.plan == plan
    assert bench.problems == []


def test_what_is_deleted_can_be_brought_back(bench: Bench) -> None:
    bench.overview.asked.emit("duplicate", "three-day")
    bench.desk.show_list()
    before = (bench.data / "routines" / "three-days-a-week-my-version.toml").read_bytes()
    bench.overview.own.rows[0].buttons["delete"].click()
    assert bench.listed == []
    press("z", modifier=CTRL)
    assert bench.listed == ["Three days a week, my version"]
    assert (bench.data / "routines" / "three-days-a-week-my-version.toml").read_bytes() == before


def test_the_keyboard_is_on_what_was_brought_back(bench: Bench) -> None:
    for _ in range(2):
        bench.overview.asked.emit("duplicate", "three-day")
        bench.desk.show_list()
    first = bench.overview.own.rows[0]
    first.buttons["delete"].click()
    assert len(bench.listed) == 1
    press(Qt.Key.Key_Return)  # the same key again: not on the next one's Delete
    assert len(bench.listed) == 2
    assert bench.overview.own.rows[0].buttons["delete"].hasFocus()


@pytest.mark.parametrize("id", ["three-day", "three-days-a-week-my-version", "posture-pulse"])
def test_every_routine_can_be_started_and_its_end_leads_back_to_it(bench: Bench, id: str) -> None:
    bench.overview.asked.emit("duplicate", "three-day")
    bench.desk.show_list()
    rows = (*bench.overview.own.rows, *bench.overview.bundled.rows)
    start = next(row for row in rows if row.routine_id == id).buttons["start"]
    start.click()
    assert bench.started == [StartRequest(id)]
    bench.desk.open()
    assert start.hasFocus()
    bench.desk.open()
    assert bench.overview.new.hasFocus()


def test_thinking_better_of_it_changes_nothing(bench: Bench) -> None:
    bench.overview.asked.emit("duplicate", "three-day")
    bench.desk.show_list()
    bench.overview._import.click()
    bench.overview.own.rows[0].buttons["export"].click()
    assert bench.shows(bench.overview)
    assert bench.problems == []


def test_a_broken_file_is_said_on_import_and_listed_in_the_folder(bench: Bench, tmp_path: Path) -> None:
    bench.chosen.file = tmp_path / "bad.toml"
    bench.chosen.file.write_text('id = "bad"')
    bench.overview._import.click()
    assert bench.problems == ["bad.toml: missing key 'title'"]
    assert bench.shows(bench.overview)
    folder = tmp_path / "routines"
    folder.mkdir()
    (folder / "bad.toml").write_text('id = "bad"')
    bench.desk.open()
    assert bench.overview._broken.isVisible()
    assert bench.overview._broken.accessibleDescription() == "bad.toml: missing key 'title'"


class Folders(QObject):
    """Opens folders, or notes that it was asked to."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toLocalFile())


@pytest.fixture
def folders() -> Iterator[Folders]:
    folders = Folders()
    QDesktopServices.setUrlHandler("file", folders, "open")  # type: ignore[arg-type]  # bytes are refused
    yield folders
    QDesktopServices.unsetUrlHandler("file")


def test_the_folder_is_opened(bench: Bench, folders: Folders) -> None:
    bench.overview.folder_asked.emit()
    assert folders.opened == [str(bench.data / "routines")]


def test_where_nothing_opens_folders_it_says_so(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: False)
    bench.overview.folder_asked.emit()
    assert bench.problems == [f"Nothing here opens folders. It is {bench.data / 'routines'}."]


def test_a_change_that_can_not_be_saved_stays_and_is_saved_with_the_next(bench: Bench) -> None:
    bench.overview.asked.emit("duplicate", "first-steps")
    settle()
    folder, aside = bench.data / "routines", bench.data / "aside"
    folder.rename(aside)
    folder.touch()
    press("Slow")
    assert len(bench.problems) == 4
    assert bench.editor._kept.plain == "The last change is not kept"
    assert bench.editor._routine.title == "Slow"
    folder.unlink()
    aside.rename(folder)
    press("er")
    assert bench.routine("first-steps-my-version").title == "Slower"
    assert bench.editor._kept.plain == "Changes are kept at once"


def test_a_rehearsal_is_asked_for(bench: Bench) -> None:
    bench.overview.asked.emit("duplicate", "first-steps")
    bench.editor.head.rehearse.click()
    assert bench.started == [StartRequest("first-steps-my-version", speed=10.0)]


def test_the_editor_is_still_there_when_the_page_is_shown_again(bench: Bench) -> None:
    bench.overview.asked.emit("duplicate", "first-steps")
    bench.settings = Settings(get_ready=5)
    seconds = bench.editor._view.shown.seconds
    bench.desk.open()
    assert bench.shows(bench.editor)
    assert bench.editor._view.shown.seconds == seconds - 10
    (bench.data / "routines" / "first-steps-my-version.toml").unlink()
    bench.desk.open()
    assert bench.shows(bench.overview)


def test_escape_leads_back_to_the_list(bench: Bench) -> None:
    bench.overview.asked.emit("duplicate", "first-steps")
    settle()
    press(Qt.Key.Key_Escape)
    assert bench.shows(bench.overview)
    assert bench.listed == ["First steps, my version"]
    bench.overview.own.rows[0].buttons["edit"].click()
    assert bench.shows(bench.editor)


@pytest.mark.parametrize("text_scale", [1.0, 2.0])
def test_both_pages_are_dressed(bench: Bench, text_scale: float) -> None:
    bench.overview.asked.emit("duplicate", "daily-mini")
    bench.desk.page.set_look(Look(load_theme("light"), text_scale))
    bench.desk.page.resize(552, 560)
    for page in (bench.editor, bench.overview):
        bench.desk.page.setCurrentWidget(page)
        for _ in range(3):
            settle()
        assert cut_off(page) == []


def test_the_desktops_dialogs_name_the_file(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialogs = RoutineDialogs(parent)
    for name, path in (
        (str(tmp_path / "x"), tmp_path / "x.toml"),
        (str(tmp_path / "y.txt"), tmp_path / "y.txt"),
        ("", None),
    ):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, name=name, **__: (name, ""))
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, name=name, **__: (name, ""))
        assert dialogs.to_save("mine") == path
        assert dialogs.to_open() == (Path(name) if name else None)


@pytest.mark.parametrize("there", [True, False])
def test_a_dialog_opens_in_the_documents_or_at_home(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, *, there: bool
) -> None:
    documents = tmp_path / "Documents"
    if there:
        documents.mkdir()
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: str(documents))
    opened: list[Path] = []

    def note(parent: QWidget, title: str, place: str, kinds: str) -> tuple[str, str]:
        opened.append(Path(place))
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", note)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", note)
    parent = QWidget()
    qtbot.addWidget(parent)
    dialogs = RoutineDialogs(parent)
    dialogs.to_open()
    dialogs.to_save("mine")
    folder = documents if there else Path.home()
    assert opened == [folder, folder / "mine.toml"]


@pytest.mark.xvfb
def test_a_routine_is_made_with_the_keyboard_alone(bench: Bench, qtbot: QtBot) -> None:
    def choose(number: int) -> None:
        qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu), timeout=5000)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        for _ in range(number):
            QTest.keyClick(menu, Qt.Key.Key_Down)
        QTest.keyClick(menu, Qt.Key.Key_Return)
        settle()

    def tab_to(found: QWidget) -> None:
        for _ in range(80):
            if QApplication.focusWidget() is found:
                return
            press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab does not lead to {found}")

    press(Qt.Key.Key_Return)
    choose(1)
    press("Evening")
    tab_to(bench.editor.add)
    press(Qt.Key.Key_Return)
    choose(2)
    press(Qt.Key.Key_Tab)
    tab_to(bench.editor.list.rows[1])
    press(Qt.Key.Key_Up, modifier=ALT)
    first = bench.routine("my-routine").exercises[0].id
    steppers = [row.control for row in bench.editor.exercise.rows.values() if isinstance(row.control, Stepper)]
    tab_to(steppers[-1])
    press(Qt.Key.Key_Home)
    tab_to(bench.editor.exercise._optional)
    press(Qt.Key.Key_Space)
    made = bench.routine("my-routine")
    assert (made.title, len(made.exercises), made.exercises[0].optional) == ("Evening", 2, True)
    assert made.exercises[0].id == first
    tab_to(bench.editor.head.rehearse)
    press(Qt.Key.Key_Return)
    assert bench.started == [StartRequest("my-routine", speed=10.0)]
    press(Qt.Key.Key_Escape)
    assert bench.listed == ["Evening"]
