"""The tray icon by Qt."""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from ribdown.desktop.tray.tray import SEPARATOR, MenuItem, TrayEvents
from ribdown.desktop.tray.tray_host import TrayHost


class QtTray(QObject):
    """An icon that was made before there was a place for it never appears, nor does it come back where the place does:
    each time, it has to be a new one."""

    def __init__(self, picture: QIcon, host: TrayHost, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.events = TrayEvents(self)
        self._picture = picture
        self._host = host
        self._wanted = False
        self._tip = ""
        self._items: tuple[MenuItem, ...] = ()
        self._menu: QMenu | None = None
        self._icon: QSystemTrayIcon | None = None
        host.events.changed.connect(self._move)

    @property
    def available(self) -> bool:
        """Whether there is a place for it."""
        return self._host.there

    def show(self, tip: str, items: Sequence[MenuItem]) -> None:
        """Only what is new is told to the desktop."""
        self._wanted = True
        if tip != self._tip and self._icon is not None:
            self._icon.setToolTip(tip)
        self._tip = tip
        if tuple(items) != self._items:
            self._items = tuple(items)
            self._fill()
        if self._icon is None and self._host.there:
            self._put_up()

    def hide(self) -> None:
        """Take icon and menu away."""
        self._wanted = False
        self._take_down()

    def say(self, title: str, text: str) -> None:
        """Show a message, with the icon's own picture."""
        if self._icon is not None:
            self._icon.showMessage(title, text, self._picture)

    def _move(self) -> None:
        self._take_down()
        if self._wanted and self._host.there:
            self._put_up()
        self.events.changed.emit()

    def _put_up(self) -> None:
        self._menu = QMenu()
        self._menu.triggered.connect(lambda action: self.events.chosen.emit(action.data()))
        self._fill()
        self._icon = icon = QSystemTrayIcon(self._picture, self)
        icon.setToolTip(self._tip)
        icon.setContextMenu(self._menu)
        icon.activated.connect(self._click)
        icon.messageClicked.connect(self.events.message_clicked)
        icon.show()

    def _take_down(self) -> None:
        icon, self._icon = self._icon, None
        menu, self._menu = self._menu, None
        if icon is not None and menu is not None:
            icon.hide()
            icon.deleteLater()
            menu.deleteLater()

    def _fill(self) -> None:
        if self._menu is None:
            return
        self._menu.clear()
        for item in self._items:
            if item == SEPARATOR:
                self._menu.addSeparator()
                continue
            action = self._menu.addAction(item.label)
            action.setData(item.key)
            action.setEnabled(bool(item.key))

    def _click(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is QSystemTrayIcon.ActivationReason.Trigger:
            self.events.clicked.emit()
