import pytest

from ribdown.infra.resources import read_resource, resource_folder
from ribdown.infra.themes import load_theme


def test_bundled_files_are_found_and_read() -> None:
    names = {file.name for file in resource_folder().joinpath("themes").iterdir()}
    assert {"dark.toml", "light.toml"} <= names
    assert b'id = "dark"' in read_resource("themes/dark.toml")


@pytest.mark.parametrize("name", ["dark", "light"])
def test_a_theme_is_the_one_asked_for(name: str) -> None:
    theme = load_theme(name)
    assert (theme.id, theme.dark) == (name, name == "dark")
