"""Two poses side by side, each with its words: how it is done, and how it goes wrong."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from ribdown.core.figure.shown import fault_scene
from ribdown.core.learn import Picture
from ribdown.ui import words
from ribdown.ui.figures import Figures
from ribdown.ui.look import Look
from ribdown.ui.widgets.dressing import dress
from ribdown.ui.widgets.figure_view import FigureView
from ribdown.ui.widgets.line_sign import LineSign
from ribdown.ui.widgets.text import Text, TextStyle

_WORDS = TextStyle(15, line=112)
_HEIGHT, _WIDEST = 180, 320  # px


class PosePair(QWidget):
    """Shows nothing where there is no such figure."""

    def __init__(self, look: Look, figures: Figures, picture: Picture, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        figure = figures.figure_of(picture.figure)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 6, 0, 2)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(2, 1)
        for column, (pose, icon, ink) in enumerate(
            ((picture.right, "check", "ok"), (picture.wrong, "cross", "danger"))
        ):
            if figure is None:
                break
            scene = fault_scene(figure, pose)
            view = FigureView(look, figures.colours)
            view.show_scene(scene, mirrored=False)
            view.setFixedHeight(_HEIGHT)
            view.setMaximumWidth(_WIDEST)
            line = QHBoxLayout()
            line.setSpacing(8)
            line.addWidget(LineSign(look, icon, ink, _WORDS, 16), 0, Qt.AlignmentFlag.AlignTop)
            text = Text(look, _WORDS, words.content(scene.label), wrap=True)
            text.setAlignment(Qt.AlignmentFlag.AlignTop)
            line.addWidget(text, 1)
            grid.addWidget(view, 0, column)
            grid.addLayout(line, 1, column)
            grid.setColumnStretch(column, 1000)

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        dress(self, look)
