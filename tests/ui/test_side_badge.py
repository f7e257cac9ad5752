"""The side badge: hidden where both sides work together, else the side in words and as the full half of a square."""

from itertools import pairwise

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from on_screen import show
from ribdown.core.timeline import Side
from ribdown.infra.themes import load_theme
from ribdown.ui.look import Look, colour
from ribdown.ui.widgets.side_badge import SideBadge


@pytest.fixture
def badge(qtbot: QtBot, look: Look) -> SideBadge:
    badge = SideBadge(look, px=40)
    qtbot.addWidget(badge)
    return badge


def picture(badge: SideBadge) -> QImage:
    return badge.grab().toImage()


def test_it_is_hidden_where_both_sides_work_together(qtbot: QtBot, look: Look) -> None:
    host = QWidget()
    badge = SideBadge(look, parent=host)
    show(qtbot, host, 300, 100)
    assert not badge.isVisible()
    badge.show_side(Side.LEFT, "LEFT")
    assert badge.isVisible()
    badge.show_side(None, "")
    assert not badge.isVisible()


@pytest.mark.parametrize(("side", "full"), [(Side.LEFT, "left"), (Side.RIGHT, "right")])
def test_the_half_at_work_is_full(badge: SideBadge, look: Look, side: Side, full: str) -> None:
    badge.show_side(side, side.value.upper())
    image = picture(badge)
    centre, middle = round(1.08 * 40), image.height() // 2
    halves = {"left": image.pixelColor(centre - 10, middle), "right": image.pixelColor(centre + 10, middle)}
    assert halves.pop(full) == colour(look.theme.on_accent)
    assert set(map(QColor.name, halves.values())) == {colour(look.theme.accent).name()}
    assert badge.accessibleName() == side.value.upper()


@pytest.mark.parametrize("scale", [0.6, 1.0, 1.6])
@pytest.mark.parametrize("text", ["RIGHT", "LEFT LEG OVER THE EDGE"])
def test_the_text_lies_inside(badge: SideBadge, look: Look, scale: float, text: str) -> None:
    badge.set_scale(scale)
    badge.show_side(Side.RIGHT, text)
    assert badge.size() == badge.sizeHint()
    image = picture(badge)
    ink = colour(look.theme.on_accent)
    columns = {x for x in range(image.width()) for y in range(image.height()) if image.pixelColor(x, y) == ink}
    end = image.width() - max(columns)
    assert 0.3 * 40 * scale < end < 40 * scale, "as much room after the text as a letter takes"
    assert min(columns) > 0.3 * 40 * scale


def test_another_side_scale_or_theme_is_painted(badge: SideBadge) -> None:
    badge.show_side(Side.LEFT, "LEFT")
    pictures = [picture(badge)]
    badge.show_side(Side.RIGHT, "LEFT")
    pictures.append(picture(badge))
    badge.set_scale(0.8)
    pictures.append(picture(badge))
    badge.set_look(Look(load_theme("light")))
    pictures.append(picture(badge))
    assert all(one != other for one, other in pairwise(pictures))
