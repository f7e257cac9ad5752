"""Two settings in one row: from this one to that one."""

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ribdown.ui.look import Look
from ribdown.ui.translation import translate
from ribdown.ui.widgets.dressing import dress
from ribdown.ui.widgets.text import Text, TextStyle

_WIDEST = 100  # px at 100 % text: a time of day, where two stand side by side
_TO = TextStyle(15, ink="text2")


class SpanControl(QWidget):
    """`low` and `high` are the settings' own controls."""

    def __init__(self, look: Look, low: QWidget, high: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._ends = (low, high)
        row.addWidget(low)
        row.addWidget(Text(look, _TO, translate("words", "to")))
        row.addWidget(high)
        self.setFocusProxy(low)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._fit(look)

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        dress(self, look)
        self._fit(look)

    def _fit(self, look: Look) -> None:
        for end in self._ends:
            end.setMaximumWidth(round(_WIDEST * look.text_scale))
