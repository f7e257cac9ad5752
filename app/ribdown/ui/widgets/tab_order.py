"""Where Tab goes through what is added to a page later: Qt puts it last."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def stop_before(widget: QWidget) -> QWidget:
    """The last thing before a widget that Tab can reach, shown or not; the widget itself where there is none."""
    found = widget.previousInFocusChain()
    while found is not None and found is not widget and not _is_stop(found):
        found = found.previousInFocusChain()
    return found or widget


def tab_after(before: QWidget, part: QWidget) -> None:
    """Let Tab go from `before` through what is on `part`, in the order in which that was built."""
    for stop in _stops(part):
        QWidget.setTabOrder(before, stop)
        before = stop


def _stops(part: QWidget) -> Iterator[QWidget]:
    return filter(_is_stop, part.findChildren(QWidget))


def _is_stop(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
