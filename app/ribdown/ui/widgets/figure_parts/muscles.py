"""Muscles at work: three flat fills, from a wide faint glow to the muscle's own shape."""

from PySide6.QtGui import QPainterPath, QTransform

from ribdown.core.figure.scene import Body, Leg, Point
from ribdown.ui.widgets.figure_parts.canvas import Canvas, along, turned
from ribdown.ui.widgets.figure_parts.curves import grown_loop

_GLOW = ((0.020, 0.13), (0.010, 0.20), (0.0, 0.72))  # how far it is grown, and how much it covers
_CORE_GLOW = (0.13, 0.26, 0.92)  # it is small and lies on the shirt
_EFFORT = 0.6  # exponent: a muscle that works a little is seen too
_STRONG = 0.6  # effort that is painted even where the body is small
_FAR = 0.55
_FIBRE = 0.0045

Blob = tuple[QPainterPath, ...]
_ALPHAS = tuple(alpha for _, alpha in _GLOW)


def _blob(*points: Point) -> Blob:
    """The shape, grown by each of the glow's widths."""
    return tuple(grown_loop(points, by) for by, _ in _GLOW)


# On the thigh: x from the hip to the knee, y to the front. On the shank: x from the knee.
_HAMSTRINGS = _blob(
    (0.055, -0.034),
    (0.100, -0.050),
    (0.150, -0.046),
    (0.205, -0.030),
    (0.226, -0.022),
    (0.190, -0.014),
    (0.130, -0.010),
    (0.080, -0.016),
)
_QUADS = _blob(
    (0.050, 0.036),
    (0.095, 0.054),
    (0.150, 0.048),
    (0.195, 0.036),
    (0.214, 0.026),
    (0.180, 0.012),
    (0.120, 0.006),
    (0.075, 0.014),
)
_CALVES = _blob(
    (0.018, -0.020),
    (0.045, -0.037),
    (0.080, -0.041),
    (0.115, -0.032),
    (0.150, -0.020),
    (0.125, -0.008),
    (0.080, -0.004),
    (0.040, -0.008),
)
# On the pelvis: x upwards from the hip, y to the back.
_GLUTES = _blob(
    (0.058, 0.040),
    (0.052, 0.064),
    (0.012, 0.078),
    (-0.030, 0.070),
    (-0.046, 0.046),
    (-0.026, 0.020),
    (0.012, 0.010),
    (0.042, 0.020),
)
_LEG_MUSCLES = ("hamstrings", "quads", "calves")


def seen_effort(canvas: Canvas, body: Body, muscle: str) -> float:
    """How hard a muscle works, 0 where that is too little to be painted at this size."""
    effort = body.muscles.get(muscle, 0.0)
    return 0.0 if canvas.coarse and effort < _STRONG else effort


def paint_far_muscles(canvas: Canvas, body: Body) -> None:
    """Those of the far leg, dimmer."""
    _paint_leg(canvas, body, body.far_leg, "L", _FAR)


def paint_core(canvas: Canvas, body: Body) -> None:
    """The deep abdominals, with the fibres of the obliques, between ribs and pelvis."""
    effort = seen_effort(canvas, body, "core")
    if effort <= 0:
        return
    outline, spine, ink = body.trunk.outline, body.trunk.spine, canvas.colours.core
    front = outline[15:19]
    inner = [_between(front[i], spine[j], 0.62) for i, j in ((3, 0), (2, 2), (1, 4), (0, 6))]
    skin = [_between(point, spine[j], 0.06) for point, j in zip(front, (6, 4, 2, 0), strict=True)]
    _glow(canvas, _blob(*skin, *inner), ink, effort, alphas=_CORE_GLOW)
    if canvas.coarse:
        return
    fibres = QPainterPath()
    for low, high in ((0.20, 0.62), (0.45, 0.87), (0.70, 1.0)):
        fibres.moveTo(*_on(skin, low))
        fibres.lineTo(*_on(inner[::-1], high))
    canvas.stroke(fibres, canvas.colours.shirt_shade, _FIBRE, 0.8 * effort**_EFFORT, least=1.2)


def paint_near_muscles(canvas: Canvas, body: Body) -> None:
    """The gluteals, and those of the near leg."""
    place = turned(body.near_leg.hip, body.trunk.pelvis)
    _glow(canvas, _GLUTES, canvas.colours.muscle, seen_effort(canvas, body, "glutes"), place)
    _paint_leg(canvas, body, body.near_leg, "", 1.0)


def _paint_leg(canvas: Canvas, body: Body, leg: Leg, side: str, dimmed: float) -> None:
    efforts = [seen_effort(canvas, body, name + side) for name in _LEG_MUSCLES]
    if not any(efforts):
        return
    thigh, shank = along(leg.hip, leg.knee), along(leg.knee, leg.ankle)
    for blob, place, effort in zip((_HAMSTRINGS, _QUADS, _CALVES), (thigh, thigh, shank), efforts, strict=True):
        _glow(canvas, blob, canvas.colours.muscle, effort, place, dimmed)


def _glow(
    canvas: Canvas,
    blob: Blob,
    ink: str,
    effort: float,
    place: QTransform | None = None,
    dimmed: float = 1.0,
    alphas: tuple[float, ...] = _ALPHAS,
) -> None:
    if effort > 0:
        for path, alpha in zip(blob, alphas, strict=True):
            canvas.fill(path, ink, dimmed * alpha * effort**_EFFORT, place)


def _between(one: Point, other: Point, share: float) -> Point:
    return one[0] + share * (other[0] - one[0]), one[1] + share * (other[1] - one[1])


def _on(points: list[Point], share: float) -> Point:
    """A point at a share of the way along points that lie about equally far apart."""
    whole = share * (len(points) - 1)
    index = min(int(whole), len(points) - 2)
    return _between(points[index], points[index + 1], whole - index)
