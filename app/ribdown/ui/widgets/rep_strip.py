"""Under repetitions: one diamond each, what a repetition is made of, and how long the set still takes."""

from dataclasses import replace
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from ribdown.core.blocks import Reps, SegmentKind
from ribdown.core.moment import Moment
from ribdown.core.phases import Silhouette, phase_of
from ribdown.core.theme import Hue
from ribdown.ui.icons import paint_icon
from ribdown.ui.look import Look, colour, mix
from ribdown.ui.translation import translate
from ribdown.ui.widgets.silhouettes import silhouette_path
from ribdown.ui.widgets.strip_canvas import DONE, NOW, WIDTH, Align, draw_row, row_font, strip_units
from ribdown.ui.words import duration, phase_name

_Y = 50.0
_SMALL, _LARGE = 16.5, 28.0  # half diagonals
_WIDEST_PITCH = 64.0
_ROW = QRectF(9, 92, WIDTH - 18, 28)


def paint_rep_diamonds(painter: QPainter, box: QRectF, moment: Moment, look: Look, s: float) -> None:
    """Done repetitions are checked, the one at work is numbered, the next are hollow."""
    segment = moment.segment
    pitch = min((WIDTH - 60) / max(segment.cycles - 1, 1), _WIDEST_PITCH)
    small = min(_SMALL, pitch * 0.36)
    large = min(_LARGE, pitch - small)
    x = (WIDTH - pitch * (segment.cycles - 1)) / 2
    shapes = {radius: silhouette_path(Silhouette.DIAMOND, radius / 0.9) for radius in (small, small - 1)}
    with strip_units(painter, box, s):
        for rep in range(1, segment.cycles + 1):
            at = QPointF(x + pitch * (rep - 1), _Y)
            if rep == segment.cycle:
                _paint_now(painter, look, at, large, moment)
            else:
                done = rep < segment.cycle
                _paint_other(painter, look, at, shapes[small if done else small - 1], small, done=done)
        _paint_words(painter, look, moment)


def _paint_now(painter: QPainter, look: Look, at: QPointF, radius: float, moment: Moment) -> None:
    hue = look.hue(moment.phase.hue)
    shape = silhouette_path(Silhouette.DIAMOND, (radius - 2) / 0.9)
    _diamond(painter, at, shape, QPen(colour(hue.fill), 3.5), mix(hue.fill, look.theme.bg, NOW))
    row = QRectF(at.x() - radius * 0.7, at.y() - radius / 2, radius * 1.4, radius)
    text = str(moment.segment.cycle)
    draw_row(painter, row, text, row_font(look, row, text, 20, 700), look.theme.text, Align.AlignHCenter)


def _paint_other(painter: QPainter, look: Look, at: QPointF, shape: QPainterPath, radius: float, *, done: bool) -> None:
    theme = look.theme
    if not done:
        _diamond(painter, at, shape, QPen(colour(theme.edge), 2.4), QColor(Qt.GlobalColor.transparent))
        return
    _diamond(painter, at, shape, QPen(Qt.PenStyle.NoPen), mix(theme.hues[Hue.SQUEEZE].fill, theme.bg, DONE))
    half = radius * 0.45
    icon = QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half)
    paint_icon(painter, "check", icon, colour(theme.text), 3.4)


def _diamond(painter: QPainter, at: QPointF, shape: QPainterPath, pen: QPen, brush: QColor) -> None:
    painter.setPen(pen)
    painter.setBrush(brush)
    painter.drawPath(shape.translated(at))


def _paint_words(painter: QPainter, look: Look, moment: Moment) -> None:
    phases = _phases(moment)
    made_of = ", ".join(
        f"{duration(length)} {phase_name(phase_of(replace(moment.segment, kind=kind))).lower()}"
        for kind, length in phases.items()
    )
    to_go = translate("words", "{} s to go in this set").format(seconds_to_go(moment))
    font = row_font(look, _ROW, f"{made_of}    {to_go}", 18)
    draw_row(painter, _ROW, made_of, font, look.theme.text2)
    draw_row(painter, _ROW, to_go, font, look.theme.text2, Align.AlignRight)


def _phases(moment: Moment) -> dict[SegmentKind, float]:
    """The phases of one repetition in order, with their lengths in seconds; those of no length are left out."""
    block = moment.segment.run.block
    assert isinstance(block, Reps)
    doses = {SegmentKind.LIFT: block.lift, SegmentKind.SQUEEZE: block.squeeze, SegmentKind.LOWER: block.lower}
    order = reversed(doses) if block.down_first else iter(doses)
    return {kind: doses[kind].default for kind in order if doses[kind].milliseconds}


def seconds_to_go(moment: Moment) -> int:
    """How many seconds the set still takes; a started one counts."""
    segment, phases = moment.segment, _phases(moment)
    kinds = list(phases)
    later = sum(phases[kind] for kind in kinds[kinds.index(segment.kind) + 1 :])
    later += sum(phases.values()) * (segment.cycles - segment.cycle)
    return ceil(moment.position.remaining + later - 1e-6)
