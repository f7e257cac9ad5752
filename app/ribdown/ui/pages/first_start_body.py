"""The picture of the second step: somebody who stands, and the two places where it must not hurt."""

from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ribdown.core.figure.scene import Point, Scene
from ribdown.core.figure.shown import start_scene
from ribdown.ui.figures import Figures
from ribdown.ui.look import Look, colour, text_font
from ribdown.ui.translation import translate
from ribdown.ui.widgets.figure_parts.canvas import canvas_on
from ribdown.ui.widgets.figure_view import FigureView
from ribdown.ui.widgets.fitting import wrapped_font

_STANDING = "posture-pulse"
_RING, _LINE = 0.055, 0.009  # body heights
_HALO = 3.0  # px of the ground around a ring, so that it stands off the body
_LEADER, _GAP, _EDGE = 44.0, 8.0, 14.0  # px: the line to a text, and the air beside that
_FROM_RING = 12.0  # px: the shortest line where there is little room
_LABEL, _SMALLEST = 22, 12  # px of the text


class Mark(NamedTuple):
    """A place on the body, what it is called, and whether that stands at the right."""

    at: Point
    text: str
    right: bool


class _Name(NamedTuple):
    """Where a mark's text lies, and the line that leads to it."""

    leader: QLineF
    box: QRectF
    font: QFont


class MarkedBody(FigureView):
    """Without the figure there is nothing to mark."""

    def __init__(self, look: Look, figures: Figures, parent: QWidget | None = None) -> None:
        super().__init__(look, figures.colours, parent, ground="accent_tint")
        figure = figures.figure_of(_STANDING)
        scene = start_scene(figure) if figure is not None else None
        self.show_scene(scene, mirrored=False)
        self._marks = marks_of(scene) if scene is not None else ()
        if scene is not None:
            self.setAccessibleName(translate("words", "Somebody stands. Low back and front of hip are marked."))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the body and its marks."""
        super().paintEvent(event)
        if self._scene is None:
            return
        painter, theme = QPainter(self), self._look.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        canvas = canvas_on(
            painter, QRectF(self.rect()), self._scene.view, self._colours[theme.dark], theme.bg, mirrored=False
        )
        radius, line = _RING * canvas.scale, max(_LINE * canvas.scale, 3.0)
        centres = [canvas.pixel(mark.at) for mark in self._marks]
        names = [
            self._name_of(mark, centre, radius + line / 2) for mark, centre in zip(self._marks, centres, strict=True)
        ]
        font = min((name.font for name in names), key=QFont.pixelSize)  # all in one size
        for mark, centre, name in zip(self._marks, centres, names, strict=True):
            for ink, width in ((theme.accent_tint, line + 2 * _HALO), (theme.warn, line)):
                painter.setPen(QPen(colour(ink), width))
                painter.drawEllipse(centre, radius, radius)
            painter.setPen(QPen(colour(theme.warn), line * 0.7, c=Qt.PenCapStyle.RoundCap))
            painter.drawLine(name.leader)
            side = Qt.AlignmentFlag.AlignLeft if mark.right else Qt.AlignmentFlag.AlignRight
            painter.setPen(colour(theme.text))
            painter.setFont(font)
            painter.drawText(name.box, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, mark.text)

    def _name_of(self, mark: Mark, centre: QPointF, clear: float) -> _Name:
        """The name beside the ring, with a line between them; in lines of its own where there is little room."""
        way = 1 if mark.right else -1
        start = centre.x() + way * clear
        room = (self.width() - start if mark.right else start) - _EDGE
        font = text_font(_LABEL * self._look.text_scale, 500)
        natural = QFontMetricsF(font).horizontalAdvance(mark.text) + 1
        leader = _LEADER if natural + _LEADER + _GAP <= room else _FROM_RING
        wide = max(int(room - leader - _GAP), 1)
        end = start + way * leader
        left = end + _GAP if mark.right else end - _GAP - wide
        return _Name(
            QLineF(start, centre.y(), end, centre.y()),
            QRectF(left, 0, wide, 2 * centre.y()),
            wrapped_font(font, mark.text, QSize(wide, self.height()), _SMALLEST),
        )


def marks_of(scene: Scene) -> tuple[Mark, ...]:
    """The low back, and the front of the hip on the outline of the trunk."""
    outline = scene.body.trunk.outline
    return (
        Mark(outline[5], translate("words", "low back"), right=False),
        Mark(outline[19], translate("words", "front of hip"), right=True),
    )
