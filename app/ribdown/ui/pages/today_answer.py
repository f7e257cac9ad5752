"""One answer to what a card offers or asks."""

from collections.abc import Callable
from typing import NamedTuple

from ribdown.ui.widgets.button import ButtonKind


class Answer(NamedTuple):
    """A button: its text, how much it asks to be pressed, and what it does."""

    text: str
    kind: ButtonKind
    action: Callable[[], object]
