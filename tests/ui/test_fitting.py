"""Text that fits: one line in a width, wrapped text in a label."""

import pytest
from PySide6.QtGui import QFont, QFontMetricsF
from pytestqt.qtbot import QtBot

from ribdown.ui.look import display_font, text_font
from ribdown.ui.widgets.fitting import FitLabel, fitted_font, text_height

TEXT = "Breathe out slowly and let the hip go soft, a little further with every breath."


def width(font: QFont, text: str) -> float:
    return QFontMetricsF(font).horizontalAdvance(text)


@pytest.mark.parametrize("room", [40, 90, 200])
@pytest.mark.parametrize(
    "font", [text_font(30, 600), display_font(88, 700, tracking=1.5), display_font(60, tracking=-2)]
)
def test_a_line_is_made_smaller_until_it_fits(font: QFont, room: int) -> None:
    fitted = fitted_font(font, "SWITCH SIDES", room)
    assert room * 0.75 < width(fitted, "SWITCH SIDES") <= room
    assert fitted.weight() == font.weight()


def test_a_line_that_fits_keeps_its_font() -> None:
    font = text_font(20)
    assert fitted_font(font, "PRESS", width(font, "PRESS")) is font


def test_without_any_room_there_is_still_a_font() -> None:
    assert fitted_font(text_font(20), "PRESS", 0).pixelSize() == 1


@pytest.fixture
def label(qtbot: QtBot) -> FitLabel:
    label = FitLabel()
    qtbot.addWidget(label)
    return label


def lay_out(label: FitLabel, wide: int, high: int) -> int:
    """Give the label a size; the size of its text."""
    label.resize(wide, high)
    label.grab()  # a hidden widget hears of its size when it is painted
    return label.font().pixelSize()


def test_a_label_shrinks_and_grows_with_its_room(label: FitLabel) -> None:
    label.show_text(TEXT, text_font(32))
    sizes = [lay_out(label, 300, high) for high in (400, 120, 80, 400)]
    assert sizes[0] == sizes[3] == 32
    assert 32 > sizes[1] > sizes[2] >= 11
    for high in (400, 120, 80):
        lay_out(label, 300, high)
        assert text_height(label.font(), TEXT, 300) <= high


def test_a_label_stops_at_the_smallest_size_that_can_be_read(label: FitLabel) -> None:
    label.show_text(TEXT, text_font(32))
    assert lay_out(label, 60, 20) == 11


def test_a_word_wider_than_the_label_is_made_to_fit(label: FitLabel) -> None:
    label.show_text("Unabbreviatable", text_font(32))
    lay_out(label, 140, 400)
    assert width(label.font(), "Unabbreviatable") <= 140


def test_another_text_is_fitted_anew(label: FitLabel) -> None:
    label.show_text(TEXT * 3, text_font(32))
    small = lay_out(label, 300, 150)
    label.show_text("Short.", text_font(32))
    assert small < label.font().pixelSize() == 32
    label.show_text("Short.", text_font(24))
    assert label.font().pixelSize() == 24


def test_the_natural_height_is_that_of_the_wanted_font(label: FitLabel) -> None:
    label.show_text(TEXT, text_font(32))
    lay_out(label, 300, 40)
    assert label.natural_height(300) == text_height(text_font(32), TEXT, 300) == label.sizeHint().height()


def test_a_word_that_is_too_wide_is_very_high() -> None:
    assert text_height(text_font(20), "Unabbreviatable", 30) > 5000
