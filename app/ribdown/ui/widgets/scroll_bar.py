"""Slim scroll bars without arrows, in the theme's colours."""

from PySide6.QtWidgets import QAbstractScrollArea

from ribdown.ui.look import Look

_WIDTH = 12


def slim_scroll_bar(area: QAbstractScrollArea, look: Look) -> None:
    """Give an area's vertical scroll bar the look."""
    theme = look.theme
    area.verticalScrollBar().setStyleSheet(
        f"QScrollBar {{ background: transparent; width: {_WIDTH}px; margin: 0; }}"
        f"QScrollBar::handle {{ background: {theme.edge}; margin: 3px; border-radius: 3px; min-height: 40px; }}"
        f"QScrollBar::handle:hover {{ background: {theme.text3}; }}"
        "QScrollBar::add-line, QScrollBar::sub-line { height: 0; }"
        "QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }"
    )
