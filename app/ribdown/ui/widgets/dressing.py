"""Handing another look down a tree of widgets."""

from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget

from ribdown.ui.look import Look


@runtime_checkable
class Dressed(Protocol):
    """A widget that paints from a look."""

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        ...


def dress(parent: QWidget, look: Look) -> None:
    """Give the look to the nearest widgets below `parent` that take one; each hands it on to its own."""
    for child in parent.children():
        if isinstance(child, Dressed):
            child.set_look(look)
        elif isinstance(child, QWidget):
            dress(child, look)
