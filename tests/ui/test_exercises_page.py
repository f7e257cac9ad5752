"""The library of exercises: cards, filters, the search, and its keys."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from on_screen import cut_off, press, settle, show, tab_stops, unnamed
from ribdown.core.exercise_history import ExerciseHistory
from ribdown.core.exercise_library import Posture, When, in_order
from ribdown.core.plan import PlanOptions
from ribdown.infra.library import Library, load_library
from ribdown.infra.themes import load_theme
from ribdown.ui.figures import Figures
from ribdown.ui.look import Look
from ribdown.ui.pages.exercise_card import ExerciseCard
from ribdown.ui.pages.exercise_sheet import ExerciseSheet, exercise_sheet
from ribdown.ui.pages.exercises_page import ExercisesPage


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return load_library(Path(tmp_path_factory.mktemp("data")))


def sheets(library: Library, options: PlanOptions | None = None, *, gentler: bool = False) -> list[ExerciseSheet]:
    return [
        exercise_sheet(
            one,
            library.exercises,
            library.routines,
            options or PlanOptions(),
            ExerciseHistory(),
            gentler=gentler,
        )
        for one in in_order(library.exercises, library.routines)
    ]


@pytest.fixture
def page(qtbot: QtBot, look: Look, library: Library) -> ExercisesPage:
    page = ExercisesPage(look, Figures(), sheets(library), library.routines)
    show(qtbot, page)
    return page


def shown(page: ExercisesPage) -> list[str]:
    return [card.exercise.id for card in page.findChildren(ExerciseCard) if card.isVisible()]


def card(page: ExercisesPage, exercise_id: str) -> ExerciseCard:
    return next(one for one in page.findChildren(ExerciseCard) if one.exercise.id == exercise_id)


def test_every_exercise_has_a_card(page: ExercisesPage, library: Library) -> None:
    assert sorted(shown(page)) == sorted(library.exercises)


def test_a_card_says_what_it_is(page: ExercisesPage) -> None:
    hold = card(page, "split-squat-hold")
    assert hold.accessibleName() == "Split-squat hold"
    said = hold.accessibleDescription()
    assert said == "Standing, 2 × 25 s a side, 2 min 30 s, Each side in turn, couch or bench"


def test_the_self_test_has_no_length(page: ExercisesPage) -> None:
    assert "in your own time" in card(page, "thomas-test").accessibleDescription()


def test_cards_follow_what_holds_now(page: ExercisesPage, library: Library) -> None:
    page.show_sheets(sheets(library, PlanOptions(get_ready=20.0), gentler=True), {"split-squat-hold"})
    said = card(page, "split-squat-hold").accessibleDescription()
    assert said.startswith("In today’s routine, 2 × 20 s a side, 2 min 20 s")
    assert card(page, "long-step-split-squat").accessibleDescription().startswith("Weeks 3–6")


def test_figures_are_loaded_one_by_one_and_only_where_they_are_seen(qtbot: QtBot, page: ExercisesPage) -> None:
    def loaded() -> set[str]:
        return {one.exercise.id for one in page.findChildren(ExerciseCard) if one.figure.loaded}

    qtbot.waitUntil(lambda: len(loaded()) >= 4 and not page._waiting, timeout=5000)
    assert "thomas-test" not in loaded()
    page.ensureWidgetVisible(card(page, "thomas-test"))
    qtbot.waitUntil(lambda: "thomas-test" in loaded(), timeout=5000)


def test_a_figure_is_asked_for_once(qtbot: QtBot, page: ExercisesPage) -> None:
    figure = card(page, "thomas-test").figure
    figure.needed.emit()
    figure.needed.emit()
    assert page._waiting.count(figure) == 1
    qtbot.waitUntil(lambda: figure.loaded, timeout=5000)


def test_typing_finds_by_title_purpose_and_muscle(page: ExercisesPage) -> None:
    for words, found in (
        ("couch", {"couch-stretch", "split-squat-hold"}),
        ("diagnosis", {"thomas-test"}),
        ("hamstrings", {"hip-lift"}),
    ):
        page._filters.search.setText(words)
        assert found <= set(shown(page)), words


def test_filters_hold_together(page: ExercisesPage) -> None:
    filters = page._filters
    filters.postures.picked.emit(Posture.LYING)
    filters._lists["when"].picked.emit(When.FIRST)
    assert shown(page) == ["couch-stretch", "bridge"]
    filters._lists["thing"].picked.emit("mat")
    assert shown(page) == ["bridge"]


def test_where_nothing_fits_all_can_be_shown_again(page: ExercisesPage, library: Library) -> None:
    page._filters.postures.picked.emit(Posture.LYING)
    page._filters.search.setText("zebra")
    assert shown(page) == []
    assert page._nothing.isVisible()
    next(iter(page._nothing.findChildren(QAbstractButton))).click()
    assert len(shown(page)) == len(library.exercises)
    assert not page._nothing.isVisible()
    assert page._filters.search.text() == ""
    assert isinstance(QApplication.focusWidget(), ExerciseCard)


# -- keys


def focused(page: ExercisesPage) -> str:
    widget = QApplication.focusWidget()
    assert isinstance(widget, ExerciseCard), widget
    return widget.exercise.id


def test_arrows_go_from_card_to_card(page: ExercisesPage) -> None:
    order = shown(page)
    page.take_focus()
    for key, place in (
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_Down, 5),
        (Qt.Key.Key_Left, 4),
        (Qt.Key.Key_Up, 0),
        (Qt.Key.Key_Up, 0),
        (Qt.Key.Key_End, 13),
        (Qt.Key.Key_Right, 13),
        (Qt.Key.Key_Up, 9),
        (Qt.Key.Key_Right, 10),
        (Qt.Key.Key_Down, 13),  # there is none below: the last one
        (Qt.Key.Key_Home, 0),
    ):
        press(key)
        assert focused(page) == order[place]


def test_a_card_that_has_the_keyboard_can_be_seen(page: ExercisesPage) -> None:
    page.take_focus()
    press(Qt.Key.Key_End)
    box = card(page, focused(page))
    assert page.viewport().rect().contains(box.mapTo(page.viewport(), box.rect().center()))


def test_it_opens_at_the_top_and_comes_back_to_a_card_further_down(page: ExercisesPage) -> None:
    page.resize(552, 560)
    settle()
    page.take_focus()
    assert page.verticalScrollBar().value() == 0
    press(Qt.Key.Key_End)
    page.verticalScrollBar().setValue(0)
    page.take_focus()
    assert page.verticalScrollBar().value() > 0


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_return_opens(page: ExercisesPage, key: Qt.Key) -> None:
    opened = QSignalSpy(page.opened)
    page.take_focus()
    press(Qt.Key.Key_Right, key)
    assert [opened.at(n) for n in range(opened.count())] == [["split-squat-hold"]]


def test_find_has_a_key_and_escape_empties_it(page: ExercisesPage, library: Library) -> None:
    page.take_focus()
    press("f", modifier=Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is page._filters.search
    press("squat")
    assert "bridge" not in shown(page)
    press(Qt.Key.Key_Escape)
    assert len(shown(page)) == len(library.exercises)


def test_tab_stops_at_one_card_only(page: ExercisesPage) -> None:
    page.take_focus()
    press(Qt.Key.Key_Right)
    stops = tab_stops()
    assert [one.exercise.id for one in stops if isinstance(one, ExerciseCard)] == ["split-squat-hold"]
    assert len(stops) >= 6  # and at the search, the position, three lists and the way to the texts


def test_a_card_that_is_clicked_opens_and_keeps_the_keyboard(page: ExercisesPage) -> None:
    opened = QSignalSpy(page.opened)
    QTest.mouseClick(card(page, "bridge"), Qt.MouseButton.LeftButton)
    assert opened.count() == 1
    page.take_focus()
    assert focused(page) == "bridge"


def test_the_texts_can_be_reached(page: ExercisesPage) -> None:
    asked = QSignalSpy(page.learn_requested)
    next(one for one in page.findChildren(QAbstractButton) if one.text() == "Why it works").click()
    assert asked.count() == 1


# -- how it looks


def test_four_columns_at_full_width_and_fewer_where_it_is_narrow(page: ExercisesPage) -> None:
    cards = [card(page, name) for name in shown(page)]
    assert {one.y() for one in cards[:4]} == {0}
    assert cards[4].y() > 0
    assert cards[1].x() - cards[0].geometry().right() - 1 == 18
    page.resize(552, 560)
    settle()
    assert cards[1].y() == 0
    assert cards[2].y() > 0


def test_nothing_moves_aside_while_somebody_types(page: ExercisesPage) -> None:
    search = page._filters.search
    before = search.mapTo(page, search.rect().topLeft()), card(page, "hip-lift").width()
    for words in ("hip lift", "zebra", ""):
        search.setText(words)
        settle()
        assert search.mapTo(page, search.rect().topLeft()) == before[0]
    search.setText("hip lift")
    settle()
    assert not page.verticalScrollBar().isVisible()
    assert card(page, "hip-lift").width() == before[1]


def test_what_has_the_words_in_its_title_comes_first(page: ExercisesPage) -> None:
    page._filters.search.setText("hip lift")
    assert len(shown(page)) > 1
    assert page._grid.cards[0] is card(page, "hip-lift")


@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize("text_scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("size", [(552, 560), (1072, 732), (1712, 1000)])
def test_nothing_is_cut_off(page: ExercisesPage, theme: str, text_scale: float, size: tuple[int, int]) -> None:
    page.set_look(Look(load_theme(theme), text_scale))
    page.resize(*size)
    for _ in range(3):
        settle()
    assert cut_off(page) == []


def test_everything_has_a_name(page: ExercisesPage) -> None:
    assert unnamed(page) == []
