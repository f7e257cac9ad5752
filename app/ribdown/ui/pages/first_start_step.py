"""What the steps of the first start share: a heading and what stands below it, and a say in going on."""

from math import ceil

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ribdown.ui.look import Look
from ribdown.ui.widgets.dressing import dress
from ribdown.ui.widgets.text import Text, TextStyle

READ = TextStyle(19, line=122)
_HEADING = TextStyle(44, 600, display=True)
_UNEVEN = 1.45  # so much of a heading's even lines is the width of the longest: no single word is left for a line
_NARROW, _SMALLER = 540, 0.72  # px at 100 % text, below which the heading has this share of its size


class Step(QWidget):
    """`rows` takes what stands below the heading."""

    def __init__(self, look: Look, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.heading = Text(look, _HEADING, heading, wrap=True)
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(16)
        self.rows.addWidget(self.heading)

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        dress(self, look)

    def fit(self, width: int) -> None:
        """Suit the heading to this width in pixels."""
        scale = self._look.text_scale
        narrow = width < _NARROW * scale
        self.heading.set_look(self._look._replace(text_scale=scale * _SMALLER if narrow else scale))
        natural = max(map(self.heading.fontMetrics().horizontalAdvance, self.heading.plain.split("\n")))
        even = natural / max(ceil(natural / max(width, 1)), 1) * _UNEVEN
        self.heading.setContentsMargins(0, 0, max(round(width - even), 0) if natural > width else 0, 0)

    def missing(self) -> QWidget | None:
        """What is to be done here before going on, which is said there; None where nothing is."""
        return None
