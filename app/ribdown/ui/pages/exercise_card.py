"""An exercise as a card of the library: its figure, what it asks for and how long it takes."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from ribdown.core.exercise_library import When, posture_of
from ribdown.core.figure.demonstration import demonstration, telling_moment
from ribdown.core.figure.scene import Scene
from ribdown.core.figure.shown import still_scene
from ribdown.ui import words
from ribdown.ui.figures import Figures
from ribdown.ui.look import Look, colour
from ribdown.ui.pages.exercise_sheet import ExerciseSheet
from ribdown.ui.pages.exercise_words import equipment_text, posture_word, short_dose, sides_word, when_word
from ribdown.ui.translation import translate
from ribdown.ui.widgets.badge import Badge, BadgeKind
from ribdown.ui.widgets.dressing import dress
from ribdown.ui.widgets.focus_ring import paint_focus_ring
from ribdown.ui.widgets.panel import RADIUS
from ribdown.ui.widgets.return_key import pressed_by_return
from ribdown.ui.widgets.still_figure import StillFigure
from ribdown.ui.widgets.text import TITLE, Text, TextStyle

_DETAIL = TextStyle(15, ink="text2")
_THINGS = TextStyle(15, ink="text3")
_TIME = TextStyle(16, 600)
_FIGURE = 146  # px at 100 % text size
_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class ExerciseCard(QAbstractButton):
    """Clicked, it opens the exercise. `figure` is to be loaded when it asks for it."""

    def __init__(self, look: Look, figures: Figures, sheet: ExerciseSheet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._figures = figures
        self.exercise = sheet.exercise
        self._badge = Badge(look, "", BadgeKind.PLAIN)
        self.figure = StillFigure(look, figures, self._scene)
        self._title = Text(look, TITLE, words.content(sheet.exercise.title), wrap=True)
        self._dose = Text(look, _DETAIL, wrap=True)
        self._time = Text(look, _TIME)
        self._things = Text(look, _THINGS, equipment_text(sheet.exercise), wrap=True)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._dose, 1, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._time, 0, Qt.AlignmentFlag.AlignTop)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(19, 15, 19, 17)
        rows.setSpacing(4)
        rows.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addSpacing(8)
        rows.addWidget(self.figure)
        rows.addSpacing(8)
        rows.addWidget(self._title)
        rows.addLayout(line)
        rows.addWidget(self._things)
        rows.addStretch(1)
        self.setBackgroundRole(QPalette.ColorRole.Window)  # or its texts have the ink of a button's
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._fit()
        self.show_sheet(sheet, in_routine=False)

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        dress(self, look)
        self._fit()
        self.update()

    def show_sheet(self, sheet: ExerciseSheet, *, in_routine: bool) -> None:
        """Show the doses in use, and whether today's routine has the exercise."""
        exercise = sheet.exercise
        badge = posture_word(posture_of(exercise))
        if in_routine:
            badge = translate("words", "In today’s routine")
            self._badge.show_badge(badge, BadgeKind.FILLED, "check")
        elif sheet.when == {When.HARDER}:
            badge = when_word(When.HARDER)
            self._badge.show_badge(badge, BadgeKind.DASHED, "clock")
        else:
            self._badge.show_badge(badge, BadgeKind.PLAIN)
        self._dose.set_text(short_dose(exercise))
        self._time.set_text(words.clock(sheet.seconds) if sheet.seconds else "")
        self.setAccessibleName(words.content(exercise.title))
        length = words.duration(sheet.seconds) if sheet.seconds else translate("words", "in your own time")
        facts = (badge, short_dose(exercise), length, sides_word(exercise.sides), equipment_text(exercise))
        self.setAccessibleDescription(", ".join(facts))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return opens the exercise; arrows are the grid's."""
        if event.key() in _ARROWS:
            event.ignore()
        elif not pressed_by_return(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the surface and the focus ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._look.theme
        painter.setBrush(colour(theme.surface))
        painter.setPen(QPen(colour(theme.edge if self.underMouse() else theme.line), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        if self.hasFocus():
            paint_focus_ring(painter, QRectF(self.rect()), RADIUS, theme.focus)

    def _fit(self) -> None:
        self.figure.setFixedHeight(round(_FIGURE * min(self._look.text_scale, 1.4)))

    def _scene(self) -> Scene | None:
        figure = self._figures.figure_of(self.exercise.id)
        return still_scene(figure, telling_moment(demonstration(self.exercise))) if figure is not None else None
