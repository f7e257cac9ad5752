"""The figure in its place on a page: paints the scene that it is told, and says it in words."""

from collections.abc import Mapping
from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ribdown.core.figure.colours import FigureColours
from ribdown.core.figure.scene import Scene
from ribdown.ui.look import Look, colour
from ribdown.ui.translation import translate
from ribdown.ui.widgets.figure_painter import FigurePainter
from ribdown.ui.widgets.figure_parts.placeholder import paint_placeholder
from ribdown.ui.words import content

Ground = Literal["surface", "bg", "accent_tint", "danger_tint"]


class FigureView(QWidget):
    """As large as it is made; the scene stands on its lower edge. `colours` are by whether the theme is dark;
    `ground` is the theme's role for what it stands on,
    which it paints itself; with `see_through` it does not, since more than that lies behind."""

    def __init__(
        self,
        look: Look,
        colours: Mapping[bool, FigureColours],
        parent: QWidget | None = None,
        *,
        ground: Ground = "surface",
        see_through: bool = False,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._colours = colours
        self._ground: Ground = ground
        self._see_through = see_through
        self._painter = FigurePainter()
        self._scene: Scene | None = None
        self._mirrored = False
        self._say()
        # What is opaque is painted without what lies behind it.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, not see_through)

    def set_ground(self, ground: Ground) -> None:
        """Stand on something else."""
        if ground != self._ground:
            self._ground = ground
            self.update()

    def set_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        self.update()

    def show_scene(self, scene: Scene | None, *, mirrored: bool) -> None:
        """Show a scene, mirrored for the left side; a quiet outline of a person where there is none."""
        if (scene, mirrored) == (self._scene, self._mirrored):
            return
        self._scene, self._mirrored = scene, mirrored
        self._say()
        self.update()

    def sizeHint(self) -> QSize:
        """As in the player's card."""
        return QSize(276, 276)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the scene."""
        painter = QPainter(self)
        theme = self._look.theme
        surface: str = getattr(theme, self._ground)
        if not self._see_through:
            painter.fillRect(event.rect(), colour(surface))
        if self._scene is None:
            paint_placeholder(painter, self.rect(), theme.prop)
            return
        colours = self._colours[theme.dark]
        self._painter.paint(painter, self.rect(), self._scene, colours, surface, mirrored=self._mirrored)

    def _say(self) -> None:
        """Name and description for a screen reader; changed only where they are other words."""
        scene = self._scene
        name, description = translate("words", "No picture for this exercise."), ""
        if scene is not None:
            name = content(scene.words)
            description = (
                translate("words", "Seen from the left.")
                if self._mirrored
                else translate("words", "Seen from the right.")
            )
            if scene.fault:
                wrong = translate("words", "Wrong: {}.").format(content(scene.fault.text))
                description = f"{wrong} {description}"
        if (name, description) != (self.accessibleName(), self.accessibleDescription()):
            self.setAccessibleName(name)
            self.setAccessibleDescription(description)
