"""Where figures and their colours come from. All of it is imported when the first one is shown: a start page should not
wait for it."""

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ribdown.core.figure.colours import FigureColours
    from ribdown.core.figure.motion import Figure
    from ribdown.infra.figures import Figures as BundledFigures


class Figures:
    """The figures that Ribdown comes with."""

    def figure_of(self, exercise_id: str) -> "Figure | None":
        """An exercise's figure by its id; None where it has none. Raises UserError where its file does not fit."""
        return self._bundled.figure_of(exercise_id)

    @cached_property
    def colours(self) -> "Mapping[bool, FigureColours]":
        """The colours, by whether the theme is dark."""
        from ribdown.infra.figure_colours import load_figure_colours

        return load_figure_colours()

    @cached_property
    def _bundled(self) -> "BundledFigures":
        from ribdown.infra.figures import Figures as BundledFigures

        return BundledFigures()
