"""The bundled themes."""

from ribdown.core.theme import Theme, theme_of
from ribdown.infra.resources import read_resource
from ribdown.infra.toml_file import parse_table


def load_theme(name: str) -> Theme:
    """The theme of that name, such as `dark`."""
    file = f"{name}.toml"
    return theme_of(parse_table(file, read_resource(f"themes/{file}")))
