"""The slider of the breath pace, with the curve that belongs to it."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ribdown.core.breath_pace import BreathPace
from ribdown.ui.look import Look
from ribdown.ui.pages.settings_words import choices_of
from ribdown.ui.widgets.dressing import dress
from ribdown.ui.widgets.slider import SliderTrack
from ribdown.ui.widgets.text import Text, TextStyle

_VALUE = TextStyle(14, 600)
_PACES = tuple(BreathPace)


class BreathPaceControl(QWidget):
    """`picked` carries the pace that the person wants; `title` is what it is, for the screen reader."""

    picked = Signal(object)

    def __init__(self, look: Look, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self._words = dict(choices_of(BreathPace))
        self._value = Text(look, _VALUE)
        self._value.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.track = SliderTrack(look, 0, len(_PACES) - 1)
        self.track.setSingleStep(1)
        self.track.setPageStep(1)
        self.track.valueChanged.connect(self._move)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addWidget(self._value)
        rows.addWidget(self.track, 0, Qt.AlignmentFlag.AlignRight)
        self.setFocusProxy(self.track)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._fit()

    @property
    def text(self) -> str:
        """The pace that is shown, in words."""
        return self._value.plain

    @property
    def choices(self) -> str:
        """All of them, in words."""
        return " ".join(self._words.values())

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        dress(self, look)
        self._fit()

    def show_value(self, value: BreathPace) -> None:
        """Show this pace."""
        with QSignalBlocker(self.track):  # the person chose nothing
            self.track.setValue(_PACES.index(value))
        self._say(value)

    def _move(self, index: int) -> None:
        self._say(_PACES[index])
        self.picked.emit(_PACES[index])

    def _say(self, pace: BreathPace) -> None:
        self._value.set_text(self._words[pace])
        self.track.setAccessibleName(f"{self._title}: {self._words[pace]}")

    def _fit(self) -> None:
        widest = max(map(self._value.fontMetrics().horizontalAdvance, self._words.values()))
        self._value.setMinimumWidth(widest + 2)
