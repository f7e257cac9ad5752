"""Couches, beds, a bench, a chair and a desk."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath

from ribdown.core.figure.scene import AnyProp, Bed, BedTop, Bench, Chair, Couch, Desk, SofaSide
from ribdown.ui.widgets.figure_parts.canvas import Canvas
from ribdown.ui.widgets.figure_parts.curves import chain, lines

_LEG = 0.030  # width, and how far legs stand in
_FOOT = 0.045  # height of the legs under upholstery


def paint_furniture(canvas: Canvas, prop: AnyProp) -> None:
    """Paint a piece of furniture; it stands on the floor at y 0."""
    match prop:
        case Couch():
            _paint_couch(canvas, prop)
        case SofaSide():
            _paint_sofa_side(canvas, prop)
        case Bench():
            _paint_bench(canvas, prop)
        case Bed():
            _paint_bed(canvas, prop)
        case BedTop():
            _paint_bed_top(canvas, prop)
        case Chair():
            _paint_chair(canvas, prop)
        case Desk():
            _paint_desk(canvas, prop)


def _paint_couch(canvas: Canvas, couch: Couch) -> None:
    colours, (x0, x1, h) = canvas.colours, (couch.x0, couch.x1, couch.h)
    arm = 0.085
    _legs(canvas, x0 + 0.05, x1 - 0.05)
    _box(canvas, colours.back, x0 + 0.02, h - 0.05, x1 - 0.02, h + 0.22, 0.05)
    _box(canvas, colours.frame, x0, _FOOT, x1, h - 0.04, 0.02)
    _box(canvas, colours.cushion, x0 + arm - 0.02, h - 0.075, x1 - arm + 0.02, h, 0.012)
    for left in (x0, x1 - arm):
        _box(canvas, colours.frame, left, _FOOT, left + arm, h + 0.09, 0.035)


def _paint_sofa_side(canvas: Canvas, sofa: SofaSide) -> None:
    colours, edge, h = canvas.colours, sofa.x1, sofa.h
    back = edge - sofa.w
    _legs(canvas, back + 0.05, edge - 0.02)
    _box(canvas, colours.frame, back, _FOOT, edge, h - 0.04, 0.025)
    _box(canvas, colours.frame, back, _FOOT, back + 0.11, h + 0.25, 0.045)
    _box(canvas, colours.cushion, back + 0.10, h - 0.08, edge + 0.005, h, 0.03)


def _paint_bench(canvas: Canvas, bench: Bench) -> None:
    colours, h = canvas.colours, bench.h
    for x in (bench.x0 + _LEG, bench.x1 - 2 * _LEG):
        _box(canvas, colours.legs, x, 0, x + _LEG, h - 0.02, 0.006)
    _box(canvas, colours.cushion, bench.x0, h - 0.05, bench.x1, h, 0.018)


def _paint_bed(canvas: Canvas, bed: Bed) -> None:
    colours, h = canvas.colours, bed.h
    _legs(canvas, bed.x0 + 0.04, bed.x1 - 0.04, 0.075)
    _box(canvas, colours.frame, bed.x0 + 0.01, 0.06, bed.x1 - 0.01, h - 0.09, 0.015)
    _box(canvas, colours.cushion, bed.x0, h - 0.115, bed.x1, h, 0.035)


def _paint_bed_top(canvas: Canvas, bed: BedTop) -> None:
    colours, rim = canvas.colours, 0.025
    _box(canvas, colours.frame, bed.x0 - rim, bed.y0 - rim, bed.x1 + rim, bed.y1 + rim, 0.05)
    _box(canvas, colours.cushion, bed.x0, bed.y0, bed.x1, bed.y1, 0.035)


def _paint_chair(canvas: Canvas, chair: Chair) -> None:
    colours, (x0, x1, h) = canvas.colours, (chair.x0, chair.x1, chair.h)
    middle = (x0 + x1) / 2
    _box(canvas, colours.legs, middle - 0.010, 0.03, middle + 0.010, h - 0.03, 0.004)
    canvas.stroke(lines([(middle - 0.085, 0.018), (middle, 0.045), (middle + 0.085, 0.018)]), colours.legs, 0.020)
    canvas.stroke(chain([(x0 + 0.02, h - 0.025), (x0 - 0.045, h + 0.04), (x0 - 0.055, h + 0.12)]), colours.legs, 0.016)
    canvas.stroke(
        chain([(x0 - 0.040, h + 0.10), (x0 - 0.058, h + 0.19), (x0 - 0.070, h + 0.28)]), colours.cushion, 0.036
    )
    _box(canvas, colours.cushion, x0, h - 0.045, x1, h, 0.02)


def _paint_desk(canvas: Canvas, desk: Desk) -> None:
    colours, h = canvas.colours, desk.h
    _box(canvas, colours.legs, desk.x1 - 0.055, 0, desk.x1 - 0.03, h - 0.01, 0.004)
    _box(canvas, colours.frame, desk.x0, h - 0.024, desk.x1, h, 0.01)


def _legs(canvas: Canvas, left: float, right: float, height: float = _FOOT + 0.02) -> None:
    for x in (left, right - _LEG):
        _box(canvas, canvas.colours.legs, x, 0, x + _LEG, height, 0.006)


def _box(canvas: Canvas, ink: str, x0: float, y0: float, x1: float, y1: float, corner: float) -> None:
    path = QPainterPath()
    path.addRoundedRect(QRectF(x0, y0, x1 - x0, y1 - y0), corner, corner)
    canvas.fill(path, ink)
