"""What tests ask of a page as it stands on the screen: what is cut off, what has no name, and where Tab goes."""

from itertools import pairwise

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot


def show(qtbot: QtBot, page: QWidget, width: int = 1072, height: int = 766) -> None:
    """Show a page in a window that takes any size, with the keyboard in it."""
    window = QWidget()
    qtbot.addWidget(window, before_close_func=lambda _: window.hide())  # holds on to the window until then
    page.setParent(window)
    page.resize(width, height)
    window.resize(2000, 1200)
    window.show()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    settle()


def press(*keys: Qt.Key | str, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press keys, or type texts, where the keyboard is."""
    for key in keys:
        focused = QApplication.focusWidget()
        assert focused is not None, "the keyboard is nowhere"
        if isinstance(key, str):
            QTest.keyClicks(focused, key, modifier)
        else:
            QTest.keyClick(focused, key, modifier)
        settle()


def settle() -> None:
    """Let layouts come to rest."""
    for _ in range(4):
        QApplication.processEvents()


def cut_off(page: QWidget) -> list[str]:
    """The texts and controls that have less room than they need, or reach out of what holds them."""
    parts = (part for part in page.findChildren(QWidget) if isinstance(part, QLabel | QAbstractButton))
    least = page.minimumSizeHint()
    found = [] if least.width() <= page.width() and least.height() <= page.height() else [f"The page needs {least}"]
    found += [_words(part) for part in parts if part.isVisible() and not (_fits(part) and _inside(part, page))]
    areas = (area for area in (page, *page.findChildren(QScrollArea)) if isinstance(area, QScrollArea))
    return found + [f"{_content_width(area)} in {area.viewport().width()}" for area in areas if _overflows(area)]


def unnamed(page: QWidget) -> list[str]:
    """The kinds of widgets that the keyboard can reach and a screen reader can't name."""
    return [
        type(part).__name__
        for part in page.findChildren(QWidget)
        if part.isVisible() and part.focusPolicy() & Qt.FocusPolicy.TabFocus and not _words(part)
    ]


def tab_stops() -> list[QWidget]:
    """Where Tab leads, from where the keyboard is until it comes round."""
    stops: list[QWidget] = []
    while (focused := QApplication.focusWidget()) is not None and focused not in stops:
        stops.append(focused)
        press(Qt.Key.Key_Tab)
    return stops


def reads_in_order(page: QWidget, stops: list[QWidget]) -> bool:
    """Whether each stop is below the one before, or right of it."""
    boxes = [stop.rect().translated(stop.mapTo(page, QPoint())) for stop in stops]
    return all(one.bottom() <= other.top() or one.right() <= other.left() for one, other in pairwise(boxes))


def _content_width(area: QScrollArea) -> int:
    content = area.widget()
    return content.width() if content else 0


def _overflows(area: QScrollArea) -> bool:
    return area.isVisible() and _content_width(area) > area.viewport().width()


def _fits(part: QLabel | QAbstractButton) -> bool:
    least = part.minimumSizeHint().boundedTo(part.maximumSize())  # a width that was fixed is meant
    height = part.heightForWidth(part.width()) if part.hasHeightForWidth() else least.height()
    return part.width() >= least.width() and part.height() >= height


def _inside(part: QWidget, page: QWidget) -> bool:
    box, holder = part.geometry(), part.parentWidget()
    while part is not page and holder is not None and not isinstance(holder.parentWidget(), QAbstractScrollArea):
        if not holder.rect().contains(box):
            return False
        part = holder
        box, holder = box.translated(part.pos()), part.parentWidget()
    return True


def _words(part: QWidget) -> str:
    text = part.accessibleName()
    return text or (part.text() if isinstance(part, QLabel | QAbstractButton) else "")
