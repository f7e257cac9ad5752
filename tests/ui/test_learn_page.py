"""The texts to read."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from on_screen import cut_off, press, settle, show, tab_stops, unnamed
from ribdown.infra.learn import load_learn
from ribdown.infra.library import load_library
from ribdown.infra.themes import load_theme
from ribdown.ui.figures import Figures
from ribdown.ui.look import Look
from ribdown.ui.pages.learn_page import LearnPage
from ribdown.ui.widgets.figure_view import FigureView
from ribdown.ui.widgets.text import Text


@pytest.fixture
def page(qtbot: QtBot, look: Look, tmp_path_factory: pytest.TempPathFactory) -> LearnPage:
    exercises = load_library(tmp_path_factory.mktemp("data")).exercises
    page = LearnPage(look, Figures(), load_learn(exercises), exercises)
    page.lead_back("Exercises")
    show(qtbot, page)
    return page


def top_heading(page: LearnPage) -> str:
    """The heading that stands nearest to the page's top edge."""
    top = page._page.verticalScrollBar().value()
    return min(page._headings, key=lambda heading: abs(heading.y() - top)).plain


def marked(page: LearnPage) -> tuple[int, int]:
    return page._list._group.checkedId(), page._short.currentIndex()


def test_every_text_is_on_the_page(page: LearnPage, tmp_path_factory: pytest.TempPathFactory) -> None:
    texts = {text.plain for text in page.findChildren(Text)}
    for section in load_learn(load_library(tmp_path_factory.mktemp("data")).exercises):
        assert section.title in texts
        for card in section.cards:
            assert {card.title, *card.text, *card.points} <= texts


def test_pictures_are_right_beside_wrong(page: LearnPage) -> None:
    views = page.findChildren(FigureView)
    assert [view.accessibleDescription().startswith("Wrong") for view in views] == [False, True] * (len(views) // 2)
    assert len(views) == 12


def test_arrows_in_the_contents_go_to_a_heading(page: LearnPage) -> None:
    page.take_focus()
    press(Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert top_heading(page) == "Six questions"
    assert marked(page) == (2, 2)
    press(Qt.Key.Key_Up)
    assert top_heading(page) == "How the parts fit"


def test_the_contents_follow_the_page(page: LearnPage) -> None:
    bar = page._page.verticalScrollBar()
    bar.setValue(page._headings[3].y())
    assert marked(page) == (3, 3)
    bar.setValue(bar.maximum())
    assert marked(page) == (5, 5)
    bar.setValue(0)
    assert marked(page) == (0, 0)


def test_arrows_go_on_from_where_the_page_is(page: LearnPage) -> None:
    page.take_focus()
    page._page.verticalScrollBar().setValue(page._headings[2].y())
    press(Qt.Key.Key_Down)
    assert top_heading(page) == "What undoes the work"


def test_space_and_page_keys_turn_pages(page: LearnPage) -> None:
    bar, places = page._page.verticalScrollBar(), [0]
    page.take_focus()
    for key in (Qt.Key.Key_Space, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
        press(key)
        places.append(bar.value())
    step = page._page.viewport().height() - 60
    assert places == [0, step, 2 * step, step]


def test_where_it_is_narrow_the_contents_are_a_list_that_drops_down(page: LearnPage) -> None:
    page.resize(552, 560)
    settle()
    assert (page._list.isVisible(), page._short.isVisible()) == (False, True)
    page._short.picked.emit(3)
    assert top_heading(page) == "What undoes the work"
    page.take_focus()
    assert QApplication.focusWidget() is page._short


def test_links_lead_to_exercises_and_the_self_test(page: LearnPage) -> None:
    opened, tested = QSignalSpy(page.opened), QSignalSpy(page.self_test_asked)
    links = [one for one in page.findChildren(QAbstractButton) if one.accessibleName() == "Exercise: Hip lift"]
    links[0].click()
    next(one for one in page.findChildren(QAbstractButton) if one.text() == "Self-test").click()
    assert opened.at(0) == ["hip-lift"]
    assert tested.count() == 1


def test_a_link_that_tab_comes_to_can_be_seen(page: LearnPage) -> None:
    page.take_focus()
    for _ in range(12):
        press(Qt.Key.Key_Tab)
    focused = QApplication.focusWidget()
    assert focused is not None
    view = page._page.viewport()
    assert view.rect().contains(focused.mapTo(view, focused.rect().center()))


def test_escape_and_the_link_lead_back(page: LearnPage) -> None:
    left = QSignalSpy(page.left)
    page.take_focus()
    press(Qt.Key.Key_Escape)
    page._back.click()
    assert left.count() == 2
    assert page._back.text() == "Exercises"


@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize("text_scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("size", [(552, 560), (1072, 732), (1712, 1000)])
def test_nothing_is_cut_off(page: LearnPage, theme: str, text_scale: float, size: tuple[int, int]) -> None:
    page.set_look(Look(load_theme(theme), text_scale))
    page.resize(*size)
    for _ in range(3):
        settle()
    assert cut_off(page) == []


def test_everything_has_a_name_and_can_be_reached(page: LearnPage) -> None:
    assert unnamed(page) == []
    page.take_focus()
    assert len(tab_stops()) > 20
