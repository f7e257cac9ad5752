"""Where figures and their colours come from. All of it is imported when the first one is shown: a start page should not
wait for it."""

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ribdown.core.errors import UserError

if TYPE_CHECKING:
    from ribdown.core.figure.colours import FigureColours
    from ribdown.core.figure.motion import Figure
    from ribdown.infra.figures import BundledFigures


class Figures(QObject):
    """The figures that Ribdown comes with. `problem` carries the UserError of one whose file can't be used, once; that
    exercise has no figure then."""

    problem = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._damaged: set[str] = set()

    def figure_of(self, exercise_id: str) -> "Figure | None":
        """An exercise's figure by its id; None where it has none."""
        if exercise_id in self._damaged:
            return None
        try:
            return self._bundled.figure_of(exercise_id)
        except (UserError, OSError) as error:
            self._damaged.add(exercise_id)
            self.problem.emit(error if isinstance(error, UserError) else UserError(f"{exercise_id}.toml: {error}"))
            return None

    @cached_property
    def colours(self) -> "Mapping[bool, FigureColours]":
        """The colours, by whether the theme is dark."""
        from ribdown.infra.figure_colours import load_figure_colours

        return load_figure_colours()

    @cached_property
    def _bundled(self) -> "BundledFigures":
        from ribdown.infra.figures import BundledFigures

        return BundledFigures()
