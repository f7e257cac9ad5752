"""The rules of the house, as tests."""

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).parents[1]
APP = ROOT / "app" / "ribdown"
FILES = sorted(APP.rglob("*.py"))
# A module's name says what it is about. These say nothing.
EMPTY_NAMES = {"utils", "util", "helpers", "helper", "manager", "managers", "common", "misc"}
LAYERS = ("core", "infra", "desktop", "ui")
COMPOSITION = {"main", "cli", "arguments", "remote", "self_test", "__main__"}
HEAVY = ("pyqtgraph", "numpy", "PySide6.QtMultimedia", "PySide6.QtTextToSpeech", "jeepney")


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def run_python(script: str) -> list[str]:
    """What a fresh interpreter prints, which sees the checkout's app and nothing of this process."""
    environment = os.environ | {"PYTHONPATH": str(APP.parent)}
    done = subprocess.run(
        [sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


def imported_by(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name_of(path)} imports relative to itself"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


# -- who may import whom


def test_the_layers_import_only_what_they_may(capsys: pytest.CaptureFixture[str]) -> None:
    failed = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True, no_logo=True)
    assert not failed, capsys.readouterr().out


@pytest.mark.parametrize("layer", LAYERS)
def test_no_layer_imports_what_puts_them_together(layer: str) -> None:
    outside = {f"ribdown.{module}" for module in COMPOSITION}
    found = {(name_of(path), name) for path in (APP / layer).rglob("*.py") for name in imported_by(path)}
    assert {(path, name) for path, name in found if name in outside} == set()


def test_every_module_belongs_to_a_layer_or_to_what_puts_them_together() -> None:
    inside = {path.relative_to(APP).parts[0].removesuffix(".py") for path in FILES}
    assert inside - {"__init__"} <= {*LAYERS, *COMPOSITION}


def test_core_and_infra_do_without_qt() -> None:
    imported = run_python("""
import importlib, pkgutil, sys

class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("PySide6", "shiboken6"):
            raise ModuleNotFoundError(name)

sys.meta_path.insert(0, NoQt())
try:
    import PySide6
except ModuleNotFoundError:
    for package in ("ribdown.core", "ribdown.infra"):
        for module in pkgutil.walk_packages(importlib.import_module(package).__path__, package + "."):
            importlib.import_module(module.name)
            print(module.name)
""")
    files = (path for layer in ("core", "infra") for path in (APP / layer).rglob("*.py"))
    names = {".".join(path.relative_to(APP.parent).with_suffix("").parts).removesuffix(".__init__") for path in files}
    assert set(imported) == names - {"ribdown.core", "ribdown.infra"}


def test_the_command_line_starts_without_qt_and_without_anything_heavy() -> None:
    loaded = run_python("import sys, ribdown.cli; print(*sys.modules)")
    assert "ribdown.cli" in loaded
    assert not {"PySide6", *HEAVY} & set(loaded)


def test_nothing_heavy_is_imported_on_the_way_to_the_first_window() -> None:
    pytest.importorskip("PySide6.QtWidgets", exc_type=ImportError)
    loaded = run_python("import sys, ribdown.main, ribdown.ui.application; print(*sys.modules)")
    assert "PySide6.QtWidgets" in loaded
    assert not set(HEAVY) & set(loaded)


# -- names and sizes


@pytest.mark.parametrize("folder", ["packaging", "tests", "resources", "app", "benchmarks"])
def test_a_folder_that_is_no_package_has_no_init_file(folder: str) -> None:
    # packaging/__init__.py would even shadow a package of that name.
    assert [name_of(path) for path in (ROOT / folder).glob("__init__.py")] == []
    if folder != "app":
        assert [name_of(path) for path in (ROOT / folder).rglob("__init__.py")] == []


def test_bundled_files_are_data_only() -> None:
    assert [name_of(path) for path in (ROOT / "resources").rglob("*.py")] == []


@pytest.mark.parametrize("folder", ["app", "tests", "benchmarks", "packaging"])
def test_every_name_says_what_it_is_about(folder: str) -> None:
    paths = (ROOT / folder).rglob("*.py")
    assert [name_of(path) for path in paths if EMPTY_NAMES & {*path.parent.parts[-2:], *path.stem.split("_")}] == []


def test_no_file_of_the_app_is_longer_than_300_lines() -> None:
    lengths = {name_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in FILES}
    assert {name: length for name, length in lengths.items() if length > 300} == {}


def test_the_main_window_is_shorter_than_200_lines() -> None:
    assert len((APP / "ui" / "main_window.py").read_text(encoding="utf-8").splitlines()) < 200


def test_no_class_of_the_app_is_longer_than_250_lines() -> None:
    long = {
        f"{name_of(path)}: {node.name}"
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef) and (node.end_lineno or 0) - node.lineno + 1 > 250
    }
    assert long == set()
