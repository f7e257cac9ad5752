"""The page of one exercise."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from fakes import FakeClock
from on_screen import cut_off, press, reads_in_order, settle, show, tab_stops, unnamed
from ribdown.core.breath_pace import BreathPace
from ribdown.core.exercise_history import ExerciseHistory
from ribdown.core.plan import PlanOptions
from ribdown.core.wishes import Wishes
from ribdown.infra.learn import load_learn
from ribdown.infra.library import Library, load_library
from ribdown.infra.themes import load_theme
from ribdown.ui.figures import Figures
from ribdown.ui.look import Look
from ribdown.ui.pages.exercise_page import ExercisePage
from ribdown.ui.pages.exercise_sheet import ExerciseSheet, exercise_sheet
from ribdown.ui.widgets.mistake_pair import MistakePair
from ribdown.ui.widgets.panel import Panel
from ribdown.ui.widgets.text import Text

EXERCISES = sorted(path.stem for path in (Path(__file__).parents[2] / "resources" / "exercises").glob("*.toml"))
DONE = ExerciseHistory(9, date(2026, 11, 19), 1100.0, 560.0, 540.0)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return load_library(Path(tmp_path_factory.mktemp("data")))


@pytest.fixture
def open_page(qtbot: QtBot, look: Look, library: Library, clock: FakeClock) -> Callable[..., ExercisePage]:
    def open_it(
        exercise: str, *, history: ExerciseHistory = DONE, gentler: bool = False, dressed: Look = look
    ) -> ExercisePage:
        sheet = sheet_of(library, exercise, history, gentler=gentler)
        page = ExercisePage(dressed, Figures(), clock, sheet, "Exercises", gentler=gentler)
        show(qtbot, page)
        return page

    return open_it


def sheet_of(
    library: Library, exercise: str, history: ExerciseHistory = DONE, *, gentler: bool = False
) -> ExerciseSheet:
    return exercise_sheet(
        library.exercises[exercise], library.exercises, library.routines, PlanOptions(), history, gentler=gentler
    )


def said(page: QWidget) -> list[str]:
    return [text.plain for text in page.findChildren(Text) if text.isVisible()]


def button(page: QWidget, name: str) -> QAbstractButton:
    return next(one for one in page.findChildren(QAbstractButton) if name in (one.text(), one.accessibleName()))


@pytest.mark.parametrize("exercise", EXERCISES)
def test_all_that_a_file_says_stands_on_the_page(
    open_page: Callable[..., ExercisePage], library: Library, exercise: str
) -> None:
    texts = said(open_page(exercise))
    one = library.exercises[exercise]
    wanted = [one.title, one.purpose, *one.starting_position, *one.execution, *one.stop]
    wanted += [text for mistake in one.mistakes for text in (mistake.mistake, mistake.fix)]
    wanted += [block.title for block in one.blocks]
    for text in wanted:
        filled = text.replace("{side}", "right").replace("{other}", "left")
        filled = filled.replace("{Side}", "Right").replace("{Other}", "Left")
        assert filled in texts
    assert not [text for text in texts if "{" in text]


def test_doses_come_with_their_range_and_origin(open_page: Callable[..., ExercisePage]) -> None:
    texts = said(open_page("couch-stretch"))
    for row in (
        ["Rounds", "1", "the source says 1–2"],
        ["Breaths", "4", "the source says 4–5"],
        ["Inhale", "2.5 s", "ours, 1.5–4 s"],
        ["Press", "6 s", "the source says 5–8 s"],
        ["Strength", "30–40 %", "the source says so"],
        ["Squeeze", "2 s", "the source says so"],
        ["Release", "2 s", "ours, 1–4 s"],
    ):
        assert any(texts[n : n + 3] == row for n in range(len(texts))), row


@pytest.mark.parametrize("exercise", EXERCISES)
def test_it_names_the_article_that_it_comes_from(
    open_page: Callable[..., ExercisePage], library: Library, exercise: str
) -> None:
    texts = said(open_page(exercise))
    title = texts[texts.index("Source") + 1]
    [cards] = [section.cards for section in load_learn(library.exercises) if section.id == "sources"]
    [card] = [card for card in cards if card.title == title]
    assert (card is cards[0]) is (library.exercises[exercise].source == "A")
    if exercise != "thomas-test":
        assert f"The source is the article {title}. What it leaves open is ours." in texts


def test_a_walk_is_said_in_minutes(open_page: Callable[..., ExercisePage]) -> None:
    texts = said(open_page("reverse-walking"))
    assert texts[texts.index("Walk") :][:3] == ["Walk", "2 min", "ours, 1–5 min"]


def test_gentler_mode_shows_its_own_doses(open_page: Callable[..., ExercisePage]) -> None:
    texts = said(open_page("couch-stretch", gentler=True))
    assert texts[texts.index("Strength") :][:3] == ["Strength", "20–30 %", "ours"]
    assert any(text.startswith("Gentler mode is on") for text in texts)


def test_it_says_where_the_exercise_stands(open_page: Callable[..., ExercisePage]) -> None:
    texts = said(open_page("bridge"))
    assert "Weeks 1–2, from week 3, weeks 3–6" in texts
    assert "Daily mini, Three days a week, Progression, Without a couch" in texts
    assert "mat" in texts


def test_it_says_what_was_done(open_page: Callable[..., ExercisePage]) -> None:
    texts = said(open_page("couch-stretch"))
    assert "In 9 sessions, 18 min 20 s in all" in texts
    assert "Left 9 min 20 s · Right 9 min" in texts
    assert "Last on Thursday 19 November" in texts


def test_one_session_is_one(open_page: Callable[..., ExercisePage]) -> None:
    once = ExerciseHistory(1, date(2026, 11, 19), 30.0)
    texts = said(open_page("bridge", history=once))
    assert "In 1 session, 30 s in all" in texts
    assert not any("Left" in text for text in texts)


def test_what_was_never_done_says_so(open_page: Callable[..., ExercisePage]) -> None:
    assert "Not done yet. What you do of it shows here." in said(open_page("bridge", history=ExerciseHistory()))


def test_start_says_how_long_and_carries_the_exercise(open_page: Callable[..., ExercisePage]) -> None:
    page = open_page("couch-stretch")
    started = QSignalSpy(page.started)
    assert page._start.text() == "Start, 4:32"
    page.take_focus()
    press(Qt.Key.Key_Return)
    assert started.at(0) == ["couch-stretch"]


def test_it_shows_what_the_person_wants_of_the_couch_stretch(library: Library) -> None:
    wishes = Wishes(BreathPace.IN_3_OUT_6, rounds=2)
    sheet = exercise_sheet(
        library.exercises["couch-stretch"],
        library.exercises,
        library.routines,
        PlanOptions(wishes=wishes),
        DONE,
        gentler=False,
    )
    assert (sheet.exercise.rounds.default, sheet.block_seconds()[0]) == (2, 36.0)


def test_what_waits_for_the_person_has_no_length(open_page: Callable[..., ExercisePage]) -> None:
    assert open_page("thomas-test")._start.text() == "Start"


def test_other_exercises_are_links(open_page: Callable[..., ExercisePage]) -> None:
    page = open_page("couch-stretch")
    opened = QSignalSpy(page.opened)
    button(page, "Harder: Split-squat hold").click()
    button(page, "Instead: Bridge").click()
    assert [opened.at(n) for n in range(opened.count())] == [["split-squat-hold"], ["bridge"]]


def test_escape_and_the_link_lead_back(open_page: Callable[..., ExercisePage]) -> None:
    page = open_page("bridge")
    left = QSignalSpy(page.left)
    page.take_focus()
    press(Qt.Key.Key_Escape)
    page._back.setFocus()
    press(Qt.Key.Key_Return)
    assert left.count() == 2


def test_the_other_side_turns_texts_and_figures(open_page: Callable[..., ExercisePage]) -> None:
    page = open_page("couch-stretch")
    figure = page._figure.figure
    assert figure.accessibleDescription() == "Seen from the right."
    button(page, "Side: Left").click()
    assert "On your back, left leg off the couch edge." in said(page)
    assert figure.accessibleDescription() == "Seen from the left."
    pairs = [pair for pair in page.findChildren(MistakePair) if pair.isVisible()]
    assert all("Seen from the left." in pair._wrong.accessibleDescription() for pair in pairs)
    assert len(pairs) == 1


def test_a_mistake_is_put_right_on_the_side_that_is_shown(open_page: Callable[..., ExercisePage]) -> None:
    page = open_page("thomas-test")
    assert "Hug the left knee a little closer." in said(page)
    button(page, "Side: Left").click()
    assert "Hug the right knee a little closer." in said(page)


def test_both_sides_together_have_no_sides_to_choose(open_page: Callable[..., ExercisePage]) -> None:
    assert open_page("bridge")._figure._sides is None


def test_two_columns_or_one(open_page: Callable[..., ExercisePage]) -> None:
    page = open_page("bridge")
    assert page._do.x() > page._figure.geometry().right()
    assert page._figure.width() / page._do.width() == pytest.approx(420 / 554, abs=0.02)
    page.resize(552, 560)
    settle()
    assert page._do.x() == page._figure.x()
    assert page._figure.y() < page._do.y() < page._more.y()


@pytest.mark.parametrize("exercise", EXERCISES)
@pytest.mark.parametrize("width", [552, 1072])
def test_the_page_ends_where_its_cards_end(open_page: Callable[..., ExercisePage], exercise: str, width: int) -> None:
    page = open_page(exercise)
    page.resize(width, 766)
    for _ in range(3):
        settle()
    content = page.widget()
    assert content is not None
    lowest = max(
        card.mapTo(content, card.rect().bottomLeft()).y() for card in page.findChildren(Panel) if card.isVisible()
    )
    assert content.height() - lowest <= 60


@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize("text_scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("size", [(552, 560), (1072, 732), (1712, 1000)])
@pytest.mark.parametrize("exercise", ["couch-stretch", "hip-lift", "thomas-test"])
def test_nothing_is_cut_off(
    open_page: Callable[..., ExercisePage], exercise: str, theme: str, text_scale: float, size: tuple[int, int]
) -> None:
    page = open_page(exercise)
    page.set_look(Look(load_theme(theme), text_scale))
    page.resize(*size)
    for _ in range(3):
        settle()
    assert cut_off(page) == []


@pytest.mark.parametrize("width", [552, 1072])
def test_the_keyboard_reads_in_order(open_page: Callable[..., ExercisePage], width: int) -> None:
    page = open_page("couch-stretch")
    page.resize(width, 766)
    settle()
    page._back.setFocus(Qt.FocusReason.TabFocusReason)
    stops = tab_stops()
    assert unnamed(page) == []
    assert len(stops) >= 6
    assert reads_in_order(page, stops)
    assert QApplication.focusWidget() is page._back


def test_a_figure_that_lies_needs_no_room_to_stand(open_page: Callable[..., ExercisePage]) -> None:
    heights = [open_page(name)._figure.figure.height() for name in ("prone-hip-extension", "bridge", "reverse-walking")]
    assert heights == sorted(set(heights))
