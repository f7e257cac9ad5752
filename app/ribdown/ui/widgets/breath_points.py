"""The course of a breath's phase as points, for what draws it."""

from PySide6.QtCore import QPointF, QRectF

from ribdown.core.blocks import SegmentKind
from ribdown.core.breath import breath_level


def breath_points(kind: SegmentKind, box: QRectF, steps: int) -> list[QPointF]:
    """The phase from the left of the box to its right, in `steps`; empty lungs are at its bottom, full ones at its
    top."""
    return [
        QPointF(box.left() + box.width() * step / steps, box.bottom() - breath_level(kind, step / steps) * box.height())
        for step in range(steps + 1)
    ]
