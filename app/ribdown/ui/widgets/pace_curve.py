"""The breaths of a pace as a curve, at one scale: a slower pace has longer breaths in the same width."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from ribdown.core.blocks import SegmentKind
from ribdown.core.theme import Hue
from ribdown.ui.look import Look
from ribdown.ui.widgets.breath_curve import BreathCurve

_SHOWN = 15.0  # seconds: two breaths of the couch stretch's own pace
_WIDTH, _NARROWEST, _HEIGHT = 276, 140, 54


class PaceCurve(BreathCurve):
    """Shows nothing before `show_pace`."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._pace = (0.0, 0.0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_pace(self, inhale: float, exhale: float) -> None:
        """Show breaths of so many seconds in and out."""
        if self._pace != (inhale, exhale):
            self._pace = (inhale, exhale)
            self.update()

    def sizeHint(self) -> QSize:
        """As in the mock-up of the settings."""
        return QSize(_WIDTH, round(_HEIGHT * self._look.text_scale))

    def minimumSizeHint(self) -> QSize:
        """Narrower, a breath can not be told from the next."""
        return QSize(_NARROWEST, round(_HEIGHT * self._look.text_scale))

    def _course(self, width: float) -> tuple[Sequence[tuple[SegmentKind, Hue, float]], float]:
        inhale, exhale = self._pace
        phases = ((SegmentKind.INHALE, Hue.INHALE, inhale), (SegmentKind.EXHALE, Hue.EXHALE, exhale))
        return phases if inhale + exhale > 0 else (), width / _SHOWN
