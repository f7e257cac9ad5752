"""The question over a page: answers, keyboard, and room for the text."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from on_screen import cut_off, press, settle, show, unnamed
from ribdown.infra.themes import load_theme
from ribdown.ui.look import Look, colour
from ribdown.ui.widgets.button import Button, ButtonKind
from ribdown.ui.widgets.question import Question

TEXT = "Stop at a sharp or pinching pain at the front of the hip. " * 3
ANSWERS = ("Carry on", "End and save", "Something hurts")


@pytest.fixture
def host(qtbot: QtBot, look: Look) -> QWidget:
    """A page with three buttons, of which the second has the keyboard."""
    host = QWidget()
    buttons = [Button(text, look, parent=host) for text in ("Back", "Pause", "Skip")]
    show(qtbot, host, 760, 560)
    buttons[1].setFocus()
    return host


@pytest.fixture
def question(host: QWidget, look: Look) -> Question:
    return Question(look, host)


@pytest.fixture
def ask(question: Question) -> Callable[..., list[str]]:
    """Asks, and returns where the answers given will be noted."""

    def asked(text: str = TEXT, answers: tuple[str, ...] = ANSWERS) -> list[str]:
        given: list[str] = []

        def answer(name: str) -> tuple[str, str, ButtonKind, Callable[[], None]]:
            return name, "check", ButtonKind.OUTLINE, lambda: given.append(f"{name}, {question.isVisible()}")

        question.ask("End here?", text, [answer(name) for name in answers])
        settle()
        return given

    return asked


def focused() -> str:
    widget = QApplication.focusWidget()
    assert isinstance(widget, Button)
    return widget.text()


def test_it_covers_its_host_and_is_hidden_before(host: QWidget, question: Question, ask: Callable[..., object]) -> None:
    assert not question.isVisible()
    ask()
    assert question.isVisible()
    assert question.geometry() == host.rect()
    host.resize(900, 700)
    question.cover_host()
    assert question.geometry() == host.rect()
    panel = question._panel.geometry()
    assert abs(panel.center().x() - host.rect().center().x()) <= 1
    assert abs(panel.center().y() - host.rect().center().y()) <= 1


@pytest.mark.parametrize("name", ANSWERS)
def test_an_answer_closes_it_and_then_does_what_it_says(
    question: Question, ask: Callable[..., list[str]], name: str
) -> None:
    given = ask()
    next(button for button in question._buttons if button.text() == name).click()
    assert given == [f"{name}, False"]


def test_return_presses_the_focused_answer(ask: Callable[..., list[str]]) -> None:
    given = ask()
    assert focused() == "Carry on"
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)
    assert given == ["End and save, False"]


def test_tab_goes_round_among_the_answers(ask: Callable[..., object]) -> None:
    ask()
    there = []
    for _ in range(4):
        there.append(focused())
        press(Qt.Key.Key_Tab)
    assert there == [*ANSWERS, ANSWERS[0]]
    press(Qt.Key.Key_Backtab)
    press(Qt.Key.Key_Backtab)
    assert focused() == ANSWERS[2]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_afterwards_the_keyboard_is_where_it_was(ask: Callable[..., list[str]], key: Qt.Key) -> None:
    given = ask()
    press(key)
    assert focused() == "Pause"
    press(Qt.Key.Key_Return)
    assert given == (["Carry on, False"] if key == Qt.Key.Key_Return else []), "a hidden answer is not pressed"


def test_what_had_the_keyboard_may_be_gone(host: QWidget, question: Question, ask: Callable[..., object]) -> None:
    ask()
    delete(host.findChildren(Button, options=Qt.FindChildOption.FindDirectChildrenOnly)[1])
    press(Qt.Key.Key_Escape)
    assert not question.isVisible()
    assert focused() in ("Back", "Skip"), "not a hidden answer"


def test_another_question_takes_its_place(question: Question, ask: Callable[..., list[str]]) -> None:
    given = ask()
    ask(answers=("End and save", "Leave this side out"))
    assert [b.text() for b in question._panel.findChildren(Button) if b.isVisible()] == [
        "End and save",
        "Leave this side out",
    ]
    press(Qt.Key.Key_Escape)
    assert focused() == "Pause"
    assert given == []


def test_the_ring_shows_what_return_will_press(question: Question, ask: Callable[..., object]) -> None:
    ask()
    assert [button._ring and button.hasFocus() for button in question._buttons] == [True, False, False]


def test_texts_are_no_markup(question: Question, ask: Callable[..., object]) -> None:
    ask("<b>Stop</b>")
    assert question._text.textFormat() is question._heading.textFormat() is Qt.TextFormat.PlainText


def test_it_dims_what_is_behind(host: QWidget, ask: Callable[..., object], look: Look) -> None:
    before = host.grab().toImage().pixelColor(5, 300)
    ask()
    dimmed = host.grab().toImage().pixelColor(5, 300)
    bg = colour(look.theme.bg)
    assert abs(dimmed.lightness() - bg.lightness()) < abs(before.lightness() - bg.lightness()) * 0.3


@pytest.mark.parametrize("text_scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("size", [(760, 560), (1280, 766)])
def test_nothing_is_cut_off(
    host: QWidget, question: Question, ask: Callable[..., object], look: Look, text_scale: float, size: tuple[int, int]
) -> None:
    host.resize(*size)
    question.set_look(look._replace(text_scale=text_scale))
    ask()
    assert cut_off(host) == []
    assert unnamed(question) == []


def test_another_look_is_taken_at_once(host: QWidget, question: Question, ask: Callable[..., object]) -> None:
    ask()
    before, height = host.grab().toImage(), question._panel.height()
    question.set_look(Look(load_theme("light"), 1.5))
    settle()
    assert host.grab().toImage() != before
    assert question._panel.height() > height
    assert cut_off(host) == []
