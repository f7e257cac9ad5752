"""How the self-test goes: the picture, the steps, and Start."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ribdown.core.figure.shown import fault_scene
from ribdown.core.thomas_guide import THOMAS_TEST
from ribdown.ui.figures import Figures
from ribdown.ui.look import Look, colour, text_font
from ribdown.ui.translation import translate
from ribdown.ui.widgets.button import Button, ButtonKind
from ribdown.ui.widgets.figure_view import FigureView
from ribdown.ui.widgets.panel import Panel
from ribdown.ui.widgets.text import BODY, TITLE, Text

_SHOWN = "floating"  # the pose that says what to look for
_PICTURE, _NUMBER = 160, 28  # px


class NumberMark(QWidget):
    """A step's number in a circle. The text beside it says the step."""

    def __init__(self, look: Look, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._number = number
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        side = round(_NUMBER * self._look.text_scale)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the circle and the number."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._look.theme
        painter.setPen(QPen(colour(theme.edge), 1.8))
        painter.drawEllipse(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5))
        painter.setPen(colour(theme.text))
        painter.setFont(text_font(14 * self._look.text_scale, 700))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self._number))


class SelfTestSteps(Panel):
    """`started` asks for the guided test, `care_asked` for who should change or skip it."""

    started = Signal()
    care_asked = Signal()

    def __init__(self, look: Look, figures: Figures, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._figure = FigureView(look, figures.colours)
        self._show_figure(figures)
        self._foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.start = Button(translate("words", "Start"), look, ButtonKind.PRIMARY, "play", height=52, px=18)
        self.start.clicked.connect(self.started)
        self.care = Button(translate("words", "Who should skip this"), look, ButtonKind.QUIET, "shield", px=15)
        self.care.clicked.connect(self.care_asked)
        steps = (
            translate("words", "Take a seat where the bed ends."),
            translate("words", "Pull one knee to your chest, both hands."),
            translate("words", "Roll back, knee still held."),
            translate("words", "Free thigh: level, or hovering?"),
        )
        rows = QVBoxLayout(self)
        rows.setContentsMargins(24, 20, 24, 22)
        rows.setSpacing(9)
        rows.addWidget(Text(look, TITLE, translate("words", "Lying knee hug (Thomas test)"), wrap=True))
        rows.addWidget(self._figure)
        rows.addSpacing(4)
        for number, step in enumerate(steps, 1):
            row = QHBoxLayout()
            row.setSpacing(12)
            row.addWidget(NumberMark(look, number), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(Text(look, BODY, step, wrap=True), 1)
            rows.addLayout(row)
        self._foot.addWidget(self.start, 1)
        self._foot.addWidget(self.care)
        rows.addStretch(1)
        rows.addSpacing(6)
        rows.addLayout(self._foot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons side by side where there is room."""
        needed = self.start.sizeHint().width() + self.care.sizeHint().width() + 60
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._foot.setDirection(across if self.width() >= needed else down)

    def _show_figure(self, figures: Figures) -> None:
        self._figure.setFixedHeight(_PICTURE)
        figure = figures.figure_of(THOMAS_TEST)
        known = figure is not None and _SHOWN in figure.poses
        self._figure.show_scene(fault_scene(figure, _SHOWN) if figure and known else None, mirrored=False)
