"""The day strip with what stands beside it: what comes after these weeks, or the day that is pointed at."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ribdown.core.programme.day import Day
from ribdown.ui.look import Look, colour
from ribdown.ui.pages.today_words import ahead, tile_words
from ribdown.ui.translation import translate
from ribdown.ui.widgets.day_strip import TALL, TILE, DayStrip
from ribdown.ui.widgets.text import SMALL, Text, TextStyle

_BOLD = TextStyle(14, 600)
_GAP = 14
_DOTS = 42


class Dots(QWidget):
    """And so on: dots in the middle of the tiles' height."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As high as the strip."""
        s = self._look.text_scale
        return QSize(round(_DOTS * s), round(TALL * s))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dots."""
        painter, s = QPainter(self), self._look.text_scale
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour(self._look.theme.edge), 3 * s, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPoints([QPointF(x * s, TILE / 2 * s) for x in (2, 11, 20, 29, 38)])


class TodayStrip(QWidget):
    """Shows where in the programme a day is; `days` is what the keyboard goes through."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._day: Day | None = None
        self.days = DayStrip(look)
        self.days.pointed.connect(self._say)
        self._dots = Dots(look)
        self._title = Text(look, _BOLD, wrap=True)
        self._below = Text(look, SMALL, wrap=True)
        texts = QVBoxLayout()
        texts.setSpacing(1)
        texts.addWidget(self._title)
        texts.addWidget(self._below)
        texts.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_GAP)
        self._row.addWidget(self.days, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self._dots, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(texts, 1)

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        for part in (self.days, self._dots, self._title, self._below):
            part.set_look(look)

    def show_day(self, day: Day) -> None:
        """Show the day's strip."""
        self._day = day
        self.days.show_tiles(day.strip)
        self.days.setAccessibleName(translate("words", "The programme’s days"))
        self._say(-1)

    def fit(self, width: int) -> None:
        """Put the texts beside the strip or below it, as this width in pixels has room for."""
        if self._day is None:
            return
        texts = max(
            text.fontMetrics().horizontalAdvance(words)
            for text, words in zip((self._title, self._below), ahead(self._day), strict=True)
        )
        beside = self.days.sizeHint().width() + self._dots.sizeHint().width() + 2 * _GAP + texts < width
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self._row.setSpacing(_GAP if beside else 8)
        self._dots.setVisible(beside)

    def _say(self, index: int) -> None:
        """The words of the tile that is pointed at, or what lies ahead."""
        if self._day is None:
            return
        tiles = self._day.strip
        title, below = ahead(self._day) if index < 0 else tile_words(tiles[index])
        self._title.set_text(title)
        self._below.set_text(below)
        spoken = tiles if index < 0 else tiles[index : index + 1]
        self.days.setAccessibleDescription(". ".join(", ".join(tile_words(tile)) for tile in spoken))
