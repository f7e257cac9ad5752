"""The one door to bundled files."""

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path


def resource_folder() -> Traversable:
    """The folder of bundled files: inside the installed package, or the checkout's own."""
    installed = files("ribdown") / "_resources"
    return installed if installed.is_dir() else Path(__file__).parents[3] / "resources"


def read_resource(path: str) -> bytes:
    """A bundled file's content; `path` starts in the resource folder, such as `icons/play.svg`."""
    return resource_folder().joinpath(path).read_bytes()
