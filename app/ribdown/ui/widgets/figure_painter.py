"""The painter of the figure: a scene, from what is behind the body to what is pointed out."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from ribdown.core.figure.colours import FigureColours
from ribdown.core.figure.scene import Floor, Layer, Scene
from ribdown.ui.widgets.figure_parts.arms import paint_far_arm, paint_near_arm, paint_near_shoulder
from ribdown.ui.widgets.figure_parts.canvas import Canvas, canvas_on
from ribdown.ui.widgets.figure_parts.cues import paint_cues
from ribdown.ui.widgets.figure_parts.faults import paint_fault
from ribdown.ui.widgets.figure_parts.head import paint_head
from ribdown.ui.widgets.figure_parts.insets import paint_inset
from ribdown.ui.widgets.figure_parts.legs import paint_far_leg, paint_near_leg
from ribdown.ui.widgets.figure_parts.muscles import paint_core, paint_far_muscles, paint_near_muscles
from ribdown.ui.widgets.figure_parts.props import paint_behind, paint_ground, paint_prop
from ribdown.ui.widgets.figure_parts.psoas import paint_psoas
from ribdown.ui.widgets.figure_parts.spine import paint_spine
from ribdown.ui.widgets.figure_parts.trunk import paint_trunk, paint_trunk_halo, trunk_path
from ribdown.ui.widgets.figure_parts.weight import paint_weight
from ribdown.ui.widgets.layers import Layers

_LAYERS_KEPT = 2


class FigurePainter:
    """Paints scenes, and keeps what is around the body as a picture: it moves only with the size."""

    def __init__(self) -> None:
        self._layers = Layers(_LAYERS_KEPT)

    def paint(
        self, painter: QPainter, rect: QRect, scene: Scene, colours: FigureColours, surface: str, *, mirrored: bool
    ) -> None:
        """Paint the scene into the rectangle, on a ground of the colour `surface`; mirrored, for the left side."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
        canvas = canvas_on(painter, QRectF(rect), scene.view, colours, surface, mirrored=mirrored)
        painter.drawPixmap(rect.topLeft(), self._around(canvas, rect, scene, mirrored=mirrored))
        for prop in scene.props:
            if isinstance(prop, Floor):
                paint_ground(canvas, prop, scene.ground)
        _paint_body(canvas, scene)
        paint_cues(canvas, scene)
        if scene.fault:
            paint_fault(canvas, scene, scene.fault)
        if scene.inset:
            paint_inset(canvas, scene.inset)
        painter.restore()

    def _around(self, canvas: Canvas, rect: QRect, scene: Scene, *, mirrored: bool) -> QPixmap:
        """The props behind the body."""
        props = tuple(prop for prop in scene.props if prop.layer is Layer.BACK)

        def paint(painter: QPainter) -> None:
            centred = QRectF(-rect.width() / 2, -rect.height() / 2, rect.width(), rect.height())
            layer = canvas_on(painter, centred, scene.view, canvas.colours, canvas.surface, mirrored=mirrored)
            paint_behind(layer, props)

        key = (props, scene.view, mirrored, canvas.colours, canvas.surface)
        ratio = canvas.painter.device().devicePixelRatioF()
        return self._layers.get(ratio, key, (rect.width(), rect.height()), paint)


def _paint_body(canvas: Canvas, scene: Scene) -> None:
    body = scene.body
    paint_far_arm(canvas, body.far_arm)
    paint_far_leg(canvas, body.far_leg)
    paint_far_muscles(canvas, body)
    _paint_props(canvas, scene, Layer.BETWEEN)
    trunk = trunk_path(body.trunk)
    paint_trunk_halo(canvas, trunk)
    paint_head(canvas, body)
    paint_near_shoulder(canvas, body.near_arm, body.ghost)
    paint_trunk(canvas, body.trunk, trunk)
    paint_near_leg(canvas, body.near_leg)
    paint_core(canvas, body)
    paint_spine(canvas, scene)
    paint_near_muscles(canvas, body)
    paint_psoas(canvas, body)
    _paint_props(canvas, scene, Layer.FRONT)
    if body.weight:
        paint_weight(canvas, body)
    paint_near_arm(canvas, body.near_arm, body.ghost)


def _paint_props(canvas: Canvas, scene: Scene, layer: Layer) -> None:
    for prop in scene.props:
        if prop.layer is layer:
            paint_prop(canvas, prop)
