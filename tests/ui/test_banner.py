"""The banner: what went wrong, line by line, with a way to the folder or back."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from on_screen import cut_off, settle, show, unnamed
from ribdown.core.errors import UserError
from ribdown.desktop.audio.output import Reason
from ribdown.infra.themes import load_theme
from ribdown.ui.figures import Figures
from ribdown.ui.look import Look
from ribdown.ui.main_window import MainWindow
from ribdown.ui.pages.start_page import StartPage
from ribdown.ui.sound_words import silence_said
from ribdown.ui.widgets.banner import Banner

FULL = UserError("The disk is full.", "Save again when there is room.")
BROKEN = UserError("History could not be read.", "The file was set aside, nothing was deleted.")


@pytest.fixture
def banner(qtbot: QtBot, look: Look) -> Banner:
    """In a window, over a page."""
    window = QWidget()
    column = QVBoxLayout(window)
    banner = Banner(look)
    column.addWidget(banner)
    column.addWidget(QWidget(), 1)
    show(qtbot, window, 760, 560)
    return banner


def buttons(banner: Banner) -> list[str]:
    return [button.text() for button in (banner._folder, banner._undo, banner._close) if button.isVisible()]


def test_it_is_hidden_until_there_is_something_to_say(banner: Banner) -> None:
    assert not banner.isVisible()
    banner.warn(FULL)
    assert banner.isVisible()
    assert banner.accessibleName() == banner._text.text() == "The disk is full. Save again when there is room."
    assert buttons(banner) == ["Close"]


def test_lines_come_one_under_the_other_each_once(banner: Banner) -> None:
    for error in (FULL, BROKEN, FULL):
        banner.warn(error)
    assert banner._text.text().split("\n") == [str(FULL), str(BROKEN)]


def test_a_message_is_no_markup(banner: Banner) -> None:
    banner.warn(UserError("mine.toml: <b>bold</b>", ""))
    assert banner._text.textFormat() is Qt.TextFormat.PlainText


def test_after_closing_only_what_is_new_is_said(banner: Banner) -> None:
    banner.warn(FULL, folder=True)
    banner._close.click()
    assert not banner.isVisible()
    banner.warn(BROKEN)
    assert banner._text.text() == str(BROKEN)
    assert buttons(banner) == ["Close"]


def test_the_folder_stays_offered_while_it_is_about_files(banner: Banner) -> None:
    banner.warn(BROKEN, folder=True)
    banner.warn(FULL)
    assert buttons(banner) == ["Open folder", "Close"]


def test_an_offer_to_undo_stands_beside_what_went_wrong_until_it_ends(banner: Banner) -> None:
    banner.offer_undo("This session is not kept.")
    assert (banner._text.text(), buttons(banner)) == ("This session is not kept.", ["Undo", "Close"])
    banner.warn(FULL)
    assert banner._text.text() == f"{FULL}\nThis session is not kept."
    banner.end_offer()
    assert (banner._text.text(), buttons(banner)) == (str(FULL), ["Close"])


def test_an_offer_that_ends_leaves_nothing(banner: Banner) -> None:
    banner.offer_undo("This session is not kept.")
    banner.end_offer()
    assert not banner.isVisible()


@pytest.mark.parametrize(
    ("press", "heard", "open_after"),
    [
        (lambda banner: banner._folder.click(), ["folder"], True),
        (lambda banner: banner._undo.click(), ["undo"], True),
        (lambda banner: banner._close.click(), [], False),
    ],
)
def test_buttons(banner: Banner, press: Callable[[Banner], None], heard: list[str], open_after: bool) -> None:
    said: list[str] = []
    banner.folder_asked.connect(lambda: said.append("folder"))
    banner.undo_asked.connect(lambda: said.append("undo"))
    banner.warn(BROKEN, folder=True)
    press(banner)
    assert said == heard
    assert banner.isVisible() is open_after


@pytest.mark.parametrize("text_scale", [1.0, 1.5, 2.0])
def test_a_message_of_a_session_takes_two_lines_at_most(banner: Banner, text_scale: float) -> None:
    banner.set_look(Look(load_theme("dark"), text_scale))
    banner.warn(silence_said(Reason.NO_DEVICE))
    settle()
    text = banner._text
    assert text.heightForWidth(text.width()) < 2.5 * text.fontMetrics().lineSpacing()
    assert text.font().pixelSize() >= 15
    assert banner._close.geometry().left() > text.geometry().right(), "Close takes no line of its own"
    assert banner.height() < 80


@pytest.mark.parametrize("text_scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("theme", ["dark", "light"])
def test_nothing_is_cut_off(banner: Banner, text_scale: float, theme: str) -> None:
    banner.set_look(Look(load_theme(theme), text_scale))
    for error in (BROKEN, FULL, UserError("A rather long sentence about a file. " * 2)):
        banner.warn(error, folder=True)
    settle()
    assert cut_off(banner.window()) == []
    assert unnamed(banner.window()) == []


@pytest.mark.parametrize("text_scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("size", [(760, 560), (1280, 766)])
def test_in_the_window_the_whole_text_is_shown(qtbot: QtBot, text_scale: float, size: tuple[int, int]) -> None:
    window = MainWindow(Look(load_theme("dark"), text_scale), size)
    qtbot.addWidget(window)
    window.show()
    window.show_page(StartPage(Look(load_theme("dark"), text_scale), Figures()), "today")
    window.banner.warn(BROKEN, folder=True)
    window.banner.offer_undo("This session is not kept.")
    settle()
    text = window.banner._text
    assert text.height() >= text.heightForWidth(text.width())
    assert window.size().toTuple() == size
