"""A quiet picture of how the body lies or stands, where the moving figure will come."""

from itertools import pairwise
from math import acos, atan2, cos, hypot, sin

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from ribdown.core.content import Exercise
from ribdown.core.timeline import Side
from ribdown.ui.look import Look, colour
from ribdown.ui.translation import translate
from ribdown.ui.widgets.poses import EXTENT, FLOOR, HEAD_RADIUS, POSES, Joint, Limb, Pose
from ribdown.ui.words import content

_HALO = 1.3  # units of the surface's colour around what lies over the body
_JOINT = 1.9


class FigureStandIn(QWidget):
    """A figure in side view, turned round for the left side. It stands still."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._pose: Pose | None = None
        self._side: Side | None = None

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        self.update()

    def show_exercise(self, exercise: Exercise, side: Side | None) -> None:
        """Show the body position of an exercise, on the side at work."""
        pose = POSES[exercise.position]
        if (pose, side) != (self._pose, self._side):
            self._pose, self._side = pose, side
            self.update()
        self.setAccessibleName(content(exercise.title))
        where = {Side.RIGHT: translate("words", "Right side."), Side.LEFT: translate("words", "Left side.")}
        how = translate("words", pose.words)
        self.setAccessibleDescription(f"{how} {where[side]}" if side else how)

    def sizeHint(self) -> QSize:
        """As in the player's card."""
        return QSize(276, 276)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the figure from the far side to the near one, and the floor under it."""
        if self._pose is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = min(self.width() / EXTENT.width(), self.height() / EXTENT.height())
        painter.translate(self.width() / 2, self.height() / 2)
        painter.scale(-scale if self._side is Side.LEFT else scale, scale)
        painter.translate(-EXTENT.center())
        self._paint(painter, self._pose)

    def _paint(self, painter: QPainter, pose: Pose) -> None:
        theme = self._look.theme
        near, far, prop = colour(theme.figure), colour(theme.figure_far), colour(theme.prop_edge)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(prop)
        for cushion in pose.cushions:
            painter.drawRoundedRect(QRectF(*cushion), 3.5, 3.5)
        for limb in (pose.far_arm, pose.far_leg):
            _paint_limb(painter, limb, far)
        _paint_limb(painter, pose.torso, near)
        painter.drawEllipse(QPointF(*pose.head), HEAD_RADIUS, HEAD_RADIUS)
        _paint_limb(painter, pose.near_leg, near)
        painter.setBrush(far)
        for x, y, _ in pose.near_leg[:2]:
            painter.drawEllipse(QPointF(x, y), _JOINT, _JOINT)
        _paint_limb(painter, pose.near_arm, colour(theme.surface), _HALO)
        _paint_limb(painter, pose.near_arm, near)
        painter.setPen(QPen(prop, 1.2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(EXTENT.left() + 4, FLOOR + 0.6), QPointF(EXTENT.right() - 4, FLOOR + 0.6))


def _paint_limb(painter: QPainter, limb: Limb, ink: QColor, halo: float = 0.0) -> None:
    """A limb that tapers from joint to joint, with round ends."""
    painter.setBrush(ink)
    for x, y, radius in limb:
        painter.drawEllipse(QPointF(x, y), radius + halo, radius + halo)
    for one, other in pairwise(limb):
        painter.drawPolygon(_flanks(one, other, halo))


def _flanks(one: Joint, other: Joint, halo: float) -> QPolygonF:
    """The quadrilateral between the two circles' common tangents."""
    (x1, y1, r1), (x2, y2, r2) = one, other
    along = atan2(y2 - y1, x2 - x1)
    lean = acos((r1 - r2) / hypot(x2 - x1, y2 - y1))
    corners = ((x1, y1, r1, lean), (x2, y2, r2, lean), (x2, y2, r2, -lean), (x1, y1, r1, -lean))
    return QPolygonF(
        [QPointF(x + (r + halo) * cos(along + turn), y + (r + halo) * sin(along + turn)) for x, y, r, turn in corners]
    )
