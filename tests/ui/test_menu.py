"""Menus and the buttons that open them: colours, corners, room for the text, and lines."""

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QAction, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from on_screen import settle, show
from ribdown.infra.themes import load_theme
from ribdown.ui.look import Look, colour
from ribdown.ui.widgets.button import ButtonKind
from ribdown.ui.widgets.menu import Menu
from ribdown.ui.widgets.menu_button import MenuButton
from ribdown.ui.widgets.quiet_button import QuietButton
from ribdown.ui.widgets.wrapping_button import WrappingButton

LONG = "I have read this: start Three days a week"


def ink_box(image: QImage, ink: str) -> QRect:
    """What the pixels of that colour take up."""
    wanted = colour(ink)
    box = QRect()
    for x in range(image.width()):
        for y in range(image.height()):
            if image.pixelColor(x, y) == wanted:
                box = box.united(QRect(x, y, 1, 1))
    return box


@pytest.mark.xvfb
@pytest.mark.parametrize("theme", ["dark", "light"])
def test_a_menu_has_the_theme_s_colours_and_round_corners(qtbot: QtBot, theme: str) -> None:
    holder = QWidget()
    show(qtbot, holder, 400, 300)
    look = Look(load_theme(theme))
    menu = Menu(look, holder)
    menu.addAction(QAction("Start over", menu))
    menu.popup(holder.mapToGlobal(QPoint(10, 10)))
    settle()
    image = menu.grab().toImage()
    assert image.pixelColor(image.width() // 2, 4) == colour(look.theme.raised)
    assert not ink_box(image, look.theme.text).isEmpty()
    assert not menu.mask().contains(QPoint(0, 0))
    assert menu.mask().contains(menu.rect().center())
    menu.close()
    qtbot.waitUntil(lambda: not isValid(menu), timeout=2000)


@pytest.mark.xvfb
def test_a_letter_goes_to_the_next_line_that_begins_with_it(qtbot: QtBot, look: Look) -> None:
    holder = QWidget()
    show(qtbot, holder, 400, 300)
    menu = Menu(look, holder)
    menu.add_heading("Begin with")
    bridge, hip, hour, late = (menu.addAction(text) for text in ("Bridge", "Hip lift", "Hourly reset", "Loaded hold"))
    menu.popup(holder.mapToGlobal(QPoint(10, 10)))
    settle()
    for key, line in (("h", hip), ("h", hour), ("H", hip), ("l", late), ("x", late), ("b", bridge)):
        QTest.keyClicks(menu, key)
        assert menu.activeAction() is line, key
    QTest.keyClick(menu, Qt.Key.Key_Up)
    assert menu.activeAction() is late  # the heading is no line
    menu.close()


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("kind", [QuietButton, MenuButton])
def test_the_ring_keeps_clear_of_the_text(qtbot: QtBot, look: Look, kind: type[QuietButton], scale: float) -> None:
    button = kind("Programme", look._replace(text_scale=scale))
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    face = ink_box(button.grab().toImage(), look.theme.text)
    ring = QRectF(button.rect()).adjusted(6.5, 6.5, -6.5, -6.5)
    assert face.left() >= ring.left() + 3
    assert face.right() <= ring.right() - 3


def test_a_way_on_is_in_the_accent(qtbot: QtBot, look: Look) -> None:
    button = QuietButton("All", look, accent=True)
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    assert not ink_box(button.grab().toImage(), look.theme.accent).isEmpty()
    button.setEnabled(False)
    assert ink_box(button.grab().toImage(), look.theme.accent).isEmpty()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("icon", ["check", ""])
def test_a_text_without_room_breaks_into_lines(qtbot: QtBot, look: Look, icon: str, scale: float) -> None:
    button = WrappingButton(LONG, look._replace(text_scale=scale), ButtonKind.QUIET, icon)
    qtbot.addWidget(button)
    line = button.sizeHint()
    assert button.heightForWidth(line.width()) == button.heightForWidth(2000) == line.height()
    width = line.width() // 2
    assert button.minimumSizeHint().width() <= width
    assert button.heightForWidth(width) > line.height()
    button.resize(width, button.heightForWidth(width))
    face = ink_box(button.grab().toImage(), look.theme.text)
    assert button.rect().adjusted(2, 2, -2, -2).contains(face)
    assert face.height() > button.fontMetrics().height(), "more than one line"


def test_one_line_looks_as_on_any_button(qtbot: QtBot, look: Look) -> None:
    button = WrappingButton("Close", look, ButtonKind.OUTLINE)
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    face = ink_box(button.grab().toImage(), look.theme.text)
    assert abs(face.center().x() - button.rect().center().x()) <= 1
