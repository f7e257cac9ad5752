"""A language that nobody speaks: every word in brackets, in a catalogue that is made as translators make one."""

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree


def script(name: str) -> ModuleType:
    """A script of packaging/, which is no package."""
    spec = spec_from_file_location(name, Path(__file__).parents[1] / "packaging" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


translations = script("translations")

TAG = "eo"  # Qt has its days and months
OPEN, CLOSE = "⟦", "⟧"


def bracketed(folder: Path) -> Path:
    """Make the language's catalogue in a folder, from all words that are found, and return its .qm file."""
    catalogue = folder / f"{TAG}.ts"
    translations.update(catalogue)
    tree = ElementTree.parse(catalogue)
    for message in tree.iter("message"):
        target = message.find("translation")
        assert target is not None
        target.attrib.pop("type")
        target.text = f"{OPEN}{message.findtext('source')}{CLOSE}"
    tree.write(catalogue, encoding="utf-8")
    translations.compile_all(folder)
    return catalogue.with_suffix(".qm")
