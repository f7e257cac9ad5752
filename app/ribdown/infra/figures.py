"""The bundled figures, each read and solved when it is first shown."""

from ribdown.core.errors import ContentError, UserError
from ribdown.core.figure.build import figure_of
from ribdown.core.figure.files import FigureFile
from ribdown.core.figure.motion import Figure
from ribdown.infra.resources import read_resource
from ribdown.infra.toml_file import as_read, parse_table, to_struct


class BundledFigures:
    """Figures by the id of their exercise. What has been read is remembered."""

    def __init__(self) -> None:
        self._known: dict[str, Figure | None] = {}

    def figure_of(self, exercise_id: str) -> Figure | None:
        """The exercise's figure; None where it has none. Raises UserError where its file does not fit."""
        if exercise_id not in self._known:
            self._known[exercise_id] = self._solved(exercise_id)
        return self._known[exercise_id]

    def _solved(self, name: str) -> Figure | None:
        try:
            own = _file(name)
        except FileNotFoundError:
            return None
        try:
            return figure_of(name, lambda file: own if file == name else _base(file))
        except ContentError as error:
            raise UserError(f"{name}.toml: {as_read(error)}") from None


def _base(name: str) -> FigureFile:
    try:
        return _file(name)
    except FileNotFoundError:
        raise ContentError("$.base", f"no figure is called {name!r}; allowed: another figure's name") from None


def _file(name: str) -> FigureFile:
    file = f"{name}.toml"
    return to_struct(file, parse_table(file, read_resource(f"figure/{file}")), FigureFile)
