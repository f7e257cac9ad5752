"""The bar of single steps: what is done is full, what is to come is hollow."""

import pytest
from pytestqt.qtbot import QtBot

from ribdown.infra.themes import load_theme
from ribdown.ui.look import Look, colour
from ribdown.ui.widgets.step_bar import StepBar


def filled(bar: StepBar, look: Look, steps: int) -> list[bool]:
    """Whether each step's middle has the colour of what is done."""
    image = bar.grab().toImage()
    done = colour(look.theme.accent).rgb()
    wide = image.width() / steps
    return [image.pixel(round((step + 0.5) * wide), image.height() // 2) == done for step in range(steps)]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("here", [0, 1, 5, 9, 10])
def test_what_is_done_is_full(qtbot: QtBot, theme: str, here: int) -> None:
    look = Look(load_theme(theme))
    bar = StepBar(look, (5, 5))
    qtbot.addWidget(bar)
    bar.resize(1200, 14)
    bar.show_step(here)
    assert filled(bar, look, 10) == [step < here for step in range(10)]
