"""Return and Enter press what the keyboard is on: in the player, Space is the whole window's pause."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton


def is_return(event: QKeyEvent) -> bool:
    """Whether the key is Return or Enter."""
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def pressed_by_return(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Press the button where the key is Return; says whether it is."""
    if is_return(event):
        button.click()
        return True
    return False
