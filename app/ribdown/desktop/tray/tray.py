"""The tray icon, as the rest of the app sees it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject, Signal


@dataclass(frozen=True, slots=True)
class MenuItem:
    """A line of the menu; one without a key says something and does nothing."""

    key: str
    label: str


SEPARATOR = MenuItem("", "")


class TrayEvents(QObject):
    """`chosen` carries a menu item's key; `clicked` is a click on the icon itself, where the desktop passes it on.
    `changed` says that there is a tray now, or none any more."""

    chosen = Signal(str)
    clicked = Signal()
    message_clicked = Signal()
    changed = Signal()


class Tray(Protocol):
    """At most one icon."""

    @property
    def available(self) -> bool:
        """Whether the desktop has a place for it now. Not known from the first moment on: `changed` comes then."""
        ...

    @property
    def events(self) -> TrayEvents:
        """What the person does with it."""
        ...

    def show(self, tip: str, items: Sequence[MenuItem]) -> None:
        """Show the icon, now or as soon as there is a place for it, with this tooltip and menu."""
        ...

    def hide(self) -> None:
        """Take it away."""
        ...

    def say(self, title: str, text: str) -> None:
        """Show a message beside it. Without a place for the icon, nothing happens."""
        ...


class NoTray:
    """Where no icon is wanted."""

    available = False

    def __init__(self) -> None:
        self.events = TrayEvents()

    def show(self, tip: str, items: Sequence[MenuItem]) -> None:
        """Do nothing."""

    def hide(self) -> None:
        """Do nothing."""

    def say(self, title: str, text: str) -> None:
        """Do nothing."""
