"""The languages that there are: one compiled catalogue of words each, named after its tag, such as `de.qm`."""

from collections.abc import Sequence
from importlib.resources.abc import Traversable

from ribdown.infra.resources import resource_folder

ENGLISH = "en"  # the words' own, so that it has no catalogue


class Translations:
    """The catalogues in a folder, which need not exist."""

    def __init__(self, folder: Traversable) -> None:
        self._folder = folder

    @property
    def tags(self) -> Sequence[str]:
        """English, and those that it is translated to, by their tags."""
        files = self._folder.iterdir() if self._folder.is_dir() else ()
        return (ENGLISH, *sorted(file.name.removesuffix(".qm") for file in files if file.name.endswith(".qm")))

    def path(self, tag: str) -> str:
        """Where a language's catalogue is."""
        return str(self._folder / f"{tag}.qm")


def bundled_translations() -> Translations:
    """Those that Ribdown comes with."""
    return Translations(resource_folder() / "translations")
